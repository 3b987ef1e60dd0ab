using System.Text;
using Ingest.Evaluation;
using Ingest.Model.Documents;
using Ingest.RandomDocuments;
using Ingest.RandomDocuments.Words;
using Ingest.Tests.Pipeline;
using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.RandomDocuments;

public sealed class RandomDocumentTests
{
    private const int Seed = 11;

    public static RandomDocumentMaker Maker { get; } = new(WordLists.Load(Path.Combine(ProductVocabularies.Files.Home, "corpus", "random")));

    public static TheoryData<string> Formats => [.. RandomDocumentMaker.Formats];

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_seed_gives_the_same_bytes_and_the_same_truth(string format)
    {
        var (one, other) = (Maker.Make(Seed, 3, format), Maker.Make(Seed, 3, format));

        Assert.Equal(one.Bytes, other.Bytes);
        Assert.Equal(Written(one.Truth), Written(other.Truth));
    }

    [Fact]
    public void Other_seeds_and_positions_give_other_documents()
    {
        var documents = Enumerable.Range(0, 20).Select(index => Maker.Make(Seed, index)).Append(Maker.Make(Seed + 1, 0));

        Assert.Equal(21, documents.Select(document => Written(document.Truth)).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_format_changes_nothing_of_what_a_document_says(string format)
    {
        var (one, other) = (Maker.Make(Seed, 5, format, DocumentKind.Programmation).Truth.Expected, Maker.Make(Seed, 5, "html", DocumentKind.Programmation).Truth.Expected);

        Assert.Equal(other.Actions.Select(action => (action.Title, action.TotalCost)), one.Actions.Select(action => (action.Title, action.TotalCost)));
        Assert.Equal(other.Totals.Select(total => (total.Label, total.Amount)), one.Totals.Select(total => (total.Label, total.Amount)));
    }

    [Fact]
    public void Plans_and_sums_of_a_clean_truth_add_up()
    {
        var clean = Enumerable.Range(0, 150).Select(index => Maker.Make(Seed, index, "html", DocumentKind.Programmation)).Where(document => document.IsClean).ToList();

        Assert.NotEmpty(clean);
        foreach (var document in clean.Select(document => document.Truth.Expected))
        {
            // A deliberation that grants tells of each action its own part alone.
            foreach (var action in document.Actions.Where(action => action.TotalCost is not null && action.Financers.Any(financer => financer.Status != FundingStatus.Granted)))
                Assert.Equal(action.TotalCost!.Value.Amount, Sum(action.Financers.Where(financer => financer.Status != FundingStatus.Granted)));
            foreach (var total in document.Totals.Where(total => total.Kind is null))
                Assert.Equal(document.Actions.Where(action => total.Of is null || action.Theme == total.Of).Sum(action => action.TotalCost!.Value.Amount), total.Amount!.Value.Amount);
        }
    }

    [Fact]
    public void A_planted_fault_is_in_the_truth_and_in_its_sums()
    {
        var faulty = Enumerable.Range(0, 150).Select(index => Maker.Make(Seed, index, "html", DocumentKind.Programmation)).Where(document => !document.IsClean).ToList();

        Assert.All(faulty, document => Assert.NotEmpty(document.Truth.Faults));
        Assert.Contains(faulty, document => document.Truth.Expected.Totals.Any(total => total.Reconciled == false));
        Assert.Equal(6, faulty.SelectMany(document => document.Truth.Faults).Select(fault => fault.Code).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_written_truth_reads_as_it_was()
    {
        using var folder = new TemporaryFolder();
        foreach (var kind in (DocumentKind[])[DocumentKind.Programmation, DocumentKind.Convention])
        {
            var truth = Maker.Make(Seed, 7, "html", kind).Truth;
            var path = Path.Combine(folder.Root, "truth.yaml");
            File.WriteAllText(path, Written(truth));

            Assert.Equal(Written(truth), Written(TruthSet.ReadTruth(path)));
        }
    }

    [Fact]
    public void Every_format_reads_the_same_as_the_others()
    {
        foreach (var index in Enumerable.Range(0, 5))
        {
            var read = RandomDocumentMaker.Formats.Select(format => Maker.Make(Seed, index, format, DocumentKind.Programmation))
                .Select(document => Running.Processing.Processor.Process(document.FileName, document.Bytes.AsSpan().ToArray(), CancellationToken.None));

            Assert.Single(read.Select(document => string.Join('|', document.Actions.Select(action => $"{action.Title} {action.TotalCost} {Sum(action.Financers)}"))).Distinct(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Missing_words_are_told_by_their_file()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains("words.yaml", Assert.Throws<TruthFormatException>(() => WordLists.Load(folder.Root)).Message, StringComparison.Ordinal);
    }

    private static decimal Sum(IEnumerable<Financer> financers) => financers.Sum(financer => financer.Amount!.Value.Amount);

    private static string Written(TruthEntry truth)
    {
        using var stream = new MemoryStream();
        TruthSet.WriteTruth(truth, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
