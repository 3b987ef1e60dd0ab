using System.Collections.Immutable;
using Ingest.Model.Documents;

namespace Ingest.Vocabulary;

/// <summary>What a column or a field of an action sheet holds.</summary>
public enum HeaderRole
{
    /// <summary>Number or code of the action.</summary>
    Number,

    /// <summary>Theme, axis, pillar.</summary>
    Theme,

    /// <summary>Title of the action.</summary>
    Title,

    /// <summary>What is done.</summary>
    Description,

    /// <summary>What it is for.</summary>
    Objective,

    /// <summary>Who benefits.</summary>
    Public,

    /// <summary>Who carries the action.</summary>
    Porteur,

    /// <summary>Neighbourhood.</summary>
    Quartier,

    /// <summary>Commune.</summary>
    Commune,

    /// <summary>Year of the money.</summary>
    Year,

    /// <summary>When it takes place.</summary>
    Period,

    /// <summary>What the action costs.</summary>
    TotalCost,

    /// <summary>The plan of funding: a cell with all financers, or the head of their columns.</summary>
    Financing,

    /// <summary>Who pays, in a table of one line per financer.</summary>
    Financer,

    /// <summary>An amount that the header does not give to anybody.</summary>
    Amount,

    /// <summary>A percentage.</summary>
    Share,

    /// <summary>New action or continued one.</summary>
    Renewal,

    /// <summary>What was decided.</summary>
    Decision,

    /// <summary>A person, an address: read by nobody.</summary>
    Contact,

    /// <summary>Remarks.</summary>
    Remarks,
}

/// <summary>The terms of a role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Terms">Terms that mean it wherever they stand in a header.</param>
/// <param name="WholeHeaders">Terms that mean it only where they are the whole header: « Action », « Total ».</param>
public sealed record HeaderTerms(HeaderRole Role, ImmutableArray<string> Terms, ImmutableArray<string> WholeHeaders)
{
    /// <summary>Terms that mean it only where they are the whole header and nothing but amounts stands below: « Budget ».</summary>
    public ImmutableArray<string> AmountHeaders { get; init; } = [];
}

/// <summary>Words of a header that tell how far the money has come.</summary>
/// <param name="Status">The status.</param>
/// <param name="Terms">The words.</param>
public sealed record StatusTerms(FundingStatus Status, ImmutableArray<string> Terms);

/// <summary>Words of cells that are no headers: what was decided, whether an action goes on.</summary>
/// <param name="Decisions">Words by what they say was decided.</param>
/// <param name="Renewed">Words of an action that goes on.</param>
/// <param name="New">Words of a new one.</param>
/// <param name="Yes">Answers and ticks that say yes.</param>
/// <param name="No">Answers that say no.</param>
public sealed record CellTerms(
    ImmutableArray<MeaningTerms<Decision>> Decisions, ImmutableArray<string> Renewed, ImmutableArray<string> New, ImmutableArray<string> Yes, ImmutableArray<string> No)
{
    /// <summary>Words of headers above the money of an earlier year.</summary>
    public ImmutableArray<string> Earlier { get; init; } = [];

    /// <summary>Words of headers above one of several instalments.</summary>
    public ImmutableArray<string> Instalments { get; init; } = [];

    /// <summary>Words that a heading has beside a decision and that name no theme: « actions », « dossiers ».</summary>
    public ImmutableArray<string> Decided { get; init; } = [];
}

/// <summary>A role that a header may have.</summary>
/// <param name="Role">The role.</param>
/// <param name="Score">1 where the whole header is a term of it, less the more else is said; above 0.</param>
public readonly record struct HeaderMatch(HeaderRole Role, double Score);

/// <summary>Headers of columns and labels of fields by their terms; number, gender and case of the words do not matter.</summary>
public sealed class HeaderVocabulary
{
    /// <summary>Score of a term that is one word among many: still above nothing.</summary>
    private const double LeastScore = 0.4;

    /// <summary>No whole header has more words than this; more are a sentence, not a header.</summary>
    private const int LongestHeader = 14;

    /// <summary>Characters of a word that answers by itself and is no word of a sentence.</summary>
    private const int LongestAnswer = 3;

    private readonly ImmutableArray<(HeaderRole Role, TermIndex<HeaderRole> Terms, TermIndex<HeaderRole> Whole)> _roles;

    // By the first stem of terms, which roles have one: a bit each. Most words begin none.
    private readonly Dictionary<string, ulong> _openers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _openersLookup;
    private readonly TermIndex<HeaderRole> _amountHeaders = new(FrenchStem.Of);
    private readonly TermIndex<FundingStatus> _statuses = new(FrenchStem.Of);
    private readonly TermIndex<Decision> _decisions = new(FrenchStem.Of);
    private readonly TermIndex<bool> _renewals = new(FrenchStem.Of);
    private readonly TermIndex<Decision> _wholeDecisions = new(FrenchStem.Of);
    private readonly TermIndex<bool> _wholeRenewals = new(FrenchStem.Of);
    private readonly TermIndex<bool> _answers = new(FrenchStem.Of);
    private readonly TermIndex<bool> _earlier = new(FrenchStem.Of);
    private readonly TermIndex<bool> _instalments = new(FrenchStem.Of);
    private readonly TermIndex<bool> _decided = new(FrenchStem.Of);

