using Ingest.Reading.Imaging;
using Ingest.Reading.Raster;

namespace Ingest.Reading.Ocr;

/// <summary>When text recognition reads a page.</summary>
public enum OcrUse
{
    /// <summary>Where a page has no text of its own, or a hidden layer that cannot be trusted.</summary>
    Auto,

    /// <summary>On every page.</summary>
    Always,

    /// <summary>On none.</summary>
    Never,
}

/// <summary>How scanned pages are read.</summary>
public sealed record OcrOptions
{
    /// <summary>When recognition reads a page.</summary>
    public OcrUse Use { get; init; } = OcrUse.Auto;

    /// <summary>Tesseract: a name to look for, or a path.</summary>
    public string Command { get; init; } = "tesseract";

    /// <summary>The program of poppler that draws the pages: a name to look for, or a path.</summary>
    public string DrawingCommand { get; init; } = RasterOptions.Default.Command;

    /// <summary>Language of the documents, by Tesseract's name.</summary>
    public string Language { get; init; } = "fra";

    /// <summary>Most time for one call: a page takes seconds.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Repair of the page's image.</summary>
    public OcrImageOptions Image { get; init; } = new();

    /// <summary>Share of the page from which an image is a scan of it and not a picture on it.</summary>
    public double ScanShare { get; init; } = 0.5;

    /// <summary>Lowest resolution at which a page is drawn: a scan of less gains nothing by being read as it is.</summary>
    public double MinDpi { get; init; } = 150;

    /// <summary>Highest resolution at which a page is drawn.</summary>
    public double MaxDpi { get; init; } = 300;

    /// <summary>Share of the page's area from which a ruled cell is a frame around the page and no cell of a table.</summary>
    public double FrameShare { get; init; } = 0.35;

    /// <summary>Least area of ink in square points that makes a cell worth reading: a full stop of 8 points has 0.5.</summary>
    public double CellInk { get; init; } = 0.6;

    /// <summary>Trust (0 to 1) in a figure below which it is read a second time; the engine is surest at 0.96.</summary>
    public double SecondReadingBelow { get; init; } = 0.955;

    /// <summary>Trust (0 to 1) in a figure that two readings agree on, if not more.</summary>
    public double ConfirmedConfidence { get; init; } = 0.93;

    /// <summary>Trust (0 to 1) in a figure on which two readings differ, if not less.</summary>
    public double ContestedConfidence { get; init; } = 0.4;

    /// <summary>Trust (0 to 1) in what lies under a mark that could not be taken out, if not less.</summary>
    public double MarkedConfidence { get; init; } = 0.4;

    /// <summary>Trust (0 to 1) in what lay under a mark that was taken out, if not less.</summary>
    public double UncoveredConfidence { get; init; } = 0.75;

    /// <summary>Share of the letters of a page that a layer must cover before it can be good.</summary>
    public double LayerCoverage { get; init; } = 0.8;

    /// <summary>Figures, and words, of a layer that are read anew.</summary>
    public int LayerSample { get; init; } = 30;

    /// <summary>Share of the figures of the sample that a fresh reading must confirm.</summary>
    public double FigureAgreement { get; init; } = 0.85;

    /// <summary>Share of the words of the sample that a fresh reading must confirm.</summary>
    public double WordAgreement { get; init; } = 0.75;

    /// <summary>Words of the sample from which a dictionary may judge a layer.</summary>
    public int LayerWords { get; init; } = 12;

    /// <summary>Share of its words by which French must know less of a layer than of a fresh reading before its letters are wrong: chance takes a word or two of thirty.</summary>
    public double LayerWordLoss { get; init; } = 0.15;

    /// <summary>Likeness (0 to 1) from which a fresh reading confirms a word.</summary>
    public double WordLikeness { get; init; } = 0.7;

    /// <summary>Points around a word of a layer that belong to it.</summary>
    public double CropMargin { get; init; } = 1;

    /// <summary>Least height in points of a letter.</summary>
    public double SmallestLetter { get; init; } = 3;

    /// <summary>Largest height in points of a letter.</summary>
    public double LargestLetter { get; init; } = 24;

    /// <summary>Share of its own area by which a word that was read lies on one that the page has itself before it is the same.</summary>
    public double SameWordShare { get; init; } = 0.4;

