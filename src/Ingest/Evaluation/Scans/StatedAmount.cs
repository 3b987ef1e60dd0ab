using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;

namespace Ingest.Evaluation.Scans;

/// <summary>What an amount is.</summary>
public enum AmountKind
{
    /// <summary>Total cost of an action.</summary>
    TotalCost,

    /// <summary>What a financer pays.</summary>
    Financer,

    /// <summary>A total that the document states.</summary>
    Total,

    /// <summary>Value of an indicator: a figure, and no money.</summary>
    Indicator,
}

/// <summary>An amount of a document.</summary>
public sealed record StatedAmount
{
    /// <summary>What it is.</summary>
    public required AmountKind Kind { get; init; }

    /// <summary>JSON pointer to it.</summary>
    public required string Pointer { get; init; }

    /// <summary>Its value.</summary>
    public required decimal Value { get; init; }

    /// <summary>What it is the amount of, for people.</summary>
    public required string Place { get; init; }

    /// <summary>Where it was read; empty in a truth.</summary>
    public required ImmutableArray<EvidenceRegion> Regions { get; init; }

    /// <summary>The total cost of an action; null where none is stated.</summary>
    internal static StatedAmount? CostOf(IngestedDocument document, int action)
    {
        var item = document.Actions[action];
        return item.TotalCost is not { } cost ? null : new StatedAmount
        {
            Kind = AmountKind.TotalCost,
            Pointer = At("/actions/", action, "/totalCost"),
            Value = cost.Amount,
            Place = NameOf(item),
            Regions = item.FieldEvidence.GetValueOrDefault("totalCost", item.Evidence).Regions,
        };
    }

    /// <summary>What a financer pays; null where no amount is stated.</summary>
    internal static StatedAmount? Of(IngestedDocument document, int action, int financer)
    {
        var (item, payer) = (document.Actions[action], document.Actions[action].Financers[financer]);
        return payer.Amount is not { } amount ? null : new StatedAmount
        {
            Kind = AmountKind.Financer,
            Pointer = At("/actions/", action, "/financers/", financer, "/amount"),
            Value = amount.Amount,
            Place = $"{NameOf(item)}: {payer.Label}",
            Regions = WithoutLabel(payer.Evidence),
        };
    }

    /// <summary>A total; null where no amount is stated.</summary>
    internal static StatedAmount? OfTotal(IngestedDocument document, int total)
    {
        var item = document.Totals[total];
        return item.Amount is not { } amount ? null : new StatedAmount
        {
            Kind = AmountKind.Total,
            Pointer = At("/totals/", total, "/amount"),
            Value = amount.Amount,
            Place = item.Of is null ? item.Label : $"{item.Of}: {item.Label}",
            Regions = WithoutLabel(item.Evidence),
        };
    }

    /// <summary>The value of an indicator; null where none is stated.</summary>
    internal static StatedAmount? OfIndicator(IngestedDocument document, int indicator)
    {
        var item = document.Diagnosis.Indicators[indicator];
        return item.Value is not { } value ? null : new StatedAmount
        {
            Kind = AmountKind.Indicator,
            Pointer = At("/diagnosis/indicators/", indicator, "/value"),
            Value = value,
            Place = item.Name,
            Regions = item.Evidence.Regions,
        };
    }

    // Evidence of money names its label first: that of a column stands in its header, where a stamp says nothing of the amount.
    private static ImmutableArray<EvidenceRegion> WithoutLabel(Evidence evidence) => evidence.Regions.Length > 1 ? evidence.Regions[1..] : evidence.Regions;

    private static string NameOf(FundedAction action) => action.Title ?? "(no title)";

    private static string At(params ReadOnlySpan<object> parts)
    {
        var pointer = new System.Text.StringBuilder();
        foreach (var part in parts)
            pointer.Append(CultureInfo.InvariantCulture, $"{part}");
        return pointer.ToString();
    }
}
