using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>Labels and items in document order → enjeux, orientations, objectives.</summary>
internal static class EventsToStrategy
{
    // Beside the price of a level's distance from its word (1 a level): the top of a strategy is an enjeu whatever it is called.
    private const double NotOnTop = 100;

    /// <summary>The strategy.</summary>
    /// <param name="events">Its lines.</param>
    /// <param name="announced">The levels that the document says it has, from the top; none where it says nothing.</param>
    public static ImmutableArray<DraftEnjeu> Build(IReadOnlyList<StrategyEvent> events, ImmutableArray<StrategyLevel> announced)
    {
        var told = NumbersToItems(WithoutSummaries(events));
        var lines = ProseToItems(told, DepthsOf(told));
        var levels = LevelsOf(lines, announced);
        var root = new Node(null, DraftLabel.Missing);
        var path = new Node?[3];
        foreach (var line in lines)
        {
            switch (line)
            {
                case LabelEvent label when levels[label.Kind] == StrategyLevel.Operational:
                    AddItems(Deepest(root, path), [new DraftItem(label.Label.Title)]);
                    break;
                case LabelEvent label:
                    Open(root, path, (int)levels[label.Kind], label.Label);
                    break;
                case ItemsEvent items:
                    AddItems(Deepest(root, path), items.Items);
                    break;
                case ProseEvent prose when Deepest(root, path, create: false) is { } node:
                    node.Prose.Add(prose.Text);
                    break;
            }
        }

        return [.. root.Children.Select(ToEnjeu)];
    }

    // « 1.1.1 Informer les habitants » below « Objectif 1.1 » below « Axe 1 », with nothing under any of them: what will be done, by number.
    private const int LeastNumbers = 2;

    private static List<StrategyEvent> NumbersToItems(List<StrategyEvent> events)
    {
        var depths = DepthsOf(events);
        var deepest = depths.Values.DefaultIfEmpty(0).Max();
        var kinds = depths.Where(kind => kind.Value == deepest).Select(kind => kind.Key).ToHashSet(StringComparer.Ordinal);
        var labels = events.Index().Where(line => line.Item is LabelEvent label && kinds.Contains(label.Kind)).ToList();
        bool HasItems((int Index, StrategyEvent Item) line) => line.Index + 1 < events.Count && events[line.Index + 1] is not LabelEvent;
        var isBare = labels.TrueForAll(line => ((LabelEvent)line.Item).Level is null && ((LabelEvent)line.Item).Column is null) && labels.Count(HasItems) <= 1;
        // What stands under the last one may be the next part's.
        if (deepest < 2 || labels.Count <= LeastNumbers || !isBare || events.Take(labels.Count == 0 ? 0 : labels[^1].Index).Any(line => line is ItemsEvent))
            return events;
        return [.. events.Select(line => line is LabelEvent label && kinds.Contains(label.Kind) ? new ItemsEvent([new DraftItem(label.Label.Title)]) : line)];
    }

    /// <summary>Prose under a label of the lowest kind is what will be done, where no item says it.</summary>
    private static List<StrategyEvent> ProseToItems(List<StrategyEvent> events, Dictionary<string, int> depths)
    {
        var deepest = depths.Values.DefaultIfEmpty(0).Max();
        var result = new List<StrategyEvent>();
        for (var i = 0; i < events.Count; i++)
        {
            result.Add(events[i]);
            if (events[i] is not LabelEvent label)
                continue;
            var own = events.Skip(i + 1).TakeWhile(line => line is not LabelEvent).ToList();
            var isDeepest = depths[label.Kind] == deepest;
            // A list set as a sentence is one wherever nothing deeper follows.
            var isLeaf = isDeepest || events.Skip(i + 1 + own.Count).FirstOrDefault() is not LabelEvent next || depths[next.Kind] <= depths[label.Kind];
            if (!isLeaf)
                continue;
            i += own.Count;
            // What is said below « Mesure 1 » explains it.
            var isProse = label.Level != StrategyLevel.Operational && !own.Exists(line => line is ItemsEvent);
            // Under labels of one level prose may be an introduction.
            result.AddRange(own.Select(line => line is ProseEvent prose && isProse && ((isDeepest && deepest > 0) || RunInList.Items(prose.Text).Length > 1) ? new ItemsEvent([.. RunInList.Items(prose.Text).Select(item => new DraftItem(item))]) : line));
        }

        return result;
    }

