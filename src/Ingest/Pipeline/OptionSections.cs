using System.Collections.Immutable;
using Ingest.Classification;
using Ingest.Layout;
using Ingest.Reading;
using Ingest.Reading.Docx;
using Ingest.Reading.Html;
using Ingest.Reading.Images;
using Ingest.Reading.Odf;
using Ingest.Reading.Pdf;
using Ingest.Reading.Pdf.Forms;
using Ingest.Reading.Text;
using Ingest.Reading.Xlsx;
using Ingest.Segmentation;
using Ingest.Tables;

namespace Ingest.Pipeline;

/// <summary>
/// Sections of a definition to the options of the rooms, key by key, each with the values that make sense: what an
/// option means, its unit and the reason of its default stand on the record. A key not given keeps the inherited value.
/// </summary>
internal static class OptionSections
{
    /// <summary>How much of the machine one document may take.</summary>
    public static ReadingLimits Limits(DefinitionSection section, ReadingLimits inherited) => inherited with
    {
        CpuSeconds = section.Real("cpuSeconds", inherited.CpuSeconds, 1, 86400),
        DocumentCpuSeconds = section.Real("documentCpuSeconds", inherited.DocumentCpuSeconds, 1, 1_000_000),
        WallSeconds = section.Real("wallSeconds", inherited.WallSeconds, 1, 86400),
        StageCpuSeconds = section.Real("stageCpuSeconds", inherited.StageCpuSeconds, 1, 1_000_000),
        HeapMegabytes = section.Whole("heapMegabytes", inherited.HeapMegabytes, 100, 1_000_000),
        Documents = section.Whole("documents", inherited.Documents, 1, 1_000_000),
        StreamMegabytes = section.Whole("streamMegabytes", inherited.StreamMegabytes, 1, 2000),
        DocumentMegabytes = section.Whole("documentMegabytes", inherited.DocumentMegabytes, 1, 1_000_000),
        PageLetters = section.Whole("pageLetters", inherited.PageLetters, 1, 100_000_000),
        PagePaths = section.Whole("pagePaths", inherited.PagePaths, 1, 100_000_000),
        Pages = section.Whole("pages", inherited.Pages, 1, 10_000_000),
        ArchiveEntries = section.Whole("archiveEntries", inherited.ArchiveEntries, 1, 10_000_000),
        ArchiveRatio = section.Real("archiveRatio", inherited.ArchiveRatio, 1, 100_000),
        TableCells = section.Whole("tableCells", inherited.TableCells, 1, 100_000_000),
    };

