using System.Collections.Immutable;

namespace Ingest.Export.Packaging;

/// <summary>
/// How well fields are read, as the repository's own tests hold the program to it: F1 on documents that were not opened while the program was
/// made. <c>ingest evaluate documents</c> measures anew.
/// </summary>
internal static class MeasuredFields
{
    private const string Resource = "measured-floors.tsv";
    private const string Split = "unseen";

    /// <summary>F1 by field, as written.</summary>
    public static ImmutableDictionary<string, string> Unseen { get; } = Read();

    private static ImmutableDictionary<string, string> Read()
    {
        using var reader = new StreamReader(typeof(MeasuredFields).Assembly.GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .Where(cells => cells is [Split, _, _])
            .ToImmutableDictionary(cells => cells[1], cells => cells[2], StringComparer.Ordinal);
    }
}
