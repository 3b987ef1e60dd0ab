using Ingest.Reading.Pdf.Forms;

namespace Ingest.Reading.Pdf;

/// <summary>
/// Thresholds of the PDF reader. Lengths named « Em » are shares of the font size as shown, the others points. The
/// defaults come from type practice (a word space is 0.25 em, a justified one rarely under 0.15 em) and were checked
/// against the words that <c>pdftotext -bbox</c> finds in the ICDAR 2013 table competition's files.
/// </summary>
public sealed record PdfReadingOptions
{
    /// <summary>
    /// Least gap between two letters of different words, in em, where no white-space glyph stands. Kerning opens at most
    /// a few hundredths; the narrowest word spaces of justified text start at about 0.15.
    /// </summary>
    public double WordGapEm { get; init; } = 0.12;

    /// <summary>
    /// Gap, in em, that ends a strip of letters whose spacing is measured together. Beyond it stands another column.
    /// </summary>
    public double StripGapEm { get; init; } = 1.0;

    /// <summary>
    /// Widest letter-spacing, in em, that is taken for tracking. Wider spacing is layout: figures set into columns.
    /// </summary>
    public double MaxTrackingEm { get; init; } = 0.6;

    /// <summary>Fewest gaps of one show operation from which a letter-spacing is concluded; fewer say nothing.</summary>
    public int MinTrackingSamples { get; init; } = 4;

    /// <summary>
    /// How far, in em, a letter may start before the end of the one before it and still belong to the same word: kerning
    /// and slightly wrong widths. Beyond it the two overprint one another.
    /// </summary>
    public double MaxOverlapEm { get; init; } = 0.3;

    /// <summary>
    /// Least advance, in em, from the start of a white-space glyph to the next letter for the space to break the word. Some
    /// producers paint a space and move back over it.
    /// </summary>
    public double MinSpaceEm { get; init; } = 0.05;

    /// <summary>Greatest difference, in em, between baselines of one line: rounding of positions, slightly skewed scans.</summary>
    public double BaselineToleranceEm { get; init; } = 0.1;

    /// <summary>
    /// Angle, in degrees, within which text counts as turned by a multiple of a quarter; beyond it, it is slanted. Recognition
    /// layers of skewed scans stay under two degrees.
    /// </summary>
    public double SlantTolerance { get; init; } = 2;

    /// <summary>Height of a glyph, in em, beyond which the em of its font means nothing. Letters reach 1, brackets 1.5.</summary>
    public double MaxGlyphHeightEm { get; init; } = 3;

    /// <summary>Height, in em, of the tallest glyph that a text uses: a bracket or a letter with an ascender.</summary>
    public double TallestGlyphEm { get; init; } = 0.9;

    /// <summary>
    /// Least tangent of the angle by which a text matrix leans letters that are then italic. Synthesised italics lean by
    /// 12 to 20 degrees: 0.2 to 0.36.
    /// </summary>
    public double MinShear { get; init; } = 0.15;

    /// <summary>
    /// Greatest offset, in em, between two paintings of one letter that make it bold. Below the advance of the narrowest
    /// letters (« l », « . »: about 0.2), so that doubled letters stay two.
    /// </summary>
    public double DoubleStrikeEm { get; init; } = 0.15;

    /// <summary>Offset, in em, under which two paintings of one letter cover one another and make nothing bold.</summary>
    public double SameStrikeEm { get; init; } = 0.005;

    /// <summary>Greatest rise or fall, in em of the base text, of a superscript or subscript.</summary>
    public double MaxScriptRiseEm { get; init; } = 0.7;

    /// <summary>Size of a superscript or subscript relative to its base, at most. Word processors set 0.58 to 0.75.</summary>
    public double MaxScriptSize { get; init; } = 0.85;

    /// <summary>
    /// Thickness, in points, up to which a filled rectangle, a stroke or an image is a rule and not an area. The thickest
    /// usual table border is 3 points, the lowest shaded row of text about 6.
    /// </summary>
    public double MaxRulingThickness { get; init; } = 3.5;

