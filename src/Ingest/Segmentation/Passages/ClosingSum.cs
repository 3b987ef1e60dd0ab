using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation.Passages;

/// <summary>The items of a list whose last one runs on into the sum of all.</summary>
/// <param name="Items">The items, the last without the sum.</param>
/// <param name="Sum">The words of the sum; null where the list has none.</param>
/// <param name="Last">The last item as it stands in the document.</param>
internal sealed record ClosedList(ImmutableArray<TextBlock> Items, SourceText? Sum, TextBlock Last)
{
    /// <summary>An item as it stands in the document.</summary>
    public TextBlock Whole(TextBlock item) => Sum is not null && item == Items[^1] ? Last : item;

    /// <summary>Where an item stands.</summary>
    public int PlaceIn(ImmutableArray<TextBlock> all, TextBlock item) => all.IndexOf(Whole(item));
}

/// <summary>
/// Finds « …, soit 6 650 € pour cette thématique » at the end of the last item of a list: arithmetic tells it from « soit 40 € par enfant », for
/// it is the sum of what the items say.
/// </summary>
internal static partial class ClosingSum
{
    /// <summary>The items and their sum.</summary>
    /// <param name="items">Blocks of a list, at least one.</param>
    public static ClosedList Cut(ImmutableArray<TextBlock> items)
    {
        var last = items[^1];
        if (items.Length < 2 || Clause().Match(last.Text.Text) is not { Success: true, Index: > 0 } clause)
            return new ClosedList(items, null, last);
        var (item, sum) = (last.Text.Slice(0, clause.Index), last.Text.Slice(clause.Groups["sum"].Index, last.Text.Text.Length - clause.Groups["sum"].Index));
        var amounts = items.SkipLast(1).Select(block => block.Text.Text).Append(item.Text).Select(text => MoneyGrammar.Find(text).LastOrDefault(mention => mention.HasCurrency).Amount.Amount).ToList();
        return MoneyGrammar.Find(sum.Text).Where(mention => mention.HasCurrency).ToList() is [var told] && amounts.TrueForAll(amount => amount > 0) && told.Amount.Amount == amounts.Sum()
            ? new ClosedList(items.SetItem(items.Length - 1, last with { Text = item }), sum, last)
            : new ClosedList(items, null, last);
    }

    [GeneratedRegex(@"[,;][ \u00A0\n]+(?<sum>soit[ \u00A0\n](?!.*[,;][ \u00A0\n]+soit[ \u00A0\n]).+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Clause();
}
