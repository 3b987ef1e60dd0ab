using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Ingest.Evaluation.Tables;

/// <summary>One of the truths that a document may have.</summary>
/// <param name="Name">Name of its file, without <c>-str.xml</c>.</param>
/// <param name="Tables">The true tables, one per page.</param>
public sealed record TruthVariant(string Name, ImmutableArray<ScoredTable> Tables);

/// <summary>A document with its truths, of which the best one counts.</summary>
/// <param name="Name">Name without the letter that tells truths apart.</param>
/// <param name="Pdf">Path of the document; null where it is not beside its truth.</param>
/// <param name="Variants">The truths by name.</param>
public sealed record TruthDocument(string Name, string? Pdf, ImmutableArray<TruthVariant> Variants);

/// <summary>
/// Reads a ground truth in the form of the ICDAR 2013 table competition: <c>X.pdf</c> with <c>X-str.xml</c>; <c>Xa</c> and
/// <c>Xb</c> are two truths of one document.
/// </summary>
/// <remarks>
/// The files have slips, which are mended: « col-end » is read as « end-col », an end before its start is set to the start. The
/// increments of a region are added to its rows and columns; a row may become negative by it, which changes no relation.
/// </remarks>
public static class GroundTruth
{
    private const string Suffix = "-str.xml";

    /// <summary>Reads every truth below a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The documents by name.</returns>
    /// <exception cref="TruthFormatException">A file is not of its form.</exception>
    public static ImmutableArray<TruthDocument> Load(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*" + Suffix, SearchOption.AllDirectories)
            .OrderBy(NameOf, StringComparer.Ordinal)
            .GroupBy(path => DocumentOf(NameOf(path)), StringComparer.Ordinal)
            .OrderBy(variants => variants.Key, StringComparer.Ordinal)
            .Select(variants => new TruthDocument(
                variants.Key,
                variants.Append(Path.Combine(Path.GetDirectoryName(variants.First())!, variants.Key + Suffix)).Select(PdfOf).FirstOrDefault(File.Exists),
                [.. variants.Select(path => new TruthVariant(NameOf(path), Read(path)))])),
    ];

    /// <summary>Reads one file of structure.</summary>
    /// <param name="path">Path of a file <c>-str.xml</c>.</param>
    /// <exception cref="TruthFormatException">The file is not of its form.</exception>
    public static ImmutableArray<ScoredTable> Read(string path)
    {
        try
        {
            return [.. XDocument.Load(path).Descendants("table").Select(ToTable)];
        }
        catch (XmlException error)
        {
            throw new TruthFormatException(path, error.LineNumber, error.Message, error);
        }
        catch (FormatException error)
        {
            throw new TruthFormatException(path, null, error.Message, error);
        }
    }

    /// <summary>The document that a file belongs to by its name: a letter after the number tells truths of one document apart.</summary>
    /// <param name="name">Name of a file without its ending.</param>
    public static string DocumentOf(string name) =>
        name.Length > 1 && char.IsAsciiLetterLower(name[^1]) && char.IsDigit(name[^2]) ? name[..^1] : name;

    private static string NameOf(string path) => Path.GetFileName(path)[..^Suffix.Length];

    private static string PdfOf(string path) => path[..^Suffix.Length] + ".pdf";

    // A table is on one page; of several regions the last one's page counts.
    private static ScoredTable ToTable(XElement table)
    {
        var regions = table.Elements("region").ToList();
        return new ScoredTable(
            [.. regions.Select(region => Number(region, "page") ?? throw new FormatException("A region has no page.")).TakeLast(1)],
            [.. regions.SelectMany(region => region.Elements("cell").Select(cell => ToCell(cell, Number(region, "row-increment") ?? 0, Number(region, "col-increment") ?? 0)))]);
    }

    private static ScoredCell ToCell(XElement cell, int rowsBefore, int columnsBefore)
    {
        var top = Number(cell, "start-row") ?? throw new FormatException("A cell has no start-row.");
        var left = Number(cell, "start-col") ?? throw new FormatException("A cell has no start-col.");
        var bottom = Math.Max(top, Number(cell, "end-row") ?? top);
        var right = Math.Max(left, Number(cell, "end-col") ?? Number(cell, "col-end") ?? left);
        return new ScoredCell(top + rowsBefore, left + columnsBefore, bottom + rowsBefore, right + columnsBefore, cell.Element("content")?.Value ?? "");
    }

    private static int? Number(XElement element, string attribute) =>
        element.Attribute(attribute)?.Value is { Length: > 0 } text ? int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture) : null;
}
