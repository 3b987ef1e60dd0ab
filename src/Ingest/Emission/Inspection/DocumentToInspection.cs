using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Tables;

namespace Ingest.Emission.Inspection;

/// <summary>What an inspection is made from.</summary>
public sealed record InspectionSource
{
    /// <summary>The pages as read.</summary>
    public required ImmutableArray<Page> Pages { get; init; }

    /// <summary>The content built from them.</summary>
    public required DocumentContent Content { get; init; }

    /// <summary>The published document.</summary>
    public required IngestedDocument Document { get; init; }

    /// <summary>The images of pages, as far as there are any.</summary>
    public ImmutableArray<PageImage> Images { get; init; } = [];

    /// <summary>Numbers of the pages to show; null for all.</summary>
    public ImmutableHashSet<int>? Shown { get; init; }

    /// <summary>Whether the parts of a table cut by page breaks are told as one grid.</summary>
    public bool IsJoined { get; init; }

    /// <summary>The thresholds by which rules were merged.</summary>
    public TableOptions Tables { get; init; } = TableOptions.Default;
}

/// <summary>Pages, content and document → what is drawn and listed, page by page or, without geometry, block by block.</summary>
public static class DocumentToInspection
{
    /// <summary>The inspection.</summary>
    /// <param name="source">What it is made from.</param>
    /// <param name="language">Language of labels.</param>
    public static InspectedDocument Convert(InspectionSource source, CultureInfo language)
    {
        var texts = new InspectionTexts(language);
        var values = DocumentToValues.Collect(source.Document);
        return source.Pages.Any(page => page.Size is not null)
            ? ConvertPages(source, values, texts)
            : FlowToBlocks.Convert(source, values, texts);
    }

    private static InspectedDocument ConvertPages(InspectionSource source, ImmutableArray<InspectedValue> values, InspectionTexts texts)
    {
        var shown = source.Pages.Where(page => page.Size is not null && source.Shown?.Contains(page.Number) != false).ToList();
        var numbers = shown.Select(page => page.Number).ToHashSet();
        var marks = new PageMarks(numbers);
        var marked = values.Select(marks.Mark).ToImmutableArray();
        var findings = source.Document.Findings.Select(finding => marks.Mark(finding, NearestValue(finding, values), texts)).ToImmutableArray();
        var toShapes = new PageToShapes(source.Content, source.Tables, texts);
        var grids = Grids(source).ToLookup(grid => grid.Page, grid => grid.Grid);
        return new InspectedDocument
        {
            Document = source.Document,
            Values = marked,
            Findings = findings,
            LeftOut = [.. source.Pages.Select(page => page.Number).Where(number => !numbers.Contains(number))],
            Pages =
            [
                .. shown.Select(page => new InspectedPage
                {
                    Number = page.Number,
                    Size = page.Size!.Value,
                    Image = source.Images.FirstOrDefault(image => image.Page == page.Number),
                    Words = page.Words,
                    Shapes = [.. toShapes.Convert(page), .. marks.ShapesOf(page.Number)],
                    Grids = [.. grids[page.Number]],
                    Values = [.. marked.Where(value => value.Evidence.Regions.Any(region => region.Page == page.Number))],
                    Findings = [.. findings.Where(finding => finding.Pages.Contains(page.Number))],
                }),
            ],
        };
    }

    private static IEnumerable<(int? Page, InspectedGrid Grid)> Grids(InspectionSource source)
    {
        var content = source.Content;
        return source.IsJoined
            ? content.Blocks.OfType<TableContent>().Select((block, index) => (content.PageTables[block.Table.Parts[0]].Page, GridWords.ToGrid(block.Table, index + 1)))
            : content.PageTables.Select((table, index) => (table.Page, GridWords.ToGrid(table, index + 1)));
    }

    /// <summary>The value that a finding's pointer names, or the nearest one around it; null for the whole document.</summary>
    internal static InspectedValue? NearestValue(Finding finding, ImmutableArray<InspectedValue> values)
    {
        for (var pointer = finding.Pointer; !string.IsNullOrEmpty(pointer); pointer = pointer[..Math.Max(0, pointer.LastIndexOf('/'))])
        {
            if (values.FirstOrDefault(value => value.Pointer == pointer) is { } found)
                return found;
        }

        return null;
    }
}
