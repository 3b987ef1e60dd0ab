using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Pdf.Forms;

/// <summary>Puts what annotations show among the words of their page.</summary>
internal static class AnnotationWords
{
    private const string EmptyBoxes = "☐□❏❑❒▢";
    private const string TickedBoxes = "☒☑✓✔✕✖✗✘";
    private const string Leaders = "._…·";

    /// <summary>
    /// The words of the page and of its annotations. What already stands in the place of a field is not told again: some programs
    /// write the values into the page and leave the fields.
    /// </summary>
    public static ImmutableArray<Word> Merge(ImmutableArray<Word> words, ImmutableArray<AnnotationInk> annotations, IReadOnlyCollection<Ruling> rulings, PdfReadingOptions options)
    {
        if (annotations.IsEmpty)
            return words;
        var all = words.ToList();
        foreach (var annotation in annotations)
        {
            if (annotation.IsTicked is { } isTicked)
                MergeBox(annotation.Box, isTicked, all, options);
            else
                MergeText(annotation, all, rulings, options);
        }

        return [.. all];
    }

    private static void MergeText(AnnotationInk annotation, List<Word> all, IReadOnlyCollection<Ruling> rulings, PdfReadingOptions options)
    {
        var added = annotation.Glyphs.IsEmpty ? annotation.Words : GlyphsToWords.Convert(annotation.Glyphs, rulings, options);
        if (added.IsEmpty || TextOf(Standing(all, annotation.Box, options)).Contains(TextOf(added), StringComparison.Ordinal))
            return;

        // The line of dots on which one writes ends where something is written.
        all.RemoveAll(word => IsLeader(word, options) && added.Any(value => value.Box.Overlaps(word.Box)));
        all.AddRange(added);
    }

    // A box may be drawn on the page with the field above it: then the two are one box.
    private static void MergeBox(Box box, bool isTicked, List<Word> all, PdfReadingOptions options)
    {
        var standing = Standing(all, box, options).Where(word => word.Text.Length == 1).ToList();
        if (standing.Exists(word => TickedBoxes.Contains(word.Text, StringComparison.Ordinal)))
            return;
        if (standing.Find(word => EmptyBoxes.Contains(word.Text, StringComparison.Ordinal)) is { } drawn)
        {
            if (isTicked)
                all[all.IndexOf(drawn)] = drawn with { Text = SymbolFonts.Ticked, Raw = drawn.Raw ?? drawn.Text };
            return;
        }

        all.Add(new Word
        {
            Text = isTicked ? SymbolFonts.Ticked : SymbolFonts.Unticked,
            Box = box,
            Baseline = box.Bottom,
            Font = new WordFont("", Math.Round(box.Height, 2), false, false),
        });
    }

    private static IEnumerable<Word> Standing(List<Word> words, Box box, PdfReadingOptions options)
    {
        var reach = box.Inflate(options.Forms.Reach);
        return words.Where(word => word.IsVisible && reach.Contains(word.Box.CenterX, word.Box.CenterY));
    }

    private static string TextOf(IEnumerable<Word> words) => string.Concat(words.Select(word => ShownTexts.Bare(word.Text)));

    private static bool IsLeader(Word word, PdfReadingOptions options) =>
        word.Text.Length >= options.MinLeaderDots && word.Text.All(letter => Leaders.Contains(letter, StringComparison.Ordinal));
}
