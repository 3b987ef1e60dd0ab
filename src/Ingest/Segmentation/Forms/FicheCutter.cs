using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Forms;

/// <summary>
/// Pieces of forms → sheets. A sheet begins at its heading, or where the labels begin anew; it is one where enough different labels of an action
/// have values, its title among them.
/// </summary>
internal sealed class FicheCutter(RowKinds kinds, StrategyVocabulary strategy, SegmentationOptions options)
{
    /// <summary>The sheets, in reading order.</summary>
    public ImmutableArray<Fiche> Cut(IReadOnlyList<FormItem> items)
    {
        var title = items.OfType<PairItem>().Where(IsTitle).GroupBy(LabelOf, StringComparer.Ordinal).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key;
        var runs = new List<List<FormItem>>();
        var before = new List<FormItem>();
        List<FormItem>? current = null;
        string? opening = null;
        foreach (var item in items)
        {
            if (item is OtherTableItem || (current is not null && ClosesRun(current, item)))
            {
                current = item is OtherTableItem ? current : null;
            }
            else if (item is HeadingItem && (current is null || current.Exists(piece => piece is PairItem or BudgetItem) || current.OfType<HeadingItem>().Any(heading => !heading.Title.IsEmpty)))
            {
                runs.Add(current = [item]);
            }
            else if (item is PairItem pair && LabelOf(pair) == title && IsTitle(pair) && (current is null || current.OfType<PairItem>().Any(other => LabelOf(other) == title)))
            {
                opening ??= current?.OfType<PairItem>().Select(LabelOf).First();
                var moved = TakeOpening(current ?? before, item.Block, opening);
                runs.Add(current = [.. moved, item]);
                opening ??= current.OfType<PairItem>().Select(LabelOf).First();
            }
            else
            {
                (current ?? before).Add(item);
            }
        }

        // Words behind the labels of the last sheet alone are the document's: « Total des six actions : … ».
        var goesOn = runs.Count < 2 || runs.Take(runs.Count - 1).Any(HasEnd);
        return [.. runs.Select((run, index) => Trim(run, goesOn || index < runs.Count - 1)).Where(IsFiche).Select(run => new Fiche([.. run]))];
    }

    private static bool IsTitle(PairItem pair) => pair.Label.Role == HeaderRole.Title && !pair.Value.IsEmpty;

    private static string LabelOf(PairItem pair) => Folding.Fold(pair.Label.Text.Text);

    // A heading as high as the sheet's own that opens none begins another part of the document, and so does the recapitulation behind the last.
    private bool ClosesRun(List<FormItem> run, FormItem item) => (item is LooseItem { Block: TextContent } loose && kinds.NamesRecap(loose.Text.Text) && HasPlan(run)) || (item.Block is TableContent { Table.Cells: [var first, ..] } && !run.Exists(piece => ReferenceEquals(piece.Block, item.Block)) && kinds.NamesRecap(first.Text.Text) && HasPlan(run)) || item is LooseItem { Block: TextContent { Block.HeadingLevel: { } level } }
        && run.Select(piece => piece is HeadingItem { Block: TextContent { Block.HeadingLevel: { } own } } ? own : (int?)null).FirstOrDefault(own => own is not null) >= level;

    private static bool HasPlan(List<FormItem> run) => run.Exists(item => item is BudgetItem or PairItem { Label.IsPayer: true } or PairItem { Label.Role: HeaderRole.Financing });

    // The labels of a sheet that stand before its title: for the first sheet those that lead up to it, then those from the same first label on.
    private static List<FormItem> TakeOpening(List<FormItem> before, ContentBlock block, string? opening)
    {
        var from = before.Count;
        if (opening is null)
        {
            while (from > 0 && before[from - 1] is PairItem { Label.IsKnown: true } or PairItem or LooseItem && (ReferenceEquals(before[from - 1].Block, block) || before[from - 1] is PairItem { Label.IsKnown: true }))
                from--;
            while (from < before.Count && before[from] is LooseItem)
                from++;
        }
        else
        {
            var last = before.FindLastIndex(piece => piece is PairItem pair && LabelOf(pair) == opening);
            from = last > 0 ? last : before.Count;
        }

        var moved = before[from..];
        before.RemoveRange(from, before.Count - from);
        return moved;
    }

    // Words: longer texts behind the last known label belong to the rest of the document.
    private const int LongestEnd = 60;

    private static int LastKnown(List<FormItem> run) =>
        run.FindLastIndex(item => item is BudgetItem or HeadingItem or PairItem { Label.IsKnown: true } or PairItem { Label.IsPayer: true } || (item is PairItem && item.Block is TableContent));

    private static bool HasEnd(List<FormItem> run) => LastKnown(run) is >= 0 and var last && last < run.Count - 1;

    // What follows the last label of a table, or a heading below the last paragraph, is no part of the sheet.
    private static List<FormItem> Trim(List<FormItem> run, bool goesOn)
    {
        var last = LastKnown(run);
        if (last < 0)
            return run;
        var end = last + 1;
        if (run[last].Block is TextContent)
        {
            // A label that nobody knows, or a payer that nobody knows, goes on with the labels before it.
            while (end < run.Count && (goesOn || SentenceGrammar.StartsLower(run[end].Text.Text)) && run[end] is LooseItem or PairItem && run[end] is { Block: TextContent { Block.HeadingLevel: null } } && run[end].Text.Words.Take(LongestEnd + 1).Count() <= LongestEnd)
                end++;
        }

        return run[..end];
    }

    private const double SureLevel = 0.7; // Of a header's words.

    private bool IsFiche(List<FormItem> run)
    {
        var pairs = run.OfType<PairItem>().Where(pair => !pair.Value.IsEmpty).ToList();
        var headings = run.OfType<HeadingItem>().ToList();
        var roles = pairs.Select(pair => pair.Label.Role).OfType<HeaderRole>().ToHashSet();
        var hasBudget = run.Exists(item => item is BudgetItem);
        var hasMoney = hasBudget || roles.Overlaps([HeaderRole.TotalCost, HeaderRole.Financing]) || pairs.Count(pair => pair.Label.IsPayer) > 1;
        var isTitled = pairs.Exists(IsTitle) || headings.Exists(heading => heading.IsSure || !heading.Title.IsEmpty);
        if (hasBudget)
            roles.Add(HeaderRole.Financing);
        if (!headings.TrueForAll(heading => heading.Title.IsEmpty))
            roles.Add(HeaderRole.Title);
        // « Engagements », « Objectifs opérationnels » without any money are what a convention promises.
        if (!hasMoney && pairs.Exists(pair => strategy.MatchHeader(pair.Label.Text.Text) is [{ Level: StrategyLevel.Operational, Score: >= SureLevel }, ..]))
            return false;
        // « Action n° 3 : … » with a pilot and a date is what conventions promise as well; money makes it an action.
        var isSure = headings.Exists(heading => heading.IsSure) || pairs.Exists(IsTitle);
        return isTitled && roles.Count >= options.FicheLabels && (hasMoney || (isSure && roles.Contains(HeaderRole.Porteur)));
    }
}
