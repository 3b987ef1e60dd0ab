namespace Ingest.Tables;

/// <summary>Thresholds of rows below a head whose columns no rule carries on.</summary>
public sealed record HeadOptions
{
    /// <summary>The options as tuned.</summary>
    public static HeadOptions Default { get; } = new();

    /// <summary>Fewest columns of the head.</summary>
    public int LeastColumns { get; init; } = 3;

    /// <summary>Fewest rows with text in several cells.</summary>
    public int LeastRows { get; init; } = 2;

    /// <summary>How far (points) the rules of rows may begin and end from the sides of the head.</summary>
    public double SideShift { get; init; } = 6;

    /// <summary>Share of the table's width that such a rule covers.</summary>
    public double RuledShare { get; init; } = 0.9;

    /// <summary>Height (points) above which a white space between two rules ends the table.</summary>
    public double HighestBlank { get; init; } = 60;

    /// <summary>Most lines of a text between two rules that is the title of rows.</summary>
    public int MostTitleLines { get; init; } = 3;

    /// <summary>Most room (in heights of its letters) that a line of such a title takes.</summary>
    public double TitlePace { get; init; } = 3;

    /// <summary>Share of the rows (0..1) whose text may keep to other columns than those of the head.</summary>
    public double MostUnlike { get; init; } = 0.25;

    /// <summary>Values on one line that make it a row of its own: two such lines between two rules are two rows.</summary>
    public int ValuesOfRow { get; init; } = 2;
}
