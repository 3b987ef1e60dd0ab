namespace Ingest.Layout;

/// <summary>Thresholds of layout. « em » is the size of the font in question.</summary>
public sealed record LayoutOptions
{
    /// <summary>The options as tuned.</summary>
    public static LayoutOptions Default { get; } = new();

    /// <summary>
    /// Height of the band above the baseline in which a word is looked for, in em: about the height of a small letter, so
    /// that lines set solid do not touch.
    /// </summary>
    public double CoreHeight { get; init; } = 0.5;

    /// <summary>Share of a word's band that lies in a line's band when the word belongs to the line.</summary>
    public double CoreOverlap { get; init; } = 0.5;

    /// <summary>A word this much smaller than its line may be raised or lowered: an exponent, an index.</summary>
    public double ScriptSizeRatio { get; init; } = 0.8;

    /// <summary>Widest gap between an exponent and the word it belongs to, in em of the line.</summary>
    public double ScriptGap { get; init; } = 0.5;

    /// <summary>A gap inside a line from which its parts may belong to different columns, in em: wider than justified spaces as a rule.</summary>
    public double SegmentGap { get; init; } = 1.0;

    /// <summary>Narrowest gutter between columns of prose in points: about one em of body text.</summary>
    public double MinGutter { get; init; } = 9;

    /// <summary>Lines that each column has at least; fewer are a heading beside another, or a label and its value.</summary>
    public int MinColumnLines { get; init; } = 4;

    /// <summary>Lines of a run without columns up to which it is tried again without its first, where that one bounds the gutter; longer ones are passed over whole, so that huge pages stay fast.</summary>
    public int MostRetriedLines { get; init; } = 200;

    /// <summary>Words that a line of a column of prose has on average at least; fewer are labels or figures.</summary>
    public double MinColumnWords { get; init; } = 3;

    /// <summary>Share of the column's width that its middle line fills at least when it is prose.</summary>
    public double MinColumnFill { get; init; } = 0.6;

    /// <summary>Step from line to line, relative to the usual one, from which a new paragraph begins.</summary>
    public double ParagraphLeading { get; init; } = 1.3;

    /// <summary>Usual step from line to line in em where there are too few lines to tell: single spacing of office software.</summary>
    public double DefaultLeading { get; init; } = 1.25;

    /// <summary>Ratio of font sizes between two lines from which they are not of one paragraph.</summary>
    public double SizeChange { get; init; } = 1.15;

    /// <summary>Indentation that opens a paragraph, in em.</summary>
    public double Indent { get; init; } = 0.9;

    /// <summary>Width of a space in em where a word is tried at the end of the line before.</summary>
    public double SpaceWidth { get; init; } = 0.25;

    /// <summary>Room that must be left over before a word is said to have fitted, in em: kerning and rounding.</summary>
    public double FitSlack { get; init; } = 0.1;

    /// <summary>How far lines may differ in their middle or right side to be centred or set flush right, in em.</summary>
    public double AlignmentTolerance { get; init; } = 0.35;

    /// <summary>Share of a page's words that run in one other direction when the page is read tilted.</summary>
    public double TurnedShare { get; init; } = 0.6;

    /// <summary>Share of the page's height, from the top and from the bottom, where running heads and feet stand.</summary>
    public double FurnitureZone { get; init; } = 0.17;

    /// <summary>Greatest step in em from the repeated header of a table to the rows below it: a running head stands farther off.</summary>
    public double HeaderReachEm { get; init; } = 2.5;

    /// <summary>How far the same running head may stand higher or lower on another page, in points.</summary>
    public double FurnitureShift { get; init; } = 6;

    /// <summary>The same on scanned pages, in points: sheets lie on the glass by hand and are scaled by a hundredth.</summary>
    public double ScannedFurnitureShift { get; init; } = 16;

    /// <summary>Share of its letters (0..1) that two readings of one line by text recognition have in common at least.</summary>
    public double ReadAlike { get; init; } = 0.85;

    /// <summary>Letters that such a line has at least: short ones may be alike by chance.</summary>
    public int ShortestAlike { get; init; } = 8;

    /// <summary>The engine's trust by letter (0..1) below which what was read of a line is strokes of a pen, dirt or shadow; bad scans of text have more.</summary>
    public double NoiseTrust { get; init; } = 0.5;

    /// <summary>Share of the pages that bear a running head at least (and two pages): another section may have another.</summary>
    public double FurnitureShare { get; init; } = 0.25;

    /// <summary>Steps from line to line inside a filing stamp, in em: the stamp's lines may be set wide.</summary>
    public double StampLeading { get; init; } = 3.5;

    /// <summary>How far the left sides of a stamp's lines may lie apart, in points: labels are flush left, the reference may be centred.</summary>
    public double StampShift { get; init; } = 60;

    /// <summary>Size of a heading relative to the body's.</summary>
    public double HeadingSize { get; init; } = 1.12;

    /// <summary>Most words of a heading: a longer text in bold is an insistent paragraph.</summary>
    public int HeadingWords { get; init; } = 25;

    /// <summary>Size of a footnote relative to the body's, at most.</summary>
    public double NoteSize { get; init; } = 0.88;

    /// <summary>Most characters of one paragraph; a longer text is read as several. A page of nothing but text has 4 000. Default 10 000.</summary>
    public int LongestBlock { get; init; } = 10_000;
}
