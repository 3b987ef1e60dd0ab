using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Normalization;

namespace Ingest.Decisions;

/// <summary>What became of a value that a person proposed.</summary>
public enum IntakeOutcome
{
    /// <summary>It is a correction.</summary>
    Taken,

    /// <summary>The value is that already, by a correction or as it was read.</summary>
    Already,

    /// <summary>The value is no longer what the person saw.</summary>
    Changed,

    /// <summary>The value cannot be that.</summary>
    Impossible,
}

/// <summary>What became of a proposed value.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Present">What the value is by now, with the corrections that no run has replayed yet.</param>
/// <param name="Correction">The correction that was made of it; null where none was.</param>
public sealed record IntakeAnswer(IntakeOutcome Outcome, CorrectionValue Present, Correction? Correction = null);

/// <summary>
/// Turns values that a person proposes into corrections that fit what is there: what was recorded since the last run counts, the same twice
/// is one, and nobody puts right what somebody else has changed meanwhile without having seen it.
/// </summary>
public sealed class CorrectionIntake
{
    private readonly CorrectionLog _recorded;
    private readonly string _who;
    private readonly DateTimeOffset _when;
    private readonly List<Correction> _new = [];
    private readonly HashSet<string> _ids;
    private readonly ContentIds _contents = new("correction");

    /// <summary>An intake.</summary>
    /// <param name="recorded">The corrections that are there.</param>
    /// <param name="who">Who proposes.</param>
    /// <param name="when">When.</param>
    public CorrectionIntake(CorrectionLog recorded, string who, DateTimeOffset when)
    {
        (_recorded, _who, _when) = (recorded, who, when);
        _ids = recorded.All.Select(correction => correction.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What was taken so far, in order.</summary>
    public ImmutableArray<Correction> Taken => [.. _new];

    /// <summary>Takes a value in.</summary>
    /// <param name="document">The document as the last run wrote it.</param>
    /// <param name="target">The value in it.</param>
    /// <param name="seen">What the person saw; null where that is not known, as of a text without its personal data.</param>
    /// <param name="proposed">What it should be.</param>
    /// <param name="why">Why, or null.</param>
    public IntakeAnswer Take(IngestedDocument document, CorrectionTarget target, CorrectionValue? seen, CorrectionValue proposed, string? why)
    {
        var recorded = RecordedOf(document, target);
        var present = PresentOf(target, recorded);
        if (proposed == present)
            return new IntakeAnswer(IntakeOutcome.Already, present);
        if (!target.Accepts(proposed))
            return new IntakeAnswer(IntakeOutcome.Impossible, present);
        if (seen is not null && seen != present)
        {
            if (recorded.Any(correction => correction.Before == seen && correction.After == proposed))
                return new IntakeAnswer(IntakeOutcome.Already, present);
            // Who corrects again before a run has shown the first time saw what the run before wrote.
            if (seen != target.Present)
                return new IntakeAnswer(IntakeOutcome.Changed, present);
        }

        return new IntakeAnswer(IntakeOutcome.Taken, present, Add(document.Source.Sha256, target, present, proposed, why));
    }

    /// <summary>Takes a correction back by one that says the opposite.</summary>
    /// <param name="document">Its document as the last run wrote it.</param>
    /// <param name="target">Its value in it.</param>
    /// <param name="correction">The correction.</param>
    /// <param name="why">Why, or null.</param>
    public IntakeAnswer TakeBack(IngestedDocument document, CorrectionTarget target, Correction correction, string? why)
    {
        var present = PresentOf(target, RecordedOf(document, target));
        return present == correction.Before ? new IntakeAnswer(IntakeOutcome.Already, present)
            : present != correction.After ? new IntakeAnswer(IntakeOutcome.Changed, present)
            : new IntakeAnswer(IntakeOutcome.Taken, present, Add(document.Source.Sha256, target, present, correction.Before, why));
    }

    private List<Correction> RecordedOf(IngestedDocument document, CorrectionTarget target) =>
    [
        .. _recorded.Of(document.Source.Sha256).Concat(_new.Where(correction => correction.Document == document.Source.Sha256))
            .Where(correction => CorrectionTargets.Find(document, correction.Pointer)?.Pointer == target.Pointer && target.IsAnchoredBy(correction.Anchor)),
    ];

    // What a run would make of it: those that it has replayed no longer find their « before ».
    private static CorrectionValue PresentOf(CorrectionTarget target, List<Correction> recorded) =>
        recorded.Aggregate(target.Present, (value, correction) => correction.Before == value ? correction.After : value);

    private Correction Add(string sha256, CorrectionTarget target, CorrectionValue present, CorrectionValue proposed, string? why)
    {
        string id;
        do
            id = _contents.Next(sha256, target.Pointer, present.ToEnglish(), proposed.ToEnglish());
        while (!_ids.Add(id));
        var correction = new Correction
        {
            Id = id,
            Document = sha256,
            Pointer = target.Pointer,
            Anchor = target.Anchors.FirstOrDefault(),
            Before = AsWritten(target, present),
            After = AsWritten(target, proposed),
            Who = CorrectionValue.Of(_who).Text!,
            When = _when,
            // Well-formed, as all that the file holds.
            Why = CorrectionValue.Of(why).Text,
        };
        _new.Add(correction);
        return correction;
    }

    // Amounts with their cents, as the documents have them.
    private static CorrectionValue AsWritten(CorrectionTarget target, CorrectionValue value) =>
        target.Sort == ValueSort.Money && value.Number is { } amount ? CorrectionValue.Of(decimal.Round(amount, 2) + 0.00m) : value;
}