    /// <summary>Thickness, in points, given to strokes of width 0 (« the thinnest line of the device ») and other hairlines.</summary>
    public double HairlineThickness { get; init; } = 0.1;

    /// <summary>Greatest drift, in points, between the ends of a stroke that is horizontal or vertical.</summary>
    public double AxisTolerance { get; init; } = 0.5;

    /// <summary>Fewest thin rectangles side by side that are slices of one area and not rules. A triple border has three.</summary>
    public int MinSlices { get; init; } = 4;

    /// <summary>
    /// Greatest distance, in points, of ink from the page. The largest page of the format is 14,400 points: what is painted
    /// a hundred pages off is an error of the file, and its coordinates could not be written.
    /// </summary>
    public double MaxCoordinate { get; init; } = 1_000_000;

    /// <summary>How many graphics states may be saved one upon the other (operator q). The format asks viewers for 28, writers stay below 100. Default 1000.</summary>
    public int MaxStateDepth { get; init; } = 1000;

    /// <summary>Operators of a page that may fail; what follows is not read, and told. A page of a broken font has some thousands. Default 10 000.</summary>
    public int MaxFailures { get; init; } = 10_000;

    /// <summary>How deep forms may be nested in one another. Real documents nest fewer than ten.</summary>
    public int MaxFormDepth { get; init; } = 16;

    /// <summary>
    /// Corners of paths that are read for each path of the limit (pagePaths): the outlines of a map have some ten. Default 16.
    /// </summary>
    public int PointsPerPath { get; init; } = 16;

    /// <summary>Fewest dots or underscores in a row that lead from a text to what stands at the line's end; an ellipsis has three.</summary>
    public int MinLeaderDots { get; init; } = 4;

    /// <summary>Greatest step in em from dot to dot of a leader whose dots stand apart.</summary>
    public double MaxDotStepEm { get; init; } = 1.5;

    /// <summary>How deep elements of a structure tree may be nested. Web pages that were printed nest over a hundred.</summary>
    public int MaxStructureDepth { get; init; } = 400;

    /// <summary>
    /// Most elements of a structure tree that are read. A page full of small cells has about a thousand; a tree with more is
    /// left aside whole.
    /// </summary>
    public int MaxStructureElements { get; init; } = 500_000;

    /// <summary>How many words a finding quotes at most.</summary>
    public int QuotedWords { get; init; } = 8;

    /// <summary>Largest disc, in points, that may be the bullet of a list: browsers draw 0.3 em.</summary>
    public double LargestBullet { get; init; } = 8;

    /// <summary>Difference of width and height of a disc, as a share of its width: rounding of its arcs.</summary>
    public double BulletRoundness { get; init; } = 0.15;

    /// <summary>Widest gap, in em, between a disc and the text that it opens.</summary>
    public double BulletGapEm { get; init; } = 2.5;

    /// <summary>Widest bullet in em of the text that it opens.</summary>
    public double BulletEm { get; init; } = 0.65;

    /// <summary>How far, in points, the bullets of one list may stand out of line.</summary>
    public double BulletShift { get; init; } = 1;

    /// <summary>
    /// Fewest shapes as large as letters of a page that are text turned into drawing, not a logo or its signs. A line of text has 80.
    /// </summary>
    public int MinOutlinedLetters { get; init; } = 150;

    /// <summary>Least height, in points, of a shape that may be a letter: an « x » of 5 points has 2.5.</summary>
    public double SmallestOutlinedLetter { get; init; } = 2;

    /// <summary>Greatest width and height, in points, of a shape that may be a letter: an « M » of 30 points.</summary>
    public double LargestOutlinedLetter { get; init; } = 30;

    /// <summary>What is filled into fields and written on the page as annotations.</summary>
    public PdfFormOptions Forms { get; init; } = new();
}
