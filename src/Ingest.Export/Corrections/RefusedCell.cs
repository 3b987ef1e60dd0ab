namespace Ingest.Export.Corrections;

/// <summary>Why what stands in a cell is no correction.</summary>
public enum RefusalReason
{
    /// <summary>The row names no value, or its hidden columns were changed.</summary>
    NoValue,

    /// <summary>The document is not among the results.</summary>
    NoDocument,

    /// <summary>The value is another by now. Detail: what it is.</summary>
    Changed,

    /// <summary>What stood in the place of the value is gone.</summary>
    Moved,

    /// <summary>No amount.</summary>
    Amount,

    /// <summary>An amount that can be read in two ways.</summary>
    Ambiguous,

    /// <summary>No number.</summary>
    Number,

    /// <summary>No share.</summary>
    Share,

    /// <summary>No year.</summary>
    Year,

    /// <summary>No run of years.</summary>
    Years,

    /// <summary>No day.</summary>
    Day,

    /// <summary>None of the words that it can be. Detail: those words.</summary>
    Word,

    /// <summary>The value may not be empty.</summary>
    Empty,

    /// <summary>A value that cannot be there.</summary>
    Impossible,

    /// <summary>An error of a formula, or a formula without a result.</summary>
    Formula,

    /// <summary>Text that holds the mark of personal data that was left out.</summary>
    PersonalData,

    /// <summary>Another row says something else of the same value. Detail: its cell.</summary>
    Conflict,
}

/// <summary>A cell whose content is no correction.</summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Cell">Its name, as in « J12 ».</param>
/// <param name="Typed">What stands in it.</param>
/// <param name="Reason">Why it is none.</param>
/// <param name="Detail">What the reason needs to be understood; empty for nothing.</param>
public sealed record RefusedCell(string Sheet, string Cell, string Typed, RefusalReason Reason, string Detail = "");
