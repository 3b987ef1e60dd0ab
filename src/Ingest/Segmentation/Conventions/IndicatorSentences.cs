using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>Reads statistics out of lines (« Taux de pauvreté : 32,8 % (18,8 % sur … ) ») and sentences (« Le taux … atteint … contre … »).</summary>
internal sealed partial class IndicatorSentences(FigureGrammar figures, StrategyVocabulary vocabulary)
{
    /// <summary>Most characters of a sentence: a run of figures without a point between them is none, and each would look back to its start.</summary>
    public const int LongestSentence = 2000;

    /// <summary>The statistics of a paragraph.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="context">Year and perimeter of its section.</param>
    /// <param name="named">The neighbourhoods that the document names.</param>
    public IEnumerable<DraftIndicator> Read(SourceText text, FigureContext context, IReadOnlySet<string> named)
    {
        var places = new FiguresByPlace(figures);
        DraftIndicator? before = null;
        string? quartier = null;
        foreach (var (start, length) in Sentences(text.Text))
        {
            if (length > LongestSentence)
                continue;
            var sentence = text.Slice(start, length);
            // « Au Vert-Bois, le taux … est de … »; the sentences behind it go on about it until another place is named.
            quartier = QuartierGrammar.Known(sentence.Text, named) switch { [var only] => only, [] when GoesOn(sentence.Text) => quartier, _ => null };
            foreach (var clause in Clauses(sentence))
            {
                // « … la même année », « ; le taux y était de … »: clauses of one sentence share its year.
                var isSame = clause.Start > 0 || SameYear().IsMatch(sentence.Text);
                if (ReadSentence(clause.Text, isSame && before?.Year is { } year ? context with { Year = year } : context, clause.Start > 0, quartier) is { } indicator)
                {
                    before = indicator;
                    foreach (var told in places.Part(clause.Text, indicator, named))
                        yield return told.Quartier is null ? told with { Quartier = quartier } : told;
                }
            }
        }
    }

    private bool GoesOn(string sentence) => vocabulary.NamesStatistic(ArticleLead().Replace(sentence, "", 1)) || There().IsMatch(sentence);

    // « … comptait 10 380 habitants ; le taux de chômage y était de 25,7 % et la part des jeunes s'y élevait à … »: each clause with a
    // figure and a statistic of its own.
    private IEnumerable<(int Start, SourceText Text)> Clauses(SourceText sentence)
    {
        var from = 0;
        foreach (Match link in ClauseLink().Matches(sentence.Text))
        {
            var next = link.Index + link.Length;
            if (figures.Find(sentence.Text[from..link.Index]).IsEmpty || figures.Find(sentence.Text[next..]).IsEmpty || !vocabulary.NamesStatistic(ArticleLead().Replace(sentence.Text[next..], "", 1)))
                continue;
            yield return (from, sentence.Slice(from, link.Index - from));
            from = next;
        }

        yield return (from, from == 0 ? sentence : sentence.Slice(from, sentence.Text.Length - from));
    }

    private DraftIndicator? ReadSentence(SourceText source, FigureContext context, bool isClause, string? quartier)
    {
        var text = source.Text;
        var found = figures.Find(text);
        // « 5 640 46,8 % habitants Commune » is a line across cards, and no name.
        if (found.IsEmpty || (Name(source, found, quartier) ?? (isClause ? WithoutVerb(source, found) : null)) is not { } named || (named.Name.Text.Length > 0 && figures.Find(named.Name.Text).Length > 1))
            return null;
        var value = named.Figure;
        var reference = found.Where(figure => figure.Start > value.End && !figure.IsChange && IsComparison(text, value, figure)).Select(figure => (Figure?)figure).FirstOrDefault();
        var own = FigureContext.Of([.. InYear().Matches(text).Select(match => match.Value), ClosingYearOf(named.Name)]).Or(FigureContext.Of(Brackets().Matches(text).Select(match => match.Value).Where(bracket => figures.Find(bracket).IsEmpty)));
        var merged = own.Or(context);
        return new DraftIndicator
        {
            Name = FigureGrammar.WithoutYear(named.Name),
            Called = vocabulary.CountedName(named.Name.Text),
            Value = value.Value,
            Unit = value.Unit,
            Reference = reference?.Value,
            ReferenceArea = reference is { } compared ? AreaOf(text, value, compared, found) : null,
            Year = merged.Year,
            Perimeter = merged.Perimeter,
            Source = source,
        };
    }

