using Ingest.Tables;
using Ingest.Tables.Aligned;
using Ingest.Tables.Structure;
using Ingest.Tables.Tagged;

namespace Ingest.Pipeline;

/// <summary>The sections below « tables » of a definition: one for each way to find tables that has thresholds of its own.</summary>
internal static class TableSections
{
    /// <summary>Options of tables that only alignment shows.</summary>
    public static AlignmentOptions Alignment(DefinitionSection? section, AlignmentOptions inherited) => section is null ? inherited : inherited with
    {
        ChunkGap = section.Real("chunkGap", inherited.ChunkGap, 0, 100),
        MinSpace = section.Real("minSpace", inherited.MinSpace, 0, 100),
        MaxSpace = section.Real("maxSpace", inherited.MaxSpace, 0, 100),
        SpaceFactor = section.Real("spaceFactor", inherited.SpaceFactor, 0, 100),
        MinGutter = section.Real("minGutter", inherited.MinGutter, 0, 100),
        GutterWidths = section.Numbers("gutterWidths", inherited.GutterWidths, -100, 100),
        CrossingShare = section.Real("crossingShare", inherited.CrossingShare, 0, 1),
        MaxStep = section.Real("maxStep", inherited.MaxStep, 0, 100),
        MaxPlainLines = section.Whole("maxPlainLines", inherited.MaxPlainLines, 1, 1000),
        MaxCellLines = section.Whole("maxCellLines", inherited.MaxCellLines, 1, 1000),
        ProseWords = section.Whole("proseWords", inherited.ProseWords, 1, 1000),
        ProseWidth = section.Real("proseWidth", inherited.ProseWidth, 0, 1),
        NoteSize = section.Real("noteSize", inherited.NoteSize, 0, 1),
        HeadingSize = section.Real("headingSize", inherited.HeadingSize, 1, 100),
        MaxHeaderLines = section.Whole("maxHeaderLines", inherited.MaxHeaderLines, 1, 1000),
        LeastColumnLines = section.Whole("leastColumnLines", inherited.LeastColumnLines, 1, 1000),
        ValueShare = section.Real("valueShare", inherited.ValueShare, 0, 1),
        MinScore = section.Real("minScore", inherited.MinScore, 0, 1),
        LeastTrust = section.Real("leastTrust", inherited.LeastTrust, 0, 1),
        FewRows = section.Whole("fewRows", inherited.FewRows, 1, 1000),
        TrustWeight = section.Real("trustWeight", inherited.TrustWeight, 0, 100),
        PictureWeight = section.Real("pictureWeight", inherited.PictureWeight, 0, 100),
        CoarseShare = section.Real("coarseShare", inherited.CoarseShare, 0, 1),
        ReadShare = section.Real("readShare", inherited.ReadShare, 0, 1),
        RowWeights = section.Numbers("rowWeights", inherited.RowWeights, -100, 100),
        OpeningShare = section.Real("openingShare", inherited.OpeningShare, 0, 1),
        RowStep = section.Real("rowStep", inherited.RowStep, 0, 100),
        StepJitter = section.Real("stepJitter", inherited.StepJitter, 0, 100),
        TextStep = section.Real("textStep", inherited.TextStep, 0, 100),
        SideGutter = section.Real("sideGutter", inherited.SideGutter, 0, 100),
        FreeGutter = section.Real("freeGutter", inherited.FreeGutter, 0, 1000),
        HeaderStep = section.Real("headerStep", inherited.HeaderStep, 0, 100),
        BesideStep = section.Real("besideStep", inherited.BesideStep, 0, 100),
        RuleWeight = section.Real("ruleWeight", inherited.RuleWeight, 0, 100),
        BandWeight = section.Real("bandWeight", inherited.BandWeight, 0, 100),
        RowInBandWeight = section.Real("rowInBandWeight", inherited.RowInBandWeight, 0, 100),
        WideStepWeight = section.Real("wideStepWeight", inherited.WideStepWeight, 0, 100),
        TightStepWeight = section.Real("tightStepWeight", inherited.TightStepWeight, 0, 100),
        CleanStep = section.Real("cleanStep", inherited.CleanStep, 0, 100),
        CleanStepWeight = section.Real("cleanStepWeight", inherited.CleanStepWeight, 0, 100),
        JointCost = section.Real("jointCost", inherited.JointCost, 0, 100),
        SettingCost = section.Real("settingCost", inherited.SettingCost, 0, 100),
        FullLineWeight = section.Real("fullLineWeight", inherited.FullLineWeight, 0, 100),
        HoleStep = section.Real("holeStep", inherited.HoleStep, 0, 100),
        HoleCost = section.Real("holeCost", inherited.HoleCost, 0, 100),
        TitleCost = section.Real("titleCost", inherited.TitleCost, 0, 100),
        EvenSpaceFactor = section.Real("evenSpaceFactor", inherited.EvenSpaceFactor, 0, 100),
        SpaceJitter = section.Real("spaceJitter", inherited.SpaceJitter, 0, 100),
        LeastFlush = section.Whole("leastFlush", inherited.LeastFlush, 1, 1000),
        LabelNear = section.Real("labelNear", inherited.LabelNear, 0, 100),
        LabelOffset = section.Real("labelOffset", inherited.LabelOffset, 0, 100),
        LabelGap = section.Real("labelGap", inherited.LabelGap, 0, 100),
        LeastLabelGap = section.Real("leastLabelGap", inherited.LeastLabelGap, 0, 100),
        WideLabelGap = section.Real("wideLabelGap", inherited.WideLabelGap, 0, 100),
        LeastSpaces = section.Whole("leastSpaces", inherited.LeastSpaces, 1, 1000),
        MostLabelWays = section.Whole("mostLabelWays", inherited.MostLabelWays, 1, 100000),
        UnitShare = section.Real("unitShare", inherited.UnitShare, 0, 1),
        TextGap = section.Real("textGap", inherited.TextGap, 0, 100),
        TwofoldWeight = section.Real("twofoldWeight", inherited.TwofoldWeight, 0, 100),
        LeastTwofold = section.Whole("leastTwofold", inherited.LeastTwofold, 1, 1000),
        TwofoldShare = section.Real("twofoldShare", inherited.TwofoldShare, 0, 1),
        GroupStep = section.Real("groupStep", inherited.GroupStep, 0, 100),
        ColumnShift = section.Real("columnShift", inherited.ColumnShift, 0, 100),
        HighestLabel = section.Real("highestLabel", inherited.HighestLabel, 0, 10000),
        LabelOverhang = section.Real("labelOverhang", inherited.LabelOverhang, 0, 1000),
        Ladders = Ladders(section.Section("ladders"), inherited.Ladders),
        LeastResumed = section.Whole("leastResumed", inherited.LeastResumed, 1, 1000),
        NoValueCost = section.Real("noValueCost", inherited.NoValueCost, 0, 100),
        ManyValuesCost = section.Real("manyValuesCost", inherited.ManyValuesCost, 0, 100),
        NoLabelCost = section.Real("noLabelCost", inherited.NoLabelCost, 0, 100),
        CaptionWords = OptionSections.WordsOr(section, "captionWords", inherited.CaptionWords),
        OpenWords = OptionSections.WordsOr(section, "openWords", inherited.OpenWords),
        SectionWords = OptionSections.WordsOr(section, "sectionWords", inherited.SectionWords),
        UnitWords = OptionSections.WordsOr(section, "unitWords", inherited.UnitWords),
    };

