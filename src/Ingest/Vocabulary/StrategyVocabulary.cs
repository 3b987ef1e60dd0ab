using System.Collections.Immutable;
using Ingest.Grammar;

namespace Ingest.Vocabulary;

/// <summary>A level of a strategy, from the top.</summary>
public enum StrategyLevel
{
    /// <summary>Enjeu, axe, pilier, défi, volet.</summary>
    Enjeu,

    /// <summary>Orientation, strategic objective.</summary>
    Orientation,

    /// <summary>Objective of the strategy.</summary>
    Objective,

    /// <summary>What the commune will do.</summary>
    Operational,
}

/// <summary>A part of a convention by its heading.</summary>
public enum SectionKind
{
    /// <summary>Table of contents.</summary>
    Contents,

    /// <summary>What comes before the matter: context, framework, duration.</summary>
    Preamble,

    /// <summary>Map of a neighbourhood.</summary>
    Map,

    /// <summary>Statistics.</summary>
    Statistics,

    /// <summary>Problems.</summary>
    Irritants,

    /// <summary>Assets.</summary>
    Opportunites,

    /// <summary>Priorities.</summary>
    Priorites,

    /// <summary>The strategy itself.</summary>
    Strategy,

    /// <summary>Steering.</summary>
    Governance,

    /// <summary>The block of signatures.</summary>
    Signatories,

    /// <summary>Annexes.</summary>
    Annex,
}

/// <summary>The words of a level.</summary>
/// <param name="Level">The level.</param>
/// <param name="Labels">Words that open a label of the level, before a number or a colon.</param>
/// <param name="Headers">Headers of columns that hold the level.</param>
public sealed record LevelTerms(StrategyLevel Level, ImmutableArray<string> Labels, ImmutableArray<string> Headers);

/// <summary>The words of a section's heading.</summary>
/// <param name="Section">The section.</param>
/// <param name="Terms">The words.</param>
public sealed record SectionTerms(SectionKind Section, ImmutableArray<string> Terms);

/// <summary>Lists of words that help to cut the texts of a convention.</summary>
public sealed record StrategyWords
{
    /// <summary>Words after which a label is not at its end, and a capital opens no sentence.</summary>
    public ImmutableArray<string> Function { get; init; } = [];

    /// <summary>Nouns that a name follows: « école Pierre … ».</summary>
    public ImmutableArray<string> NameCarriers { get; init; } = [];

    /// <summary>Headers of the first column of a table of bodies of steering.</summary>
    public ImmutableArray<string> BodyHeaders { get; init; } = [];

    /// <summary>Verbs by which a document announces its own levels: « se déclinent en ».</summary>
    public ImmutableArray<string> LevelChains { get; init; } = [];

    /// <summary>Words that end the sentence before a list of what will be done: « s'engage à ».</summary>
    public ImmutableArray<string> ListLeads { get; init; } = [];

    /// <summary>Words before the area that a statistic is compared to.</summary>
    public ImmutableArray<string> AreaLeads { get; init; } = [];

    /// <summary>Words between a value and what it is compared to.</summary>
    public ImmutableArray<string> Comparisons { get; init; } = [];

    /// <summary>Verbs between a statistic and its value.</summary>
    public ImmutableArray<string> ValueVerbs { get; init; } = [];

    /// <summary>What the name of a statistic begins with.</summary>
    public ImmutableArray<string> StatisticNouns { get; init; } = [];

    /// <summary>Headers of columns that hold neither a level nor items.</summary>
    public ImmutableArray<string> OtherHeaders { get; init; } = [];

    /// <summary>Units as they are published.</summary>
    public ImmutableArray<string> Units { get; init; } = [];