    /// <summary>Sizes of the text (em) before a line within which a list mark stands.</summary>
    public double MarkReach { get; init; } = 2.5;

    /// <summary>Lowest middle of a list mark over the baseline, in em: a full stop lies lower.</summary>
    public double LowestMark { get; init; } = 0.14;

    /// <summary>Highest middle of a list mark over the baseline, in em: a quotation mark lies higher.</summary>
    public double HighestMark { get; init; } = 0.6;

    /// <summary>Least side of a bullet in em.</summary>
    public double SmallestBullet { get; init; } = 0.2;

    /// <summary>Largest side of a bullet in em: a letter is larger.</summary>
    public double LargestBullet { get; init; } = 0.5;

    /// <summary>Share of its bounds that a bullet fills: a disc 0.79, a ring of a letter less.</summary>
    public double BulletFill { get; init; } = 0.62;

    /// <summary>Height of the stroke of « - » over the baseline in em.</summary>
    public double DashHeight { get; init; } = 0.28;

    /// <summary>Width in em of ink from which a lone stroke between words is « – »: those of hyphens are 0.2 to 0.34, those of dashes 0.35 to 0.55.</summary>
    public double ShortestDash { get; init; } = 0.345;

    /// <summary>Width in em of ink up to which it is: beyond, « — », or a rule.</summary>
    public double LongestDash { get; init; } = 0.7;

    /// <summary>How many times wider than usual, for their size, the strokes of bold letters are; those of common faces are 1.4 to 1.8 times as wide.</summary>
    public double BoldRatio { get; init; } = 1.25;

    /// <summary>Trust (0 to 1) below which a lone mark that is no letter and no digit is dirt.</summary>
    public double DirtBelow { get; init; } = 0.5;

    /// <summary>Height in em of ink below which what was read as one letter or digit is dirt: the lowest, « r » and « x », have 0.45.</summary>
    public double LowestLetter { get; init; } = 0.35;

    /// <summary>Height in em of ink below which what was read as a colon or a bracket is dirt: a colon has 0.45.</summary>
    public double LowestColon { get; init; } = 0.25;

    /// <summary>Distance in em from the next word beyond which a lone full stop, comma or quotation mark belongs to no text.</summary>
    public double DirtGap { get; init; } = 1;

    /// <summary>Trust (0 to 1) in a word that was put right by what French knows, if not less.</summary>
    public double MendedConfidence { get; init; } = 0.75;

    /// <summary>Trust (0 to 1) by letter below which what was read of a page may be no text at all: photographs have 0.3 to 0.5, bad scans of text more.</summary>
    public double NoiseTrust { get; init; } = 0.6;

    /// <summary>Share of its letters that must stand in words of French before such a page has text: running text has two thirds, chance makes few.</summary>
    public double NoiseWords { get; init; } = 0.2;

    /// <summary>Height in points above which a piece of ink is no letter.</summary>
    public double TallestPiece { get; init; } = 40;

    /// <summary>Trust (0 to 1) in what was read of a cell below which it is read again without its smallest specks.</summary>
    public double SecondChanceBelow { get; init; } = 0.5;

    /// <summary>Side in points below which a piece of ink is a dot of a screened ground.</summary>
    public double ScreenDot { get; init; } = 1.3;

    /// <summary>Height over width from which a cell with few lines may hold turned text.</summary>
    public double TurnedShape { get; init; } = 1.6;

    /// <summary>Trust (0 to 1) below which a turned reading of a tall cell is tried.</summary>
    public double TurnedBelow { get; init; } = 0.7;

    /// <summary>Trust (0 to 1) of what was read of a page below which it is looked at upside down and on its sides.</summary>
    public double OrientationBelow { get; init; } = 0.75;

    /// <summary>Trust (0 to 1) of a sample from which the page stands upright.</summary>
    public double UprightTrust { get; init; } = 0.85;

    /// <summary>How much sharper text is across than along before a page is taken to lie on its side.</summary>
    public double SideRatio { get; init; } = 1.3;

    /// <summary>Height in points of the sample that is read to find which way is up: some lines.</summary>
    public double SampleHeight { get; init; } = 120;
}