    /// <summary>Options of the PDF reader.</summary>
    public static PdfReadingOptions Pdf(DefinitionSection section, PdfReadingOptions inherited) => inherited with
    {
        WordGapEm = section.Real("wordGapEm", inherited.WordGapEm, 0, 10),
        StripGapEm = section.Real("stripGapEm", inherited.StripGapEm, 0, 10),
        MaxTrackingEm = section.Real("maxTrackingEm", inherited.MaxTrackingEm, 0, 10),
        MinTrackingSamples = section.Whole("minTrackingSamples", inherited.MinTrackingSamples, 1, 1000),
        MaxOverlapEm = section.Real("maxOverlapEm", inherited.MaxOverlapEm, 0, 1),
        MinSpaceEm = section.Real("minSpaceEm", inherited.MinSpaceEm, 0, 1),
        BaselineToleranceEm = section.Real("baselineToleranceEm", inherited.BaselineToleranceEm, 0, 1),
        SlantTolerance = section.Real("slantTolerance", inherited.SlantTolerance, 0, 45),
        MaxGlyphHeightEm = section.Real("maxGlyphHeightEm", inherited.MaxGlyphHeightEm, 0, 10),
        TallestGlyphEm = section.Real("tallestGlyphEm", inherited.TallestGlyphEm, 0, 10),
        MinShear = section.Real("minShear", inherited.MinShear, 0, 1),
        DoubleStrikeEm = section.Real("doubleStrikeEm", inherited.DoubleStrikeEm, 0, 1),
        SameStrikeEm = section.Real("sameStrikeEm", inherited.SameStrikeEm, 0, 1),
        MaxScriptRiseEm = section.Real("maxScriptRiseEm", inherited.MaxScriptRiseEm, 0, 10),
        MaxScriptSize = section.Real("maxScriptSize", inherited.MaxScriptSize, 0, 1),
        MaxRulingThickness = section.Real("maxRulingThickness", inherited.MaxRulingThickness, 0, 1000),
        LargestBullet = section.Real("largestBullet", inherited.LargestBullet, 0, 1000),
        BulletRoundness = section.Real("bulletRoundness", inherited.BulletRoundness, 0, 1),
        BulletGapEm = section.Real("bulletGapEm", inherited.BulletGapEm, 0, 100),
        BulletEm = section.Real("bulletEm", inherited.BulletEm, 0, 100),
        BulletShift = section.Real("bulletShift", inherited.BulletShift, 0, 1000),
        HairlineThickness = section.Real("hairlineThickness", inherited.HairlineThickness, 0, 1000),
        AxisTolerance = section.Real("axisTolerance", inherited.AxisTolerance, 0, 1000),
        MinSlices = section.Whole("minSlices", inherited.MinSlices, 1, 1000),
        MaxCoordinate = section.Real("maxCoordinate", inherited.MaxCoordinate, 1, 1000000000),
        MaxStateDepth = section.Whole("maxStateDepth", inherited.MaxStateDepth, 28, 1_000_000),
        MaxFailures = section.Whole("maxFailures", inherited.MaxFailures, 1, 100_000_000),
        PointsPerPath = section.Whole("pointsPerPath", inherited.PointsPerPath, 1, 10_000),
        MaxFormDepth = section.Whole("maxFormDepth", inherited.MaxFormDepth, 1, 1000),
        MinLeaderDots = section.Whole("minLeaderDots", inherited.MinLeaderDots, 2, 1000),
        MaxDotStepEm = section.Real("maxDotStepEm", inherited.MaxDotStepEm, 0, 100),
        MaxStructureDepth = section.Whole("maxStructureDepth", inherited.MaxStructureDepth, 1, 1000),
        MaxStructureElements = section.Whole("maxStructureElements", inherited.MaxStructureElements, 0, 10_000_000),
        QuotedWords = section.Whole("quotedWords", inherited.QuotedWords, 1, 1000),
        MinOutlinedLetters = section.Whole("minOutlinedLetters", inherited.MinOutlinedLetters, 1, 1_000_000),
        SmallestOutlinedLetter = section.Real("smallestOutlinedLetter", inherited.SmallestOutlinedLetter, 0, 1000),
        LargestOutlinedLetter = section.Real("largestOutlinedLetter", inherited.LargestOutlinedLetter, 0, 1000),
        Forms = Forms(section.Section("forms"), inherited.Forms),
    };

    /// <summary>Options of what is filled into a PDF.</summary>
    public static PdfFormOptions Forms(DefinitionSection? section, PdfFormOptions inherited) => section is null ? inherited : inherited with
    {
        MaxAnnotations = section.Whole("maxAnnotations", inherited.MaxAnnotations, 0, 10_000_000),
        MaxFieldDepth = section.Whole("maxFieldDepth", inherited.MaxFieldDepth, 1, 1000),
        MaxFieldLength = section.Whole("maxFieldLength", inherited.MaxFieldLength, 1, 100_000_000),
        LargestAutomaticSize = section.Real("largestAutomaticSize", inherited.LargestAutomaticSize, 1, 1000),
        SmallestSize = section.Real("smallestSize", inherited.SmallestSize, 0.1, 1000),
        LineShare = section.Real("lineShare", inherited.LineShare, 0.1, 1),
        LineStepEm = section.Real("lineStepEm", inherited.LineStepEm, 0.1, 10),
        Padding = section.Real("padding", inherited.Padding, 0, 1000),
        Reach = section.Real("reach", inherited.Reach, 0, 1000),
    };

    /// <summary>Thresholds of the placing of texts.</summary>
    public static ClassificationOptions Classification(DefinitionSection section, ClassificationOptions inherited) => inherited with
    {
        Accept = section.Real("accept", inherited.Accept, 0, 1),
        Abstain = section.Real("abstain", inherited.Abstain, 0, 1),
        AbstainInDocuments = section.Real("abstainInDocuments", inherited.AbstainInDocuments, 0, 1),
        Alternatives = section.Whole("alternatives", inherited.Alternatives, 0, 1000),
        LeastAlternative = section.Real("leastAlternative", inherited.LeastAlternative, 0, 1),
        Words = section.Whole("words", inherited.Words, 0, 1000),
        Disagree = section.Real("disagree", inherited.Disagree, 0, 1),
        LabelLikeness = section.Real("labelLikeness", inherited.LabelLikeness, 0, 1),
    };

    /// <summary>Options of the DOCX reader.</summary>
    public static DocxOptions Docx(DefinitionSection section, DocxOptions inherited) => inherited with
    {
        ColumnTolerance = section.Real("columnTolerance", inherited.ColumnTolerance, 0, 1000),
        LargestSpan = section.Whole("largestSpan", inherited.LargestSpan, 1, 100000),
        LargestDepth = section.Whole("largestDepth", inherited.LargestDepth, 1, 10000),
    };

