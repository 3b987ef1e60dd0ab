using System.Collections.Immutable;
using Ingest.Reading;

namespace Ingest.Tests.Hostile;

/// <summary>A file made to exhaust or mislead whoever reads it.</summary>
/// <param name="Name">What it is, as a file name.</param>
/// <param name="Make">Its bytes.</param>
public sealed record HostileCase(string Name, Func<byte[]> Make)
{
    /// <summary>The code of the finding that must tell of it; null where it is read as if nothing were.</summary>
    public string? Tells { get; init; }

    /// <summary>Text that must be read all the same; null where nothing can be.</summary>
    public string? Says { get; init; }

    /// <summary>Whether no precaution here keeps the process alive, or within its memory: it is to be read in a process of its own.</summary>
    public bool EndsTheProcess { get; init; }

    /// <summary>The limits that a test reads it under: the same file against lower ones takes a moment instead of seconds.</summary>
    public ReadingLimits Limits { get; init; } = new();

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>All of them, by name.</summary>
public static class HostileCatalogue
{
    /// <summary>What every document of the catalogue says where it can be read at all.</summary>
    public const string Text = "Programmation 2024";

    /// <summary>Limits that small files meet.</summary>
    public static ReadingLimits Low { get; } = new()
    {
        StreamMegabytes = 1,
        DocumentMegabytes = 8,
        PageLetters = 1000,
        PagePaths = 1000,
        Pages = 50,
        ArchiveEntries = 50,
        ArchiveRatio = 200,
        TableCells = 1000,
    };

    /// <summary>The cases.</summary>
    public static ImmutableArray<HostileCase> All { get; } =
    [
        .. HostilePdfStructure.Cases, .. HostilePdfTrees.Cases, .. HostilePdfStreams.Cases, .. HostilePdfContent.Cases, .. HostilePdfFonts.Cases,
        .. HostileArchives.Cases, .. HostileDocx.Cases, .. HostileXlsx.Cases, .. HostileOdf.Cases, .. HostileHtml.Cases, .. HostileText.Cases, .. HostileImages.Cases,
    ];

    /// <summary>A case by its name.</summary>
    public static HostileCase Named(string name) => All.Single(one => one.Name == name);
}
