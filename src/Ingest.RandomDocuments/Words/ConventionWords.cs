namespace Ingest.RandomDocuments.Words;

// The shapes of strategy.yaml, as the deserialiser fills them: what each list is for stands in the file.
#pragma warning disable CA1812 // They are made by the deserialiser.

internal sealed class ConventionWords
{
    public List<string> Titles { get; set; } = [];
    public List<string> Openings { get; set; } = [];
    public List<string> Enjeux { get; set; } = [];
    public List<string> Orientations { get; set; } = [];
    public List<string> Objectives { get; set; } = [];
    public List<string> Items { get; set; } = [];
    public LevelWords Levels { get; set; } = new();
    public ColumnWords Columns { get; set; } = new();
    public SectionWords Sections { get; set; } = new();
    public List<IndicatorWords> Indicators { get; set; } = [];
    public List<string> Irritants { get; set; } = [];
    public List<string> Opportunites { get; set; } = [];
    public List<string> Signatories { get; set; } = [];
}

internal sealed class LevelWords
{
    public List<string> Enjeu { get; set; } = [];
    public List<string> Orientation { get; set; } = [];
    public List<string> Objective { get; set; } = [];
}

internal sealed class ColumnWords
{
    public List<string> Orientation { get; set; } = [];
    public List<string> Objective { get; set; } = [];
    public List<string> Item { get; set; } = [];
}

internal sealed class SectionWords
{
    public List<string> Indicators { get; set; } = [];
    public List<string> Irritants { get; set; } = [];
    public List<string> Opportunites { get; set; } = [];
    public List<string> Strategy { get; set; } = [];
    public List<string> Signatories { get; set; } = [];
}

internal sealed class IndicatorWords
{
    public string Name { get; set; } = "";
    public string Unit { get; set; } = "";
}
