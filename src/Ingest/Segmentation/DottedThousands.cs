using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ingest.Segmentation;

/// <summary>
/// « 54.600 » alone may be a thousand or a decimal. Where a document writes many amounts so, in whole euros, and none with one or two
/// digits behind a point, the point parts thousands throughout.
/// </summary>
internal static partial class DottedThousands
{
    private const int LeastAmounts = 5;

    // Euros: the last digit of such an amount is one of whole euros, whatever unit a header gives.
    private const decimal WholeEuros = 0.5m;

    /// <summary>The draft with the amounts that are in no doubt any more.</summary>
    public static DraftDocument Settle(DraftDocument draft)
    {
        ImmutableArray<DraftAmount> all = [.. draft.Actions.SelectMany(action => action.Financings.Select(financing => financing.Amount).Append(action.Cost)).Concat(draft.Totals.Select(total => total.Amount)).OfType<DraftAmount>()];
        if (all.Count(IsDotted) < LeastAmounts || all.Any(amount => Decimal().IsMatch(amount.Source.Text)))
            return draft;
        return draft with
        {
            Actions = [.. draft.Actions.Select(action => action with { Cost = Settle(action.Cost), Financings = [.. action.Financings.Select(financing => financing with { Amount = Settle(financing.Amount) })] })],
            Totals = [.. draft.Totals.Select(total => total with { Amount = Settle(total.Amount) })],
        };
    }

    private static DraftAmount? Settle(DraftAmount? amount) => amount is { IsAmbiguous: true } && IsDotted(amount) ? amount with { IsAmbiguous = false } : amount;

    private static bool IsDotted(DraftAmount amount) => amount.Rounding == WholeEuros && Dotted().IsMatch(amount.Source.Text);

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{3})+$", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"\d\.\d{1,2}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();
}
