using System.Text.RegularExpressions;
using Ingest.Model.Documents;
using Ingest.Model.Findings;

namespace Ingest.Validation;

/// <summary>
/// Financers that the document names as those who receive: « à l'association X, 4 200 € ». A list of grants read as the plan of one action
/// looks like that, and each of its amounts is wrong then.
/// </summary>
internal static partial class BeneficiaryAsPayerCheck
{
    public static IEnumerable<Finding> Check(CheckInput input)
    {
        // Where the cost is stated the plan is checked against it.
        foreach (var (action, pointer) in input.Actions.Where(item => item.Action.TotalCost is null))
        {
            foreach (var (index, financer) in action.Financers.Index().Where(item => item.Item.Amount is not null && !item.Item.IsOwnFunds && Receives(action, item.Item)))
                yield return StructureFindings.BeneficiaryAsPayer.At($"{pointer}/financers/{index}", financer.Evidence, financer.Label, financer.Amount!.Value, action.Title ?? action.Evidence.Text);
        }
    }

    // Public bodies are asked (« demandé à la CAF ») more often than they receive.
    private static bool Receives(FundedAction action, Financer financer)
    {
        if (financer.Kind is not ("association" or "etablissement-scolaire" or "entreprise"))
            return false;
        if (Opening().IsMatch(financer.Label))
            return true;
        var at = action.Evidence.Text.IndexOf(financer.Label, StringComparison.OrdinalIgnoreCase);
        return at > 0 && Lead().IsMatch(action.Evidence.Text[..at]);
    }

    [GeneratedRegex(@"^(?:(?:vers|attribu|accord|allou|octroy)\p{L}+ )?(?:à|au|aux) ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?<!(?:demand|sollicit)\p{L}+ )(?<!\p{L})(?:à(?: la| l['’])?|au|aux) ?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();
}
