namespace Ingest.Reading.Imaging;

/// <summary>Thresholds of the repair of scanned pages. Lengths are in points of the page.</summary>
public sealed record OcrImageOptions
{
    /// <summary>Side in points of the tiles in which the brightness of the paper is taken: a few letters.</summary>
    public double PaperTile { get; init; } = 18;

    /// <summary>Share of a tile's pixels that are darker than its paper: text covers less than half of any tile.</summary>
    public double PaperQuantile { get; init; } = 0.8;

    /// <summary>Tiles on each side among which the brightest is paper: shaded bands are narrower than twice that.</summary>
    public int PaperReach { get; init; } = 2;

    /// <summary>Brightness (0 to 255) below which nothing is paper: a dark band stays dark.</summary>
    public int DarkestPaper { get; init; } = 110;

    /// <summary>Largest skew in degrees that is looked for: pages laid on the glass by hand.</summary>
    public double MaxSkew { get; init; } = 5;

    /// <summary>Step in degrees of the last search of the skew: over 800 points it moves a line end by half a point.</summary>
    public double SkewStep { get; init; } = 0.03;

    /// <summary>Resolution in dots per inch at which text is read: what the engine was trained for.</summary>
    public double TextDpi { get; init; } = 300;

    /// <summary>Shortest rule in points that stands by itself: longer than what letters side by side may look like.</summary>
    public double RulingLength { get; init; } = 110;

    /// <summary>Shortest rule in points between two others: the side of a cell of one line.</summary>
    public double ShortRuling { get; init; } = 9;

    /// <summary>Shortest piece in points that goes on a rule found elsewhere and ends in paper on one side.</summary>
    public double PieceLength { get; init; } = 20;

    /// <summary>Share of the distance between two rules that a short rule takes, less what averaging adds to its length.</summary>
    public double RowFill { get; init; } = 0.6;

    /// <summary>Share of its darkness that the chroma of coloured ink has; the rules of a tinted table have less.</summary>
    public double StampSaturation { get; init; } = 0.4;

    /// <summary>Points by which a rule may end short of a shaded band and still reach it.</summary>
    public double SideGap { get; init; } = 8;

    /// <summary>Points between the end of a short rule and the rule that it meets.</summary>
    public double RulingReach { get; init; } = 4;

    /// <summary>Width in points of the margin in which a line is the edge of the sheet.</summary>
    public double PageEdge { get; init; } = 12;

    /// <summary>Length in points over which an image is averaged along a rule: a few letters, so that pale and rough hairlines come out.</summary>
    public double RulingSmoothing { get; init; } = 6;

    /// <summary>Distance in points at which the sides of a hairline are looked at: figures may stand right beside it.</summary>
    public double HairSide { get; init; } = 0.9;

    /// <summary>Distance in points at which the sides of a thin rule are looked at; less than the height of small letters.</summary>
    public double ThinSide { get; init; } = 1.4;

    /// <summary>Distance in points at which the sides of a thick rule are looked at.</summary>
    public double ThickSide { get; init; } = 4.2;

    /// <summary>Brightness (0 to 255) by which a rule, averaged along it, differs from both its sides: hairlines of bad copies are pale.</summary>
    public int RulingContrast { get; init; } = 14;

    /// <summary>Least such brightness beyond the end of what was found: where a rule goes on, less is enough.</summary>
    public int FaintContrast { get; init; } = 8;

    /// <summary>The same as a share of what is usual along the rule.</summary>
    public double FaintShare { get; init; } = 0.4;

    /// <summary>Share of the pixels of text on a line that look like a rule by chance.</summary>
    public double ChanceOfInk { get; init; } = 0.15;

    /// <summary>Doubt, in nats for each point of resolution, after which a rule is no longer followed: about two points of clean paper, more where the rule is broken all along.</summary>
    public double LongestDoubt { get; init; } = 6;

    /// <summary>Share of its length on which a rule shows from which it is not dashed: it is expected to go on without a gap.</summary>
    public double Unbroken { get; init; } = 0.7;

    /// <summary>Contrast of a rule as a share of that of the darker rules of its page, below which it shines through from the other side of the sheet.</summary>
    public double PalestRule { get; init; } = 0.13;

    /// <summary>Distance in points within which letters above and below a line make it the middle of their own line: nearer than small letters come to a rule.</summary>
    public double LetterReach { get; init; } = 3;

    /// <summary>Share of its length that a rule may have ink on both sides within <see cref="LetterReach"/>: strokes and stamps that cross it.</summary>
    public double FlankedShare { get; init; } = 0.3;

    /// <summary>Length in points over which a rule is followed where something as dark lies beside it: a crossing rule, a letter that touches it, no band.</summary>
    public double LongestCover { get; init; } = 9;

    /// <summary>Length in points at its ends within which a rule may end: averaging draws it out.</summary>
    public double EndsWithin { get; init; } = 16;

    /// <summary>How many times more a rule differs from its sides than they from each other.</summary>
    public double SideRatio { get; init; } = 0.8;

    /// <summary>Share of its length along which a rule differs from both sides: letters touch it here and there, a line of letters is no rule.</summary>
    public double FreeShare { get; init; } = 0.78;