    /// <summary>Options of the reader of web pages.</summary>
    public static HtmlOptions Html(DefinitionSection section, HtmlOptions inherited) => inherited with
    {
        LargestDepth = section.Whole("largestDepth", inherited.LargestDepth, 1, 1000),
        MostOpenLooks = section.Whole("mostOpenLooks", inherited.MostOpenLooks, 1, 1000),
        MostElements = section.Whole("mostElements", inherited.MostElements, 1, 10000000),
        LargestColumnSpan = section.Whole("largestColumnSpan", inherited.LargestColumnSpan, 1, 100000),
        LargestRowSpan = section.Whole("largestRowSpan", inherited.LargestRowSpan, 1, 100000),
        MostColumns = section.Whole("mostColumns", inherited.MostColumns, 1, 100000),
        MainShare = section.Real("mainShare", inherited.MainShare, 0, 1),
        LinkDensity = section.Real("linkDensity", inherited.LinkDensity, 0, 1),
        NeighbourLinkDensity = section.Real("neighbourLinkDensity", inherited.NeighbourLinkDensity, 0, 1),
        ShortBlock = section.Whole("shortBlock", inherited.ShortBlock, 1, 1000),
        LongestEntry = section.Whole("longestEntry", inherited.LongestEntry, 1, 1000),
        ProtectedRows = section.Whole("protectedRows", inherited.ProtectedRows, 1, 1000),
        ProtectedSection = section.Whole("protectedSection", inherited.ProtectedSection, 1, 100000),
        LongCell = section.Whole("longCell", inherited.LongCell, 1, 100000),
        FewRows = section.Whole("fewRows", inherited.FewRows, 1, 1000),
        LayoutShare = section.Real("layoutShare", inherited.LayoutShare, 0, 1),
        LongestSiteName = section.Whole("longestSiteName", inherited.LongestSiteName, 1, 1000),
        FewestWords = section.Whole("fewestWords", inherited.FewestWords, 1, 1000),
        QuotedWords = section.Whole("quotedWords", inherited.QuotedWords, 1, 1000),
        FurnitureWords = WordsOr(section, "furnitureWords", inherited.FurnitureWords),
        BannerWords = WordsOr(section, "bannerWords", inherited.BannerWords),
        FoldedWords = WordsOr(section, "foldedWords", inherited.FoldedWords),
        InstitutionWords = WordsOr(section, "institutionWords", inherited.InstitutionWords),
        MoneyWords = WordsOr(section, "moneyWords", inherited.MoneyWords),
    };

    /// <summary>Options of the XLSX reader.</summary>
    public static XlsxOptions Xlsx(DefinitionSection section, XlsxOptions inherited) => inherited with
    {
        MostCells = section.Whole("mostCells", inherited.MostCells, 1, 100_000_000),
        MostTextThousands = section.Whole("mostTextThousands", inherited.MostTextThousands, 1, 1_000_000),
        LargestPartMegabytes = section.Whole("largestPartMegabytes", inherited.LargestPartMegabytes, 1, 1_000_000),
    };

    /// <summary>Options of the readers of OpenDocument text and sheets.</summary>
    public static OdfOptions Odf(DefinitionSection section, OdfOptions inherited) => inherited with
    {
        LargestDepth = section.Whole("largestDepth", inherited.LargestDepth, 1, 10000),
        ColumnTolerance = section.Real("columnTolerance", inherited.ColumnTolerance, 0, 1000),
        LargestSpan = section.Whole("largestSpan", inherited.LargestSpan, 1, 100000),
        LargestRepetition = section.Whole("largestRepetition", inherited.LargestRepetition, 1, 100000),
        MostTextThousands = section.Whole("mostTextThousands", inherited.MostTextThousands, 1, 1_000_000),
    };

    /// <summary>Options of the readers of image files.</summary>
    public static ImageOptions Image(DefinitionSection section, ImageOptions inherited) => inherited with
    {
        MostPixels = section.Whole("mostPixels", inherited.MostPixels, 1, 500_000_000),
        MostPages = section.Whole("mostPages", inherited.MostPages, 1, 100_000),
        LowestDpi = section.Real("lowestDpi", inherited.LowestDpi, 1, 300),
        HighestDpi = section.Real("highestDpi", inherited.HighestDpi, 300, 10_000),
        ScreenDpi = section.Real("screenDpi", inherited.ScreenDpi, 0, 10_000),
        LongestScreen = section.Real("longestScreen", inherited.LongestScreen, 1, 100_000),
        SupposedSide = section.Real("supposedSide", inherited.SupposedSide, 1, 100_000),
    };

