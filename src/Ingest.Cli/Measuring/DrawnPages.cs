using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Cli.Measuring;

/// <summary>What is drawn on a page to see how time grows with it.</summary>
internal enum DrawnShape
{
    /// <summary>Short words in ten columns without rules, as long as it takes.</summary>
    Table,

    /// <summary>Lines of running text, as long as it takes.</summary>
    Prose,

    /// <summary>Words anywhere on a page that grows with their number.</summary>
    Scattered,

    /// <summary>The sides of the cells of one table, each drawn by itself, with a word in each cell.</summary>
    Grid,

    /// <summary>Many ruled tables of two rows and two columns with shaded cells, ten abreast.</summary>
    Tables,

    /// <summary>Rules from side to side of a sheet both ways.</summary>
    Hatching,

    /// <summary>Short rules anywhere on a sheet: a plan.</summary>
    Segments,
}

/// <summary>Pages made in memory, the same at every call.</summary>
internal static class DrawnPages
{
    private const double FontSize = 10;
    private const double Leading = 12;
    private const double Margin = 40;

    /// <summary>The longest side of a sheet in points: 200 inches, the limit of PDF 1.4 (ISO 32000-1, annex C).</summary>
    private const double Sheet = 14_400;

    private const int PlanWords = 1_000;

    private static readonly ImmutableArray<string> Vocabulary = ["ville", "action", "quartier", "jeunes", "santé", "emploi", "projet", "accès", "droits", "culture", "sport", "habitat"];

    /// <summary>A page.</summary>
    /// <param name="shape">What is drawn.</param>
    /// <param name="count">How many words, or rules.</param>
    public static Page Draw(DrawnShape shape, int count) => shape switch
    {
        DrawnShape.Table => OfWords(Enumerable.Range(0, count).Select(i => At(i, Margin + (i % 10 * 60), Margin + (Leading * (1 + (i / 10)))))),
        DrawnShape.Prose => OfWords(Prose(count)),
        DrawnShape.Scattered => OfWords(Scattered(count)),
        DrawnShape.Grid => Grid(count),
        DrawnShape.Tables => Tables(count),
        DrawnShape.Hatching => OfRules(Hatching(count)),
        _ => OfRules(Segments(count)),
    };

    private static IEnumerable<Word> Prose(int count)
    {
        var (x, line) = (Margin, 1);
        for (var i = 0; i < count; i++)
        {
            var word = Write(Vocabulary[i * 7 % Vocabulary.Length], x, Margin + (Leading * line));
            if (word.Box.Right > 555)
            {
                (x, line) = (Margin, line + 1);
                word = Write(word.Text, x, Margin + (Leading * line));
            }

            x = word.Box.Right + (0.25 * FontSize);
            yield return word;
        }
    }

    // As dense as a page of text of 500 words.
    private static List<Word> Scattered(int count)
    {
        var random = new Random(1);
        var scale = Math.Sqrt(count / 500.0);
        return [.. Enumerable.Range(0, count).Select(i => At(i, Margin + (random.NextDouble() * 515 * scale), Margin + (random.NextDouble() * 760 * scale)))];
    }

    // A table of k × k cells has 2k(k + 1) sides.
    private static Page Grid(int count)
    {
        var cells = Math.Max(1, (int)Math.Sqrt(count / 2.0) - 1);
        const double width = 50, height = 16;
        IEnumerable<(Ruling Across, Ruling Along)> sides = Enumerable.Range(0, (cells + 1) * cells).Select(i =>
        {
            var (line, place) = (i / cells, i % cells);
            return (Rule(true, Margin + (line * height), Margin + (place * width), Margin + ((place + 1) * width)), Rule(false, Margin + (line * width), Margin + (place * height), Margin + ((place + 1) * height)));
        });
        var words = Enumerable.Range(0, cells * cells).Select(i => At(i, Margin + (i % cells * width) + 3, Margin + (i / cells * height) + 12));
        return OfWords(words) with { Rulings = [.. sides.SelectMany(pair => new[] { pair.Across, pair.Along })] };
    }

    // Six rules each.
    private static Page Tables(int count)
    {
        const double width = 40, height = 14;
        IEnumerable<(double Left, double Top)> corners = Enumerable.Range(0, Math.Max(1, count / 6)).Select(i => (Margin + (i % 10 * 100), Margin + (i / 10 * 50.0))).ToList();
        var places = corners.SelectMany(at => Enumerable.Range(0, 4).Select(i => (Left: at.Left + (i % 2 * width), Top: at.Top + (i / 2 * height)))).ToList();
        return OfWords(places.Select((place, i) => At(i, place.Left + 3, place.Top + 11))) with
        {
            Rulings = [.. corners.SelectMany(at => Enumerable.Range(0, 3).SelectMany(i => new[]
            {
                Rule(true, at.Top + (i * height), at.Left, at.Left + (2 * width)), Rule(false, at.Left + (i * width), at.Top, at.Top + (2 * height)),
            }))],
            Fills = [.. places.Select(place => new FilledArea(new Box(place.Left, place.Top, place.Left + width, place.Top + height), "#dddddd"))],
        };
    }

    private static IEnumerable<Ruling> Hatching(int count)
    {
        var step = Sheet / (count / 2);
        return Enumerable.Range(0, count).Select(i => Rule(i % 2 == 0, i / 2 * step, 0, Sheet));
    }

    private static List<Ruling> Segments(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var start = random.NextDouble() * Sheet;
            return Rule(i % 2 == 0, random.NextDouble() * Sheet, start, start + 10 + (190 * random.NextDouble()));
        })];
    }

    private static Page OfWords(IEnumerable<Word> words)
    {
        ImmutableArray<Word> all = [.. words];
        return new Page { Number = 1, PageCount = 1, Size = new PageSize(all.Max(word => word.Box.Right) + Margin, all.Max(word => word.Box.Bottom) + Margin), Words = all };
    }

    private static Page OfRules(IEnumerable<Ruling> rules) => new()
    {
        Number = 1,
        PageCount = 1,
        Size = new PageSize(Sheet, Sheet),
        // Names and figures among the rules, as on a plan: what looks for tables looks at the rules around them.
        Words = [.. Enumerable.Range(0, PlanWords).Select(i => At(i, Margin + (i % 10 * 300), Margin + (i / 10 * 3 * Leading)))],
        Rulings = [.. rules],
    };

    private static Ruling Rule(bool isHorizontal, double position, double start, double end) =>
        new(isHorizontal ? new Box(start, position - 0.25, end, position + 0.25) : new Box(position - 0.25, start, position + 0.25, end), isHorizontal);

    private static Word At(int index, double x, double baseline) =>
        Write(index % 3 == 0 ? Vocabulary[index % Vocabulary.Length] : (index * 37 % 10_000).ToString(CultureInfo.InvariantCulture), x, baseline);

    private static Word Write(string text, double x, double baseline) => new()
    {
        Text = text,
        Box = new Box(x, baseline - (0.8 * FontSize), x + (0.5 * FontSize * text.Length), baseline + (0.2 * FontSize)),
        Baseline = baseline,
        Font = new WordFont("Drawn", FontSize, false, false),
    };
}