    /// <summary>Brightness (0 to 255) of the ground up to which white rules part cells.</summary>
    public int DarkGround { get; init; } = 150;

    /// <summary>Thickest rule in points; what is thicker is a band or a picture.</summary>
    public double RulingThickness { get; init; } = 4;

    /// <summary>Gap in points between two pieces of one rule that a bad copy broke.</summary>
    public double RulingGap { get; init; } = 4;

    /// <summary>Area in square points below which a lone spot is dirt: a full stop of 6 points has 0.3.</summary>
    public double SpeckArea { get; init; } = 0.08;

    /// <summary>Longest side in points of a speck; a bullet is larger.</summary>
    public double SpeckSide { get; init; } = 2.2;

    /// <summary>Distance in points from letters beyond which a speck is dirt: a full stop is nearer.</summary>
    public double SpeckDistance { get; init; } = 5;

    /// <summary>Specks within that distance from which they are the dots of a screened shade.</summary>
    public int ScreenDots { get; init; } = 5;

    /// <summary>Width in points of the margin in which dark edges of the glass lie.</summary>
    public double EdgeWidth { get; init; } = 30;

    /// <summary>Side in points of the tiles in which the ground is looked at: less than a line of text.</summary>
    public double FillTile { get; init; } = 2;

    /// <summary>Brightness (0 to 255) from which ground is paper.</summary>
    public int PaleFill { get; init; } = 238;

    /// <summary>Brightnesses by which the tiles of one shade differ.</summary>
    public int FillSpread { get; init; } = 24;

    /// <summary>Least width in points of a shaded area.</summary>
    public double FillWidth { get; init; } = 20;

    /// <summary>Least height in points of a shaded area: a row of small print.</summary>
    public double FillHeight { get; init; } = 8;

    /// <summary>Share of its bounds that a shaded area takes; letters leave holes.</summary>
    public double FillShare { get; init; } = 0.7;

    /// <summary>Side in points of the tiles in which coloured ink is counted.</summary>
    public double StampTile { get; init; } = 5;

    /// <summary>Difference between the strongest and the weakest of red, green and blue from which ink is coloured; copies of grey have less than 30.</summary>
    public int StampChroma { get; init; } = 48;

    /// <summary>Part of its chroma by which coloured ink is brighter when seen through a filter of its colour: 0.7 for red, 0.9 for blue, 0.4 for green.</summary>
    public double InkFilter { get; init; } = 0.6;

    /// <summary>Brightness (0 to 255) by which ink is darker than its ground: coloured ground is no ink.</summary>
    public int StampContrast { get; init; } = 36;

    /// <summary>Share of a tile that coloured ink takes.</summary>
    public double StampInk { get; init; } = 0.03;

    /// <summary>Least width and height in points of a stamp.</summary>
    public double StampSide { get; init; } = 24;

    /// <summary>Tiles' worth of black ink that a stamp covers before it is taken out.</summary>
    public double StampCovers { get; init; } = 0.3;

    /// <summary>Brightness (0 to 255) up to which ink is black.</summary>
    public int BlackInk { get; init; } = 110;

    /// <summary>Least width and height in points of one piece of ink that is no letter: a ring or frame of a stamp, a signature.</summary>
    public double MarkSide { get; init; } = 36;

    /// <summary>Largest side in points of such a piece: a stamp of eight centimetres; what is larger is left of a table.</summary>
    public double LargestMark { get; init; } = 230;

    /// <summary>Points within which the sides of a stamp's frame meet, and within which the lines of a double frame lie.</summary>
    public double FrameCorner { get; init; } = 6;

    /// <summary>Points by which a rule runs on behind the side of a frame that lies over it: a rule that ends at a side overshoots by less.</summary>
    public double FrameOvershoot { get; init; } = 9;

    /// <summary>Share of the height of a dark band within which a rule must show to be seen to enter it.</summary>
    public double BandEntry { get; init; } = 0.25;

    /// <summary>Share of the rows of a dark band that may be light on the line of a rule: grain; a letter on it takes more.</summary>
    public double BandLetters { get; init; } = 0.1;

    /// <summary>Share of the parts of a stretch between two rules that are darker on the line of a rule before that rule goes on there.</summary>
    public double ExtensionInk { get; init; } = 0.75;

    /// <summary>Share of its ink that lies along its bounds from which such a piece is left of rules and no mark.</summary>
    public double CornerShare { get; init; } = 0.7;

    /// <summary>Longest stretch in points by which a rule is prolonged.</summary>
    public double LongestExtension { get; init; } = 160;

    /// <summary>Share of its bounds that the ink of such a piece takes at most; a picture takes more.</summary>
    public double MarkFill { get; init; } = 0.4;

    /// <summary>Points by which the middle of a short rule lies off its ends: the ring of a stamp bends by more.</summary>
    public double RulingBend { get; init; } = 0.2;

    /// <summary>Slope of a rule on a straightened page: a degree for warped paper; the frame of a stamp leans by more.</summary>
    public double RulingSlope { get; init; } = 0.02;
}
