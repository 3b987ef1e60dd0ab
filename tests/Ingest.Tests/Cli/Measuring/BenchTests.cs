using System.Text;
using System.Text.Json;
using Ingest.Cli.Measuring;
using Ingest.Cli.Text;
using Ingest.Model.Findings;
using Ingest.Tests.Pipeline;
using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.Cli.Measuring;

public sealed class BenchTests : IDisposable
{
    private static readonly BenchReport Report = new()
    {
        Files = 2,
        Rounds = 3,
        Rows = [new("bench.ownWhole", new([3, 2, 1]), 100, true), new("pdftotext -bbox", new([0.5, 0.5, 0.5]), 100, false)],
        Missing = ["mutool"],
        OnePage = new([0.9, 0.7, 0.8]),
        IsolationShare = 0.05,
        PeakMegabytes = 333,
        Growth = [new("bench.pages", [(1, 1.01, 100), (10, 1.1, 100), (100, 2, 100), (1_000, 11, 110)])],
    };

    private readonly TemporaryFolder _work = new();

    [Fact]
    public void Rates_and_ratios_are_those_of_the_middle_rounds()
    {
        var text = BenchText.Of(Report, new Messages(Languages.English));

        Assert.Contains("| ingest, whole pipeline, warm | 2.00 | 50 | 1 |", text, StringComparison.Ordinal);
        Assert.Contains("| pdftotext -bbox | 0.50 | 200 | 4.0 |", text, StringComparison.Ordinal);
        Assert.Contains("0.80 s", text, StringComparison.Ordinal);
        Assert.Contains("“mutool” is not installed", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_that_grows_with_pages_and_a_start_is_linear() => Assert.Equal(1, Report.Growth[0].Exponent!.Value, 6);

    [Fact]
    public void Time_that_grows_with_the_square_is_told_as_such() =>
        Assert.Equal(2, new BenchGrowth("bench.pages", [(0, 5, 0), (10, 6, 0), (110, 106, 0)]).Exponent!.Value, 6);

    [Fact]
    public void Too_few_points_have_no_exponent() => Assert.Null(new BenchGrowth("bench.pages", [(1, 1, 0), (10, 2, 0)]).Exponent);

    [Fact]
    public void JSON_has_all_programs_and_what_is_missing()
    {
        using var output = new MemoryStream();
        MeasuringJson.Write(Report, output);
        var told = JsonDocument.Parse(Encoding.UTF8.GetString(output.ToArray())).RootElement;

        Assert.Equal(["ingest whole", "pdftotext -bbox"], told.GetProperty("programs").EnumerateObject().Select(program => program.Name));
        Assert.Equal("mutool", told.GetProperty("missing")[0].GetString());
        Assert.Equal(1, told.GetProperty("growth").GetProperty("pages").GetProperty("exponent").GetDouble(), 4);
    }

    [Fact]
    public void The_measured_work_goes_through_all_stages_as_often_as_asked_and_counts_each_page_once()
    {
        var file = Path.Combine(ProductVocabularies.Files.Samples, "dole-deliberation-2023.pdf");

        var call = CliCall.Of("measure", "process-here", "--passes", "2", file);

        Assert.Equal((0, 1), (call.Status, call.Json.GetProperty("pages").GetInt32()));
    }

    [Fact]
    public void A_folder_without_PDFs_is_a_wrong_call()
    {
        _work.Write("a.txt", "");

        Assert.Equal(2, CliCall.Of("bench", _work.Root).Status);
        Assert.Equal(2, CliCall.Of("bench", Path.Combine(_work.Root, "nowhere")).Status);
    }

    public void Dispose() => _work.Dispose();
}