    /// <summary>A vocabulary of the given terms.</summary>
    public HeaderVocabulary(ImmutableArray<HeaderTerms> roles, ImmutableArray<StatusTerms> statuses, CellTerms? cells = null)
    {
        foreach (var (decision, terms) in cells?.Decisions ?? [])
        {
            foreach (var term in terms)
                (IsAnswer(term) ? _wholeDecisions : _decisions).Add(term, decision);
        }

        foreach (var (index, terms, value) in new[] { (_renewals, cells?.Renewed, true), (_renewals, cells?.New, false), (_answers, cells?.Yes, true), (_answers, cells?.No, false), (_earlier, cells?.Earlier, true), (_instalments, cells?.Instalments, true), (_decided, cells?.Decided, true) })
        {
            foreach (var term in terms ?? [])
                (index == _renewals && IsAnswer(term) ? _wholeRenewals : index).Add(term, value);
        }

        _roles = [.. roles.Select(terms => (terms.Role, ToIndex(terms.Terms, terms.Role), ToIndex(terms.WholeHeaders, terms.Role)))];
        _openersLookup = _openers.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < _roles.Length; i++)
        {
            foreach (var stem in _roles[i].Terms.FirstStems.Concat(_roles[i].Whole.FirstStems))
                _openers[stem] = _openers.GetValueOrDefault(stem) | (1UL << i);
        }

        foreach (var terms in roles)
        {
            foreach (var term in terms.AmountHeaders)
                _amountHeaders.Add(Spell(term), terms.Role);
        }

