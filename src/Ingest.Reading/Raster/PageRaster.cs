namespace Ingest.Reading.Raster;

/// <summary>What came of drawing a page.</summary>
public enum RasterOutcome
{
    /// <summary>The image is there.</summary>
    Drawn,

    /// <summary>The program took longer than it may.</summary>
    TimedOut,

    /// <summary>The program gave up: a damaged or locked file.</summary>
    Failed,
}

/// <summary>The image of a page.</summary>
/// <param name="Page">Page, from 1.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Bytes">The image file; empty where the page was not drawn.</param>
public sealed record PageRaster(int Page, RasterOutcome Outcome, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Dots per inch of the image; 0 where the page was not drawn.</summary>
    public double Dpi { get; init; }
}

/// <summary>A program that the work would need is not installed.</summary>
public sealed class MissingToolException : Exception
{
    /// <summary>The program could not be started.</summary>
    /// <param name="command">Its name or path.</param>
    /// <param name="cause">What the system said.</param>
    public MissingToolException(string command, Exception cause)
        : base($"{command}: {cause.Message}", cause) => Command = command;

    /// <summary>Name or path of the program.</summary>
    public string Command { get; }
}
