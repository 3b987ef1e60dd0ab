using System.Collections.Immutable;
using Ingest.Model.Pages;

namespace Ingest.Reading.Pdf;

/// <summary>
/// Letters that are drawn as shapes: seen, and no text of the file. Where a page has more of them than letters, what it shows is not what
/// was read.
/// </summary>
internal static class OutlinedText
{
    // The dot of an « i » or a full stop has four arcs too; a letter that has none at all (« H ») stands among others that have.
    private const int LeastCurves = 3;

    /// <summary>How many shapes look like letters; 0 where there are few, or more letters than shapes.</summary>
    public static int Count(ImmutableArray<PaintedPath> paths, IEnumerable<Word> words, PdfReadingOptions options)
    {
        var shapes = paths.Where(path => path.IsFilled && path.FillColour != InkColours.White && IsLetter(path, options)).Sum(path => path.Outlines.Length);
        return shapes >= options.MinOutlinedLetters && shapes > Letters(words) ? shapes : 0;
    }

    /// <summary>How many letters words have.</summary>
    public static int Letters(IEnumerable<Word> words) => words.Where(word => word.IsVisible).Sum(word => word.Text.Length);

    // One letter, or the letters of a line as one path: each of its outlines is about as large as a letter.
    private static bool IsLetter(PaintedPath path, PdfReadingOptions options) => path.Outlines.Length > 0
        && path.Outlines.Sum(outline => outline.CurvedEnds.Count) >= LeastCurves
        && path.Outlines.All(outline => outline.Bounds is var bounds && bounds.Height <= options.LargestOutlinedLetter && bounds.Width <= options.LargestOutlinedLetter)
        && path.Outlines.Any(outline => outline.Bounds.Height >= options.SmallestOutlinedLetter);
}
