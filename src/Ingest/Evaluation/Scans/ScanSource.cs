using System.Collections.Immutable;
using Ingest.Model.Provenance;

namespace Ingest.Evaluation.Scans;

/// <summary>Where a mark lies over words.</summary>
/// <param name="Page">Page of the twin, from 1.</param>
/// <param name="Box">Its box on the twin's page.</param>
/// <param name="Mark">What lies there: a stamp, a signature, initials, a punch hole.</param>
public sealed record CoveredArea(int Page, Box Box, string Mark)
{
    /// <summary>Whether a place of the twin lies under it, if only in part.</summary>
    public bool Touches(EvidenceRegion region) => region.Page == Page && region.Bbox is { } box && box.Overlaps(Box);
}

/// <summary>What <c>SCANS.yaml</c> says of one scan of a sample.</summary>
public sealed record ScanSource
{
    /// <summary>Name of the list in the folder of the scans.</summary>
    public const string ListName = "SCANS.yaml";

    /// <summary>Name of the scan.</summary>
    public required string Name { get; init; }

    /// <summary>Path of the scan.</summary>
    public required string File { get; init; }

    /// <summary>Path of the born-digital PDF that was scanned.</summary>
    public required string Twin { get; init; }

    /// <summary>Slug of the truth.</summary>
    public required string Slug { get; init; }

    /// <summary>Path of the truth.</summary>
    public required string TruthFile { get; init; }

    /// <summary>The split that it belongs to: that of the twin.</summary>
    public required Split Split { get; init; }

    /// <summary>Number of pages.</summary>
    public required int PageCount { get; init; }

    /// <summary>What a copier and an office did to it.</summary>
    public required ImmutableArray<string> Traits { get; init; }

    /// <summary>Where marks lie over words.</summary>
    public required ImmutableArray<CoveredArea> Covered { get; init; }

    /// <summary>Whether it is an image file and no document of pages with images.</summary>
    public bool IsImageFile => !Path.GetExtension(File).Equals(".pdf", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the truth of its twin.</summary>
    /// <exception cref="TruthFormatException">It is not of its form.</exception>
    public TruthEntry ReadTruth() => TruthSet.ReadTruth(TruthFile) with { Slug = Slug, Split = Split };

    /// <summary>Reads the list of a folder of scans, whose paths count from the corpus: the folder above.</summary>
    /// <param name="scansFolder">Folder that holds SCANS.yaml.</param>
    /// <exception cref="TruthFormatException">The list is missing or not of its form, or a file that it names is missing.</exception>
    public static ImmutableArray<ScanSource> Load(string scansFolder) =>
        ScanYaml.Read(Path.Combine(scansFolder, ListName), Path.GetDirectoryName(Path.GetFullPath(scansFolder).TrimEnd(Path.DirectorySeparatorChar))!);
}
