using System.Text.RegularExpressions;
using Ingest.Model.Pages;

namespace Ingest.Layout;

/// <summary>How the lines of a column or a cell are set.</summary>
internal enum Alignment
{
    /// <summary>Flush left or justified.</summary>
    Left,

    /// <summary>Centred.</summary>
    Centre,

    /// <summary>Flush right.</summary>
    Right,
}

/// <summary>What the lines of one column or cell have in common, all in the frame of their direction.</summary>
/// <param name="Left">Left side of the text area in points.</param>
/// <param name="Right">Right side of the text area in points.</param>
/// <param name="Leading">Usual step from line to line, relative to the font size.</param>
/// <param name="Alignment">How the lines are set.</param>
/// <param name="HasBracketedItems">Whether the text is a list of « name (code) » without any bullet.</param>
internal sealed record Measure(double Left, double Right, double Leading, Alignment Alignment, bool HasBracketedItems)
{
    /// <summary>Reads leading and alignment off the lines.</summary>
    public static Measure OfLines(IReadOnlyList<TextLine> lines, double left, double right, LayoutOptions options)
    {
        var steps = new List<double>();
        for (var i = 1; i < lines.Count; i++)
        {
            var step = (lines[i].Baseline - lines[i - 1].Baseline) / lines[i].Size();
            if (lines[i].Direction == lines[i - 1].Direction && step is > 0.7 and < 3)
                steps.Add(step);
        }

        // The lower quartile: in lists of short items the steps between items outnumber those between lines.
        steps.Sort();
        var leading = steps.Count >= 3 ? steps[steps.Count / 4] : options.DefaultLeading;
        return new Measure(left, right, leading, FindAlignment(lines, left, right, options), FindBracketedItems(lines));
    }

    // Every closed bracket at a line end is followed by a capital, and the last line ends with one: prose hardly does that twice.
    private static bool FindBracketedItems(IReadOnlyList<TextLine> lines)
    {
        var ends = Enumerable.Range(0, lines.Count).Where(index => lines[index].Words[^1].Text[^1] == ')').ToList();
        return ends.Count > 1 && ends[^1] == lines.Count - 1 && ends[..^1].TrueForAll(index => char.IsUpper(lines[index + 1].Words[0].Text[0]));
    }

    private static Alignment FindAlignment(IReadOnlyList<TextLine> lines, double left, double right, LayoutOptions options)
    {
        if (lines.Count < 2)
            return Alignment.Left;
        var tolerance = options.AlignmentTolerance * lines[0].Size();
        var boxes = lines.Select(line => line.Frame()).ToList();
        bool AllNear(Func<Model.Provenance.Box, double> side, double place) => boxes.TrueForAll(box => Math.Abs(side(box) - place) <= tolerance);

        if (AllNear(box => box.Left, boxes.Min(box => box.Left)))
            return Alignment.Left;
        if (AllNear(box => box.CenterX, (left + right) / 2))
            return Alignment.Centre;
        return AllNear(box => box.Right, boxes.Max(box => box.Right)) && boxes.Max(box => box.Left) - left > 3 * tolerance ? Alignment.Right : Alignment.Left;
    }
}

/// <summary>
/// Tells a break that the writer made from one that the width made: the first word of the next line would have fitted, or
/// indentation, leading, font or a list marker says so.
/// </summary>
internal static partial class LineBreaks
{
    /// <summary>Whether a new paragraph begins with the next line.</summary>
    /// <param name="first">First line of the paragraph so far.</param>
    /// <param name="last">Last line of the paragraph so far.</param>
    /// <param name="next">The line that follows.</param>
    /// <param name="measure">The column or cell.</param>
    /// <param name="options">Thresholds.</param>
    public static bool IsHard(TextLine first, TextLine last, TextLine next, Measure measure, LayoutOptions options)
    {
        if (last.Direction != next.Direction || HasOwnFont(last, next, options) || StandsApart(last, next, measure, options))
            return true;
        // What goes on with a small letter below a bullet or a title belongs to it: browsers balance the lines of an item, titles have margins
        // of their own.
        var isOpen = char.IsLower(next.Words[0].Text[0]) && !Marker(next).IsMarker && !EndsSentence(last.Words[^1].Text);
        var goesOn = isOpen && (Marker(first).IsBullet || (IsBold(last) && IsBold(next) && HasSizeOf(last, next)));
        var fits = !goesOn && WouldHaveFitted(last, next, measure, options) && !ClosesWhatIsOpen(last, next);
        if (fits || OpensItem(first, last, next))
            return true;
        // Roman below italics, or the other way round, is another text.
        if (IsItalic(last) is { } slanted && IsItalic(next) == !slanted && !char.IsLower(next.Words[0].Text[0]))
            return true;
        if (IsBold(last) && !next.Words[0].Font.IsBold)
            return !char.IsLower(next.Words[0].Text[0]);
        // A line in bold below one that fills its width by chance is a title where its size or an ended sentence says so too.
        if (IsBold(next) && last.Words.All(word => !word.Font.IsBold) && char.IsUpper(next.Words[0].Text[0]) && (EndsSentence(last.Words[^1].Text) || !HasSizeOf(last, next)))
            return true;
        return IsLabelledAmount(last, next) || (measure.HasBracketedItems && last.Words[^1].Text[^1] == ')') || (!goesOn && measure.Alignment == Alignment.Left && !(isOpen && HangsUnder(first, last)) && IsIndented(first, last, next, options) && !AreCentred(last, next, measure, options));
    }

