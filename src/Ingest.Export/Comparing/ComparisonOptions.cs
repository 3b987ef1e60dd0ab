using Ingest.Classification;
using Ingest.Normalization;

namespace Ingest.Export.Comparing;

/// <summary>What stands side by side.</summary>
public enum ComparisonAxis
{
    /// <summary>Communes; acts made for several stay one unit of their own.</summary>
    Commune,

    /// <summary>Intercommunal bodies.</summary>
    Epci,

    /// <summary>Years that actions are funded for, and periods of strategies.</summary>
    Year,

    /// <summary>Neighbourhoods.</summary>
    Quartier,
}

/// <summary>How a collection is compared.</summary>
public sealed record ComparisonOptions
{
    /// <summary>What stands side by side.</summary>
    public ComparisonAxis Axis { get; init; }

    /// <summary>The taxonomy in whose places strategies and actions meet.</summary>
    public required Taxonomy Pivot { get; init; }

    /// <summary>Names and populations; null where there is no register: then nothing is told per inhabitant.</summary>
    public TerritoryRegister? Register { get; init; }
}
