using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;

namespace Ingest.Model.Documents;

/// <summary>What came of a document, computed from its findings.</summary>
public enum DocumentStatus
{
    /// <summary>Read whole, no warning and no error.</summary>
    Ok,

    /// <summary>Read whole, with a warning or an error finding.</summary>
    Doubts,

    /// <summary>A part could not be read.</summary>
    Partial,

    /// <summary>Nothing could be read.</summary>
    Failed,
}

/// <summary>What a document is.</summary>
public enum DocumentKind
{
    /// <summary>A list of funded actions.</summary>
    Programmation,

    /// <summary>A strategy: enjeux, orientations, objectives.</summary>
    Convention,

    /// <summary>Both.</summary>
    Mixed,

    /// <summary>Neither; a finding says why.</summary>
    Other,
}

/// <summary>The published document: the contract's JSON, one per source document.</summary>
public sealed record IngestedDocument
{
    /// <summary>Version of the contract.</summary>
    public string SchemaVersion { get; init; } = "1.0";

    /// <summary>The program and the definition that made it.</summary>
    public required Producer Producer { get; init; }

    /// <summary>What came of it.</summary>
    public required DocumentStatus Status { get; init; }

    /// <summary>The file.</summary>
    public required Source Source { get; init; }

    /// <summary>What the document is.</summary>
    public DocumentKind Kind { get; init; } = DocumentKind.Other;

    /// <summary>The document's own title.</summary>
    public string? Title { get; init; }

    /// <summary>The years it is for.</summary>
    public Period? Period { get; init; }

    /// <summary>Who it is made for.</summary>
    public Territory Territory { get; init; } = new();

    /// <summary>The stamp of the préfecture.</summary>
    public Filing? Filing { get; init; }

    /// <summary>A deliberation's own result.</summary>
    public Act? Act { get; init; }

    /// <summary>Funded actions, in document order.</summary>
    public ImmutableArray<FundedAction> Actions { get; init; } = [];

    /// <summary>Totals as the document states them.</summary>
    public ImmutableArray<Total> Totals { get; init; } = [];

    /// <summary>The strategy.</summary>
    public ImmutableArray<Enjeu> Enjeux { get; init; } = [];

    /// <summary>The portrait of the neighbourhood.</summary>
    public Diagnosis Diagnosis { get; init; } = new();

    /// <summary>How the contract is steered.</summary>
    public ImmutableArray<GovernanceItem> Governance { get; init; } = [];

    /// <summary>The parties named in the signature block.</summary>
    public ImmutableArray<Signatory> Signatories { get; init; } = [];

    /// <summary>Words and amounts of read tables that found no place.</summary>
    public ImmutableArray<Unassigned> Unassigned { get; init; } = [];

    /// <summary>Everything that was checked and failed, or read with doubt.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Where title, period, territory and filing were read: keys are their names and paths (« title », « territory/epci »).</summary>
    public ImmutableSortedDictionary<string, Evidence> FieldEvidence { get; init; } = EmptyFields;

    internal static ImmutableSortedDictionary<string, Evidence> EmptyFields { get; } =
        ImmutableSortedDictionary.Create<string, Evidence>(StringComparer.Ordinal);
}

/// <summary>The program and the definition that made a document.</summary>
/// <param name="Name">Always « ingest ».</param>
/// <param name="Version">Version of the program.</param>
/// <param name="Definition">Name of the pipeline definition.</param>
/// <param name="DefinitionHash">SHA-256 of the definition with all it names, in lower-case hexadecimal.</param>
public sealed record Producer(string Name, string Version, string Definition, string DefinitionHash);

/// <summary>Whether the text of a source is its own.</summary>
public enum TextOrigin
{
    /// <summary>Characters of the file.</summary>
    Native,

    /// <summary>Recognised from images.</summary>
    Ocr,

    /// <summary>Some pages each.</summary>
    Mixed,
}

/// <summary>The source file.</summary>
public sealed record Source
{
    /// <summary>File name without folder.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Media type by content.</summary>
    public required string MediaType { get; init; }

    /// <summary>Number of bytes.</summary>
    public required long ByteLength { get; init; }

    /// <summary>Number of pages; null where the format has none.</summary>
    public int? PageCount { get; init; }

    /// <summary>Whether the text is the file's own; null when nothing was read.</summary>
    public TextOrigin? TextOrigin { get; init; }
}

/// <summary>Years, both included.</summary>
/// <param name="Start">First year.</param>
/// <param name="End">Last year.</param>
public sealed record Period(int Start, int End);

/// <summary>Who a document is made for.</summary>
public sealed record Territory
{
    /// <summary>The intercommunal body.</summary>
    public Epci? Epci { get; init; }

    /// <summary>The communes that the act is made for, no others.</summary>
    public ImmutableArray<Commune> Communes { get; init; } = [];

    /// <summary>The neighbourhoods it names.</summary>
    public ImmutableArray<Quartier> Quartiers { get; init; } = [];
}

/// <summary>An intercommunal body.</summary>
/// <param name="Name">Name in the register, else as written.</param>
/// <param name="Siren">Nine digits, or null.</param>
public sealed record Epci(string Name, string? Siren);

/// <summary>A commune.</summary>
/// <param name="Name">Name in the register, else as written.</param>
/// <param name="Insee">Code of the official geographic code, or null.</param>
/// <param name="Siren">Nine digits, or null.</param>
public sealed record Commune(string Name, string? Insee, string? Siren);

/// <summary>A neighbourhood.</summary>
/// <param name="Name">Name as written without article, or null where only a code is given.</param>
/// <param name="Type">QPV, QIC, QVA, ZUS…</param>
/// <param name="Code">Code as given, or null: never invented.</param>
/// <param name="Communes">INSEE codes of the communes that the document says it lies in.</param>
public sealed record Quartier(string? Name, string Type, string? Code, ImmutableArray<string> Communes);

/// <summary>The accusé de réception of the préfecture.</summary>
public sealed record Filing
{
    /// <summary>The whole reference.</summary>
    public required string Reference { get; init; }

    /// <summary>Department on three characters.</summary>
    public required string Department { get; init; }

    /// <summary>SIREN of the authority, as written.</summary>
    public required string Siren { get; init; }

    /// <summary>Date of the act.</summary>
    public DateOnly? ActDate { get; init; }

    /// <summary>Local number of the act; may contain hyphens.</summary>
    public required string ActNumber { get; init; }

    /// <summary>Nature: DE, AR, AI, CC, BF or AU.</summary>
    public required string ActType { get; init; }

    /// <summary>Day of transmission.</summary>
    public DateOnly? SentOn { get; init; }

    /// <summary>Day of reception.</summary>
    public DateOnly? ReceivedOn { get; init; }
}

/// <summary>A deliberation's own result.</summary>
public sealed record Act
{
    /// <summary>Object of the act.</summary>
    public string? Title { get; init; }

    /// <summary>Date of the session.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Result of the vote, as written.</summary>
    public string? Vote { get; init; }

    /// <summary>The act it amends.</summary>
    public string? Amends { get; init; }
}

/// <summary>Words and amounts of a read table that found no place.</summary>
/// <param name="Text">The text.</param>
/// <param name="Reason">Why, as a stable word: « empty-role », « no-header »…</param>
/// <param name="Evidence">Where it stands.</param>
public sealed record Unassigned(string Text, string Reason, Evidence Evidence);
