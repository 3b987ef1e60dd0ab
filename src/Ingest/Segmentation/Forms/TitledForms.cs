using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Forms;

/// <summary>
/// Tables of labels and values below headings of one height, as web pages and lists of cards have them: « L'école du dehors » over « Porteur », « Coût »,
/// « Financements ». The heading is the title of the action, the heading above it the theme, what stands between describes.
/// </summary>
internal static class TitledForms
{
    // So many headings of one height must each stand over labels of an action.
    private const int LeastForms = 2;

    // Paragraphs between a heading and its labels.
    private const int MostBetween = 3;

    /// <summary>The pieces with such headings made headings of sheets.</summary>
    /// <param name="items">The pieces of a document, in reading order.</param>
    public static List<FormItem> Mark(List<FormItem> items)
    {
        var forms = Enumerable.Range(0, items.Count).Select(index => FormAt(items, index)).OfType<Form>().ToList();
        var titled = forms.GroupBy(form => form.Level).Where(group => group.Count() >= LeastForms).SelectMany(group => group).ToDictionary(form => form.Heading);
        if (titled.Count == 0)
            return items;
        var marked = new List<FormItem>();
        var above = new Stack<(int Level, SourceText Text)>();
        for (var i = 0; i < items.Count; i++)
        {
            if (titled.TryGetValue(i, out var form))
            {
                Raise(above, form.Level);
                marked.Add(new HeadingItem(items[i].Block, items[i].Text, items[i].Text, IsSure: true));
                if (!form.HasTheme && above.TryPeek(out var theme))
                    marked.Add(new PairItem(items[i].Block, new FormLabel(SourceText.Empty, HeaderRole.Theme, false), theme.Text));
                for (; i + 1 < form.Labels; i++)
                    marked.Add(new PairItem(items[i + 1].Block, new FormLabel(SourceText.Empty, HeaderRole.Description, false), items[i + 1].Text));
                continue;
            }

            if (LevelOf(items[i]) is { } level)
            {
                Raise(above, level);
                // The title of the document is no theme.
                if (level > 0)
                    above.Push((level, items[i].Text));
            }

            marked.Add(items[i]);
        }

        return marked;
    }

    private static void Raise(Stack<(int Level, SourceText Text)> above, int level)
    {
        while (above.Count > 0 && above.Peek().Level >= level)
            above.Pop();
    }

    private static int? LevelOf(FormItem item) => item is LooseItem { Block: TextContent { Block: { HeadingLevel: { } level } block } } && IsWhole(item, block) ? level : null;

    private static bool IsWhole(FormItem item, TextBlock block) => item.Text.Text.Length == block.Text.Text.Length;

    private static Form? FormAt(List<FormItem> items, int index)
    {
        if (LevelOf(items[index]) is not { } level || level == 0)
            return null;
        var first = index + 1;
        while (first < items.Count && first - index <= MostBetween && items[first] is LooseItem { Block: TextContent { Block.HeadingLevel: null } })
            first++;
        var roles = items.Skip(first).TakeWhile(item => item is PairItem { Block: TableContent }).Cast<PairItem>().ToList();
        // A table that says twice who carries or what it costs, or no cost in one cell, holds several cards whose titles it hides.
        bool IsOnce(HeaderRole role) => roles.Count(pair => pair.Label.Role == role) == 1;
        var hasCost = IsOnce(HeaderRole.TotalCost) && MoneyGrammar.ParseCell(roles.Find(pair => pair.Label.Role == HeaderRole.TotalCost)!.Value.Text).Money is not null;
        // The budget may stand in a table of its own below the labels.
        var behind = first + roles.Count;
        while (behind < items.Count && behind - first - roles.Count < MostBetween && items[behind] is LooseItem { Block: TextContent { Block.HeadingLevel: null } })
            behind++;
        hasCost |= !roles.Exists(pair => pair.Label.Role == HeaderRole.TotalCost) && behind < items.Count && items[behind] is BudgetItem;
        return hasCost && IsOnce(HeaderRole.Porteur) && !roles.Exists(pair => pair.Label.Role == HeaderRole.Title) ? new Form(index, first, level, roles.Exists(pair => pair.Label.Role == HeaderRole.Theme)) : null;
    }

    // Where its heading and its first label stand, and whether its labels tell the theme themselves.
    private sealed record Form(int Heading, int Labels, int Level, bool HasTheme);
}
