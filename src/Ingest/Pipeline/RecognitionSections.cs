using Ingest.Reading.Imaging;
using Ingest.Reading.Ocr;

namespace Ingest.Pipeline;

/// <summary>The sections <c>reading: ocr:</c> and <c>image:</c> in it to the options of text recognition, key by key.</summary>
internal static class RecognitionSections
{
    /// <summary>Options of text recognition.</summary>
    public static OcrOptions Ocr(DefinitionSection section, OcrOptions inherited) => inherited with
    {
        Use = section.OneOf("use", inherited.Use, ("auto", OcrUse.Auto), ("always", OcrUse.Always), ("never", OcrUse.Never)),
        Command = section.Word("command")?.Text ?? inherited.Command,
        Language = section.Word("language")?.Text ?? inherited.Language,
        TimeLimit = TimeSpan.FromSeconds(section.Real("timeLimit", inherited.TimeLimit.TotalSeconds, 1, 86400)),
        Image = section.Section("image") is { } image ? Image(image, inherited.Image) : inherited.Image,
        ScanShare = section.Real("scanShare", inherited.ScanShare, 0, 1000),
        MinDpi = section.Real("minDpi", inherited.MinDpi, 0, 1000),
        MaxDpi = section.Real("maxDpi", inherited.MaxDpi, 0, 1000),
        FrameShare = section.Real("frameShare", inherited.FrameShare, 0, 1000),
        CellInk = section.Real("cellInk", inherited.CellInk, 0, 1000),
        SecondReadingBelow = section.Real("secondReadingBelow", inherited.SecondReadingBelow, 0, 1000),
        ConfirmedConfidence = section.Real("confirmedConfidence", inherited.ConfirmedConfidence, 0, 1000),
        ContestedConfidence = section.Real("contestedConfidence", inherited.ContestedConfidence, 0, 1000),
        MarkedConfidence = section.Real("markedConfidence", inherited.MarkedConfidence, 0, 1000),
        UncoveredConfidence = section.Real("uncoveredConfidence", inherited.UncoveredConfidence, 0, 1000),
        LayerCoverage = section.Real("layerCoverage", inherited.LayerCoverage, 0, 1000),
        LayerSample = section.Whole("layerSample", inherited.LayerSample, 0, 1000),
        FigureAgreement = section.Real("figureAgreement", inherited.FigureAgreement, 0, 1000),
        WordAgreement = section.Real("wordAgreement", inherited.WordAgreement, 0, 1000),
        WordLikeness = section.Real("wordLikeness", inherited.WordLikeness, 0, 1000),
        CropMargin = section.Real("cropMargin", inherited.CropMargin, 0, 1000),
        SmallestLetter = section.Real("smallestLetter", inherited.SmallestLetter, 0, 1000),
        LargestLetter = section.Real("largestLetter", inherited.LargestLetter, 0, 1000),
        SameWordShare = section.Real("sameWordShare", inherited.SameWordShare, 0, 1000),
        MarkReach = section.Real("markReach", inherited.MarkReach, 0, 1000),
        LowestMark = section.Real("lowestMark", inherited.LowestMark, 0, 1000),
        HighestMark = section.Real("highestMark", inherited.HighestMark, 0, 1000),
        SmallestBullet = section.Real("smallestBullet", inherited.SmallestBullet, 0, 1000),
        LargestBullet = section.Real("largestBullet", inherited.LargestBullet, 0, 1000),
        BulletFill = section.Real("bulletFill", inherited.BulletFill, 0, 1000),
        DashHeight = section.Real("dashHeight", inherited.DashHeight, 0, 1000),
        BoldRatio = section.Real("boldRatio", inherited.BoldRatio, 0, 1000),
        DirtBelow = section.Real("dirtBelow", inherited.DirtBelow, 0, 1000),
        TallestPiece = section.Real("tallestPiece", inherited.TallestPiece, 0, 1000),
        SecondChanceBelow = section.Real("secondChanceBelow", inherited.SecondChanceBelow, 0, 1000),
        ScreenDot = section.Real("screenDot", inherited.ScreenDot, 0, 1000),
        TurnedShape = section.Real("turnedShape", inherited.TurnedShape, 0, 1000),
        TurnedBelow = section.Real("turnedBelow", inherited.TurnedBelow, 0, 1000),
        OrientationBelow = section.Real("orientationBelow", inherited.OrientationBelow, 0, 1000),
        UprightTrust = section.Real("uprightTrust", inherited.UprightTrust, 0, 1000),
        SideRatio = section.Real("sideRatio", inherited.SideRatio, 0, 1000),
        SampleHeight = section.Real("sampleHeight", inherited.SampleHeight, 0, 1000),
    };