    /// <summary>Options of the reader of plain text.</summary>
    public static PlainTextOptions Text(DefinitionSection section, PlainTextOptions inherited) => inherited with
    {
        LargestControlShare = section.Real("largestControlShare", inherited.LargestControlShare, 0, 1),
        FewestContentsLines = section.Whole("fewestContentsLines", inherited.FewestContentsLines, 1, 1000),
        LongestPageNumber = section.Whole("longestPageNumber", inherited.LongestPageNumber, 1, 1000),
    };

    /// <summary>Options of layout.</summary>
    public static LayoutOptions Layout(DefinitionSection section, LayoutOptions inherited) => inherited with
    {
        CoreHeight = section.Real("coreHeight", inherited.CoreHeight, 0, 10),
        CoreOverlap = section.Real("coreOverlap", inherited.CoreOverlap, 0, 1),
        ScriptSizeRatio = section.Real("scriptSizeRatio", inherited.ScriptSizeRatio, 0, 1),
        ScriptGap = section.Real("scriptGap", inherited.ScriptGap, 0, 10),
        SegmentGap = section.Real("segmentGap", inherited.SegmentGap, 0, 10),
        MinGutter = section.Real("minGutter", inherited.MinGutter, 0, 1000),
        MinColumnLines = section.Whole("minColumnLines", inherited.MinColumnLines, 1, 1000),
        MinColumnWords = section.Real("minColumnWords", inherited.MinColumnWords, 1, 1000),
        MostRetriedLines = section.Whole("mostRetriedLines", inherited.MostRetriedLines, 0, 100000),
        MinColumnFill = section.Real("minColumnFill", inherited.MinColumnFill, 0, 1),
        ParagraphLeading = section.Real("paragraphLeading", inherited.ParagraphLeading, 1, 10),
        DefaultLeading = section.Real("defaultLeading", inherited.DefaultLeading, 0, 10),
        SizeChange = section.Real("sizeChange", inherited.SizeChange, 1, 10),
        Indent = section.Real("indent", inherited.Indent, 0, 10),
        SpaceWidth = section.Real("spaceWidth", inherited.SpaceWidth, 0, 10),
        FitSlack = section.Real("fitSlack", inherited.FitSlack, 0, 10),
        AlignmentTolerance = section.Real("alignmentTolerance", inherited.AlignmentTolerance, 0, 10),
        TurnedShare = section.Real("turnedShare", inherited.TurnedShare, 0, 1),
        HeaderReachEm = section.Real("headerReachEm", inherited.HeaderReachEm, 0, 100),
        FurnitureZone = section.Real("furnitureZone", inherited.FurnitureZone, 0, 0.5),
        FurnitureShift = section.Real("furnitureShift", inherited.FurnitureShift, 0, 1000),
        ScannedFurnitureShift = section.Real("scannedFurnitureShift", inherited.ScannedFurnitureShift, 0, 1000),
        ReadAlike = section.Real("readAlike", inherited.ReadAlike, 0, 1),
        ShortestAlike = section.Whole("shortestAlike", inherited.ShortestAlike, 1, 1000),
        NoiseTrust = section.Real("noiseTrust", inherited.NoiseTrust, 0, 1),
        FurnitureShare = section.Real("furnitureShare", inherited.FurnitureShare, 0, 1),
        StampLeading = section.Real("stampLeading", inherited.StampLeading, 0, 10),
        StampShift = section.Real("stampShift", inherited.StampShift, 0, 1000),
        HeadingSize = section.Real("headingSize", inherited.HeadingSize, 1, 10),
        HeadingWords = section.Whole("headingWords", inherited.HeadingWords, 1, 1000),
        NoteSize = section.Real("noteSize", inherited.NoteSize, 0, 1),
        LongestBlock = section.Whole("longestBlock", inherited.LongestBlock, 100, 100_000_000),
    };

