using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Reading.Packages;
using Ingest.Reading.Sheets;

namespace Ingest.Reading.Xlsx;

/// <summary>A workbook that is open: its sheets to pages, one by one.</summary>
internal sealed class OpenWorkbook(
    SpreadsheetDocument document, WorkbookPart part, Workbook workbook, PartXml xml, XlsxOptions options, ImmutableArray<string> missing) : IDisposable
{
    private readonly ReadingBudget _budget = new(options.MostCells, options.MostTextThousands * 1000L);

    /// <summary>The pages.</summary>
    public IEnumerable<Page> Pages()
    {
        var shared = SharedTexts.Read(part.SharedStringTablePart, xml, options);
        var findings = Findings(shared, out var looks);
        var isOnly = workbook.Tabs.Count(tab => !tab.IsHidden) < 2;
        for (var i = 0; i < workbook.Tabs.Length; i++)
        {
            yield return ReadPage(workbook.Tabs[i], i + 1, isOnly, shared, looks, findings);
            findings = [];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => document.Dispose();

    // What concerns the whole file is told once, with the first sheet.
    private ImmutableArray<Finding> Findings(SharedTexts shared, out CellLooks looks)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        findings.AddRange(missing.Select(name => SourceFindings.UnreadPart.At(null, null, name, "absent")));
        if (part.VbaProjectPart is not null)
            findings.Add(SourceFindings.Macros.At(null, null));
        if (shared.Damage is { } damage)
            findings.Add(Unread(part.SharedStringTablePart!, damage));
        try
        {
            looks = CellLooks.Read(part.WorkbookStylesPart, xml);
        }
        catch (Exception error) when (PartXml.IsDamage(error))
        {
            // Numbers without their formats are still worth reading; the part is told.
            findings.Add(Unread(part.WorkbookStylesPart!, error));
            looks = new CellLooks();
        }

        return findings.ToImmutable();
    }

    private Page ReadPage(SheetTab tab, int number, bool isOnly, SharedTexts shared, CellLooks looks, ImmutableArray<Finding> findings)
    {
        var tally = new SheetTally(tab.Name);
        if (tab.Part is null || !part.TryGetPartById(tab.Part, out var found))
        {
            tally.Unread(tab.Name, "absent");
            return new Page { Number = number, Findings = [.. findings, .. tally.ToFindings()] };
        }

        if (found is not WorksheetPart worksheet)
        {
            tally.Unread(found.Uri.OriginalString, found.ContentType);
            return new Page { Number = number, Findings = [.. findings, .. tally.ToFindings()] };
        }

        var cells = new CellReader(shared, looks, new ValueToText(workbook.Is1904), _budget, tally);
        var sheet = new WorksheetReader(xml, cells, tally, options).Read(worksheet, tab);
        var drawings = new DrawingReader(xml, tally);
        try
        {
            sheet = sheet with
            {
                HeaderRanges = [.. sheet.HeaderRanges, .. worksheet.TableDefinitionParts.Select(table => NamedTable.Header(table, xml, tally)).OfType<SheetRange>()],
                Texts = [.. sheet.Texts, .. drawings.Read(worksheet), .. new CommentReader(xml, tally).Read(worksheet)],
            };
        }
        catch (Exception damage) when (PartXml.IsDamage(damage))
        {
            // The relations of the sheet are damaged: what hangs on it is out of reach, its cells are not.
            tally.Unread(worksheet.Uri.OriginalString, damage);
        }

        var page = SheetToPage.Convert(sheet, number, isOnly, tally.ToFindings());
        findings = [.. findings, .. page.Findings];
        // A scan pasted into a sheet has nothing to read.
        return page with { Findings = page.Blocks.IsEmpty && drawings.HasImage ? findings.Add(SourceFindings.ImageOnlyPage.At(null, null, number)) : findings };
    }

    private static Finding Unread(OpenXmlPart part, Exception damage) =>
        damage is ArchiveLimitException limit ? limit.Finding : SourceFindings.UnreadPart.At(null, null, part.Uri.OriginalString.TrimStart('/'), damage.Message);
}
