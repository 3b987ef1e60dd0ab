using System.Text;
using Ingest.Model.Pages;
using Ingest.Reading.Html;
using Xunit;

namespace Ingest.Tests.Reading.Html;

/// <summary>Reads pages sketched in tests, and writes what was read in short.</summary>
internal static class HtmlPages
{
    /// <summary>A table that speaks of money.</summary>
    public const string Money = "<table border=1><tr><td>Action</td><td>Coût</td></tr><tr><td>Vélos</td><td>1 000 €</td></tr></table>";

    public static Page Read(string body) => Whole($"<!doctype html><html><head></head><body>{body}</body></html>");

    public static Page Whole(string page) => Of(Encoding.UTF8.GetBytes(page));

    public static Page Of(byte[] bytes)
    {
        Assert.True(new HtmlReader().Recognises(bytes));
        return Assert.Single(new HtmlReader().Read(bytes));
    }

    public static IEnumerable<FlowParagraph> Paragraphs(this Page page, FlowRole role = FlowRole.Body) =>
        page.Blocks.SelectMany(All).OfType<FlowParagraph>().Where(paragraph => paragraph.Role == role);

    public static string[] Texts(this Page page, FlowRole role = FlowRole.Body) => [.. page.Paragraphs(role).Select(paragraph => paragraph.Text)];

    public static FlowTable Table(this Page page) => Assert.Single(page.Blocks.OfType<FlowTable>());

    /// <summary>Cells as « row,column height×width text ».</summary>
    public static string[] Shape(this FlowTable table) =>
        [.. table.Cells.Select(cell => $"{cell.Row},{cell.Column} {cell.RowSpan}x{cell.ColumnSpan} {string.Join('|', cell.Content.SelectMany(All).OfType<FlowParagraph>().Select(p => p.Text))}")];

    public static string[] Codes(this Page page) => [.. page.Findings.Select(finding => finding.Code)];

    private static IEnumerable<FlowBlock> All(FlowBlock block) =>
        block is FlowTable table ? table.Cells.SelectMany(cell => cell.Content).SelectMany(All).Prepend(table) : [block];
}
