using System.Collections.Immutable;

namespace Ingest.Export.Schema;

/// <summary>
/// The tables of the collection, each after those that it refers to. Every file of an export and its codebook follow from what is said
/// here; a new column is one entry.
/// </summary>
public static class CollectionTables
{
    /// <summary>All tables, in the order of the codebook.</summary>
    public static ImmutableArray<TableDefinition> All { get; } =
    [
        DocumentTables.Documents, DocumentTables.Communes, DocumentTables.Quartiers, DocumentTables.Signatories,
        MoneyTables.Actions, MoneyTables.Financers, MoneyTables.Totals,
        StrategyTables.Enjeux, StrategyTables.Orientations, StrategyTables.Objectives, StrategyTables.OperationalObjectives,
        StrategyTables.Indicators, StrategyTables.Diagnosis, StrategyTables.Governance,
        LinkTables.Quartiers, LinkTables.Places,
        TrustTables.Findings, TrustTables.Unassigned, TrustTables.Provenance,
    ];

    /// <summary>What was left out for privacy, filled by the export itself and not by documents.</summary>
    internal static TableDefinition Omissions => TrustTables.Omissions;
}