    /// <summary>What is counted, folded, and what the statistic is called.</summary>
    public ImmutableDictionary<string, string> Counted { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Offices of those who sign.</summary>
    public ImmutableArray<string> Offices { get; init; } = [];

    /// <summary>Words that name a party of a signature block.</summary>
    public ImmutableArray<string> Parties { get; init; } = [];
}

/// <summary>A word of a level at the beginning of a text.</summary>
/// <param name="Level">The level that it names.</param>
/// <param name="Term">The word, folded.</param>
/// <param name="End">Offset behind it.</param>
public readonly record struct LevelMatch(StrategyLevel Level, string Term, int End);

/// <summary>A level that a header may announce.</summary>
/// <param name="Level">The level.</param>
/// <param name="Score">Share of the header's words that its terms explain, 0..1.</param>
public readonly record struct LevelHeader(StrategyLevel Level, double Score);

/// <summary>A section that a heading may open.</summary>
/// <param name="Section">The section.</param>
/// <param name="Score">Share of the heading's words that its terms explain, 0..1; what stands first weighs more.</param>
public readonly record struct SectionMatch(SectionKind Section, double Score);

/// <summary>The words of conventions: levels of a strategy, headings of sections.</summary>
public sealed class StrategyVocabulary
{
    private readonly TermIndex<StrategyLevel> _labels = new(FrenchStem.Of);
    private readonly TermIndex<StrategyLevel> _headers = new(FrenchStem.Of);
    private readonly ImmutableArray<(SectionKind Section, TermIndex<SectionKind> Terms)> _sections;
    private readonly TermIndex<bool> _functions = new();
    private readonly TermIndex<bool> _carriers = new(FrenchStem.Of);
    private readonly TermIndex<bool> _parties = new(FrenchStem.Of);
    private readonly TermIndex<bool> _statistics = new(FrenchStem.Of);
    private readonly TermIndex<bool> _others = new(FrenchStem.Of);
    private readonly TermIndex<bool> _offices = new(FrenchStem.Of);
    private readonly TermIndex<bool> _chains = new();
    private readonly TermIndex<bool> _leads = new();
    private readonly TermIndex<bool> _bodyHeaders = new();

    /// <summary>A vocabulary of the given terms.</summary>
    public StrategyVocabulary(ImmutableArray<LevelTerms> levels, ImmutableArray<SectionTerms> sections, StrategyWords words)
    {
        foreach (var level in levels)
        {
            foreach (var label in level.Labels)
                _labels.Add(label, level.Level);
            foreach (var header in level.Headers)
                _headers.Add(header, level.Level);
        }

        _sections = [.. sections.Select(section => (section.Section, ToIndex(section.Terms, section.Section, FrenchStem.Of)))];
        Words = words;
        Fill(_functions, words.Function);
        Fill(_carriers, words.NameCarriers);
        Fill(_parties, words.Parties);
        Fill(_offices, words.Offices);
        Fill(_chains, words.LevelChains);
        Fill(_leads, words.ListLeads);
        Fill(_bodyHeaders, words.BodyHeaders);
        Fill(_others, words.OtherHeaders);
        Fill(_statistics, words.StatisticNouns);
        HeaderTerms = [.. levels.SelectMany(level => level.Headers)];
    }

    /// <summary>The lists of words.</summary>
    public StrategyWords Words { get; }

    /// <summary>All headers of columns, for damaged ones to be compared with.</summary>
    public ImmutableArray<string> HeaderTerms { get; }

    /// <summary>The word of a level that opens the text; null where none does.</summary>
    public LevelMatch? MatchLabel(string text)
    {
        var tokens = LabelTokens.Of(text);
        if (tokens.IsEmpty || _labels.LongestAt(tokens, 0) is not { } hit)
            return null;
        var term = string.Join(' ', tokens.Take(hit.Count).Select(token => FrenchStem.Of(token.Text)));
        return new LevelMatch(hit.Value, term, tokens[hit.End - 1].End);
    }

    /// <summary>The levels that a header may announce, best first.</summary>
    public ImmutableArray<LevelHeader> MatchHeader(string header)
    {
        var tokens = LabelTokens.Of(header);
        if (tokens.IsEmpty)
            return [];
        // A header of many words that only begins with a term says what it is nevertheless: « Objectifs opérationnels pour le quartier ».
        return [.. _headers.Find(tokens)
            .GroupBy(hit => hit.Value)
            .Select(group => new LevelHeader(group.Key, (group.Sum(hit => hit.Count) + (group.Any(hit => hit.First == 0) ? 0.5 : 0)) / (tokens.Length + 0.5)))
            .OrderByDescending(match => match.Score)];
    }

    /// <summary>
    /// The levels that a sentence says the strategy has, from the top: « trois piliers, qui se déclinent en orientations, puis en
    /// objectifs opérationnels »; none where it announces no two.
    /// </summary>
    public ImmutableArray<StrategyLevel> AnnouncedLevels(string sentence)
    {
        var tokens = LabelTokens.Of(sentence);
        var named = _headers.Find(tokens);
        // « le projet comprend trois piliers, qui se déclinent en … »: what is parted stands last before the verb that parts it.
        return _chains.Find(tokens)
            .Select(chain => named.Skip(Math.Max(0, named.FindLastIndex(hit => hit.First < chain.First))).Select(hit => hit.Value).Distinct().ToImmutableArray())
            .FirstOrDefault(levels => levels.Length > 1 && levels.Zip(levels.Skip(1)).All(pair => pair.Second > pair.First), []);
    }

