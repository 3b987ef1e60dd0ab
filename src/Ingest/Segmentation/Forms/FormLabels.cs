using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Forms;

/// <summary>Tells labels of a form from values, and cuts texts that hold both.</summary>
internal sealed class FormLabels(FormVocabulary forms, HeaderVocabulary headers, PayerVocabulary payers, SegmentationOptions options)
{
    // Labels are short; a sentence that quotes one of their words is not.
    private const int LongestLabel = 12;

    // So many words before a colon may still be a label that nobody knows.
    private const int LongestUnknownLabel = 7;

    // From this score on the whole of a text is known words of a label.
    private const double WholeLabel = 0.95;

    // A gap as wide as so many heights of the letters parts a label from its value where no colon does.
    private const double WideGap = 1.6;

    /// <summary>A cell, or a line without a colon, as a label; null where it is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="least">From which score on words are a label: by their place they may be one more or less surely.</param>
    public FormLabel? Whole(SourceText text, double least)
    {
        if (text.IsEmpty || text.Words.Take(LongestLabel + 1).Count() > LongestLabel)
            return null;
        var label = Trimmed(text);
        var match = forms.MatchLabel(WithoutNumber(label.Text));
        return match?.Score >= least && TickBoxes.Read(text).IsEmpty && !MoneyGrammar.Find(text.Text).Any(mention => mention.HasCurrency)
            ? new FormLabel(label, match.Value.Role, false)
            : null;
    }

    /// <summary>A label that nobody knows, in the place of labels.</summary>
    public FormLabel Unknown(SourceText text) => Whole(text, options.FormLabelScore) ?? new FormLabel(Trimmed(text), null, NamesPayer(text));

    /// <summary>A label that names somebody who pays; null where it names nobody.</summary>
    public FormLabel? Payer(SourceText text) => NamesPayer(text) ? new FormLabel(Trimmed(text), null, true) : null;

    /// <summary>How far the money under a label has come.</summary>
    public Model.Documents.FundingStatus StatusOf(FormLabel label) => headers.StatusOf(label.Text.Text) ?? Model.Documents.FundingStatus.Planned;

    /// <summary>The labels and values of a text, line by line. Lines that open with no label go on with the value before them.</summary>
    /// <param name="text">A paragraph or a cell.</param>
    /// <param name="takesUnknown">Whether words before a colon that nobody knows may be a label.</param>
    /// <param name="right">Where the lines of the text may end, in points; null where nothing tells.</param>
    public ImmutableArray<FormPart> Split(SourceText text, bool takesUnknown, double? right)
    {
        var parts = new List<(FormLabel? Label, List<(SourceText Text, bool OpensParagraph)> Lines)>();
        foreach (var (line, opensParagraph, isFree) in Lines(text, right))
        {
            foreach (var piece in Pieces(line))
            {
                var isMarked = piece.Paragraphs[0].Marker is { } marker && !marker.Any(char.IsLetterOrDigit);
                if (Cut(piece, takesUnknown && opensParagraph && !isMarked) is { } cut && (opensParagraph || (cut.Label!.Role is not null && (isFree || (cut.Label.Role is HeaderRole.TotalCost or HeaderRole.Financing && MoneyGrammar.Find(cut.Value.Text).Any(mention => mention.HasCurrency))))))
                    parts.Add((cut.Label, cut.Value.IsEmpty ? [] : [(cut.Value, true)]));
                else if (parts.Count == 0)
                    parts.Add((null, [(piece, true)]));
                else
                    parts[^1].Lines.Add((piece, opensParagraph));
            }
        }

        return [.. parts.Select(part => new FormPart(part.Label, Joined(part.Lines)))];
    }

