namespace Ingest.Running.Ledger;

/// <summary>What is wrong with a ledger.</summary>
public enum LedgerProblem
{
    /// <summary>A later version of the program wrote it.</summary>
    Newer,

    /// <summary>The file is not a ledger of this program.</summary>
    Foreign,

    /// <summary>It is damaged.</summary>
    Damaged,

    /// <summary>It cannot be written: no room, no rights.</summary>
    Unwritable,
}

/// <summary>A ledger cannot be used.</summary>
public sealed class LedgerException : Exception
{
    /// <summary>It cannot be used.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="file">The ledger's file.</param>
    /// <param name="why">What the system says, or nothing.</param>
    public LedgerException(LedgerProblem problem, string file, string why)
        : base($"{file}: {problem}. {why}") => (Problem, File, Why) = (problem, file, why);

    /// <summary>What is wrong.</summary>
    public LedgerProblem Problem { get; }

    /// <summary>The ledger's file.</summary>
    public string File { get; }

    /// <summary>What the system says; may be empty.</summary>
    public string Why { get; }
}
