using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Values;
using Ingest.Normalization;
using Ingest.Segmentation;

namespace Ingest.Validation;

/// <summary>How far figures may lie apart.</summary>
public sealed record Tolerance
{
    /// <summary>Euros that a sum may differ beyond the rounding of its amounts as written. Default 0: sums are exact.</summary>
    public decimal SumSlack { get; init; }

    /// <summary>Share (0..1) that a percentage may differ beyond its rounding as written. Default 0.0001: a hundredth of a point.</summary>
    public decimal ShareSlack { get; init; } = 0.0001m;

    /// <summary>Years that a programme may begin after the year of its act.</summary>
    public int YearsAfterAct { get; init; } = 2;

    /// <summary>Years that a programme may begin before the year of its act.</summary>
    public int YearsBeforeAct { get; init; }

    /// <summary>
    /// Fewest amounts in euros of a document of no known kind of which nothing was read that make it suspicious: a press release names a
    /// few, a programme whose layout nobody knows has dozens. Default 10.
    /// </summary>
    public int AmountsOfPlan { get; init; } = 10;

    /// <summary>Trust (0..1) below which a figure that was recognised on an image is told.</summary>
    public double Confidence { get; init; } = 0.8;
}

/// <summary>What a check looks at.</summary>
/// <param name="Normalized">The document with its rounding and identities.</param>
/// <param name="Tolerance">How far figures may lie apart.</param>
public sealed record CheckInput(NormalizedDocument Normalized, Tolerance Tolerance)
{
    /// <summary>The document.</summary>
    public IngestedDocument Document => Normalized.Document;

    /// <summary>What is said of recognised figures that do not fit.</summary>
    internal RecognisedDoubt Doubt { get; } = new(Normalized.Document);

    /// <summary>The actions with their pointers.</summary>
    public IEnumerable<(FundedAction Action, string Pointer)> Actions =>
        Document.Actions.Select((action, index) => (action, $"/actions/{index}"));

    /// <summary>The totals with their pointers.</summary>
    public IEnumerable<(Total Total, string Pointer)> Totals => Document.Totals.Select((total, index) => (total, $"/totals/{index}"));

    /// <summary>
    /// Whether a sum fits its parts. Amounts written to the cent or to the euro are exact; those written in thousands or
    /// millions carry half of their last digit.
    /// </summary>
    public bool Fits(Euros stated, Euros computed, IEnumerable<string> pointers) =>
        Math.Abs(stated.Amount - computed.Amount) <= Tolerance.SumSlack + pointers.Sum(RoundingOf);

    /// <summary>Whether a sum of a budget fits its parts, by the same rule.</summary>
    internal bool Fits(Euros stated, Euros computed, IEnumerable<DraftAmount> figures) =>
        Math.Abs(stated.Amount - computed.Amount) <= Tolerance.SumSlack + figures.Sum(figure => figure.Rounding > 0.5m ? figure.Rounding : 0);

    /// <summary>The budget of the action at a pointer, or null.</summary>
    internal DraftBudget? BudgetOf(string pointer) => Normalized.Budgets.GetValueOrDefault(pointer);

    /// <summary>Who the label at a pointer names, or null.</summary>
    public PayerIdentity? IdentityOf(string pointer) => Normalized.Identities.GetValueOrDefault(pointer);

    /// <summary>Half of the last written digit of the figure at a pointer.</summary>
    public decimal WrittenRounding(string pointer) => Normalized.Rounding.GetValueOrDefault(pointer);

    // An amount in whole euros is what it says: towns round nothing below a euro, only « k€ » and « M€ » hide digits.
    private decimal RoundingOf(string pointer) =>
        Normalized.Rounding.GetValueOrDefault(pointer) is var half && half > 0.5m ? half : 0;
}
