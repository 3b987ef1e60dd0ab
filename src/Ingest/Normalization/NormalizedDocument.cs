using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Segmentation;

namespace Ingest.Normalization;

/// <summary>What a total sums, beyond what its scope tells.</summary>
/// <param name="Basis">What it sums where it names no payer.</param>
/// <param name="Run">The actions, where only its place tells them.</param>
public readonly record struct SummedParts(TotalBasis Basis, ActionRun? Run);

/// <summary>A document with typed values, and what the checks need beside it.</summary>
public sealed record NormalizedDocument
{
    /// <summary>The document; its totals are not compared yet.</summary>
    public required IngestedDocument Document { get; init; }

    /// <summary>Half of the last written digit, in euros (as a share for shares), by JSON pointer: what rounding as written can hide.</summary>
    public required ImmutableDictionary<string, decimal> Rounding { get; init; }

    /// <summary>What totals sum, in the order of the totals.</summary>
    public required ImmutableArray<SummedParts> Sums { get; init; }

    /// <summary>The budgets of action sheets by the JSON pointer of their action: charges and receipts, which the output has no field for.</summary>
    public ImmutableDictionary<string, DraftBudget> Budgets { get; init; } = ImmutableDictionary<string, DraftBudget>.Empty;

    /// <summary>Amounts in euros that the document names where no action, no total and no strategy was read in it; else empty.</summary>
    public ImmutableArray<SourceText> Mentioned { get; init; } = [];

    /// <summary>Short names that the document gives its intercommunal body.</summary>
    public ImmutableArray<string> EpciAliases { get; init; } = [];

    /// <summary>Who the label at a JSON pointer names (financers, porteurs, totals).</summary>
    public required ImmutableDictionary<string, PayerIdentity> Identities { get; init; }
}