    /// <summary>Whether a text ends with words that lead to a list of what will be done: « L'agglomération s'engage à : ».</summary>
    public bool LeadsToList(string text)
    {
        var tokens = LabelTokens.Of(text);
        return _leads.Find(tokens).Any(hit => hit.End == tokens.Length);
    }

    /// <summary>The sections that a heading may open, best first.</summary>
    public ImmutableArray<SectionMatch> MatchSection(string heading)
    {
        var tokens = LabelTokens.Of(heading);
        if (tokens.IsEmpty)
            return [];
        var matches = new List<SectionMatch>();
        foreach (var (section, terms) in _sections)
        {
            var hits = terms.Find(tokens);
            if (hits.Count == 0)
                continue;
            var first = hits[0].First;
            var covered = hits.Sum(hit => hit.Count) / (double)tokens.Length;
            matches.Add(new SectionMatch(section, covered + (1.0 / (1 + first))));
        }

        return [.. matches.OrderByDescending(match => match.Score)];
    }

    // Half of a heading's words must be a section's, or its first ones.
    private const double Telling = 0.6;

    /// <summary>The section that a heading names plainly; null where it says nothing known, or only in passing.</summary>
    public SectionKind? SectionOf(string heading) => MatchSection(heading) is [{ Score: >= Telling } best, ..] ? best.Section : null;

    /// <summary>Whether a header is that of a column of bodies of steering.</summary>
    public bool HeadsBodies(string header) => IsOne(_bodyHeaders, header);

    /// <summary>
    /// Where the body of steering that opens a sentence ends, its article before it: « Le comité de pilotage » in « Le comité de pilotage se
    /// réunit … »; null where the sentence opens with none.
    /// </summary>
    public int? BodyAt(string sentence)
    {
        var tokens = LabelTokens.Of(sentence);
        var at = tokens.Length > 1 && tokens[0].Text is "le" or "la" or "les" or "l" ? 1 : 0;
        var terms = _sections.First(section => section.Section == SectionKind.Governance).Terms;
        return at < tokens.Length && terms.LongestAt(tokens, at) is { } hit ? tokens[hit.End - 1].End : null;
    }

    /// <summary>Whether a word cannot end a label.</summary>
    public bool IsFunctionWord(string word) => IsOne(_functions, word.TrimEnd('\'', '’'));

    /// <summary>Whether a name may follow the word.</summary>
    public bool CarriesName(string word) => IsOne(_carriers, word);

    /// <summary>Whether a text names a kind of party.</summary>
    public bool NamesParty(string text) => _parties.Find(LabelTokens.Of(text)).Count > 0;

    /// <summary>What a statistic is called that only names what it counts (« habitants »); null for any other name.</summary>
    public string? CountedName(string counted) => Words.Counted.GetValueOrDefault(counted.ToLowerInvariant());

    /// <summary>What a statistic counts whose name says nothing else: inhabitants for « Population »; null for any other name.</summary>
    public string? UnitOfCount(string name) => Words.Counted.Where(pair => Folding.Fold(pair.Value) == Folding.Fold(name)).Select(pair => pair.Key).FirstOrDefault();

    /// <summary>Whether a header opens with a word that heads neither a level nor items.</summary>
    public bool HeadsOther(string header) => _others.LongestAt(LabelTokens.Of(header), 0) is not null;

    /// <summary>Whether a name is that of a statistic, wherever it stands.</summary>
    public bool NamesStatistic(string name) => _statistics.LongestAt(LabelTokens.Of(name), 0) is not null;

    /// <summary>Whether a text opens with the office of somebody, behind an article: « Le maire de … ».</summary>
    public bool OpensWithOffice(string text)
    {
        var tokens = LabelTokens.Of(text);
        var at = tokens.Length > 1 && tokens[0].Text is "le" or "la" or "l" ? 1 : 0;
        return at < tokens.Length && _offices.LongestAt(tokens, at) is not null;
    }

    private static bool IsOne(TermIndex<bool> terms, string word)
    {
        var tokens = LabelTokens.Of(word);
        return !tokens.IsEmpty && terms.LongestAt(tokens, 0)?.Count == tokens.Length;
    }

    private static void Fill(TermIndex<bool> index, ImmutableArray<string> terms)
    {
        foreach (var term in terms)
            index.Add(term, true);
    }

    private static TermIndex<T> ToIndex<T>(ImmutableArray<string> terms, T value, WordStem stem)
    {
        var index = new TermIndex<T>(stem);
        foreach (var term in terms)
            index.Add(term, value);
        return index;
    }
}
