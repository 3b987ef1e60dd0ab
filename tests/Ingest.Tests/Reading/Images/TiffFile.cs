using BitMiracle.LibTiff.Classic;

namespace Ingest.Tests.Reading.Images;

/// <summary>How the pixels of a TIFF are coded.</summary>
internal enum TiffPixelKind
{
    Bilevel,
    BilevelInverted,
    Grey,
    Palette,
    Colour,
    Ink,
}

/// <summary>A page of a TIFF: white, with a black square in the top left quarter of its shorter side, or rows of its own.</summary>
internal sealed record TiffPage(int Width, int Height)
{
    public TiffPixelKind Kind { get; init; } = TiffPixelKind.Bilevel;

    public Compression Packing { get; init; } = Compression.CCITTFAX4;

    public (double X, double Y)? Resolution { get; init; } = (300, 300);

    public ResUnit Unit { get; init; } = ResUnit.INCH;

    public Orientation Orientation { get; init; } = Orientation.TOPLEFT;

    public bool IsThumbnail { get; init; }

    public bool IsTiled { get; init; }

    /// <summary>Brightness of a pixel.</summary>
    public Func<int, int, byte>? Pixel { get; init; }

    public byte At(int x, int y) => Pixel?.Invoke(x, y) ?? (Math.Max(x, y) < Math.Min(Width, Height) / 2 ? (byte)0 : (byte)255);
}

/// <summary>A TIFF file, written by LibTiff.</summary>
internal static class TiffFile
{
    private const int TileSide = 16;

    public static byte[] Of(params TiffPage[] pages)
    {
        using var stream = new MemoryStream();
        using (var tiff = Tiff.ClientOpen("image", "w", stream, new TiffStream()))
        {
            foreach (var page in pages)
                Write(tiff, page);
            tiff.Flush();
            return stream.ToArray();
        }
    }

    private static void Write(Tiff tiff, TiffPage page)
    {
        tiff.SetField(TiffTag.IMAGEWIDTH, page.Width);
        tiff.SetField(TiffTag.IMAGELENGTH, page.Height);
        tiff.SetField(TiffTag.COMPRESSION, page.Packing);
        tiff.SetField(TiffTag.ORIENTATION, page.Orientation);
        tiff.SetField(TiffTag.PLANARCONFIG, PlanarConfig.CONTIG);
        if (page.IsThumbnail)
            tiff.SetField(TiffTag.SUBFILETYPE, FileType.REDUCEDIMAGE);
        if (page.Resolution is { } resolution)
        {
            tiff.SetField(TiffTag.XRESOLUTION, resolution.X);
            tiff.SetField(TiffTag.YRESOLUTION, resolution.Y);
            tiff.SetField(TiffTag.RESOLUTIONUNIT, page.Unit);
        }

        var (bits, samples, colours) = page.Kind switch
        {
            TiffPixelKind.Bilevel => (1, 1, Photometric.MINISWHITE),
            TiffPixelKind.BilevelInverted => (1, 1, Photometric.MINISBLACK),
            TiffPixelKind.Palette => (8, 1, Photometric.PALETTE),
            TiffPixelKind.Colour => (8, 3, Photometric.RGB),
            TiffPixelKind.Ink => (8, 4, Photometric.SEPARATED),
            _ => (8, 1, Photometric.MINISBLACK),
        };
        tiff.SetField(TiffTag.BITSPERSAMPLE, bits);
        tiff.SetField(TiffTag.SAMPLESPERPIXEL, samples);
        tiff.SetField(TiffTag.PHOTOMETRIC, colours);
        if (page.Kind == TiffPixelKind.Palette)
        {
            // The palette upside down: 0 is white.
            var ramp = Enumerable.Range(0, 256).Select(index => (ushort)((255 - index) * 257)).ToArray();
            tiff.SetField(TiffTag.COLORMAP, ramp, ramp, ramp);
        }

        if (page.IsTiled)
            WriteTiles(tiff, page);
        else
            WriteRows(tiff, page, samples);
        tiff.WriteDirectory();
    }

    private static void WriteRows(Tiff tiff, TiffPage page, int samples)
    {
        tiff.SetField(TiffTag.ROWSPERSTRIP, page.Packing == Compression.JPEG ? 16 : page.Height);
        for (var y = 0; y < page.Height; y++)
        {
            var row = new byte[tiff.ScanlineSize()];
            for (var x = 0; x < page.Width; x++)
            {
                var value = page.At(x, y);
                if (page.Kind is TiffPixelKind.Bilevel or TiffPixelKind.BilevelInverted)
                    row[x / 8] |= (byte)((value == 0) == (page.Kind == TiffPixelKind.Bilevel) ? 0x80 >> (x % 8) : 0);
                else if (page.Kind == TiffPixelKind.Ink)
                    row[(x * samples) + 3] = (byte)(255 - value);
                else
                    Array.Fill(row, page.Kind == TiffPixelKind.Palette ? (byte)(255 - value) : value, x * samples, samples);
            }

            tiff.WriteScanline(row, y);
        }
    }

    private static void WriteTiles(Tiff tiff, TiffPage page)
    {
        tiff.SetField(TiffTag.TILEWIDTH, TileSide);
        tiff.SetField(TiffTag.TILELENGTH, TileSide);
        for (var top = 0; top < page.Height; top += TileSide)
        {
            for (var left = 0; left < page.Width; left += TileSide)
            {
                var tile = new byte[TileSide * TileSide];
                for (var i = 0; i < tile.Length; i++)
                    tile[i] = page.At(left + (i % TileSide), top + (i / TileSide));
                tiff.WriteTile(tile, left, top, 0, 0);
            }
        }
    }
}
