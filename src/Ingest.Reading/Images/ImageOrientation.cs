using Ingest.Reading.Imaging;

namespace Ingest.Reading.Images;

/// <summary>How stored pixels become the image as it is shown: mirrored first, then turned.</summary>
/// <param name="IsMirrored">Whether left and right change places.</param>
/// <param name="Quarters">Quarters clockwise, 0 to 3.</param>
internal sealed record ImageOrientation(bool IsMirrored, int Quarters)
{
    /// <summary>Stored as shown.</summary>
    public static ImageOrientation Upright { get; } = new(false, 0);

    /// <summary>Whether width and height change places.</summary>
    public bool IsAcross => Quarters % 2 == 1;

    /// <summary>The orientation of a tag 274 of TIFF and EXIF; upright for what the tag does not define.</summary>
    public static ImageOrientation OfTag(long? value) => value switch
    {
        2 => new(true, 0),
        3 => new(false, 2),
        4 => new(true, 2),
        5 => new(true, 3),
        6 => new(false, 1),
        7 => new(true, 1),
        8 => new(false, 3),
        _ => Upright,
    };

    /// <summary>The image as it is shown.</summary>
    public GreyImage Apply(GreyImage image)
    {
        if (!IsMirrored)
            return image.Turn(Quarters);
        var pixels = image.CopyPixels();
        for (var y = 0; y < image.Height; y++)
            pixels.AsSpan(y * image.Width, image.Width).Reverse();
        return new GreyImage(image.Width, image.Height, pixels).Turn(Quarters);
    }
}
