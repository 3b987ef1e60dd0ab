using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Ingest.Cli.Measuring;
using Ingest.Cli.Text;
using Ingest.Evaluation;
using Ingest.Evaluation.Scans;
using Ingest.Model.Findings;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Cli.Measuring;

public sealed class OcrTimeTests : IDisposable
{
    private static readonly OcrTimeReport Report = new(
    [
        new() { Scan = "a", Kind = PageKind.Table, Pages = 2, Own = new(3, 5), Plain = new(6, 20), PeakMegabytes = 200 },
        new() { Scan = "b", Kind = PageKind.Text, Pages = 1, Own = new(4, 4), Plain = new(2, 4), PeakMegabytes = 150 },
        new() { Scan = "c", Kind = null, Pages = 3, Own = new(1, 1), Plain = new(2, 1), PeakMegabytes = 100 },
    ]);

    private readonly TemporaryFolder _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void Sums_and_ratios_are_told_for_text_for_tables_and_for_all()
    {
        var lines = OcrTimeText.Of(Report, new Messages(Languages.English)).Split('\n');

        Assert.Contains("| a | tables | 2 | 3.0 | 6.0 | 0.50 | 5.0 | 20.0 | 0.25 | 200 |", lines);
        Assert.Contains("| **1 scans** | text | 1 | 4.0 | 2.0 | 2.00 | 4.0 | 4.0 | 1.00 | 150 |", lines);
        Assert.Contains("| **3 scans** | both | 6 | 8.0 | 10.0 | 0.80 | 10.0 | 25.0 | 0.40 | 200 |", lines);
        Assert.Contains("| a | tableaux | 2 | 3,0 |", OcrTimeText.Of(Report, new Messages(Languages.French)), StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_has_the_times_of_each_scan()
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            OcrTimeText.WriteJson(Report, writer);
            writer.WriteEndObject();
        }

        var times = JsonDocument.Parse(Encoding.UTF8.GetString(output.ToArray())).RootElement.GetProperty("times");

        Assert.Equal(["table", "text", "both"], times.EnumerateArray().Select(time => time.GetProperty("content").GetString()));
        Assert.Equal(20, times[0].GetProperty("tesseract").GetProperty("cpuSeconds").GetDouble());
    }

    [Fact]
    public void A_child_gets_its_variables_and_its_time_and_memory_are_told()
    {
        Assert.SkipUnless(ChildProcess.CanMeasure, "The system does not tell the time of children.");

        var child = ChildProcess.Run(
            "sh",
            ["-c", "sleep 0.2; echo \"$INGEST_TEST\""],
            new ChildOptions { Limit = TimeSpan.FromSeconds(30), Environment = ImmutableDictionary<string, string?>.Empty.Add("INGEST_TEST", "here") },
            TestContext.Current.CancellationToken);

        Assert.Equal(("here\n", 0), (child.Output, child.Status));
        Assert.True(child.Wall >= TimeSpan.FromSeconds(0.2));
        Assert.True(child.PeakMegabytes > 0);
    }

    [Fact]
    public void An_image_file_is_read_as_it_is_page_after_page()
    {
        Assert.SkipUnless(ChildProcess.CanMeasure, "The system does not tell the time of children.");
        var program = _work.Write("tesseract", "#!/bin/sh\nprintf 'un %s\\fdeux\\f' \"$*\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var recognition = new PlainRecognition(program, MeasuringOptions.Default);
        var source = new ScanSource
        {
            Name = "a",
            File = "a.tif",
            Twin = "a.pdf",
            Slug = "a",
            TruthFile = "truth.yaml",
            Split = Split.Tune,
            PageCount = 2,
            Traits = [],
            Covered = [],
        };

        var image = Assert.Single(recognition.Draw(source, [], TestContext.Current.CancellationToken));
        var texts = recognition.Read(image, TestContext.Current.CancellationToken).Texts;

        Assert.Equal([(1, "un a.tif - -l fra"), (2, "deux")], texts.Select(pair => (pair.Key, pair.Value)));
    }
}
