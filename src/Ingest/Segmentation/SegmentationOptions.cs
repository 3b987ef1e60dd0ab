using System.Collections.Immutable;

namespace Ingest.Segmentation;

/// <summary>Thresholds of the segmentation of programmations.</summary>
public sealed record SegmentationOptions
{
    /// <summary>How many first rows may hold a header (rows): banners and a two-level header above it fit in.</summary>
    public int HeaderSearchRows { get; init; } = 4;

    /// <summary>From which score (0..1) a header word counts: below it a match is by a part of a longer text.</summary>
    public double HeaderWordScore { get; init; } = 0.5;

    /// <summary>How long (words) a header that names a payer may be: « Part de la Ville de … ».</summary>
    public int HeaderPayerWords { get; init; } = 8;

    /// <summary>Mean trust (0..1) in the words of a cell from which it speaks for its column: what recognition makes of stamps has less.</summary>
    public double ReadableTrust { get; init; } = 0.6;

    /// <summary>From which score (0..1) a column takes a role.</summary>
    public double RoleScore { get; init; } = 0.3;

    /// <summary>How near (score, 0..1) a second role must come for the first to be doubtful.</summary>
    public double RoleMargin { get; init; } = 0.08;

    /// <summary>Share of rows (0..1) in which one column must be the sum of others to be taken for their total.</summary>
    public double SumShare { get; init; } = 0.6;

    /// <summary>How long (words) a title may be where a cell holds a title and a description in paragraphs of their own.</summary>
    public int TitleWords { get; init; } = 25;

    /// <summary>How long (words) a document's own title may be: objects of deliberations run over three lines.</summary>
    public int LongestTitle { get; init; } = 45;

    /// <summary>How long (words) a heading above a table may be to be its theme.</summary>
    public int CaptionWords { get; init; } = 25;

    /// <summary>In how many first words a heading says that it is a theme: « Axe stratégique 2 – … ».</summary>
    public int ThemeLead { get; init; } = 3;

    /// <summary>Share of rows (0..1) that must be a label with figures for a table to be a recapitulation.</summary>
    public double RecapShare { get; init; } = 0.6;

    /// <summary>From which score (0..1) words in the place of a label are one that is known: three of five of them at least say what it announces.</summary>
    public double FormLabelScore { get; init; } = 0.7;

    /// <summary>How many different labels of an action (title, porteur, public, cost…) a form must have to be a sheet.</summary>
    public int FicheLabels { get; init; } = 4;

    /// <summary>Share of the rows (0..1) of a table that must be labels with their values for it to be a form.</summary>
    public double FormRowShare { get; init; } = 0.5;

    /// <summary>Words that lead from one amount to the next inside a cell and are no part of a payer's name.</summary>
    public ImmutableArray<string> LabelConnectors { get; init; } = ["dont", "et", "soit", "avec"];
}
