namespace Ingest.Reading.Imaging;

/// <summary>A grey image, row by row from the top: 0 is black, 255 is white. Its pixels are never changed once it is handed on.</summary>
internal sealed class GreyImage
{
    // Pixels a side that stay in the processor's cache.
    private const int Block = 64;

    /// <summary>The brightest value.</summary>
    public const byte White = 255;

    /// <summary>An image over pixels that the caller gives up.</summary>
    /// <param name="width">Pixels from left to right.</param>
    /// <param name="height">Pixels from top to bottom.</param>
    /// <param name="pixels">One byte a pixel.</param>
    public GreyImage(int width, int height, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, width * height);
        (Width, Height, Pixels) = (width, height, pixels);
    }

    /// <summary>Pixels from left to right.</summary>
    public int Width { get; }

    /// <summary>Pixels from top to bottom.</summary>
    public int Height { get; }

    /// <summary>The pixels, row by row.</summary>
    public ReadOnlyMemory<byte> Bytes => Pixels;

    // For the steps of this room, which read millions of them.
    internal byte[] Pixels { get; }

    /// <summary>A row of pixels.</summary>
    public ReadOnlySpan<byte> Row(int y) => Pixels.AsSpan(y * Width, Width);

    /// <summary>A copy whose pixels may be written.</summary>
    public byte[] CopyPixels() => (byte[])Pixels.Clone();

    /// <summary>A part of the image.</summary>
    /// <param name="area">The part; what lies outside of the image is left out.</param>
    public GreyImage Crop(PixelBox area)
    {
        var inside = area.Within(Width, Height);
        var pixels = new byte[inside.Width * inside.Height];
        for (var y = 0; y < inside.Height; y++)
            Row(inside.Top + y).Slice(inside.Left, inside.Width).CopyTo(pixels.AsSpan(y * inside.Width));
        return new GreyImage(inside.Width, inside.Height, pixels);
    }

    /// <summary>The image with white around it.</summary>
    /// <param name="border">Pixels of white on each side.</param>
    public GreyImage Frame(int border)
    {
        var (width, height) = (Width + (2 * border), Height + (2 * border));
        var pixels = new byte[width * height];
        Array.Fill(pixels, White);
        for (var y = 0; y < Height; y++)
            Row(y).CopyTo(pixels.AsSpan(((y + border) * width) + border));
        return new GreyImage(width, height, pixels);
    }

    /// <summary>Rows as columns.</summary>
    public GreyImage Transpose()
    {
        var pixels = new byte[Pixels.Length];
        for (var top = 0; top < Height; top += Block)
        {
            for (var left = 0; left < Width; left += Block)
            {
                for (var y = top; y < Math.Min(top + Block, Height); y++)
                {
                    for (var x = left; x < Math.Min(left + Block, Width); x++)
                        pixels[(x * Height) + y] = Pixels[(y * Width) + x];
                }
            }
        }

        return new GreyImage(Height, Width, pixels);
    }

    /// <summary>Each pixel as the mean of those around it in its row.</summary>
    /// <param name="length">How many, an odd number.</param>
    public GreyImage AverageAlongRows(int length)
    {
        var pixels = new byte[Pixels.Length];
        var half = length / 2;
        for (var y = 0; y < Height; y++)
        {
            var row = Row(y);
            var target = pixels.AsSpan(y * Width, Width);
            var sum = 0;
            for (var x = -half; x < Width; x++)
            {
                sum += row[Math.Min(x + half, Width - 1)];
                if (x < 0)
                    continue;
                if (x - half - 1 >= 0)
                    sum -= row[x - half - 1];
                target[x] = (byte)(sum / (Math.Min(x, half) + half + 1));
            }
        }

        return new GreyImage(Width, Height, pixels);
    }

    /// <summary>Brightness of the ground of an area: what a quarter of its pixels surpass; letters leave more than that of it.</summary>
    /// <param name="area">The area, within the image.</param>
    public byte Ground(PixelBox area)
    {
        Span<int> counts = stackalloc int[White + 1];
        for (var y = area.Top; y < area.Bottom; y++)
        {
            foreach (var value in Row(y).Slice(area.Left, area.Width))
                counts[value]++;
        }

        var rest = (area.Width * area.Height) - (area.Width * area.Height * 3 / 4);
        var level = (int)White;
        for (var seen = counts[level]; seen < rest && level > 0; seen += counts[level])
            level--;
        return (byte)level;
    }

    /// <summary>Pixels darker than a threshold.</summary>
    public int Ink(byte threshold)
    {
        var ink = 0;
        foreach (var value in Pixels)
            ink += value < threshold ? 1 : 0;
        return ink;
    }

    /// <summary>The image turned by quarters, clockwise.</summary>
    /// <param name="quarters">0 to 3.</param>
    public GreyImage Turn(int quarters)
    {
        if (quarters == 0)
            return this;
        var isAcross = quarters % 2 == 1;
        var (width, height) = isAcross ? (Height, Width) : (Width, Height);
        var pixels = new byte[Pixels.Length];
        for (var y = 0; y < Height; y++)
        {
            var row = Row(y);
            for (var x = 0; x < Width; x++)
            {
                var (tx, ty) = quarters switch { 1 => (Height - 1 - y, x), 2 => (Width - 1 - x, Height - 1 - y), _ => (y, Width - 1 - x) };
                pixels[(ty * width) + tx] = row[x];
            }
        }

        return new GreyImage(width, height, pixels);
    }
}

/// <summary>An area of an image in pixels; right and bottom are the first outside of it.</summary>
/// <param name="Left">First column.</param>
/// <param name="Top">First row.</param>
/// <param name="Right">The column behind the last.</param>
/// <param name="Bottom">The row behind the last.</param>
internal readonly record struct PixelBox(int Left, int Top, int Right, int Bottom)
{
    /// <summary>Columns.</summary>
    public int Width => Right - Left;

    /// <summary>Rows.</summary>
    public int Height => Bottom - Top;

    /// <summary>The part of it that lies in an image.</summary>
    public PixelBox Within(int width, int height)
    {
        var (left, top) = (Math.Clamp(Left, 0, width), Math.Clamp(Top, 0, height));
        return new PixelBox(left, top, Math.Clamp(Right, left, width), Math.Clamp(Bottom, top, height));
    }

    /// <summary>The smallest area that holds both.</summary>
    public PixelBox Union(PixelBox other) => new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>Whether the two share a pixel.</summary>
    public bool Overlaps(PixelBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>The area with each side moved outwards.</summary>
    public PixelBox Inflate(int margin) => new(Left - margin, Top - margin, Right + margin, Bottom + margin);
}
