using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using UglyToad.PdfPig.Fonts;
using UglyToad.PdfPig.Fonts.AdobeFontMetrics;
using UglyToad.PdfPig.Fonts.Standard14Fonts;

namespace Ingest.Reading.Pdf.Forms;

/// <summary>
/// Sets a value into its field as a viewer would that draws it itself: left aligned or as the field says, broken into lines where the
/// field has several, made smaller until it fits. Letters are as wide as Helvetica's, the font of nearly all forms.
/// </summary>
internal sealed partial class TextInBox(PdfFormOptions options)
{
    private const double Ascent = 0.9;
    private const double Descent = 0.22;
    private const double EmUnits = 1000;

    // What the font does not have is about as wide as a figure.
    private const double UsualWidth = 556;
    private const double Shrinking = 0.9;

    private static readonly AdobeFontMetrics Metrics = Standard14.GetAdobeFontMetrics(Standard14Font.Helvetica);

    /// <summary>The words of a value.</summary>
    /// <param name="text">The value.</param>
    /// <param name="field">How the field shows it.</param>
    /// <param name="heading">The way the text runs.</param>
    /// <param name="box">The field's place.</param>
    public ImmutableArray<Word> Set(string text, FormField field, Heading heading, Box box)
    {
        var corners = new[] { heading.Along(new ShownPoint(box.Left, box.Top)), heading.Along(new ShownPoint(box.Right, box.Bottom)) };
        var across = new[] { heading.Across(new ShownPoint(box.Left, box.Top)), heading.Across(new ShownPoint(box.Right, box.Bottom)) };
        var place = new Place(heading, corners.Min(), corners.Max(), across.Min(), across.Max());
        if (field.CombPlaces > 0 && !text.Contains('\n', StringComparison.Ordinal) && text.Length <= field.CombPlaces)
            return SetComb(text, field, place);
        var (lines, size) = Fit(text, field, place);
        var step = lines.Count == 1 ? size : Math.Min(options.LineStepEm * size, place.Height / lines.Count);
        var first = lines.Count == 1 || !field.IsMultiline
            ? ((place.Top + place.Bottom - ((Ascent + Descent) * size)) / 2) - ((lines.Count - 1) * step / 2)
            : place.Top + Math.Min(options.Padding, Math.Max(0, place.Height - (lines.Count * step)));
        return [.. lines.SelectMany((line, i) => SetLine(line, size, first + (i * step) + (Ascent * size), field.Quadding, place))];
    }

    // One character in the middle of each place, together one word: a number that is written box by box is one number.
    private ImmutableArray<Word> SetComb(string text, FormField field, Place place)
    {
        var step = place.Width / field.CombPlaces;
        var shift = field.Quadding switch { 1 => (field.CombPlaces - text.Length) / 2, 2 => field.CombPlaces - text.Length, _ => 0 };
        var size = SizeOf(field, place);
        var baseline = ((place.Top + place.Bottom - ((Ascent + Descent) * size)) / 2) + (Ascent * size);
        double At(int index) => place.Start + ((index + shift) * step);
        return [.. Runs(text).Select(run => ToWord(run.Text, At(run.At), At(run.At + run.Text.Length), baseline, size, place))];
    }

    private (List<string> Lines, double Size) Fit(string text, FormField field, Place place)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        for (var size = SizeOf(field, place); ; size *= Shrinking)
        {
            var lines = field.IsMultiline ? [.. paragraphs.SelectMany(line => Wrap(line, size, place.Width - (2 * options.Padding)))] : paragraphs;
            if (lines.Count == 1 || lines.Count * options.LineStepEm * size <= place.Height || size <= options.SmallestSize)
                return (lines, Math.Min(size, Math.Max(place.Height, options.SmallestSize) / (Ascent + Descent)));
        }
    }

    private static IEnumerable<string> Wrap(string line, double size, double width)
    {
        var open = "";
        foreach (var word in Spaces().Split(line))
        {
            var longer = open.Length == 0 ? word : $"{open} {word}";
            if (open.Length > 0 && WidthOf(longer, size) > width)
            {
                yield return open;
                open = word;
            }
            else
            {
                open = longer;
            }
        }

        yield return open;
    }

    private IEnumerable<Word> SetLine(string line, double size, double baseline, int quadding, Place place)
    {
        var full = WidthOf(line, size);
        var room = Math.Max(0, place.Width - (2 * options.Padding));
        var squeeze = full > room && full > 0 ? room / full : 1;
        var start = place.Start + options.Padding + (quadding switch { 1 => (room - (full * squeeze)) / 2, 2 => room - (full * squeeze), _ => 0 });
        foreach (var (text, at) in Runs(line))
        {
            var from = start + (WidthOf(line[..at], size) * squeeze);
            yield return ToWord(text, from, from + (WidthOf(text, size) * squeeze), baseline, size, place);
        }
    }

    private double SizeOf(FormField field, Place place)
    {
        var stated = field.DefaultAppearance is { } operators && FontSize().Match(operators) is { Success: true } match
            && double.TryParse(match.Groups[1].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var points) ? points : 0;
        return Math.Max(
            options.SmallestSize,
            stated > 0 ? stated : Math.Min(options.LargestAutomaticSize, field.IsMultiline ? options.LargestAutomaticSize : options.LineShare * place.Height));
    }

    private static IEnumerable<(string Text, int At)> Runs(string line) => NoSpaces().Matches(line).Select(match => (match.Value, match.Index));

    private static Word ToWord(string text, double start, double end, double baseline, double size, Place place)
    {
        var at = place.Heading.PointAt(start, baseline);
        return new Word
        {
            Text = text.Normalize(NormalizationForm.FormC),
            Box = place.Heading.BoxOf(start, end, baseline - (Ascent * size), baseline + (Descent * size)),
            Baseline = place.Heading.Direction is TextDirection.Up or TextDirection.Down ? at.X : at.Y,
            Font = new WordFont(Metrics.FontName, Math.Round(size, 2), false, false),
            Direction = place.Heading.Direction,
        };
    }

    private static double WidthOf(string text, double size) => text.Sum(WidthOf) * size / EmUnits;

    private static double WidthOf(char letter) =>
        Metrics.CharacterMetrics.TryGetValue(GlyphList.AdobeGlyphList.UnicodeCodePointToName(letter), out var metric) ? metric.Width.X : UsualWidth;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\S+")]
    private static partial Regex NoSpaces();

    // « /Helv 9 Tf »
    [GeneratedRegex(@"([\d.]+)\s+Tf\b")]
    private static partial Regex FontSize();

    private readonly record struct Place(Heading Heading, double Start, double End, double Top, double Bottom)
    {
        public double Width => End - Start;

        public double Height => Bottom - Top;
    }
}
