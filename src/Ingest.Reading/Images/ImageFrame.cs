using System.Collections.Immutable;
using Ingest.Model.Findings;

namespace Ingest.Reading.Images;

/// <summary>What the header of an image says of it. Width and height are those of the pixels as they are stored.</summary>
internal sealed record ImageFrame
{
    /// <summary>Pixels from left to right.</summary>
    public long Width { get; init; }

    /// <summary>Pixels from top to bottom.</summary>
    public long Height { get; init; }

    /// <summary>Pixels per inch from left to right and from top to bottom; null where the file does not say it.</summary>
    public (double X, double Y)? Stated { get; init; }

    /// <summary>How the stored pixels lie on the page as it is shown.</summary>
    public ImageOrientation Orientation { get; init; } = ImageOrientation.Upright;

    /// <summary>Whether the file ends before the image does: its first part can be read.</summary>
    public bool IsCut { get; init; }

    /// <summary>Where the image's directory lies in the file (TIFF).</summary>
    public long Offset { get; init; }

    /// <summary>Why the image cannot be read; null where it can.</summary>
    public Wording? Problem { get; init; }
}

/// <summary>The images of a file.</summary>
/// <param name="Frames">One for each page.</param>
/// <param name="Problem">Why there are not more of them; null where these are all.</param>
internal sealed record ImageFrames(ImmutableArray<ImageFrame> Frames, Wording? Problem = null);
