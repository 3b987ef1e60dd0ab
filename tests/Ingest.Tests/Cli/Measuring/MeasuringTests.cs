using System.Text;
using System.Text.Json;
using Ingest.Cli.Measuring;
using Ingest.Cli.Text;
using Ingest.Model.Findings;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Cli.Measuring;

public sealed class MeasuringTests : IDisposable
{
    private static readonly SpeedReport Speed = new() { Files = 27, Unread = 1, Own = new([3.5, 4.5, 3]), Peer = new([0.5, 0.7, 0.75]), PeakMegabytes = 126.4 };

    private static readonly GrowthReport Growth = new(
        [new(DrawnShape.Prose, 1_000, 0.02, 70), new(DrawnShape.Prose, 10_000, null, null), new(DrawnShape.Prose, 100_000, null, null) { IsSkipped = true }],
        TimeSpan.FromSeconds(60));

    private readonly TemporaryFolder _work = new();

    [Theory]
    [InlineData(nameof(DrawnShape.Table), 1_000)]
    [InlineData(nameof(DrawnShape.Prose), 1_000)]
    [InlineData(nameof(DrawnShape.Scattered), 1_000)]
    public void A_drawn_page_of_words_has_as_many_as_asked_for(string shape, int count) =>
        Assert.Equal(count, DrawnPages.Draw(Enum.Parse<DrawnShape>(shape), count).Words.Length);

    [Theory]
    [InlineData(nameof(DrawnShape.Grid))]
    [InlineData(nameof(DrawnShape.Tables))]
    [InlineData(nameof(DrawnShape.Hatching))]
    [InlineData(nameof(DrawnShape.Segments))]
    public void A_drawn_page_of_rules_has_about_as_many_as_asked_for(string shape) =>
        Assert.InRange(DrawnPages.Draw(Enum.Parse<DrawnShape>(shape), 1_000).Rulings.Length, 900, 1_000);

    [Fact]
    public void A_drawn_page_is_the_same_at_every_call() =>
        Assert.Equal(DrawnPages.Draw(DrawnShape.Segments, 50).Rulings, DrawnPages.Draw(DrawnShape.Segments, 50).Rulings);

    [Fact]
    public void The_ratio_is_that_of_the_middle_rounds() => Assert.Equal(5, Speed.Ratio);

    [Fact]
    public void Speed_is_told_in_the_language_of_the_user()
    {
        Assert.Contains("Rapport : 5,0. Mémoire au plus haut : 126 Mo. Non lus : 1.", MeasuringText.Of(Speed, new Messages(Languages.French)), StringComparison.Ordinal);
        Assert.Contains("| ingest | 3.50 | 3.50 · 4.50 · 3.00 |", MeasuringText.Of(Speed, new Messages(Languages.English)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_did_not_end_in_time_says_so_and_what_was_not_tried_too()
    {
        var text = MeasuringText.Of(Growth, new Messages(Languages.English));

        Assert.Contains("| running text | 10000 | more than 60 |  |  |", text, StringComparison.Ordinal);
        Assert.Contains("| running text | 100000 | not tried |  |  |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_drawn_shape_has_its_words_in_both_languages() => Assert.All(
        Enum.GetNames<DrawnShape>(),
        shape => Assert.NotEqual(new Messages(Languages.French)[$"DrawnShape.{shape}"], new Messages(Languages.English)[$"DrawnShape.{shape}"]));

    [Fact]
    public void JSON_has_the_numbers_and_the_outcomes()
    {
        var speed = Json(output => MeasuringJson.Write(Speed, output));
        var pages = Json(output => MeasuringJson.Write(Growth, output)).GetProperty("pages");

        Assert.Equal((3.5, 0.7, 5), (speed.GetProperty("ingest").GetProperty("medianCpuSeconds").GetDouble(), speed.GetProperty("pdftotext").GetProperty("medianCpuSeconds").GetDouble(), speed.GetProperty("ratio").GetDouble()));
        Assert.Equal(["done", "late", "skipped"], pages.EnumerateArray().Select(page => page.GetProperty("outcome").GetString()));
    }

    [Fact]
    public void Without_pdftotext_speed_is_status_4_and_says_what_to_install()
    {
        _work.Write("a.pdf", "");

        var call = CliCall.With(new() { ["INGEST_PDFTOTEXT"] = "/nowhere/pdftotext", ["LANG"] = "en_US" }, [], "evaluate", "tables", "--speed", "--corpus", _work.Root);

        Assert.Equal(4, call.Status);
        Assert.Contains("apt install poppler-utils", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--speed", "--growth")]
    [InlineData("--speed", "--errors")]
    [InlineData("--growth", "--errors")]
    public void Measuring_goes_with_no_option_of_scoring(params string[] options)
    {
        var call = CliCall.Of(["evaluate", "tables", .. options]);

        Assert.Equal(2, call.Status);
        Assert.Contains(options[1], call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_measured_work_tells_how_many_files_it_could_not_read_and_is_no_verb_in_the_help()
    {
        var call = CliCall.Of("measure", "read", _work.Write("a.txt", "Bonjour"), _work.Write("empty.pdf", ""));

        Assert.Equal((0, 1), (call.Status, call.Json.GetProperty("unread").GetInt32()));
        Assert.True(call.Json.GetProperty("peakMegabytes").GetDouble() > 0);
        Assert.DoesNotContain("measure", CliCall.Of("--help").Output.Split('\n').Select(line => line.Trim().Split(' ')[0]));
    }

    public void Dispose() => _work.Dispose();

    private static JsonElement Json(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return JsonDocument.Parse(Encoding.UTF8.GetString(output.ToArray())).RootElement;
    }
}
