using System.Collections.Immutable;
using Ingest.Model.Documents;

namespace Ingest.Vocabulary;

/// <summary>What a line of sums sums up, as far as its label says.</summary>
public enum TotalLevel
{
    /// <summary>« Total »: its place tells what of.</summary>
    Plain,

    /// <summary>« Sous-total », « total thématique »: a part.</summary>
    Part,

    /// <summary>« Total général »: the whole.</summary>
    Whole,

    /// <summary>« À reporter », « report »: the sum so far, told again on the next page; no money of its own.</summary>
    Carried,
}

/// <summary>Labels of lines that sum up.</summary>
/// <param name="Level">What they sum up.</param>
/// <param name="Terms">Labels, or the words that open one.</param>
/// <param name="WholeLabels">Words that mean it only where they are the whole label: « Ensemble ».</param>
public sealed record TotalTerms(TotalLevel Level, ImmutableArray<string> Terms, ImmutableArray<string> WholeLabels);

/// <summary>What a label says about a sum.</summary>
/// <param name="Level">What it sums up.</param>
/// <param name="Of">What follows the term, trimmed: « Emploi » in « Sous-total Emploi »; null where nothing does.</param>
public sealed record TotalMatch(TotalLevel Level, string? Of);

/// <summary>Words that speak for a kind of document.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Weight">How much one of them counts in a title.</param>
/// <param name="Terms">The words.</param>
public sealed record KindTerms(DocumentKind Kind, double Weight, ImmutableArray<string> Terms);

/// <summary>A sign of a kind of document.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Weight">How much it counts.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">Number of characters.</param>
public readonly record struct KindMatch(DocumentKind Kind, double Weight, int Start, int Length);

/// <summary>The words of the trade that are no headers and no payers: lines of sums, themes, kinds of documents.</summary>
public sealed class TerminologyVocabulary
{
    private static readonly char[] ThemeSeparators = ['/', '+', ';', '|', '•', '\n'];

    private readonly TermIndex<TotalLevel> _totals = new(FrenchStem.Of);
    private readonly TermIndex<TotalLevel> _wholeTotals = new(FrenchStem.Of);
    private readonly TermIndex<string> _frameworks = new(FrenchStem.Of);
    private readonly TermIndex<string> _themes = new(FrenchStem.Of);
    private readonly TermIndex<string> _qualifiers = new(FrenchStem.Of);
    private readonly TermIndex<KindTerms> _kinds = new(FrenchStem.Of);

    /// <summary>A vocabulary of the given terms.</summary>
    /// <param name="totals">Labels of lines that sum up.</param>
    /// <param name="themes">Labels of themes.</param>
    /// <param name="themeQualifiers">What may follow a theme and belongs to it: « des habitants ».</param>
    /// <param name="frameworks">Names of frameworks and campaigns that hold a year: « Engagements Quartiers 2030 ».</param>
    /// <param name="kinds">Words that speak for a kind of document.</param>
    public TerminologyVocabulary(
        ImmutableArray<TotalTerms> totals, ImmutableArray<string> themes, ImmutableArray<string> themeQualifiers,
        ImmutableArray<string> frameworks, ImmutableArray<KindTerms> kinds)
    {
        foreach (var total in totals)
        {
            foreach (var term in total.Terms)
                _totals.Add(term, total.Level);
            foreach (var label in total.WholeLabels)
                _wholeTotals.Add(label, total.Level);
        }

        foreach (var theme in themes)
            _themes.Add(theme, theme);
        foreach (var qualifier in themeQualifiers)
            _qualifiers.Add(qualifier, qualifier);
        foreach (var framework in frameworks)
            _frameworks.Add(framework, framework);
        foreach (var kind in kinds)
        {
            foreach (var term in kind.Terms)
                _kinds.Add(term, kind);
        }
    }

