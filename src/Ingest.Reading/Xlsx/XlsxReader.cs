using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Reading.Packages;

namespace Ingest.Reading.Xlsx;

/// <summary>
/// Reads a workbook (ECMA-376, both flavours; templates and macro files too), a page a sheet: what a French reader sees who
/// opens it, hidden content apart. Formulas are not computed, macros and external targets never opened.
/// </summary>
/// <param name="options">How it is read.</param>
public sealed class XlsxReader(XlsxOptions options) : IFormatReader
{
    private const string Format = "XLSX";

    // Workbook and template, without and with macros.
    private static readonly PackageSignature Signature = new(
        "xl/", "xl/workbook.xml",
        [
            "spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml",
            "ms-excel.sheet.macroEnabled.main+xml", "ms-excel.template.macroEnabled.main+xml",
        ]);

    /// <summary>A reader with the default options.</summary>
    public XlsxReader()
        : this(new XlsxOptions())
    {
    }

    /// <summary>A reader with the given options and limits.</summary>
    public XlsxReader(XlsxOptions options, ReadingLimits limits)
        : this(options with { Limits = limits })
    {
    }

    /// <inheritdoc/>
    public string MediaType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => Signature.Tell(bytes) != PackageKind.None;

    /// <inheritdoc/>
    public IEnumerable<Page> Read(ReadOnlyMemory<byte> bytes)
    {
        if (Signature.Tell(bytes.Span) == PackageKind.Encrypted)
            throw new UnreadableSourceException(SourceFindings.Encrypted.At(null, null));
        using var file = Open(bytes);
        foreach (var page in file.Pages())
            yield return page;
    }

    private OpenWorkbook Open(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return Open(bytes, [], isWhole: true);
        }
        catch (UnreadableSourceException)
        {
            // Only a file that cannot be opened as it is pays for the repair; one that cannot be repaired may have sheets that are whole.
            return PackageRepair.Repair(bytes, PartsOf(bytes)) is { } repaired ? Open(repaired.Bytes, repaired.Missing, isWhole: false) : Open(bytes, [], isWhole: false);
        }
    }

    /// <param name="bytes">The file.</param>
    /// <param name="missing">Parts that are named and not there.</param>
    /// <param name="isWhole">Whether all relations of all parts must lead somewhere: the library looks at them when they are needed.</param>
    private OpenWorkbook Open(ReadOnlyMemory<byte> bytes, ImmutableArray<string> missing, bool isWhole)
    {
        SpreadsheetDocument? document = null;
        var xml = new PartXml(options, PartsOf(bytes));
        try
        {
            document = SpreadsheetDocument.Open(new MemoryStream(bytes.ToArray(), writable: false), isEditable: false);
            var part = document.WorkbookPart ?? throw Unreadable("workbook", null);
            var workbook = Workbook.Read(part, xml);
            var parts = part.Parts.Select(pair => pair.OpenXmlPart).ToList();
            foreach (var child in isWhole ? parts : [])
                _ = child.Parts.Sum(pair => pair.OpenXmlPart.Parts.Count());
            return workbook.Tabs.IsEmpty ? throw Unreadable("sheets", null) : new OpenWorkbook(document, part, workbook, xml, options, missing);
        }
        catch (ArchiveLimitException limit)
        {
            document?.Dispose();
            throw limit.ToUnreadable();
        }
        catch (Exception damage) when (PartXml.IsDamage(damage))
        {
            document?.Dispose();
            throw Unreadable(damage.Message, damage);
        }
    }

    private PackageParts PartsOf(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return PackageParts.Of(bytes, Format, options.Limits);
        }
        catch (ArchiveLimitException limit)
        {
            throw limit.ToUnreadable();
        }
    }

    private static UnreadableSourceException Unreadable(string why, Exception? cause) =>
        new(SourceFindings.Unreadable.At(null, null, Format, why), cause);
}