    /// <summary>The name of the statistic and its figure: before a colon, before a verb, or what is counted.</summary>
    private (SourceText Name, Figure Figure)? Name(SourceText source, ImmutableArray<Figure> found, string? quartier)
    {
        var text = source.Text;
        // « est de 39,4 % (agglomération : 11,8 %) »: what stands in a bracket names no statistic.
        var colon = Colon().Matches(text).FirstOrDefault(match => text.AsSpan(0, match.Index).Count('(') == text.AsSpan(0, match.Index).Count(')'));
        if (colon is not null && found.FirstOrDefault(figure => figure.Start > colon.Index + colon.Value.IndexOf(':', StringComparison.Ordinal) && !figure.IsChange) is { End: > 0 } stated
            && IsLead(text[colon.Index..stated.Start].Replace(":", "", StringComparison.Ordinal)))
            return (Trimmed(source, 0, colon.Index), stated);
        // « 2 620 habitants en 2021 » alone.
        if (found is [{ IsChange: false } only, ..] && text[..only.Start].Trim(' ', '\u00A0').Length == 0 && only.Unit is not null && vocabulary.CountedName(only.Unit) is not null)
            return (CountedName(source, only), only);
        foreach (var figure in found.Where(figure => !figure.IsChange))
        {
            var before = text[..figure.Start];
            if (Verb(before) is not { } verb)
                continue;
            var subject = before[..verb.Start];
            // « Le quartier compte 2 340 habitants »: what is counted is the name.
            return (IsPlace(subject[ClauseStart(subject)..]) || (quartier is not null && QuartierGrammar.Core(subject.Trim()) == QuartierGrammar.Core(quartier))) && figure.Unit is not null && char.IsLetter(figure.Unit[0])
                ? (CountedName(source, figure), figure)
                : (Trimmed(source, ClauseStart(subject), verb.Start), figure);
        }

        return null;
    }

    // « … atteint 51,3 % et la part des familles monoparentales 33,8 % »: the verb is that of the clause before.
    private (SourceText Name, Figure Figure)? WithoutVerb(SourceText source, ImmutableArray<Figure> found) =>
        found is [{ IsChange: false } first, ..] && Trimmed(source, 0, first.Start) is { IsEmpty: false } name && vocabulary.NamesStatistic(name.Text) ? (name, first) : null;

    // « Parmi les 15-24 ans, la part des non-diplômés est de … »: the subject is the last clause.
    private static int ClauseStart(string subject)
    {
        var comma = LastClause().Match(subject);
        return comma.Success ? comma.Index + comma.Length : 0;
    }

    private static SourceText CountedName(SourceText source, Figure figure) => source.Slice(figure.End - figure.Unit!.Length, figure.Unit.Length);

    // Few words stand between a colon and its figure: « environ », « près de ».
    private static bool IsLead(string between) => between.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= 3;

    private (int Start, int End)? Verb(string before)
    {
        (int Start, int End)? best = null;
        var folded = before.Replace('’', '\'');
        foreach (var verb in vocabulary.Words.ValueVerbs)
        {
            var at = folded.LastIndexOf(verb, StringComparison.OrdinalIgnoreCase);
            if (at <= 0 || (char.IsLetter(folded[at - 1])) || (at + verb.Length < folded.Length && char.IsLetter(folded[at + verb.Length])))
                continue;
            if (!IsLead(before[(at + verb.Length)..]))
                continue;
            if (best is null || at < best.Value.Start)
                best = (at, at + verb.Length);
        }

        return best;
    }

    private static string ClosingYearOf(SourceText name) => name.Text[FigureGrammar.WithoutYear(name).Text.Length..];

    private static bool IsPlace(string subject) => PlaceSubject().IsMatch(subject.Trim());

    // Behind the value, in a bracket or after a word that compares.
    private bool IsComparison(string text, Figure value, Figure figure)
    {
        if (value.Unit != figure.Unit && figure.Unit is not null && value.Unit is not null)
            return false;
        var between = text[value.End..figure.Start];
        return between.Contains('(', StringComparison.Ordinal) || vocabulary.Words.Comparisons.Any(word => Contains(between, word)) || between.Trim() is "/" or "," or ";";
    }

    private static bool Contains(string text, string word) => WordAt(text, word) >= 0;