    /// <summary>Whether a label opens a line of sums, and of what.</summary>
    /// <returns>Null where it does not begin with a known term.</returns>
    public TotalMatch? MatchTotal(string label)
    {
        var tokens = LabelTokens.Of(label);
        if (!tokens.IsEmpty && _wholeTotals.LongestAt(tokens, 0) is { } whole && whole.End == tokens.Length)
            return new TotalMatch(whole.Value, null);
        if (tokens.IsEmpty || _totals.LongestAt(tokens, 0) is not { } hit)
            return null;
        if (hit.End == tokens.Length)
            return new TotalMatch(hit.Value, null);
        var of = label[tokens[hit.End - 1].End..].Trim(' ', '\u00A0', '\n', ':', '-', '–', '—', '«', '»', '"', '.');
        return new TotalMatch(hit.Value, of.Length == 0 ? null : of);
    }

    /// <summary>Whether a text is a known theme, as a whole.</summary>
    public bool IsTheme(string label) => Segment(LabelTokens.Of(label)) is { Length: > 0 };

    /// <summary>
    /// The themes of a label that joins several, by a separator or by nothing (« Santé Jeunesse, éducation »): only where
    /// known themes make up the whole. A label that does not come apart is given back alone.
    /// </summary>
    public ImmutableArray<string> SplitThemes(string label)
    {
        var parts = label.Split(ThemeSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var themes = ImmutableArray.CreateBuilder<string>();
        foreach (var part in parts)
        {
            var tokens = LabelTokens.Of(part);
            if (Segment(tokens) is not { } starts)
                return [label.Trim()];
            for (var i = 0; i < starts.Length; i++)
            {
                var from = tokens[starts[i]].Start;
                var to = i + 1 < starts.Length ? tokens[starts[i + 1]].Start : part.Length;
                themes.Add(part[from..to].Trim(' ', '\u00A0', '-', '–', '—', ','));
            }
        }

        return themes.Count == 0 ? [label.Trim()] : themes.ToImmutable();
    }

    /// <summary>Whether the characters from <paramref name="start"/> on lie in the name of a framework: its year is no period.</summary>
    public bool IsInFramework(string text, int start)
    {
        var tokens = LabelTokens.Of(text);
        return _frameworks.Find(tokens).Any(hit => start >= tokens[hit.First].Start && start < tokens[hit.End - 1].End);
    }

    /// <summary>Signs of kinds of documents in a text, from left to right.</summary>
    public ImmutableArray<KindMatch> MatchKinds(string text)
    {
        var tokens = LabelTokens.Of(text);
        return [.. _kinds.Find(tokens).Select(hit =>
        {
            var start = tokens[hit.First].Start;
            return new KindMatch(hit.Value.Kind, hit.Value.Weight, start, tokens[hit.End - 1].End - start);
        })];
    }

    /// <summary>
    /// Where the known themes begin that make up all the words, as few as possible (the least number of pieces, by dynamic
    /// programming from the end); null where some word is left over.
    /// </summary>
    private int[]? Segment(ImmutableArray<LabelToken> tokens)
    {
        var best = new (int Pieces, int Next)[tokens.Length + 1];
        Array.Fill(best, (int.MaxValue, -1));
        best[tokens.Length] = (0, -1);
        for (var first = tokens.Length - 1; first >= 0; first--)
        {
            if (_themes.LongestAt(tokens, first) is not { } hit)
                continue;
            var end = hit.End;
            if (end < tokens.Length && _qualifiers.LongestAt(tokens, end) is { } qualifier)
                end = qualifier.End;
            if (best[end].Pieces != int.MaxValue && best[end].Pieces + 1 < best[first].Pieces)
                best[first] = (best[end].Pieces + 1, end);
        }

        if (tokens.IsEmpty || best[0].Pieces == int.MaxValue)
            return null;
        var starts = new List<int>();
        for (var at = 0; at < tokens.Length; at = best[at].Next)
            starts.Add(at);
        return [.. starts];
    }
}
