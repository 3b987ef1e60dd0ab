using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation.Conventions;

/// <summary>
/// A list set as a sentence: « Les signataires s'engagent à : 1° ouvrir … ; 2° réserver … », « … à : ouvrir … ; réserver … ».
/// </summary>
internal static partial class RunInList
{
    private const int LeastItems = 2;

    private static readonly ImmutableArray<string> RomanNumbers = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"];

    /// <summary>The items of a paragraph, without what leads to them and their marks; the paragraph itself where it is no list.</summary>
    public static ImmutableArray<SourceText> Items(SourceText text)
    {
        var items = Spans(text.Text) is { Count: >= LeastItems } spans ? spans.Select(span => text.Slice(span.Start, span.Length)).ToImmutableArray() : [];
        return items.IsEmpty || items.Any(item => item.IsEmpty) ? [LabelReader.WithoutMarker(text)] : items;
    }

    private static List<TextSpan>? Spans(string text)
    {
        var colon = Lead().Match(text);
        if (!colon.Success)
            return null;
        var start = colon.Index + colon.Length;
        var counted = Counted(text, start);
        var cuts = counted.Count >= LeastItems ? counted : Semicolons(text, start);
        return [.. cuts.Select(span => Trimmed(text, span))];
    }

    // Marks count from the first one on: « 1° … 2° … », « a) … b) … », « (i) … (ii) … ».
    private static List<TextSpan> Counted(string text, int start)
    {
        var starts = new List<(int Mark, int Text)>();
        foreach (Match mark in Mark().Matches(text, start))
        {
            var number = mark.Groups["number"] is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture)
                : mark.Groups["roman"] is { Success: true } roman ? RomanNumbers.IndexOf(roman.Value) + 1
                : mark.Groups["letter"].Value[0] - 'a' + 1;
            if (number == starts.Count + 1 && (starts.Count > 0 || mark.Index == start))
                starts.Add((mark.Index, mark.Index + mark.Length));
        }

        return [.. starts.Select((own, index) => new TextSpan(own.Text, index + 1 < starts.Count ? starts[index + 1].Mark : text.Length))];
    }

    // Small letters go on behind each semicolon; a new sentence is none of the list.
    private static List<TextSpan> Semicolons(string text, int start)
    {
        var spans = new List<TextSpan>();
        var from = start;
        foreach (Match cut in Semicolon().Matches(text, start))
        {
            spans.Add(new TextSpan(from, cut.Index));
            from = cut.Index + cut.Length;
        }

        spans.Add(new TextSpan(from, text.Length));
        return spans.TrueForAll(span => SentenceGrammar.StartsLower(text[span.Start..span.End]) && !Sentence().IsMatch(text[span.Start..span.End])) ? spans : [];
    }

    private static TextSpan Trimmed(string text, TextSpan span)
    {
        var end = span.End;
        while (end > span.Start && text[end - 1] is ' ' or '\u00A0' or '\n' or ';' or ',')
            end--;
        return new TextSpan(span.Start, end);
    }

    [GeneratedRegex(@"^[^:;]{3,160}?[ \u00A0]?:[ \u00A0]", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?<![\p{L}\d(])\(?(?:(?<number>\d{1,2})[ \u00A0]?(?:°|\)|/)|(?:(?<letter>[a-h])|(?<roman>i{1,3}|iv|vi{0,3}))\))[ \u00A0]+(?=\p{L}|[«""“])", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"[ \u00A0]?;[ \u00A0\n]*(?:et[ \u00A0])?", RegexOptions.CultureInvariant)]
    private static partial Regex Semicolon();

    [GeneratedRegex(@"\p{L}{3,}[.!?][ \u00A0\n]+\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();
}
