using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Tests.Tables;

/// <summary>
/// Draws a page of words and rules for a test. Letters are half an em wide and spaces a quarter, so that a test can count
/// what fits on a line.
/// </summary>
internal sealed class PageSketch(int number, double width = 595, double height = 842)
{
    private readonly List<Word> _words = [];
    private readonly List<Ruling> _rulings = [];
    private readonly List<FilledArea> _fills = [];

    /// <summary>A line of words from x on, standing on the baseline.</summary>
    public PageSketch Text(double x, double baseline, string text, double size = 10, bool bold = false, TextDirection direction = TextDirection.Horizontal)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var length = word.Length * size * 0.5;
            _words.Add(new Word
            {
                Text = word,
                Box = new Box(x, baseline - (0.8 * size), x + length, baseline + (0.2 * size)),
                Baseline = baseline,
                Font = new WordFont("Test", size, bold, false),
                Direction = direction,
            });
            x += length + (0.25 * size);
        }

        return this;
    }

    /// <summary>A line of words turned a quarter to the left, from y upwards, standing on the vertical baseline.</summary>
    public PageSketch Up(double baseline, double y, string text, double size = 10)
    {
        foreach (var word in text.Split(' '))
        {
            var length = word.Length * size * 0.5;
            _words.Add(new Word
            {
                Text = word,
                Box = new Box(baseline - (0.8 * size), y - length, baseline + (0.2 * size), y),
                Baseline = baseline,
                Font = new WordFont("Test", size, false, false),
                Direction = TextDirection.Up,
            });
            y -= length + (0.25 * size);
        }

        return this;
    }

    /// <summary>Several lines, one below the other with single spacing.</summary>
    public PageSketch Lines(double x, double baseline, double size, params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            Text(x, baseline, line, size);
            baseline += 1.2 * size;
        }

        return this;
    }

    public PageSketch Across(double y, double from, double to, double thickness = 0.5)
    {
        _rulings.Add(new Ruling(new Box(from, y - (thickness / 2), to, y + (thickness / 2)), true));
        return this;
    }

    public PageSketch Down(double x, double from, double to, double thickness = 0.5)
    {
        _rulings.Add(new Ruling(new Box(x - (thickness / 2), from, x + (thickness / 2), to), false));
        return this;
    }

    public PageSketch Fill(double left, double top, double right, double bottom, string colour = "#dddddd")
    {
        _fills.Add(new FilledArea(new Box(left, top, right, bottom), colour));
        return this;
    }

    /// <summary>A table with all its rules, a line of text in each cell; a line feed begins another line.</summary>
    public PageSketch Table(double[] columns, double[] rows, params string[][] texts)
    {
        foreach (var y in rows)
            Across(y, columns[0], columns[^1]);
        foreach (var x in columns)
            Down(x, rows[0], rows[^1]);
        for (var row = 0; row < texts.Length; row++)
        {
            for (var column = 0; column < texts[row].Length; column++)
                Lines(columns[column] + 3, rows[row] + 11, 10, texts[row][column].Split('\n'));
        }

        return this;
    }

    public Page ToPage() => new()
    {
        Number = number,
        Size = new PageSize(width, height),
        Words = [.. _words],
        Rulings = [.. _rulings],
        Fills = [.. _fills],
    };
}