    /// <summary>The label and value of one line: « Porteur : CCAS »; null where it has no label.</summary>
    private FormPart? Cut(SourceText line, bool takesUnknown)
    {
        var text = line.Text;
        var colon = Colon(text);
        if (colon > 0)
        {
            var label = line.Slice(0, colon);
            var value = colon + 1 < text.Length ? line.Slice(colon + 1, text.Length - colon - 1) : SourceText.Empty;
            var known = Whole(label, options.FormLabelScore);
            // « État : 5 000 € » tells who pays, not how a file stands.
            if (known is not null && !(IsPaid(value) && NamesPayer(label) && known.Role is not (HeaderRole.TotalCost or HeaderRole.Financing)))
                return new FormPart(known, value);
            // « Creusalis : 5 000 € »: whoever it is, an amount is what is given.
            if (label.Words.Take(options.HeaderPayerWords + 1).Count() <= options.HeaderPayerWords && MoneyGrammar.ParseCell(value.Text) is { IsBlank: false } cell
                && (cell.Money is { HasCurrency: true } || (NamesPayer(label) && (cell.Money is not null || cell.IsNothing))))
                return new FormPart(new FormLabel(Trimmed(label), null, NamesPayer(label)), value);
            return takesUnknown && label.Words.Take(LongestUnknownLabel + 1).Count() <= LongestUnknownLabel && char.IsUpper(label.Text[0]) && !label.Text.Contains('.', StringComparison.Ordinal)
                ? new FormPart(new FormLabel(Trimmed(label), null, false), value)
                : null;
        }

        if (Whole(line, WholeLabel) is { } alone)
            return new FormPart(alone, SourceText.Empty);
        return Gap(line) is { } at && Whole(line.Slice(0, at), WholeLabel) is { } spaced ? new FormPart(spaced, line.Slice(at, text.Length - at)) : null;
    }

    /// <summary>The known label that opens a line with nothing but a space behind it, and the rest; null where none does, or nothing follows.</summary>
    public (FormLabel Label, SourceText Value)? Opening(SourceText line)
    {
        var words = line.Words.Take(LongestUnknownLabel + 1).ToList();
        var end = words.Sum(word => word.Text.Length + 1);
        for (var count = words.Count; count > 0; count--)
        {
            if (end < line.Text.Length && Whole(line.Slice(0, end - 1), SureOpening) is { } label)
                return (label, line.Slice(end, line.Text.Length - end));
            end -= words[count - 1].Text.Length + 1;
        }

        return null;
    }

    // From this score on the words are the label and nothing else.
    private const double SureOpening = 0.95;

    /// <summary>Whether a value is an amount of money and nothing else.</summary>
    public static bool IsPaid(SourceText value) => MoneyGrammar.ParseCell(value.Text).Money is not null;

    // « 14:30 » and « https://… » have colons that part nothing.
    private static int Colon(string text)
    {
        for (var at = text.IndexOf(':', StringComparison.Ordinal); at >= 0; at = text.IndexOf(':', at + 1))
        {
            var isClock = at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);
            if (!isClock && !(at + 1 < text.Length && text[at + 1] == '/'))
                return at;
        }