        foreach (var status in statuses)
        {
            foreach (var term in status.Terms)
                _statuses.Add(term, status.Status);
        }
    }

    /// <summary>The roles that a header may have, best first; of equal ones the first of the file. Empty where none is known.</summary>
    public ImmutableArray<HeaderMatch> Match(string header) => Match(WordsOf(header));

    /// <summary>The same for words that are cut out already (<see cref="WordsOf"/>).</summary>
    internal ImmutableArray<HeaderMatch> Match(ImmutableArray<LabelToken> tokens)
    {
        if (tokens.IsEmpty || tokens.Length > LongestHeader)
            return [];
        var possible = 0UL;
        foreach (var token in tokens)
            possible |= _openersLookup.TryGetValue(FrenchStem.Of(token.Text.AsSpan()), out var roles) ? roles : 0;
        var matches = new List<HeaderMatch>();
        for (var i = 0; possible >> i != 0 && i < _roles.Length; i++)
        {
            if ((possible & (1UL << i)) == 0)
                continue;
            var (role, terms, whole) = _roles[i];
            if (whole.LongestAt(tokens, 0)?.Count == tokens.Length)
            {
                matches.Add(new HeaderMatch(role, 1));
                continue;
            }

            var hits = terms.Find(tokens);
            if (hits.Count == 0)
                continue;
            // The share of the header that the role's terms explain; what stands first weighs more.
            var covered = hits.Sum(hit => hit.Count) / (double)tokens.Length;
            var leading = hits[0].First == 0 ? 1 : 0.9;
            matches.Add(new HeaderMatch(role, (LeastScore + ((1 - LeastScore) * covered)) * leading));
        }

        return [.. matches.OrderByDescending(match => match.Score)];
    }

    /// <summary>The role that a header has above bare amounts and nothing else, where its words alone announce another; null where they announce none.</summary>
    public HeaderRole? OfAmounts(string header)
    {
        var tokens = WordsOf(header);
        return !tokens.IsEmpty && _amountHeaders.LongestAt(tokens, 0) is { } hit && hit.Count == tokens.Length ? hit.Value : null;
    }

    /// <summary>How far the money under a header has come, where it says so: « Montant sollicité », « Subvention accordée ».</summary>
    public FundingStatus? StatusOf(string header)
    {
        var hits = _statuses.Find(LabelTokens.Of(header));
        return hits.Count == 0 ? null : hits[0].Value;
    }

    /// <summary>All that a sentence says of how far money has come, each once.</summary>
    public ImmutableArray<FundingStatus> StatusesOf(string text) => [.. _statuses.Find(LabelTokens.Of(text)).Select(hit => hit.Value).Distinct()];

    /// <summary>Whether a header announces money of an earlier year: « N-1 », « pour mémoire ».</summary>
    public bool IsEarlier(string header) => _earlier.Find(LabelTokens.Of(header)).Count > 0;

    /// <summary>Whether a header announces one of several instalments.</summary>
    public bool IsInstalment(string header) => _instalments.Find(LabelTokens.Of(header)).Count > 0;

    /// <summary>What a cell or a phrase says was decided; null where it says nothing known, or both this and that.</summary>
    public Decision? DecisionOf(string text)
    {
        var tokens = LabelTokens.Of(text);
        if (Whole(_wholeDecisions, tokens) is { } answer)
            return answer;
        var decisions = _decisions.Find(tokens).Select(hit => hit.Value).Distinct().ToList();
        return decisions is [var only] ? only : null;
    }

    /// <summary>What a heading says was decided on all that stands below it, and nothing else: « Actions non retenues »; null where it names a theme.</summary>
    public Decision? DecisionOver(string heading)
    {
        var tokens = LabelTokens.Of(heading);
        return DecisionOf(heading) is { } decision && IsOnlyDecisions(tokens) ? decision : null;
    }

    /// <summary>Whether a heading says what was decided, one thing or several, and nothing else: « Actions refusées ou ajournées ».</summary>
    public bool TellsOnlyDecisions(string heading) => LabelTokens.Of(heading) is var tokens && _decisions.Find(tokens).Count > 0 && IsOnlyDecisions(tokens);

    private bool IsOnlyDecisions(ImmutableArray<LabelToken> tokens)
    {
        var said = _decisions.Find(tokens).Select(hit => (hit.First, hit.End)).Concat(_decided.Find(tokens).Select(hit => (hit.First, hit.End))).ToList();
        return Enumerable.Range(0, tokens.Length).All(index => tokens[index].Text is [>= '0' and <= '9', ..] or "ou" or "et" || said.Exists(hit => hit.First <= index && index < hit.End));
    }

    /// <summary>
    /// Whether a cell or a phrase says that an action goes on from an earlier year; null where it says nothing known. A tick, « oui » or « non »
    /// answers what the header asks.
    /// </summary>
    /// <param name="text">The cell.</param>
    /// <param name="header">Its header; empty where there is none.</param>
    public bool? RenewalOf(string text, string header = "")
    {
        var tokens = LabelTokens.Of(text);
        if (tokens.IsEmpty)
            return null;
        if (Whole(_wholeRenewals, tokens) is { } letter)
            return letter;
        if (_renewals.Find(tokens).Select(hit => hit.Value).Distinct().ToList() is [var only])
            return only;
        var asked = _renewals.Find(LabelTokens.Of(header)).Select(hit => hit.Value).Distinct().ToList();
        return asked is [var meant] && Whole(_answers, tokens) is { } answer ? answer == meant : null;
    }

    // « N », « oui »: in a longer text they are something else.
    private static bool IsAnswer(string term) => term.Length <= LongestAnswer;

    private static T? Whole<T>(TermIndex<T> index, ImmutableArray<LabelToken> tokens)
        where T : struct => !tokens.IsEmpty && index.LongestAt(tokens, 0) is { } hit && hit.End == tokens.Length ? hit.Value : null;

    private static TermIndex<HeaderRole> ToIndex(ImmutableArray<string> terms, HeaderRole role)
    {
        var index = new TermIndex<HeaderRole>(FrenchStem.Of);
        foreach (var term in terms)
            index.Add(Spell(term), role);
        return index;
    }

    /// <summary>The words that tell roles apart: a unit or a year beside them says nothing (« Coût total 2024 (en k€) »).</summary>
    internal static ImmutableArray<LabelToken> WordsOf(string header)
    {
        var all = LabelTokens.Of(Spell(header));
        var telling = all.RemoveAll(token => IsUnit(token.Text));
        if (telling.IsEmpty)
            return all;
        while (telling.Length > 1 && telling[^1].Text is "en" or "de")
            telling = telling.RemoveAt(telling.Length - 1);
        return telling;
    }

    private static bool IsUnit(string word) =>
        word is "euro" or "euros" or "k" or "m" or "ttc" or "ht" || (word.Length == 4 && word.StartsWith("20", StringComparison.Ordinal) && word.All(char.IsAsciiDigit));

    /// <summary>Signs that are words in a header, and that folding would lose.</summary>
    private static string Spell(string header) => header
        .Replace("%", " pourcent ", StringComparison.Ordinal)
        .Replace("€", " euro ", StringComparison.Ordinal)
        .Replace("°", " ", StringComparison.Ordinal);
}

/// <summary>What the inflexions of a French word share, near enough for headers: no plural, no feminine ending.</summary>
internal static class FrenchStem
{
    /// <summary>« accordées », « accordé » → accord; « coûts » → cout; « intitulé » → intitul.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        if (word.Length > 3 && word[^1] is 's' or 'x')
            word = word[..^1];
        while (word.Length > 4 && word[^1] == 'e')
            word = word[..^1];
        return word;
    }

    /// <summary>The stem as a text of its own.</summary>
    public static string Of(string word) => Of(word.AsSpan()).ToString();
}
