using System.Collections.Immutable;
using Ingest.Export.Comparing.Charts;

namespace Ingest.Export.Comparing.Figures;

/// <summary>A group of payers: always the same four and the others, so that two reports can be laid side by side.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fill">How its bars are filled.</param>
/// <param name="Kinds">Kinds of payers in it.</param>
internal sealed record PayerGroup(string Name, Fill Fill, ImmutableArray<string> Kinds)
{
    /// <summary>The groups.</summary>
    public static ImmutableArray<PayerGroup> All { get; } =
    [
        new("État et ses établissements", Fill.Solid, ["etat", "ars", "france-travail", "caisse-des-depots"]),
        new("Région et Département", Fill.Rising, ["region", "departement"]),
        new("Commune et intercommunalité", Fill.Dots, ["commune", "epci", "ccas"]),
        new("CAF, CPAM et MSA", Fill.Crossed, ["caf", "cpam", "msa"]),
        new("Autres", Fill.Upright, []),
    ];

    /// <summary>The group of a kind: the last where no other has it.</summary>
    public static PayerGroup Of(string kind) => All.FirstOrDefault(group => group.Kinds.Contains(kind)) ?? All[^1];

    /// <summary>The groups as series of a chart.</summary>
    public static ImmutableArray<BarSeries> Series { get; } = [.. All.Select(group => new BarSeries(group.Name, group.Fill))];
}
