using System.Collections.Immutable;
using System.Globalization;
using Ingest.RandomDocuments.Words;

namespace Ingest.RandomDocuments.Conventions;

/// <summary>Draws what a convention says, and how it is laid out.</summary>
internal sealed class ConventionDraw(ConventionWords words, IReadOnlyList<PlaceWords> places, Draw draw)
{
    private const int ItemLevel = 3;

    private readonly PlaceWords _place = draw.Pick(places);

    /// <summary>A convention. No label stands twice: what is written twice nobody can tell apart.</summary>
    public ConventionContent NextContent()
    {
        var start = draw.Between(2015, 2025);
        var end = start + draw.Between(3, 6);
        var titles = new Queue<string>[]
        {
            new(draw.Shuffled(words.Enjeux)), new(draw.Shuffled(words.Orientations)), new(draw.Shuffled(words.Objectives)), new(draw.Shuffled(words.Items)),
        };
        return new ConventionContent
        {
            Place = _place,
            Start = start,
            End = end,
            Title = Fill(draw.Pick(words.Titles)).Replace("{start}", Text(start), StringComparison.Ordinal).Replace("{end}", Text(end), StringComparison.Ordinal),
            Opening = Fill(draw.Pick(words.Openings)),
            Enjeux = Labels(titles, 0, ""),
            Indicators = [.. draw.Shuffled(words.Indicators).Take(draw.Between(2, 4)).Select(indicator => new DrawnIndicator(indicator.Name, indicator.Unit, draw.Between(150, 600) / 10m, draw.Between(80, 250) / 10m))],
            Irritants = [.. draw.Shuffled(words.Irritants).Take(draw.Between(2, 4))],
            Opportunites = [.. draw.Shuffled(words.Opportunites).Take(draw.Between(2, 4))],
            Signatories = [.. draw.Shuffled(words.Signatories).Take(draw.Between(3, 6)).Select(Fill)],
        };
    }

    /// <summary>A layout, whatever the convention says.</summary>
    public ConventionLayout NextLayout() => new(
        draw.Weighted((StrategyForm.Words, 40), (StrategyForm.Numbers, 25), (StrategyForm.Tables, 35)), draw.OneOf("•", "-", "–"), draw.Chance(0.7), draw.Chance(0.7))
    {
        Leads = [draw.Pick(words.Levels.Enjeu), draw.Pick(words.Levels.Orientation), draw.Pick(words.Levels.Objective)],
        Heads = [draw.Pick(words.Columns.Orientation), draw.Pick(words.Columns.Objective), draw.Pick(words.Columns.Item)],
    };

    private ImmutableArray<StrategyLabel> Labels(Queue<string>[] titles, int level, string above)
    {
        var labels = ImmutableArray.CreateBuilder<StrategyLabel>();
        var count = level == 0 ? draw.Between(2, 3) : level == ItemLevel ? draw.Between(1, 3) : draw.Between(1, 2);
        for (var number = 1; number <= count && titles[level].Count > 0; number++)
        {
            var own = above.Length == 0 ? Text(number) : $"{above}.{Text(number)}";
            var title = Fill(titles[level].Dequeue());
            var children = level == ItemLevel ? [] : Labels(titles, level + 1, own);
            // Where the words run out a label would stand over nothing.
            if (level == ItemLevel || children.Length > 0)
                labels.Add(new StrategyLabel(own, title, children));
        }

        return labels.ToImmutable();
    }

    private string Fill(string text) => text
        .Replace("{commune}", _place.Commune, StringComparison.Ordinal)
        .Replace("{agglo}", _place.Agglo, StringComparison.Ordinal)
        .Replace("{n}", Text(draw.Between(5, 30)), StringComparison.Ordinal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
