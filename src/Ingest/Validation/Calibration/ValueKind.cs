using System.Globalization;
using Ingest.Model.Documents;

namespace Ingest.Validation.Calibration;

/// <summary>Sorts of values that recognition reads with trust of different worth: a wrong digit is no rarer in a sure figure, a wrong letter is.</summary>
public enum ValueKind
{
    /// <summary>Money that no sum of the document confirms.</summary>
    Amount,

    /// <summary>Money that a sum of the document confirms: a plan that balances, a total that its parts make.</summary>
    ConfirmedAmount,

    /// <summary>A figure that is no money: of an indicator.</summary>
    Figure,

    /// <summary>A title or a label: of a document, an action, a theme, a level of a strategy.</summary>
    Title,

    /// <summary>A name: of a porteur, a signatory, a place.</summary>
    Name,

    /// <summary>A date, years, the reference of an act.</summary>
    Date,

    /// <summary>Sentences: descriptions, operational objectives, what a diagnosis and a governance say.</summary>
    Prose,

    /// <summary>A whole row, all of its values together.</summary>
    Row,
}

/// <summary>Values by their places.</summary>
public static class ValueKinds
{
    /// <summary>The sort of the value at a JSON pointer.</summary>
    /// <param name="document">The document, its totals compared with their parts.</param>
    /// <param name="pointer">The pointer.</param>
    public static ValueKind Of(IngestedDocument document, string pointer) =>
        Of(pointer) is var kind && kind == ValueKind.Amount && IsConfirmed(document, pointer.Split('/')) ? ValueKind.ConfirmedAmount : kind;

    /// <summary>The sort of the value at a JSON pointer; of money, that which nothing confirms.</summary>
    /// <param name="pointer">The pointer.</param>
    public static ValueKind Of(string pointer) => pointer.Split('/') switch
    {
        [_, "title"] or [_, "actions", _, "title" or "theme"] => ValueKind.Title,
        [_, "period"] or [_, "filing", ..] or [_, "actions", _, "year"] => ValueKind.Date,
        [_, "territory", ..] or [_, "signatories", ..] or [_, "actions", _, "porteur" or "quartiers"] => ValueKind.Name,
        [_, "totals", ..] or [_, "actions", _, "totalCost"] or [_, "actions", _, "financers", ..] => ValueKind.Amount,
        [_, "actions", _] => ValueKind.Row,
        [_, "diagnosis", "indicators", ..] => ValueKind.Figure,
        [_, "enjeux", .., "operationalObjectives", _] => ValueKind.Prose,
        [_, "enjeux", ..] => ValueKind.Title,
        _ => ValueKind.Prose,
    };

    /// <summary>A sort of values as files name it.</summary>
    /// <param name="kind">The sort.</param>
    public static string NameOf(ValueKind kind) => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];

    private static bool IsConfirmed(IngestedDocument document, string[] path) => path switch
    {
        [_, "totals", var index, ..] => document.Totals[Number(index)].Reconciled == true,
        [_, "actions", var index, "totalCost"] => BalancedPlan(document.Actions[Number(index)]) is not null,
        [_, "actions", var index, "financers", var financer, ..] => BalancedPlan(document.Actions[Number(index)]) is { } plan && plan.Financers.Contains(Number(financer)),
        _ => false,
    };

    private static ActionPlan? BalancedPlan(FundedAction action) => ActionPlan.AllOf(action).FirstOrDefault(plan => plan.Sum == action.TotalCost);

    private static int Number(string index) => int.Parse(index, NumberStyles.None, CultureInfo.InvariantCulture);
}
