using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Normalization;

/// <summary>The purse that a document tells once for a payer: « Les crédits de l'État relèvent du BOP 147. »</summary>
/// <param name="Payer">Canonical id of the payer.</param>
/// <param name="Programme">Id of the purse.</param>
/// <param name="Source">The words that say it.</param>
internal sealed record ToldPurse(string Payer, string Programme, SourceText Source);

/// <summary>
/// Finds sentences that say which purse a payer's money comes from, wherever they stand. A sentence that names a second purse without
/// naming whose it is (« … et, pour deux actions, du FIPD ») tells nothing of any one amount.
/// </summary>
internal static partial class PurseLegend
{
    /// <summary>The purses told, one a payer; none for a payer of whom the document tells two.</summary>
    /// <param name="texts">Paragraphs of the document.</param>
    /// <param name="vocabulary">Names of payers and purses.</param>
    public static ImmutableArray<ToldPurse> Find(IEnumerable<SourceText> texts, PayerVocabulary vocabulary)
    {
        var told = texts.Where(text => !text.IsEmpty && vocabulary.MatchProgramme(text.Text) is not null).SelectMany(text => In(text, vocabulary)).ToList();
        return [.. told.GroupBy(purse => purse.Payer, StringComparer.Ordinal).Where(group => group.Select(purse => purse.Programme).Distinct(StringComparer.Ordinal).Count() == 1).Select(group => group.First())];
    }

    private static IEnumerable<ToldPurse> In(SourceText text, PayerVocabulary vocabulary)
    {
        foreach (Match sentence in Sentence().Matches(text.Text))
        {
            var clauses = Clause().Matches(sentence.Value).ToList();
            var read = clauses.Select(clause => (Clause: clause, Purse: Read(clause.Value, vocabulary))).ToList();
            // Each purse of the sentence must be somebody's.
            if (read.Exists(item => item.Purse is null && vocabulary.MatchProgramme(item.Clause.Value) is not null && !item.Clause.Value.Contains('«', StringComparison.Ordinal)))
                continue;
            foreach (var (clause, purse) in read)
            {
                if (purse is var (payer, programme))
                    yield return new ToldPurse(payer, programme, text.Slice(sentence.Index + clause.Index, clause.Length));
            }
        }
    }

    // « Les crédits de l'État | relèvent du | BOP 147 »: whose it is stands before the verb and the purse behind it.
    private static (string Payer, string Programme)? Read(string clause, PayerVocabulary vocabulary)
    {
        if (Link().Match(clause) is not { Success: true } link)
            return null;
        var (subject, rest) = (clause[..link.Index], clause[(link.Index + link.Length)..]);
        if (vocabulary.Match(subject) is not { Programme: null } payer || vocabulary.MatchProgramme(rest) is not { } programme)
            return null;
        return vocabulary.MatchProgramme(subject) is null ? (payer.Entry.Id, programme.Id) : null;
    }

    [GeneratedRegex(@"[^.!?\n]+(?:[.!?](?![ \u00A0\n]|$)[^.!?\n]*)*", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex("[^,;]+", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();

    [GeneratedRegex(@"(?<!\w)(?:rel[èe]ve(?:nt)?|provien(?:t|nent)|désigne(?:nt)?|correspond(?:ent)?|s['’]imputent?|(?:est|sont|sera|seront) (?:imputée?s?|prélevée?s?|pris(?:es)?|mobilisée?s?|issue?s?|ceux|celles|celui|celle)|vien(?:t|nent)|recouvre(?:nt)?|émarge(?:nt)?)(?!\w)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