        return -1;
    }

    // Where nothing but an empty space parts a label from its value: the offset of the value.
    private static int? Gap(SourceText line)
    {
        var words = line.Words.ToList();
        var at = 0;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            at += words[i].Text.Length + 1;
            if (words[i].Regions is [{ Bbox: { } left }] && words[i + 1].Regions is [{ Bbox: { } right }, ..] && right.Left - left.Right > WideGap * (left.Bottom - left.Top))
                return at;
        }

        return null;
    }

    // Two labels beside one another on a line: « Porteur : CCAS      Quartier : La Plaine ».
    private IEnumerable<SourceText> Pieces(SourceText line)
    {
        var rest = line;
        while (!rest.IsEmpty)
        {
            var at = NextLabel(rest);
            yield return at is { } start ? rest.Slice(0, start) : rest;
            rest = at is { } next ? rest.Slice(next, rest.Text.Length - next) : SourceText.Empty;
        }
    }

    private int? NextLabel(SourceText line)
    {
        var words = line.Words.ToList();
        var at = 0;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            at += words[i].Text.Length + 1;
            var isWide = words[i].Regions is [{ Bbox: { } left }] && words[i + 1].Regions is [{ Bbox: { } right }, ..] && right.Left - left.Right > WideGap * (left.Bottom - left.Top);
            if (isWide && line.Slice(at, line.Text.Length - at) is var rest && Colon(rest.Text) is var colon and > 0 && Whole(rest.Slice(0, colon), WholeLabel) is not null)
                return at;
        }

        return null;
    }

    // Paragraphs, and the lines of each where the source shows them. A line is free to open with a label where its first word had room on the
    // line before: a wrapped line never leaves as much.
    private static IEnumerable<(SourceText Line, bool OpensParagraph, bool IsFree)> Lines(SourceText text, double? end)
    {
        foreach (var paragraph in text.Paragraphs.Where(paragraph => paragraph.Words.Length > 0))
        {
            var lines = ToLines(paragraph);
            var right = end ?? lines.Max(RightOf);
            for (var i = 0; i < lines.Count; i++)
                yield return (new SourceText { Paragraphs = [new SourceParagraph([.. lines[i]], i == 0 ? paragraph.Marker : null) { MarkerRegions = i == 0 ? paragraph.MarkerRegions : [] }] }, i == 0, i > 0 && RightOf(lines[i - 1]) + WidthOf(lines[i][0]) + Space < right);
        }
    }

    // Points between two words, and what hyphens and rounding take.
    private const double Space = 8;

    private static double WidthOf(SourceWord word) => word.Regions is [{ Bbox: { } box }, ..] ? box.Width : 0;

    private static double RightOf(List<SourceWord> line) => line[^1].Regions is [.., { Bbox: { } box }] ? box.Right : 0;

    private static List<List<SourceWord>> ToLines(SourceParagraph paragraph)
    {
        var lines = new List<List<SourceWord>> { new() };
        foreach (var word in paragraph.Words)
        {
            if (lines[^1].Count > 0 && lines[^1][^1].Regions is [.., { Bbox: { } before } last] && word.Regions is [{ Bbox: { } here } first, ..] && (first.Page != last.Page || here.Top > before.Bottom - ((before.Bottom - before.Top) / 3)))
                lines.Add([]);
            lines[^1].Add(word);
        }

        return lines;
    }

    // Lines of one paragraph are one paragraph again.
    private static SourceText Joined(List<(SourceText Text, bool OpensParagraph)> lines)
    {
        var paragraphs = ImmutableArray.CreateBuilder<SourceParagraph>();
        foreach (var (line, opensParagraph) in lines)
        {
            if (opensParagraph || paragraphs.Count == 0)
                paragraphs.AddRange(line.Paragraphs);
            else
                paragraphs[^1] = paragraphs[^1] with { Words = [.. paragraphs[^1].Words, .. line.Words] };
        }

        return new SourceText { Paragraphs = paragraphs.ToImmutable() };
    }

    private bool NamesPayer(SourceText label) => payers.Match(label.Text) is not null;

    // « Intitulé de l'action : » without its colon.
    private static SourceText Trimmed(SourceText label)
    {
        var text = label.Text;
        var end = text.Length;
        while (end > 0 && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ':' or '*' or '?'))
            end--;
        return end == text.Length || end == 0 ? label : label.Slice(0, end);
    }

    // « 2. Porteur du projet », « Quartier(s) concerné(s) »: numbers and endings in brackets say nothing.
    private static string WithoutNumber(string label)
    {
        var text = label.Replace("(s)", "", StringComparison.OrdinalIgnoreCase).Replace("(e)", "", StringComparison.OrdinalIgnoreCase).Replace("(es)", "", StringComparison.OrdinalIgnoreCase);
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0)
            text = text[..bracket];
        return text.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '-', '–', ')', ' ', '•').Length is > 0 and var length ? text[^length..] : text;
    }
}
