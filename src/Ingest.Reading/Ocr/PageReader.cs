using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Reading.Imaging;
using Ingest.Reading.Tools;

namespace Ingest.Reading.Ocr;

/// <summary>Rules and shades of a page → the cells that they enclose, in points.</summary>
/// <param name="rulings">The rules.</param>
/// <param name="fills">The shaded areas.</param>
public delegate ImmutableArray<Box> RulingsToCells(ImmutableArray<Ruling> rulings, ImmutableArray<FilledArea> fills);

/// <summary>A prepared page → its words: each ruled cell is read by itself, so that columns cannot mix, the rest as a page.</summary>
internal sealed class PageReader(Tesseract engine, RulingsToCells cellsOf, OcrOptions options)
{
    private readonly LineDirt _dirt = new(options);

    // White pixels around what is read: the engine misses letters at the edge.
    private const int Border = 12;

    // Pixels by which a cell is read inside of its rules: their blurred edge.
    private const int Inset = 2;

    /// <summary>The lines of a page, in pixels of its image.</summary>
    /// <exception cref="ToolFailedException">The engine gave up or took too long.</exception>
    public ImmutableArray<PlacedLine> Read(PreparedPage page, CancellationToken cancellation)
    {
        var areas = CellAreas(page);
        var worth = areas.Select(area => (Area: area, Image: GroundToWhite.Convert(page.Image.Crop(area)))).Where(cell => HasInk(page, cell.Image)).ToList();
        var cells = worth.Select(cell => cell.Area).ToArray();
        var lines = ImmutableArray.CreateBuilder<PlacedLine>();
        var free = Without(page.Image, areas);
        if (HasInk(page, free))
            lines.AddRange(Demand(engine.Read([free], TesseractMode.Page, null, cancellation))[0].Select(line => new PlacedLine(line, TextDirection.Horizontal)));
        var crops = worth.Select(cell => cell.Image.Frame(Border)).ToList();
        var readings = SecondChance(page, crops, Demand(engine.Read(crops, TesseractMode.Block, null, cancellation)), cancellation);
        var turned = ReadTurned(crops, readings, cancellation);
        readings = [.. readings.Select(_dirt.Peel)];
        for (var i = 0; i < cells.Length; i++)
        {
            var origin = (X: cells[i].Left - Border, Y: cells[i].Top - Border);
            lines.AddRange((turned.GetValueOrDefault(i) ?? [.. readings[i].Select(line => new PlacedLine(line, TextDirection.Horizontal))]).Select(line => line.MoveBy(origin.X, origin.Y) with { IsOfCell = true }));
        }

        var marks = new MarksToWords(page, options);
        var size = page.ToPoints(UsualSize(lines));
        var silent = Enumerable.Range(0, cells.Length).Where(index => readings[index].IsEmpty && !turned.ContainsKey(index));
        return [.. marks.Convert(lines.ToImmutable()), .. silent.Select(index => marks.LoneDash(cells[index], size)).OfType<PlacedLine>()];
    }

    private static double UsualSize(IReadOnlyCollection<PlacedLine> lines)
    {
        var sizes = lines.Select(line => line.Line.Size).Order().ToList();
        return sizes.Count == 0 ? 0 : sizes[sizes.Count / 2];
    }

    private static ImmutableArray<ImmutableArray<RecognisedLine>> Demand(TesseractReading reading) =>
        reading.Outcome == ToolOutcome.Done ? reading.Lines : throw new ToolFailedException(reading.Outcome, reading.Problem);

    private ImmutableArray<PixelBox> CellAreas(PreparedPage page)
    {
        var most = options.FrameShare * page.Image.Width * page.Image.Height;
        return
        [
            .. cellsOf(page.RulingsInPoints(), page.FillsInPoints()).Select(cell => page.ToPixels(cell).Inflate(-Inset).Within(page.Image.Width, page.Image.Height))
                .Where(cell => cell is { Width: > 0, Height: > 0 } && (double)cell.Width * cell.Height <= most),
        ];
    }

