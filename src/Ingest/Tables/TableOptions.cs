using Ingest.Tables.Aligned;
using Ingest.Tables.Structure;
using Ingest.Tables.Tagged;

namespace Ingest.Tables;

/// <summary>Thresholds of tables. Distances are points on the page.</summary>
public sealed record TableOptions
{
    /// <summary>The options as tuned.</summary>
    public static TableOptions Default { get; } = new();

    /// <summary>Rules nearer to each other than this are one: double borders, borders of neighbouring cells.</summary>
    public double Snap { get; init; } = 3;

    /// <summary>Widest gap between two pieces of one rule: dashes, cells drawn one by one.</summary>
    public double Join { get; init; } = 3;

    /// <summary>How far a rule may end before the rule that it should meet.</summary>
    public double Reach { get; init; } = 3;

    /// <summary>A column or row thinner than this holds no text: what is left of a border or of a misplaced rule.</summary>
    public double Sliver { get; init; } = 6;

    /// <summary>Fewest rows and columns of cells; with less it is a box around a text.</summary>
    public int MinLines { get; init; } = 2;

    /// <summary>Share of the cells that hold text at least: the grid of a chart is empty.</summary>
    public double MinTextShare { get; init; } = 0.1;

    /// <summary>Share of its cells with words that a grid needs in a picture on a page with text of its own.</summary>
    public double MinPictureShare { get; init; } = 0.5;

    /// <summary>Cells with words below which a recognised grid with blank rows may be a chart.</summary>
    public int FewCells { get; init; } = 8;

    /// <summary>Share of its rows without a word from which such a grid is one.</summary>
    public double MaxBlankRows { get; init; } = 0.25;

    /// <summary>Fewest cells with text of a ruled table: two words at the corners of a crossing are no table.</summary>
    public int MinFilledCells { get; init; } = 3;

    /// <summary>Share of the cells with words that have another such cell next to them, at least: boxes that stand apart are a drawing.</summary>
    public double MinTouchingShare { get; init; } = 0.25;

    /// <summary>Most places of one grid, rows times columns: hatching and maps have more, and no table of office size does.</summary>
    public int MaxPlaces { get; init; } = 100_000;

    /// <summary>Words beside a grid, as a share of those in it, through which its rules run on when it is only a part of a table.</summary>
    public double TornShare { get; init; } = 0.25;

    /// <summary>Fewest shades off the rows and columns of a grid that make it a chart: its bars.</summary>
    public int MinDrawings { get; init; } = 3;

    /// <summary>Widest inner margin of a cell that is believed when it is read off the words.</summary>
    public double MaxPadding { get; init; } = 9;

    /// <summary>How far the column edges of a table may move from page to page.</summary>
    public double ColumnShift { get; init; } = 4;

    /// <summary>How far a table may lie to the left or right from one scanned page to the next, in points: a centimetre on the glass.</summary>
    public double ScannedShift { get; init; } = 28;

    /// <summary>Part by which one scanned page may be larger than the next: feeders pull unevenly.</summary>
    public double ScannedStretch { get; init; } = 0.025;

    /// <summary>Share of its letters (0..1) that a header read by text recognition has in common with that of the page before.</summary>
    public double HeaderLikeness { get; init; } = 0.75;

    /// <summary>Letters that such a header has at least: a word or two may be alike by chance.</summary>
    public int ShortestHeader { get; init; } = 15;

    /// <summary>Labels in the same columns that make a row the header of the page before, where the rest of it cannot be read.</summary>
    public int SameLabels { get; init; } = 2;

    /// <summary>Letters that such a label has at least.</summary>
    public int ShortestLabel { get; init; } = 5;

    /// <summary>Most rows that a repeated header has.</summary>
    public int MaxHeaderRows { get; init; } = 5;

    /// <summary>
    /// Evidence from which the first row of a page is the rest of the last row of the page before: about two columns that
    /// are always filled and are empty here, or one of them and a sentence that goes on.
    /// </summary>
    public double ContinuationScore { get; init; } = 1.25;

    /// <summary>Share of the rows with text in a column from which its being empty is telling.</summary>
    public double UsuallyFilled { get; init; } = 0.6;

    /// <summary>Evidence of a sentence that goes on in small letters.</summary>
    public double SentenceGoesOn { get; init; } = 1;

    /// <summary>Evidence against, when a cell ends a sentence and its continuation would begin another.</summary>
    public double SentenceEnds { get; init; } = 0.25;

    /// <summary>Evidence for, when the rule that should close the row at the page's end is missing.</summary>
    public double OpenBorder { get; init; } = 1;

    /// <summary>Evidence against, when a cell that was empty before the break has text behind it.</summary>
    public double NewText { get; init; } = 1;

    /// <summary>Words and thresholds by which rows, captions and notes are told.</summary>
    public StructureOptions Structure { get; init; } = StructureOptions.Default;

    /// <summary>Thresholds of rows below a head whose columns no rule carries on.</summary>
    public HeadOptions Heads { get; init; } = HeadOptions.Default;

    /// <summary>Thresholds of tables that only alignment shows.</summary>
    public AlignmentOptions Alignment { get; init; } = AlignmentOptions.Default;

    /// <summary>Thresholds of tables that a structure tree tells of.</summary>
    public TaggedOptions Tagged { get; init; } = TaggedOptions.Default;
}
