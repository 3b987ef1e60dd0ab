using System.Collections.Immutable;
using Ingest.Evaluation;
using Ingest.Evaluation.Scans;
using Ingest.Model.Provenance;
using Xunit;

namespace Ingest.Tests.Evaluation.Scans;

public sealed class ScanSourceTests : IDisposable
{
    private const string Scans = """
        # A comment.

        - name: exemple-gris
          file: scans/exemple-gris.pdf
          twin: samples/exemple.pdf
          slug: exemple
          split: unseen
          pages: 2
          dpi: 200
          colour: grey
          skew: [0.56, -0.62]
          turned: [0, 90]
          traits: [landscape, skewed]
          sha256: "00"
          covered:
            - { page: 2, bbox: [10, 20.5, 30, 40], what: "round stamp, grey" }
        """;

    private readonly DirectoryInfo _corpus = Directory.CreateTempSubdirectory("ingest-scans-");

    public ScanSourceTests()
    {
        foreach (var file in (string[])["scans/exemple-gris.pdf", "samples/exemple.pdf", "truth/exemple/truth.yaml"])
        {
            var path = Path.Combine(_corpus.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "kind: other");
        }
    }

    private string Folder => Path.Combine(_corpus.FullName, "scans");

    public void Dispose() => _corpus.Delete(recursive: true);

    [Fact]
    public void A_scan_is_read_with_its_twin_and_what_covers_it()
    {
        var scan = Assert.Single(Load(Scans));

        Assert.Equal(("exemple-gris", "exemple", Split.Unseen, 2), (scan.Name, scan.Slug, scan.Split, scan.PageCount));
        Assert.Equal([Path.Combine(_corpus.FullName, "scans/exemple-gris.pdf"), Path.Combine(_corpus.FullName, "samples/exemple.pdf")], [scan.File, scan.Twin]);
        Assert.Equal(["landscape", "skewed"], scan.Traits);
        Assert.Equal(new CoveredArea(2, new Box(10, 20.5, 30, 40), "round stamp, grey"), Assert.Single(scan.Covered));
        Assert.False(scan.IsImageFile);
        Assert.Equal(("exemple", Split.Unseen), (scan.ReadTruth().Slug, scan.ReadTruth().Split));
    }

    [Fact]
    public void A_folder_may_be_named_with_a_slash_at_its_end()
    {
        File.WriteAllText(Path.Combine(Folder, ScanSource.ListName), Scans);

        Assert.Single(ScanSource.Load(Folder + "/"));
    }

    [Theory]
    [InlineData("split: unseen", "split: both", ":3: « both »")]
    [InlineData("  slug: exemple\n", "", ":3: « slug »")]
    [InlineData("  pages: 2\n", "", ":3: « pages »")]
    [InlineData("pages: 2", "pages: deux", ":8:")]
    [InlineData("colour: grey", "color: grey", ":10:")]
    [InlineData("samples/exemple.pdf", "samples/autre.pdf", ":3: « samples/autre.pdf »")]
    [InlineData("slug: exemple", "slug: autre", ":3: « truth/autre/truth.yaml »")]
    [InlineData("page: 2", "page: 3", ":16: page 3")]
    [InlineData("[10, 20.5, 30, 40]", "[10, 20.5, 30]", ":16: « bbox »")]
    [InlineData("[10, 20.5, 30, 40]", "[30, 20.5, 10, 40]", ":16: « bbox »")]
    [InlineData(", what: \"round stamp, grey\"", "", ":16: « what »")]
    [InlineData("\"00\"", "\"00\"\n  sha256: \"11\"", ":15:")]
    public void A_slip_in_the_list_is_named_with_its_line(string right, string slip, string named)
    {
        Assert.Contains(right, Scans, StringComparison.Ordinal);

        var error = Assert.Throws<TruthFormatException>(() => Load(Scans.Replace(right, slip, StringComparison.Ordinal)));

        Assert.Contains(ScanSource.ListName + named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_there_twice_and_an_empty_or_missing_list_are_named()
    {
        Assert.Contains("exemple-gris", Assert.Throws<TruthFormatException>(() => Load(Scans + "\n" + Scans)).Message, StringComparison.Ordinal);
        Assert.Contains("empty", Assert.Throws<TruthFormatException>(() => Load("")).Message, StringComparison.Ordinal);
        Assert.Contains("missing", Assert.Throws<TruthFormatException>(() => ScanSource.Load(_corpus.FullName)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 15, 25, true)]
    [InlineData(2, 29.9, 35, true)]
    [InlineData(2, 30, 35, false)]
    [InlineData(1, 15, 25, false)]
    public void A_place_is_covered_where_a_mark_touches_it(int page, double left, double right, bool isCovered) => Assert.Equal(
        isCovered, new CoveredArea(2, new Box(10, 20, 30, 40), "stamp").Touches(new EvidenceRegion { Page = page, Bbox = new Box(left, 25, right, 30) }));

    private ImmutableArray<ScanSource> Load(string list)
    {
        File.WriteAllText(Path.Combine(Folder, ScanSource.ListName), list);
        return ScanSource.Load(Folder);
    }
}