    private bool HasInk(PreparedPage page, GreyImage image) => image.Ink(page.Threshold) >= options.CellInk * Math.Pow(page.ToPixels(1), 2);

    private static GreyImage Without(GreyImage image, ImmutableArray<PixelBox> cells)
    {
        if (cells.IsEmpty)
            return image;
        var pixels = image.CopyPixels();
        foreach (var cell in cells)
        {
            for (var y = cell.Top; y < cell.Bottom; y++)
                Array.Fill(pixels, GreyImage.White, (y * image.Width) + cell.Left, cell.Width);
        }

        return new GreyImage(image.Width, image.Height, pixels);
    }

    // Dots of a screened ground keep the engine from any text: without the smallest pieces of ink it may find it.
    private ImmutableArray<ImmutableArray<RecognisedLine>> SecondChance(PreparedPage page, List<GreyImage> crops, ImmutableArray<ImmutableArray<RecognisedLine>> readings, CancellationToken cancellation)
    {
        var silent = Enumerable.Range(0, crops.Count).Where(index => PlacedLine.Confidence(readings[index]) < options.SecondChanceBelow).ToList();
        var again = Demand(engine.Read([.. silent.Select(index => WithoutSpecks(page, crops[index]))], TesseractMode.Block, null, cancellation));
        var better = readings.ToBuilder();
        for (var i = 0; i < silent.Count; i++)
        {
            if (PlacedLine.Confidence(again[i]) > PlacedLine.Confidence(readings[silent[i]]))
                better[silent[i]] = again[i];
        }

        return better.ToImmutable();
    }

    private GreyImage WithoutSpecks(PreparedPage page, GreyImage crop)
    {
        var pixels = Threshold.Apply(crop, page.Threshold).CopyPixels();
        foreach (var piece in InkComponents.Find(crop, page.Threshold).Where(piece => Math.Max(piece.Box.Width, piece.Box.Height) < page.ToPixels(options.ScreenDot)))
        {
            foreach (var (y, from, to) in piece.Runs)
                Array.Fill(pixels, GreyImage.White, (y * crop.Width) + from, to - from);
        }

        return new GreyImage(crop.Width, crop.Height, pixels);
    }

    // Headers of narrow columns are often set on their side: a tall cell that reads badly is read both ways.
    private Dictionary<int, ImmutableArray<PlacedLine>?> ReadTurned(List<GreyImage> crops, ImmutableArray<ImmutableArray<RecognisedLine>> readings, CancellationToken cancellation)
    {
        var tall = Enumerable.Range(0, crops.Count)
            .Where(index => crops[index].Height - (2 * Border) >= options.TurnedShape * (crops[index].Width - (2 * Border)) && PlacedLine.Confidence(readings[index]) < options.TurnedBelow)
            .ToList();
        var images = tall.SelectMany(index => (GreyImage[])[crops[index].Turn(1), crops[index].Turn(3)]).ToList();
        var turned = Demand(engine.Read(images, TesseractMode.Block, null, cancellation));
        var better = new Dictionary<int, ImmutableArray<PlacedLine>?>();
        for (var i = 0; i < tall.Count; i++)
        {
            var (up, down) = (turned[2 * i], turned[(2 * i) + 1]);
            var isUp = PlacedLine.Confidence(up) >= PlacedLine.Confidence(down);
            var best = isUp ? up : down;
            var crop = crops[tall[i]];
            if (PlacedLine.Confidence(best) > PlacedLine.Confidence(readings[tall[i]]))
                better[tall[i]] = [.. best.Select(line => PlacedLine.Turned(line, isUp, crop.Width, crop.Height))];
        }

        return better;
    }
}

/// <summary>The engine gave up or took too long.</summary>
/// <param name="outcome">Which.</param>
/// <param name="problem">What it said.</param>
internal sealed class ToolFailedException(ToolOutcome outcome, string problem) : Exception(problem)
{
    public ToolOutcome Outcome => outcome;
}
