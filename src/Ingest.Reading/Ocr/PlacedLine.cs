using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Reading.Imaging;

namespace Ingest.Reading.Ocr;

/// <summary>A line with its direction on the page; its words are placed on the page, baselines in the line's own frame.</summary>
internal sealed record PlacedLine
{
    /// <summary>A line that runs as it was read.</summary>
    public PlacedLine(RecognisedLine line, TextDirection direction)
    {
        (Line, Direction) = (line, direction);
        Words = line.Words;
        Baselines = [.. line.Words.Select(_ => line.Baseline)];
    }

    /// <summary>The line as it was read.</summary>
    public RecognisedLine Line { get; }

    /// <summary>The way it runs on the page.</summary>
    public TextDirection Direction { get; }

    /// <summary>Whether it was read in a ruled cell, and not on the rest of the page.</summary>
    public bool IsOfCell { get; init; }

    /// <summary>The words, boxes in pixels of the page.</summary>
    public ImmutableArray<RecognisedWord> Words { get; private init; }

    /// <summary>The baseline of each word: its height from the top, for turned lines its distance from the left; in pixels.</summary>
    public ImmutableArray<double> Baselines { get; private init; }

    /// <summary>The engine's trust in lines by letter, 0 to 1.</summary>
    public static double Confidence(ImmutableArray<RecognisedLine> lines)
    {
        var words = lines.SelectMany(line => line.Words).ToList();
        return words.Count == 0 ? 0 : words.Sum(word => word.Confidence * word.Text.Length) / words.Sum(word => word.Text.Length);
    }

    /// <summary>The engine's trust by letter in lines that are placed, 0 to 1.</summary>
    public static double Trust(ImmutableArray<PlacedLine> lines) => Confidence([.. lines.Select(line => line.Line)]);

    /// <summary>A line that was read in an image turned by a quarter, back in the image.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isUp">Whether the image had been turned clockwise: the text runs upwards.</param>
    /// <param name="width">Pixels of the image from left to right.</param>
    /// <param name="height">Pixels of the image from top to bottom.</param>
    public static PlacedLine Turned(RecognisedLine line, bool isUp, int width, int height)
    {
        var upright = new PlacedLine(line, isUp ? TextDirection.Up : TextDirection.Down);
        return upright with
        {
            Words = [.. upright.Words.Select(word => word with { Box = isUp ? Up(word.Box, height) : Down(word.Box, width) })],
            Baselines = [.. upright.Baselines.Select(baseline => isUp ? baseline : width - baseline)],
        };
    }

    /// <summary>The line with another word in the place of one.</summary>
    public PlacedLine Replace(int index, RecognisedWord word) => this with { Words = Words.SetItem(index, word) };

    /// <summary>The line with a word before its first.</summary>
    public PlacedLine Prepend(RecognisedWord word) => this with { Words = Words.Insert(0, word), Baselines = Baselines.Insert(0, Baselines[0]) };

    /// <summary>The line moved on the page.</summary>
    public PlacedLine MoveBy(int x, int y) => this with
    {
        Words = [.. Words.Select(word => word with { Box = new PixelBox(word.Box.Left + x, word.Box.Top + y, word.Box.Right + x, word.Box.Bottom + y) })],
        Baselines = [.. Baselines.Select(baseline => baseline + (Direction == TextDirection.Horizontal ? y : x))],
    };

    // Turned clockwise, the image's lower left corner came to the upper left.
    private static PixelBox Up(PixelBox box, int height) => new(box.Top, height - box.Right, box.Bottom, height - box.Left);

    private static PixelBox Down(PixelBox box, int width) => new(width - box.Bottom, box.Left, width - box.Top, box.Right);
}