    private static int WordAt(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetter(text[at - 1])) && (at + word.Length >= text.Length || !char.IsLetter(text[at + word.Length])) ? at : -1;
    }

    private string? AreaOf(string text, Figure value, Figure reference, ImmutableArray<Figure> found)
    {
        var next = found.Where(figure => figure.Start > reference.End).Select(figure => figure.Start).DefaultIfEmpty(text.Length).Min();
        var behind = AreaEnd().Split(text[reference.End..next])[0];
        if (figures.Area(behind) is { } area)
            return area;
        // « quand celui de l'agglomération atteint 18 350 € »: the area stands between the word that compares and the verb.
        var between = text[value.End..reference.Start].TrimEnd();
        if (vocabulary.Words.Comparisons.Select(word => WordAt(between, word)).Where(at => at >= 0).DefaultIfEmpty(-1).Min() is >= 0 and var comparing && Verb(between[comparing..]) is { } linked
            && figures.Area(FirstWord().Replace(between[comparing..(comparing + linked.Start)], "")) is { } compared)
            return compared;
        // « (agglomération : 18,8 %) », « soit deux fois celui de l'arrondissement (14,8 %) »
        var before = text[value.End..reference.Start].TrimEnd();
        var opening = before.LastIndexOfAny(['(', ',', ';']);
        return figures.Area(before[(opening + 1)..])
            ?? (opening > 0 ? figures.Area(before[(before.LastIndexOfAny(['(', ',', ';'], opening - 1) + 1)..opening]) : null);
    }

    private static SourceText Trimmed(SourceText source, int start, int end)
    {
        var text = source.Text;
        var lead = ArticleLead().Match(text, start);
        var from = lead.Success ? lead.Index + lead.Length : start;
        var to = end;
        while (to > from && (char.IsWhiteSpace(text[to - 1]) || text[to - 1] is ':' or ',' or '-' or '–'))
            to--;
        // « y atteint », « ne dépasse pas »
        while (WordBeforeVerb().Match(text[from..to]) is { Success: true, Index: > 0 } word)
            to = from + word.Index;
        // « revenu médian des 1 480 habitants du Peyrouat »: how many they are is none of the name.
        if (CountInName().Match(text[from..to]) is { Success: true, Index: > 0 } count)
            to = from + count.Index;
        return source.Slice(from, Math.Max(0, to - from));
    }

    // A sentence ends with a point before a capital; a line feed always ends one.
    private static IEnumerable<(int Start, int Length)> Sentences(string text)
    {
        var from = 0;
        foreach (Match match in SentenceEnd().Matches(text))
        {
            yield return (from, match.Index + 1 - from);
            from = match.Index + match.Length;
        }

        if (from < text.Length)
            yield return (from, text.Length - from);
    }

    [GeneratedRegex(@"(?<!\p{L})(?:y|s['’]y|n['’]y|il|elle)[ \u00A0]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex There();

    [GeneratedRegex(@"[.;](?:[ \u00A0]|\n)+(?=\p{Lu})|\n(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[ \u00A0](?:y|s['’]y|n['’]y|ne|n['’])[ \u00A0]?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WordBeforeVerb();

    [GeneratedRegex(@"[ \u00A0]?[;,][ \u00A0](?:et[ \u00A0])?(?=l(?:e|a|es)?[ \u00A0'’])|[ \u00A0](?:et|tandis[ \u00A0]que)[ \u00A0](?=l(?:e|a|es)?[ \u00A0'’])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ClauseLink();

    [GeneratedRegex(@"\b(?:la|cette)[ \u00A0]même[ \u00A0]année\b|\bla[ \u00A0]même[ \u00A0]date\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SameYear();

    [GeneratedRegex(@"[ \u00A0]?:[ \u00A0]?", RegexOptions.CultureInvariant)]
    private static partial Regex Colon();

    [GeneratedRegex(@"[ \u00A0]d(?:e|es)[ \u00A0](?=\d[\d \u00A0]*[ \u00A0](?:habitants|ménages|logements|personnes|familles|foyers)\b).*$", RegexOptions.CultureInvariant)]
    private static partial Regex CountInName();

    [GeneratedRegex(@"^\p{L}+(?:[ \u00A0]que)?[ \u00A0]", RegexOptions.CultureInvariant)]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"(?<!\p{L})(?:en|fin|recensement[ \u00A0](?:de|en)|au[ \u00A0]\d{1,2}(?:er)?[ \u00A0]\p{L}+)[ \u00A0](?:19|20)\d\d(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex InYear();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[(),;.]|[ \u00A0](?:et|soit|alors|tandis|contre)[ \u00A0]", RegexOptions.CultureInvariant)]
    private static partial Regex AreaEnd();

    [GeneratedRegex(@",[ \u00A0](?=(?:le|la|les|l['’])[ \u00A0]?\p{Ll})(?!.*,[ \u00A0](?:le|la|les|l['’]))", RegexOptions.CultureInvariant)]
    private static partial Regex LastClause();

    [GeneratedRegex(@"\G(?:(?:Le|La|Les)[ \u00A0]|L['’])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ArticleLead();

    [GeneratedRegex(@"^(?:(?:Le|La|Ce|Cette|Il|Elle|L['’])\b.{0,40}\b)?(?:quartiers?|QPV|territoire|cité|commune|Il|Elle|On)\b[^,]{0,60}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlaceSubject();
}