    /// <summary>Options of rows, captions and notes.</summary>
    public static StructureOptions Structure(DefinitionSection? section, StructureOptions inherited) => section is null ? inherited : inherited with
    {
        TotalWords = OptionSections.WordsOr(section, "totalWords", inherited.TotalWords),
        CarriedWords = OptionSections.WordsOr(section, "carriedWords", inherited.CarriedWords),
        CaptionWords = OptionSections.WordsOr(section, "captionWords", inherited.CaptionWords),
        NoteWords = OptionSections.WordsOr(section, "noteWords", inherited.NoteWords),
        ValueShare = section.Real("valueShare", inherited.ValueShare, 0, 1),
        NoteSize = section.Real("noteSize", inherited.NoteSize, 0, 1),
        MaxNotes = section.Whole("maxNotes", inherited.MaxNotes, 0, 1000),
    };

    /// <summary>Options of rows below a head whose columns no rule carries on.</summary>
    public static HeadOptions Heads(DefinitionSection? section, HeadOptions inherited) => section is null ? inherited : inherited with
    {
        LeastColumns = section.Whole("leastColumns", inherited.LeastColumns, 1, 1000),
        LeastRows = section.Whole("leastRows", inherited.LeastRows, 1, 1000),
        SideShift = section.Real("sideShift", inherited.SideShift, 0, 1000),
        RuledShare = section.Real("ruledShare", inherited.RuledShare, 0, 1),
        HighestBlank = section.Real("highestBlank", inherited.HighestBlank, 0, 10000),
        MostTitleLines = section.Whole("mostTitleLines", inherited.MostTitleLines, 1, 1000),
        TitlePace = section.Real("titlePace", inherited.TitlePace, 0, 100),
        MostUnlike = section.Real("mostUnlike", inherited.MostUnlike, 0, 1),
        ValuesOfRow = section.Whole("valuesOfRow", inherited.ValuesOfRow, 1, 1000),
    };

