using System.Collections.Immutable;
using Ingest.Model.Provenance;

namespace Ingest.Tables.Structure;

/// <summary>What a row is for, by its look and its first words alone.</summary>
public enum RowRole
{
    /// <summary>It holds what the table is about.</summary>
    Body,

    /// <summary>It names the columns.</summary>
    Header,

    /// <summary>It titles the rows below it.</summary>
    Section,

    /// <summary>It sums rows up.</summary>
    Total,

    /// <summary>« À reporter », « report »: the sum so far, told again on the next page.</summary>
    Carried,
}

/// <summary>The parts that a reader tells in a table, before any meaning.</summary>
/// <param name="Rows">For each row what it is for.</param>
/// <param name="StubColumns">How many first columns name the rows; 0 where no figures tell them from the rest.</param>
/// <param name="Caption">The title that stands next above it and says that it is one (« Tableau 3 – … »); null without.</param>
/// <param name="Notes">What stands next below it and belongs to it: sources, calls of notes, small print.</param>
public sealed record TableStructure(ImmutableArray<RowRole> Rows, int StubColumns, SourceText? Caption, ImmutableArray<SourceText> Notes)
{
    /// <summary>Nothing is known.</summary>
    public static TableStructure Unknown { get; } = new([], 0, null, []);
}
