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

    /// <summary>Shortest rule in points that stands by itself: longer than any stroke of running text.</summary>
    public double RulingLength { get; init; } = 30;

    /// <summary>Shortest rule in points between two others: the side of a cell of one line.</summary>
    public double ShortRuling { get; init; } = 9;

    /// <summary>Points between the end of a short rule and the rule that it meets.</summary>
    public double RulingReach { get; init; } = 1.5;

    /// <summary>Distance in points at which the sides of a thin rule are looked at; less than the height of small letters.</summary>
    public double ThinSide { get; init; } = 1.4;

    /// <summary>Distance in points at which the sides of a thick rule are looked at; it has to be ink as well, since pale gaps between letters lie in paper too.</summary>
    public double ThickSide { get; init; } = 4.2;

    /// <summary>Distance in points from a rule at which there is paper.</summary>
    public double BesideRuling { get; init; } = 1.4;

    /// <summary>Share of its length along which a rule has paper on both sides: letters touch it here and there, a line of letters is no rule.</summary>
    public double FreeShare { get; init; } = 0.7;

    /// <summary>Brightness (0 to 255) by which a rule is darker than what lies on both its sides: hairlines of bad copies are pale.</summary>
    public int RulingContrast { get; init; } = 26;

    /// <summary>Thickest rule in points; what is thicker is a band or a picture.</summary>
    public double RulingThickness { get; init; } = 4;

    /// <summary>Gap in points between two pieces of one rule that a bad copy broke.</summary>
    public double RulingGap { get; init; } = 4;

    /// <summary>Area in square points below which a lone spot is dirt: a full stop of 6 points has 0.3.</summary>
    public double SpeckArea { get; init; } = 0.08;

}