    /// <summary>Options of tables whose rows are parted by lying rules alone.</summary>
    public static LadderOptions Ladders(DefinitionSection? section, LadderOptions inherited) => section is null ? inherited : inherited with
    {
        LeastRungs = section.Whole("leastRungs", inherited.LeastRungs, 1, 1000),
        LeastWidth = section.Real("leastWidth", inherited.LeastWidth, 0, 10000),
        SideShift = section.Real("sideShift", inherited.SideShift, 0, 1000),
        RuledShare = section.Real("ruledShare", inherited.RuledShare, 0, 1),
        DoubleRule = section.Real("doubleRule", inherited.DoubleRule, 0, 1000),
        MostHeaderLines = section.Whole("mostHeaderLines", inherited.MostHeaderLines, 1, 1000),
        HeaderStep = section.Real("headerStep", inherited.HeaderStep, 0, 100),
        LeastLabels = section.Whole("leastLabels", inherited.LeastLabels, 1, 1000),
        MostLines = section.Whole("mostLines", inherited.MostLines, 1, 10000),
        MostTitleLines = section.Whole("mostTitleLines", inherited.MostTitleLines, 1, 1000),
        ProseWords = section.Whole("proseWords", inherited.ProseWords, 1, 1000),
        ProseWidth = section.Real("proseWidth", inherited.ProseWidth, 0, 1),
        LeastStanding = section.Real("leastStanding", inherited.LeastStanding, 0, 10000),
        NextRow = section.Real("nextRow", inherited.NextRow, 0, 100),
        AnchoredShare = section.Real("anchoredShare", inherited.AnchoredShare, 0, 1),
    };

    /// <summary>Options of tables that the structure of the file tells.</summary>
    public static TaggedOptions Tagged(DefinitionSection? section, TaggedOptions inherited) => section is null ? inherited : inherited with
    {
        OverlapEm = section.Real("overlapEm", inherited.OverlapEm, 0, 100),
        LineSlack = section.Real("lineSlack", inherited.LineSlack, 0, 100),
        MaxForeignShare = section.Real("maxForeignShare", inherited.MaxForeignShare, 0, 1),
        ProseWords = section.Whole("proseWords", inherited.ProseWords, 1, 1000),
        MinScore = section.Real("minScore", inherited.MinScore, 0, 1),
    };
}