    /// <summary>
    /// The level of each kind of label: kinds that stand inside one another get ever deeper levels, kinds at one depth (a heading
    /// here, a column there) the same one, each as near as may be to the level that its word names.
    /// </summary>
    private static Dictionary<string, StrategyLevel> LevelsOf(IReadOnlyList<StrategyEvent> events, ImmutableArray<StrategyLevel> announced)
    {
        var depths = DepthsOf(events);
        var groups = depths.GroupBy(item => item.Value).OrderBy(group => group.Key).Select(group => group.Select(item => item.Key).ToList()).ToList();
        var natural = groups.Select(kinds => events.OfType<LabelEvent>().Where(label => kinds.Contains(label.Kind) && label.Level is not null)
            .GroupBy(label => label.Level).OrderByDescending(group => group.Count()).Select(group => group.Key).FirstOrDefault()).ToList();
        // What the document says of itself names what its marks do not.
        var labelled = announced.RemoveAll(level => level == StrategyLevel.Operational);
        if (labelled.Length > 0 && labelled.Length <= natural.Count && (labelled.Length == natural.Count || labelled.Length < announced.Length))
            natural = [.. natural.Select((own, index) => own ?? (index + labelled.Length - natural.Count is >= 0 and var told ? labelled[told] : null))];
        // Of two levels the lower one holds objectives, unless the document calls them something else.
        if (natural.Count == 2 && natural[1] is null)
            natural[1] = StrategyLevel.Objective;
        var best = Enumerable.Empty<int>().ToList();
        var bestCost = double.PositiveInfinity;
        foreach (var choice in Increasing(groups.Count, AreLabelsDeepest(events) ? 3 : 2))
        {
            var cost = natural.Select((level, index) => level is { } own ? Math.Abs((int)own - choice[index]) : 0.4 * Math.Abs(index - choice[index])).Sum() + (choice is [> 0, ..] ? NotOnTop : 0);
            if (cost < bestCost)
                (best, bestCost) = (choice, cost);
        }

        return groups.SelectMany((kinds, index) => kinds.Select(kind => (kind, Level: (StrategyLevel)best[index]))).ToDictionary(item => item.kind, item => item.Level);
    }

    // « Mesure 1.1 » says what will be done where no list stands below; where one does, the list says it.
    private static bool AreLabelsDeepest(IReadOnlyList<StrategyEvent> events)
    {
        var labels = events.Index().Where(line => line.Item is LabelEvent { Level: StrategyLevel.Operational }).ToList();
        return !events.Any(line => line is ItemsEvent) || labels.Count(line => events.ElementAtOrDefault(line.Index + 1) is ItemsEvent) * 2 < labels.Count;
    }

