using Ingest.Pipeline;
using Ingest.Tests.Vocabulary;
using Ingest.Validation.Calibration;
using Xunit;

namespace Ingest.Tests.Pipeline;

public sealed class CalibrationYamlTests : IDisposable
{
    private const string Pooled = "pooled: { slope: 0.7, intercept: -0.1 }\n";

    private readonly TemporaryFolder _home = new();

    [Fact]
    public void What_is_written_is_read_as_it_was_and_written_in_the_same_bytes()
    {
        var calibration = new ConfidenceCalibration
        {
            Pooled = new ConfidenceCurve(0.727, -0.148),
            Kinds = [new KindCalibration(ValueKind.ConfirmedAmount, new ConfidenceCurve(0.5, 1.4), 280, 263, 9), new KindCalibration(ValueKind.Row, new ConfidenceCurve(0, -1), 108, 37, 9)],
            Scans = [new CalibrationScan("une-numerisation", 127)],
        };
        var text = CalibrationYaml.Write(calibration);

        var read = CalibrationYaml.Load(_home.Write("a.yaml", text));

        Assert.Equal(calibration.Pooled, read.Pooled);
        Assert.Equal(calibration.Kinds, read.Kinds);
        Assert.Equal(calibration.Scans, read.Scans);
        Assert.Equal(text, CalibrationYaml.Write(read));
    }

    [Fact]
    public void The_calibration_of_the_product_loads_and_says_what_it_was_fitted_on()
    {
        var calibration = CalibrationYaml.Load(new DefinitionLoader(ProductVocabularies.Files).Load("default").Calibration!.FullPath);

        Assert.NotEmpty(calibration.Scans);
        Assert.Equal(calibration.Scans.Sum(scan => scan.Values), calibration.Kinds.Sum(kind => kind.Values));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("pooled: { slope: 0.7 }\n", 1)]
    [InlineData("pooled:\n  slope: 0.7\n  intercept: 0\n  bend: 1\n", 4)]
    [InlineData(Pooled + "scale: 2\n", 2)]
    [InlineData(Pooled + "kinds:\n  - kind: amounts\n    slope: 1\n    intercept: 0\n    values: 1\n    right: 1\n    scans: 1\n", 3)]
    [InlineData(Pooled + "kinds:\n  - kind: amount\n    slope: -1\n    intercept: 0\n    values: 1\n    right: 1\n    scans: 1\n", 4)]
    [InlineData(Pooled + "kinds:\n  - { kind: row, slope: 1, intercept: 0, values: 1, right: 1, scans: 1 }\n  - { kind: row, slope: 1, intercept: 0, values: 1, right: 1, scans: 1 }\n", 4)]
    [InlineData(Pooled + "scans:\n  - name: a\n", 3)]
    public void What_is_no_calibration_is_refused_with_its_line(string yaml, int line)
    {
        var error = Assert.Throws<DefinitionException>(() => CalibrationYaml.Load(_home.Write("a.yaml", yaml)));

        Assert.Equal(line, error.Line);
    }

    [Fact]
    public void A_definition_that_names_another_calibration_has_another_hash_and_so_has_one_whose_calibration_changed()
    {
        _home.Write("pipelines/calibrations/one.yaml", Pooled);
        _home.Write("pipelines/default.yaml", "name: default\n");
        var hashes = new List<string> { Load() };

        _home.Write("pipelines/default.yaml", "name: default\ncalibration: one\n");
        hashes.Add(Load());
        _home.Write("pipelines/calibrations/one.yaml", Pooled.Replace("0.7", "0.8", StringComparison.Ordinal));
        hashes.Add(Load());

        Assert.Equal(3, hashes.Distinct().Count());
    }

    [Fact]
    public void A_calibration_that_is_not_there_is_refused_with_those_that_are()
    {
        _home.Write("pipelines/calibrations/one.yaml", Pooled);
        _home.Write("pipelines/default.yaml", "name: default\ncalibration: two\n");

        var error = Assert.Throws<DefinitionException>(Load);

        Assert.Equal(2, error.Line);
        Assert.Contains("one", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    private string Load() => new DefinitionLoader(new ProductFiles(_home.Root)).Load("default").Hash;
}