    // Whether all its words are set in italics; null where some are.
    private static bool? IsItalic(TextLine line) => line.Words.All(word => word.Font.IsItalic) ? true : line.Words.Any(word => word.Font.IsItalic) ? null : false;

    /// <summary>Whether every word of the line is bold.</summary>
    public static bool IsBold(TextLine line) => line.Words.All(word => word.Font.IsBold);

    /// <summary>Whether the line opens with a list marker or a number.</summary>
    public static (bool IsMarker, bool IsBullet) Marker(TextLine line) => MarkerGrammar.Look([.. line.Words.Select(word => word.Text)]);

    private static bool HasOwnFont(TextLine last, TextLine next, LayoutOptions options)
    {
        var (a, b) = (last.Size(), next.Size());
        return Math.Max(a, b) > options.SizeChange * Math.Min(a, b);
    }

    // Half a per cent: sizes are told in tenths of points and sums of scales.
    private static bool HasSizeOf(TextLine last, TextLine next) => Math.Abs(last.Size() - next.Size()) <= 0.005 * last.Size();

    private static bool StandsApart(TextLine last, TextLine next, Measure measure, LayoutOptions options)
    {
        var step = next.Baseline - last.Baseline;
        return step > options.ParagraphLeading * measure.Leading * Math.Max(last.Size(), next.Size());
    }

    private static bool WouldHaveFitted(TextLine last, TextLine next, Measure measure, LayoutOptions options)
    {
        var (box, size) = (last.Frame(), last.Size());
        var room = measure.Alignment switch
        {
            Alignment.Centre => measure.Right - measure.Left - box.Width,
            Alignment.Right => box.Left - measure.Left,
            _ => measure.Right - box.Right,
        };
        var space = WordInventory.EndsWithHyphen(last.Words[^1].Text) ? 0 : options.SpaceWidth * size;
        return UnbreakableWidth(next) + space + options.FitSlack * size < room;
    }

    // A quotation or a bracket that opens on one line and closes on the next is one text, whatever the room.
    private static bool ClosesWhatIsOpen(TextLine last, TextLine next)
    {
        foreach (var (open, close) in (ReadOnlySpan<(char, char)>)[('«', '»'), ('“', '”'), ('(', ')')])
        {
            if (Depth(last, open, close) > 0 && Depth(next, open, close) < 0)
                return true;
        }

        return false;
    }

    private static int Depth(TextLine line, char open, char close) => line.Words.Sum(word => word.Text.Count(c => c == open) - word.Text.Count(c => c == close));

    // « 12 000 € », « Coût : » and « « mot » hold together by no-break spaces: together they fit or do not.
    private static double UnbreakableWidth(TextLine line)
    {
        var count = 1;
        while (count < line.Words.Length && HoldsTo(line.Words[count - 1].Text, line.Words[count].Text))
            count++;
        return line.Words[count - 1].Frame().Right - line.Words[0].Frame().Left;
    }

    private static bool HoldsTo(string word, string next) =>
        word is "«" || next is ":" or ";" or "!" or "?" or "»" || next.TrimEnd(',', ';', '.', ')') is "€" or "%" || (char.IsAsciiDigit(word[^1]) && DigitGroup().IsMatch(next));

    private static bool OpensItem(TextLine first, TextLine last, TextLine next)
    {
        var (isMarker, isBullet) = Marker(next);
        if (!isMarker || isBullet)
            return isMarker;

        // A dash or a number may as well be within a sentence: it opens an item behind another item or an ended sentence.
        return Marker(first).IsMarker || EndsSentence(last.Words[^1].Text);
    }

    private static bool EndsSentence(string word) => word[^1] is '.' or ';' or ':' or '!' or '?' or '…';

    // « Ville : 3 000 € » may fill its line by chance; the next line is another of its kind.
    private static bool IsLabelledAmount(TextLine last, TextLine next)
    {
        var end = last.Words[^1].Text;
        return (char.IsAsciiDigit(end[^1]) || end[^1] is '€' || end is "euros")
            && last.Words.Any(IsRelation) && next.Words.Any(IsRelation) && char.IsUpper(next.Words[0].Text[0]);
    }

    private static bool IsRelation(Word word) => word.Text[^1] is ':' or '=';

    // « Mesure 1 : Ouvrir une crèche de vingt-quatre » over « berceaux », further in: the lines behind the first hang.
    private static bool HangsUnder(TextLine first, TextLine last) => ReferenceEquals(first, last);

    private static bool IsIndented(TextLine first, TextLine last, TextLine next, LayoutOptions options)
    {
        var em = next.Size();
        var left = next.Frame().Left;
        if (Marker(first).IsMarker)
            return left < first.Frame().Left - options.Indent * em;
        return left > last.Frame().Left + options.Indent * em;
    }

    // A title that wraps, centred over a text that is not: its second line is not indented, only short.
    private static bool AreCentred(TextLine last, TextLine next, Measure measure, LayoutOptions options)
    {
        var (centre, tolerance) = ((measure.Left + measure.Right) / 2, options.AlignmentTolerance * last.Size());
        return Math.Abs(last.Frame().CenterX - centre) <= tolerance && Math.Abs(next.Frame().CenterX - centre) <= tolerance;
    }

    [GeneratedRegex(@"^\d{3}(?:[.,]\d+)?(?:€|%)?[.,;)]?$")]
    private static partial Regex DigitGroup();
}
