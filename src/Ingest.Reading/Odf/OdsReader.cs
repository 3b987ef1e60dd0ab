using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Reading.Flow;
using Ingest.Reading.Protection;
using Ingest.Reading.Sheets;

namespace Ingest.Reading.Odf;

/// <summary>
/// Reads an OpenDocument workbook (ISO/IEC 26300; packages, flat files, templates), one page per sheet: what a person sees who
/// opens it. Macros and what lies outside of the file are never opened.
/// </summary>
/// <param name="options">How it is read.</param>
public sealed class OdsReader(OdfOptions options) : IFormatReader
{
    private const string Format = "ODS";

    /// <summary>A reader with the default options.</summary>
    public OdsReader()
        : this(new OdfOptions())
    {
    }

    /// <summary>A reader with the given options, limits and passwords of protected documents.</summary>
    public OdsReader(OdfOptions options, ReadingLimits limits, Passwords? passwords = null)
        : this(options with { Limits = limits, Passwords = passwords ?? Passwords.None })
    {
    }

    /// <inheritdoc/>
    public string MediaType => "application/vnd.oasis.opendocument.spreadsheet";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => OdfSignature.Tell(bytes, options)?.IsOf("spreadsheet") == true;

    /// <inheritdoc/>
    public IEnumerable<Page> Read(ReadOnlyMemory<byte> bytes)
    {
        var tally = new ReadingTally();
        var package = OdfPackage.Open(bytes, Format, options, tally);
        if (package.Body("spreadsheet") is not { } body)
            throw new UnreadableSourceException(SourceFindings.Unreadable.At(null, null, Format, "office:spreadsheet"));
        var styles = new OdfStyles(package.Content, package.Styles);
        var shapes = new OdtShapes(body, tally);
        var inlines = new OdtInlines(styles, shapes, tally);
        var reader = new OdsSheetReader(options, styles, new OdsCellReader(styles, inlines), new OdsTexts(package.Styles, styles, inlines, shapes));

        var sheets = body.Elements(OdfXml.Table + "table").Select(reader.Read).ToList();
        if (sheets.Count == 0)
            throw new UnreadableSourceException(SourceFindings.Unreadable.At(null, null, Format, "table:table"));
        var isOnly = sheets.Count(sheet => !sheet.Sheet.IsHidden) == 1;
        for (var i = 0; i < sheets.Count; i++)
        {
            // What is wrong with the file as a whole is told once.
            var findings = i == 0 ? sheets[i].Findings.AddRange(tally.ToFindings(1)) : sheets[i].Findings;
            yield return SheetToPage.Convert(sheets[i].Sheet, i + 1, isOnly, findings);
        }
    }
}