    /// <summary>Options of tables.</summary>
    public static TableOptions Tables(DefinitionSection section, TableOptions inherited) => inherited with
    {
        Snap = section.Real("snap", inherited.Snap, 0, 1000),
        Join = section.Real("join", inherited.Join, 0, 1000),
        Reach = section.Real("reach", inherited.Reach, 0, 1000),
        Sliver = section.Real("sliver", inherited.Sliver, 0, 1000),
        MinLines = section.Whole("minLines", inherited.MinLines, 1, 1000),
        MinTextShare = section.Real("minTextShare", inherited.MinTextShare, 0, 1),
        MinPictureShare = section.Real("minPictureShare", inherited.MinPictureShare, 0, 1),
        FewCells = section.Whole("fewCells", inherited.FewCells, 1, 1000),
        MaxBlankRows = section.Real("maxBlankRows", inherited.MaxBlankRows, 0, 1),
        MaxPlaces = section.Whole("maxPlaces", inherited.MaxPlaces, 1, 10000000),
        MaxPadding = section.Real("maxPadding", inherited.MaxPadding, 0, 1000),
        ColumnShift = section.Real("columnShift", inherited.ColumnShift, 0, 1000),
        ScannedShift = section.Real("scannedShift", inherited.ScannedShift, 0, 1000),
        ScannedStretch = section.Real("scannedStretch", inherited.ScannedStretch, 0, 1),
        SameLabels = section.Whole("sameLabels", inherited.SameLabels, 1, 1000),
        ShortestLabel = section.Whole("shortestLabel", inherited.ShortestLabel, 1, 1000),
        HeaderLikeness = section.Real("headerLikeness", inherited.HeaderLikeness, 0, 1),
        ShortestHeader = section.Whole("shortestHeader", inherited.ShortestHeader, 1, 1000),
        MaxHeaderRows = section.Whole("maxHeaderRows", inherited.MaxHeaderRows, 1, 1000),
        ContinuationScore = section.Real("continuationScore", inherited.ContinuationScore, 0, 10),
        UsuallyFilled = section.Real("usuallyFilled", inherited.UsuallyFilled, 0, 1),
        SentenceGoesOn = section.Real("sentenceGoesOn", inherited.SentenceGoesOn, 0, 10),
        SentenceEnds = section.Real("sentenceEnds", inherited.SentenceEnds, 0, 10),
        OpenBorder = section.Real("openBorder", inherited.OpenBorder, 0, 10),
        NewText = section.Real("newText", inherited.NewText, 0, 10),
        Alignment = TableSections.Alignment(section.Section("alignment"), inherited.Alignment),
        Structure = TableSections.Structure(section.Section("structure"), inherited.Structure),
        Tagged = TableSections.Tagged(section.Section("tagged"), inherited.Tagged),
        Heads = TableSections.Heads(section.Section("heads"), inherited.Heads),
        TornShare = section.Real("tornShare", inherited.TornShare, 0, 10),
        MinFilledCells = section.Whole("minFilledCells", inherited.MinFilledCells, 1, 1000),
        MinTouchingShare = section.Real("minTouchingShare", inherited.MinTouchingShare, 0, 1),
        MinDrawings = section.Whole("minDrawings", inherited.MinDrawings, 1, 1000),
    };

    /// <summary>Options of segmentation.</summary>
    public static SegmentationOptions Segmentation(DefinitionSection section, SegmentationOptions inherited) => inherited with
    {
        HeaderSearchRows = section.Whole("headerSearchRows", inherited.HeaderSearchRows, 1, 1000),
        HeaderWordScore = section.Real("headerWordScore", inherited.HeaderWordScore, 0, 1),
        HeaderPayerWords = section.Whole("headerPayerWords", inherited.HeaderPayerWords, 1, 1000),
        ReadableTrust = section.Real("readableTrust", inherited.ReadableTrust, 0, 1),
        RoleScore = section.Real("roleScore", inherited.RoleScore, 0, 1),
        RoleMargin = section.Real("roleMargin", inherited.RoleMargin, 0, 1),
        SumShare = section.Real("sumShare", inherited.SumShare, 0, 1),
        TitleWords = section.Whole("titleWords", inherited.TitleWords, 1, 1000),
        LongestTitle = section.Whole("longestTitle", inherited.LongestTitle, 1, 1000),
        ThemeLead = section.Whole("themeLead", inherited.ThemeLead, 1, 1000),
        CaptionWords = section.Whole("captionWords", inherited.CaptionWords, 1, 1000),
        RecapShare = section.Real("recapShare", inherited.RecapShare, 0, 1),
        FormLabelScore = section.Real("formLabelScore", inherited.FormLabelScore, 0, 1),
        FicheLabels = section.Whole("ficheLabels", inherited.FicheLabels, 1, 100),
        FormRowShare = section.Real("formRowShare", inherited.FormRowShare, 0, 1),
        LabelConnectors = WordsOr(section, "labelConnectors", inherited.LabelConnectors),
    };

    /// <summary>The words of a list, those inherited where the section names none.</summary>
    public static ImmutableArray<string> WordsOr(DefinitionSection section, string key, ImmutableArray<string> inherited) =>
        section.Words(key, null) is { } words ? [.. words.Select(word => word.Text!)] : inherited;
}
