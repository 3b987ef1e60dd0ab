using System.Collections.Immutable;
using System.Text;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Running;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Hostile;

/// <summary>A bad file costs one file: it is told or read, and the next document is fine.</summary>
public sealed class HostileFileTests
{
    private const string Ordinary = "Action\tPorteur\tCoût total\tVille\tCAF\nVélos\tCCAS\t1 000 €\t600 €\t400 €\nCafé\tCCAS\t500 €\t300 €\t200 €\n";

    public static TheoryData<string> Names => [.. HostileCatalogue.All.Where(one => !one.EndsTheProcess).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_file_is_told_or_read_and_the_next_document_is_fine(string name)
    {
        var hostile = HostileCatalogue.Named(name);
        var processor = HostileReading.Under(hostile.Limits);

        var read = processor.ProcessKeeping(name, hostile.Make(), CancellationToken.None);

        var codes = read.Document.Codes().ToList();
        Assert.DoesNotContain(SourceFindings.InternalError.Code, codes);
        if (hostile.Tells is { } code)
            Assert.Contains(code, codes);
        if (hostile.Says is { } text)
            Assert.Contains(text, TextOf(read.Pages), StringComparison.Ordinal);
        Assert.True(
            codes.Exists(told => told.StartsWith("source.", StringComparison.Ordinal)) || TextOf(read.Pages).Contains("Programmation", StringComparison.Ordinal),
            "Neither read nor told.");
        var next = processor.Process("suivant", Encoding.UTF8.GetBytes(Ordinary), CancellationToken.None);
        Assert.Equal(["Vélos", "Café"], next.Actions.Select(action => action.Title));
    }

    [Fact]
    public void Every_case_has_a_name_of_its_own() =>
        Assert.Equal(HostileCatalogue.All.Length, HostileCatalogue.All.Select(one => one.Name).Distinct().Count());

    [Fact]
    public void Limits_that_leave_nothing_are_errors_and_others_are_doubts()
    {
        var low = HostileReading.Under(HostileCatalogue.Low);

        Assert.Equal(Severity.Error, SeverityOf(low, "docx-bomb", SourceFindings.ArchiveLimit));
        Assert.Equal(Severity.Warning, SeverityOf(low, "docx-bomb-of-styles", SourceFindings.ArchiveLimit));
        Assert.Equal(Severity.Warning, SeverityOf(low, "pdf-pages-of-nothing", SourceFindings.PageLimit));
    }

    private static Severity SeverityOf(DocumentProcessor processor, string name, FindingKind kind) =>
        processor.Process(name, HostileCatalogue.Named(name).Make(), CancellationToken.None).Findings.First(finding => finding.Code == kind.Code).Severity;

    private static string TextOf(ImmutableArray<Page> pages)
    {
        var text = new StringBuilder();
        foreach (var page in pages)
        {
            text.AppendJoin(' ', page.Words.Select(word => word.Text)).Append('\n');
            Append(page.Blocks, text);
        }

        return text.ToString();
    }

    private static void Append(IEnumerable<FlowBlock> blocks, StringBuilder text)
    {
        foreach (var block in blocks)
        {
            if (block is FlowParagraph paragraph)
                text.Append(paragraph.Text).Append('\n');
            else if (block is FlowTable table)
                Append(table.Cells.SelectMany(cell => cell.Content), text);
        }
    }
}
