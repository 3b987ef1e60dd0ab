using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>A number with its unit in a text.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset behind its unit.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit as published; null without one.</param>
/// <param name="IsChange">Whether a sign says that it is a change: « +100 ».</param>
internal readonly record struct Figure(int Start, int End, decimal Value, string? Unit, bool IsChange);

/// <summary>Numbers, units and areas of statistics.</summary>
internal sealed partial class FigureGrammar
{
    private readonly ImmutableArray<string> _units;
    private readonly ImmutableArray<string> _leads;
    private readonly FrenchLexicon _lexicon;

    public FigureGrammar(StrategyVocabulary vocabulary, FrenchLexicon lexicon)
    {
        _lexicon = lexicon;
        _units = [.. vocabulary.Words.Units.OrderByDescending(unit => unit.Length)];
        _leads = [.. vocabulary.Words.AreaLeads.OrderByDescending(lead => lead.Length)];
    }

    /// <summary>The name of a statistic without the year that closes it: « Population (2019) », « Taux de pauvreté 2021 ».</summary>
    public static SourceText WithoutYear(SourceText name) => ClosingYear().Match(name.Text) is { Success: true, Index: > 0 } year ? name.Slice(0, year.Index) : name;

    /// <summary>All figures of a text; years and parts of words (« 15-64 ans », « CE1 ») are none.</summary>
    public ImmutableArray<Figure> Find(string text)
    {
        var figures = ImmutableArray.CreateBuilder<Figure>();
        foreach (Match match in Number().Matches(text))
        {
            var digits = Spaces().Replace(match.Groups["number"].Value, "").Replace(',', '.');
            if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
                continue;
            var (unit, end) = UnitAt(text, match.Index + match.Length);
            if (unit is null && Year().IsMatch(match.Groups["number"].Value))
                continue;
            figures.Add(new Figure(match.Index, end, value, unit, match.Groups["sign"].Success));
        }

        return figures.ToImmutable();
    }

    /// <summary>The name of an area without article and preposition: « sur l'ensemble de l'agglomération » → agglomération.</summary>
    public string? Area(string text)
    {
        var area = text.Trim(' ', '\u00A0', '.', ',', ';', ':', '(', ')', '–', '-');
        for (var lead = LeadOf(area); lead > 0; lead = LeadOf(area))
            area = area[lead..].TrimStart(' ', '\u00A0');
        return area.Length > 1 && area.Any(char.IsLetter) ? WithSmallInitial(area) : null;
    }

    // « Commune » at the head of a column is « commune » in a sentence; a name keeps its capital.
    private string WithSmallInitial(string area)
    {
        var words = area.Split(' ', '\u00A0');
        var first = words[0];
        var isName = words.Length > 1 && char.IsUpper(words[1].FirstOrDefault());
        var isCommon = first.Length > 1 && !isName && first.Skip(1).All(char.IsLower) && _lexicon.IsWord(first.ToLowerInvariant()) && !_lexicon.IsProperNoun(first);
        return isCommon ? char.ToLowerInvariant(area[0]) + area[1..] : area;
    }

    private int LeadOf(string area)
    {
        foreach (var lead in _leads)
        {
            var isElided = lead[^1] is '\'';
            // « Le Mans Métropole »: an article with its capital before a name is part of it.
            if (area.Length > lead.Length + 1 && char.IsUpper(area[0]) && char.IsUpper(area[lead.Length + 1]) && lead is "le" or "la" or "les")
                continue;
            var text = area.Replace('’', '\'');
            if (text.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && text.Length > lead.Length && (isElided || text[lead.Length] is ' ' or '\u00A0' || lead.EndsWith(" de", StringComparison.Ordinal) && text[lead.Length] == ' '))
                return lead.Length;
        }

        return 0;
    }

    private (string? Unit, int End) UnitAt(string text, int at)
    {
        var start = at;
        while (start < text.Length && text[start] is ' ' or '\u00A0' or '\u202F' or '\n')
            start++;
        foreach (var unit in _units)
        {
            if (start + unit.Length > text.Length || !text.AsSpan(start, unit.Length).Equals(unit, StringComparison.OrdinalIgnoreCase))
                continue;
            var end = start + unit.Length;
            if (char.IsLetter(unit[^1]) && end < text.Length && char.IsLetterOrDigit(text[end]))
                continue;
            return (Published(unit), end);
        }

        return (null, at);
    }

    private static string Published(string unit) => unit switch { "ha" => "hectares", "euros" => "€", "hab." or "hab" => "habitants", _ => unit };

    [GeneratedRegex(@"(?<![\p{L}\d.,/])(?<sign>[+−]|(?<=\()-)?[ \u00A0]?(?<number>\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?![\p{L}\d/°]|[.,]\d|-\d|[ \u00A0]?(?:à|et)[ \u00A0]\d{1,2}[ \u00A0]ans|[ \u00A0]ans\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"[ \u00A0]*(?:\((?:en[ \u00A0])?(?:19|20)\d\d\)|(?:en[ \u00A0])?(?:19|20)\d\d)[ \u00A0]*$", RegexOptions.CultureInvariant)]
    private static partial Regex ClosingYear();

    [GeneratedRegex(@"^(?:19|20)\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"[ \u00A0\u202F]", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