    private static OcrImageOptions Image(DefinitionSection section, OcrImageOptions inherited)
    {
        var options = inherited with
        {
            PaperTile = section.Real("paperTile", inherited.PaperTile, 0, 1000),
            PaperQuantile = section.Real("paperQuantile", inherited.PaperQuantile, 0, 1000),
            PaperReach = section.Whole("paperReach", inherited.PaperReach, 0, 1000),
            DarkestPaper = section.Whole("darkestPaper", inherited.DarkestPaper, 0, 1000),
            MaxSkew = section.Real("maxSkew", inherited.MaxSkew, 0, 1000),
            SkewStep = section.Real("skewStep", inherited.SkewStep, 0, 1000),
            TextDpi = section.Real("textDpi", inherited.TextDpi, 0, 1000),
            RulingLength = section.Real("rulingLength", inherited.RulingLength, 0, 1000),
            ShortRuling = section.Real("shortRuling", inherited.ShortRuling, 0, 1000),
            SideGap = section.Real("sideGap", inherited.SideGap, 0, 1000),
            CornerShare = section.Real("cornerShare", inherited.CornerShare, 0, 1000),
            RulingReach = section.Real("rulingReach", inherited.RulingReach, 0, 1000),
            PageEdge = section.Real("pageEdge", inherited.PageEdge, 0, 1000),
            RulingSmoothing = section.Real("rulingSmoothing", inherited.RulingSmoothing, 0, 1000),
            ThinSide = section.Real("thinSide", inherited.ThinSide, 0, 1000),
            ThickSide = section.Real("thickSide", inherited.ThickSide, 0, 1000),
            RulingContrast = section.Whole("rulingContrast", inherited.RulingContrast, 0, 1000),
            SideRatio = section.Real("sideRatio", inherited.SideRatio, 0, 1000),
            FreeShare = section.Real("freeShare", inherited.FreeShare, 0, 1000),
            DarkGround = section.Whole("darkGround", inherited.DarkGround, 0, 1000),
            RulingThickness = section.Real("rulingThickness", inherited.RulingThickness, 0, 1000),
            RulingGap = section.Real("rulingGap", inherited.RulingGap, 0, 1000),
            SpeckArea = section.Real("speckArea", inherited.SpeckArea, 0, 1000),
            SpeckSide = section.Real("speckSide", inherited.SpeckSide, 0, 1000),
            SpeckDistance = section.Real("speckDistance", inherited.SpeckDistance, 0, 1000),
            ScreenDots = section.Whole("screenDots", inherited.ScreenDots, 0, 1000),
            EdgeWidth = section.Real("edgeWidth", inherited.EdgeWidth, 0, 1000),
            FillTile = section.Real("fillTile", inherited.FillTile, 0, 1000),
            PaleFill = section.Whole("paleFill", inherited.PaleFill, 0, 1000),
            FillSpread = section.Whole("fillSpread", inherited.FillSpread, 0, 1000),
            FillWidth = section.Real("fillWidth", inherited.FillWidth, 0, 1000),
            FillHeight = section.Real("fillHeight", inherited.FillHeight, 0, 1000),
            FillShare = section.Real("fillShare", inherited.FillShare, 0, 1000),
            StampTile = section.Real("stampTile", inherited.StampTile, 0, 1000),
            StampChroma = section.Whole("stampChroma", inherited.StampChroma, 0, 1000),
            StampContrast = section.Whole("stampContrast", inherited.StampContrast, 0, 1000),
            StampInk = section.Real("stampInk", inherited.StampInk, 0, 1000),
            StampSide = section.Real("stampSide", inherited.StampSide, 0, 1000),
            StampCovers = section.Real("stampCovers", inherited.StampCovers, 0, 1000),
            BlackInk = section.Whole("blackInk", inherited.BlackInk, 0, 1000),
            MarkSide = section.Real("markSide", inherited.MarkSide, 0, 1000),
            MarkFill = section.Real("markFill", inherited.MarkFill, 0, 1000),
            RulingSlope = section.Real("rulingSlope", inherited.RulingSlope, 0, 1000),
            LargestMark = section.Real("largestMark", inherited.LargestMark, 0, 1000),
            ExtensionInk = section.Real("extensionInk", inherited.ExtensionInk, 0, 1000),
            LongestExtension = section.Real("longestExtension", inherited.LongestExtension, 0, 1000),
            PieceLength = section.Real("pieceLength", inherited.PieceLength, 0, 1000),
            RowFill = section.Real("rowFill", inherited.RowFill, 0, 1000),
            StampSaturation = section.Real("stampSaturation", inherited.StampSaturation, 0, 1000),
        };
        section.RefuseTheRest();
        return options;
    }
}
