using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Findings;
using Ingest.Normalization;
using Ingest.Vocabulary;

namespace Ingest.Decisions;

/// <summary>
/// Applies what people put right to what was read, in the order in which they did. What no longer fits is told and never applied; what was
/// put right and put back leaves the document as it was read.
/// </summary>
public sealed class CorrectionReplay
{
    private readonly CorrectionLog _log;
    private readonly PayerVocabulary _payers;
    private readonly TerminologyVocabulary _terms;
    private readonly TerritoryRegister _register;

    /// <summary>A replay.</summary>
    /// <param name="log">The corrections.</param>
    /// <param name="payers">Names of payers: a label that was put right names another body.</param>
    /// <param name="terms">Themes.</param>
    /// <param name="register">Communes and intercommunal bodies.</param>
    public CorrectionReplay(CorrectionLog log, PayerVocabulary payers, TerminologyVocabulary terms, TerritoryRegister register) =>
        (_log, _payers, _terms, _register) = (log, payers, terms, register);

    /// <summary>The document with its corrections, and a finding for each that does not fit.</summary>
    /// <param name="read">The document as it was read.</param>
    public NormalizedDocument Apply(NormalizedDocument read)
    {
        var corrections = _log.Of(read.Document.Source.Sha256);
        if (corrections.IsEmpty)
            return read;
        var document = read.Document;
        var names = new NameMeanings(new PayerNormalizer(_payers, _register, document.Territory, read.EpciAliases), _terms, _register);
        var start = new ReplayedDocument(read, names, []);
        var (replayed, touched, findings) = Follow(start, corrections);
        var end = Outcome(start, replayed, touched);
        return end.Normalized with { Document = end.Document with { Findings = end.Document.Findings.AddRange(findings) } };
    }

    private static (ReplayedDocument Replayed, List<string> Touched, List<Finding> Findings) Follow(ReplayedDocument start, ImmutableArray<Correction> corrections)
    {
        var replayed = start;
        var touched = new List<string>();
        var findings = new List<Finding>();
        foreach (var correction in corrections)
        {
            var target = CorrectionTargets.Find(replayed.Document, correction.Pointer);
            if (Misfit(target, correction) is { } why)
            {
                findings.Add(IdentityFindings.CorrectionUnfit.At(target?.Pointer, null, correction.Pointer, Shown(correction.After), correction.Who, Day(correction.When), why));
                continue;
            }

            replayed = target!.Put(replayed, correction.After);
            if (!touched.Contains(target.Pointer))
                touched.Add(target.Pointer);
        }

        return (replayed, touched, findings);
    }

    // Only what differs in the end from what was read is put into it: a correction that was taken back leaves no trace. What follows from a
    // label is put in before what a person said of it beyond the label.
    private static ReplayedDocument Outcome(ReplayedDocument start, ReplayedDocument replayed, List<string> touched)
    {
        var end = start;
        foreach (var pointer in touched.OrderBy(pointer => pointer.EndsWith("/kind", StringComparison.Ordinal)))
        {
            if (CorrectionTargets.Find(end.Document, pointer) is { } target && CorrectionTargets.Find(replayed.Document, pointer) is { } put && target.Present != put.Present)
                end = target.Put(end, put.Present);
        }

        return end;
    }

    private static Wording? Misfit(CorrectionTarget? target, Correction correction)
    {
        if (target is null)
            return new Wording("le document n'a plus de valeur à cet endroit", "the document has no value there any more");
        if (!target.IsAnchoredBy(correction.Anchor))
            return new Wording("ce qui est à cet endroit n'est plus ce qui a été corrigé", "what stands there is no longer what was corrected");
        if (target.Present != correction.Before)
            return new Wording($"la valeur lue est « {target.Present.ToFrench()} » et non « {correction.Before.ToFrench()} »", $"the value read is “{target.Present.ToEnglish()}” and not “{correction.Before.ToEnglish()}”");
        return target.Accepts(correction.After) ? null : new Wording("cette valeur n'est pas possible ici", "the value is not possible there");
    }

    private static Wording Shown(CorrectionValue value) => new(value.ToFrench(), value.ToEnglish());

    private static string Day(DateTimeOffset when) => when.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