    /// <summary>
    /// How deep each kind stands: a label closes those of its own kind and those that name its level or a lower one. Right below a
    /// label of another kind that names the same level (« Ambition 1 », « Axe A ») it stands in that one.
    /// </summary>
    private static Dictionary<string, int> DepthsOf(IReadOnlyList<StrategyEvent> events)
    {
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = new List<LabelEvent>();
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i] is not LabelEvent label)
                continue;
            var own = open.FindIndex(other => other.Kind == label.Kind);
            if (own >= 0)
                open.RemoveRange(own, open.Count - own);
            bool IsRightBelow(LabelEvent other) => own < 0 && other.Level == label.Level && ReferenceEquals(other, events[i - 1]);
            while (open.Count > 0 && !StandsIn(label, open[^1]) && label.Level is { } level && open[^1].Level is { } above && above >= level && !IsRightBelow(open[^1]))
                open.RemoveAt(open.Count - 1);
            depths[label.Kind] = Math.Max(depths.GetValueOrDefault(label.Kind), open.Count);
            open.Add(label);
        }

        return depths;
    }

    // In a table the columns say it, whatever their headers are called elsewhere; « Chantier 1.A » stands in « Cap 1 » by its number.
    private static bool StandsIn(LabelEvent label, LabelEvent other) => (label.Column is { } own && other.Column is { } above && own > above)
        || (label.Level == other.Level && other.Numbers.Length > 0 && label.Numbers.Length > other.Numbers.Length && label.Numbers.AsSpan().StartsWith(other.Numbers.AsSpan()));

    // All ways to give the kinds ever deeper levels; more kinds than levels share the last ones.
    private static IEnumerable<List<int>> Increasing(int count, int deepest)
    {
        if (count > deepest + 1)
            return [[.. Enumerable.Range(0, count).Select(index => Math.Min(index, deepest < 3 ? index > deepest ? 3 : index : 3))]];
        IEnumerable<List<int>> Choose(int from, int left) => left == 0
            ? [[]]
            : Enumerable.Range(from, Math.Max(0, deepest - from - left + 2)).SelectMany(level => Choose(level + 1, left - 1).Select(rest => (List<int>)[level, .. rest]));
        return Choose(0, count);
    }

    /// <summary>
    /// Without the list of enjeux that an introduction gives (« three axes: … »): labels that nothing stands under and that are
    /// told again below.
    /// </summary>
    private static List<StrategyEvent> WithoutSummaries(IReadOnlyList<StrategyEvent> events)
    {
        var kept = new List<StrategyEvent>();
        var depths = DepthsOf(events);
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i] is LabelEvent label && IsBare(events, i, depths) && events.Skip(i + 1).OfType<LabelEvent>().Any(other => other.Kind == label.Kind && IsSame(other.Label, label.Label)))
                continue;
            kept.Add(events[i]);
        }

        return kept;
    }

    private static bool IsBare(IReadOnlyList<StrategyEvent> events, int index, Dictionary<string, int> depths)
    {
        var label = (LabelEvent)events[index];
        var next = events.Skip(index + 1).FirstOrDefault(line => line is not ProseEvent);
        return next is null || (next is LabelEvent other && depths[other.Kind] <= depths[label.Kind]);
    }

    private static bool IsSame(DraftLabel one, DraftLabel other) =>
        Folding.Fold(one.Title.Text) == Folding.Fold(other.Title.Text) || (one.Code is not null && one.Code == other.Code && other.Title.IsEmpty != one.Title.IsEmpty);

    private static void Open(Node root, Node?[] path, int level, DraftLabel label)
    {
        var parent = root;
        for (var above = 0; above < level; above++)
            parent = path[above] ??= parent.Add(DraftLabel.Missing);
        // A label that is told again (« suite », an overview, a recapitulation) goes on.
        if (parent.Children.Find(child => IsAgain(child.Label, label)) is { } open)
        {
            if (open.Label.Title.IsEmpty)
                open.Label = label;
            open.IsReopened = true;
            foreach (var below in open.Children)
                below.IsReopened = true;
            path[level] = open;
            for (var below = level + 1; below < path.Length; below++)
                path[below] = null;
            return;
        }

        path[level] = parent.Add(label);
        for (var below = level + 1; below < path.Length; below++)
            path[below] = null;
    }

    private static bool IsAgain(DraftLabel told, DraftLabel label) => told.Code == label.Code
        && (Folding.Fold(told.Title.Text) == Folding.Fold(label.Title.Text) ? !label.Title.IsEmpty || label.Code is not null : label.Code is not null && (told.Title.IsEmpty || label.Title.IsEmpty));

    // What an overview and the part behind it both tell is told once.
    private static void AddItems(Node node, IEnumerable<DraftItem> items)
    {
        foreach (var item in items)
        {
            var folded = Folding.Fold(item.Text.Text);
            if (!node.IsReopened || !node.Items.Exists(known => Folding.Fold(known.Text.Text) == folded))
                node.Items.Add(item);
        }
    }

    private static Node Deepest(Node root, Node?[] path)
    {
        var parent = root;
        for (var level = 0; level < path.Length; level++)
            parent = path[level] ??= parent.Add(DraftLabel.Missing);
        return parent;
    }

    private static Node? Deepest(Node root, Node?[] path, bool create) => create ? Deepest(root, path) : path.LastOrDefault(node => node is not null);

    private static DraftEnjeu ToEnjeu(Node node) => new(node.Label, [.. node.Children.Select(child => new DraftOrientation(child.Label, [.. child.Children.Select(ToObjective)]))]);

    // Prose under an objective is what will be done only where no item says it.
    private static DraftObjective ToObjective(Node node) => new(node.Label, node.Items.Count > 0 ? [.. node.Items] : [.. node.Prose.SelectMany(text => RunInList.Items(text)).Select(item => new DraftItem(item))]);

    private sealed class Node(Node? parent, DraftLabel label)
    {
        public Node? Parent => parent;

        public DraftLabel Label { get; set; } = label;

        /// <summary>Whether its label was told more than once.</summary>
        public bool IsReopened { get; set; }

        public List<Node> Children { get; } = [];

        public List<DraftItem> Items { get; } = [];

        public List<SourceText> Prose { get; } = [];

        public Node Add(DraftLabel label)
        {
            // One level without a name is enough: a label that goes on goes on in it.
            if (label == DraftLabel.Missing && Children.LastOrDefault() is { } last && last.Label == DraftLabel.Missing)
                return last;
            var child = new Node(this, label);
            Children.Add(child);
            return child;
        }
    }
}
