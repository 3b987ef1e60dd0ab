namespace Ingest.Segmentation;

/// <summary>Why words found no place: stable words of the output.</summary>
internal static class UnassignedReason
{
    /// <summary>The column is known and the contract has no field for it.</summary>
    public const string NoField = "no-field";

    /// <summary>Money of another year than the programme's: the contract has one year for an action.</summary>
    public const string OtherYear = "other-year";

    /// <summary>The contract has a field for it, and the words are none that are known there.</summary>
    public const string NotRead = "not-read";

    /// <summary>The column's role is not known.</summary>
    public const string UnknownColumn = "unknown-column";

    /// <summary>Words in a cell of amounts that name no amount.</summary>
    public const string WordsBesideAmounts = "words-beside-amounts";

    /// <summary>A second cost, or an amount that nothing names.</summary>
    public const string UnnamedAmount = "unnamed-amount";

    /// <summary>A row that is neither action, band nor total.</summary>
    public const string LoneCell = "lone-cell";

    /// <summary>The table has amounts and its columns could not be told.</summary>
    public const string UnreadTable = "unread-table";

    /// <summary>Amounts, set as those of a table, in no table that was found.</summary>
    public const string OutsideTables = "outside-tables";

    /// <summary>Amounts in running text that belong to no action that was read.</summary>
    public const string RunningText = "running-text";

    /// <summary>In the file and not shown.</summary>
    public const string Hidden = "hidden";

    /// <summary>What text recognition made of a picture or a rule: no French.</summary>
    public const string Gibberish = "gibberish";

    /// <summary>A cell that was sawn in two: its half lines can't be put together again.</summary>
    public const string SawnCell = "sawn-cell";

    /// <summary>Text of a strategy's table that is under no objective.</summary>
    public const string NoObjective = "no-objective";
}
