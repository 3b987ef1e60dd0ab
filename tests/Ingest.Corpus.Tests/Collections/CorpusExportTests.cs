using System.Collections.Immutable;
using System.Globalization;
using Ingest.Collections;
using Ingest.Emission;
using Ingest.Export;
using Ingest.Export.Packaging;
using Ingest.Model.Documents;
using Ingest.Tests.Export.Readers;
using Xunit;

namespace Ingest.Corpus.Tests.Collections;

/// <summary>All samples as one collection, exported once, read by other programs, compared with the documents to the cent.</summary>
public sealed class CorpusExportTests : IClassFixture<CorpusExportTests.ExportedCorpus>
{
    private readonly ExportedCorpus _corpus;

    public CorpusExportTests(ExportedCorpus corpus) => _corpus = corpus;

    [Fact]
    public void Every_documents_money_is_the_same_in_every_table_format()
    {
        var expected = _corpus.Documents.SelectMany(item => item.Document.Actions.SelectMany(action => action.Financers)
            .Where(financer => financer.Amount is not null)
            .GroupBy(financer => financer.Status)
            .Select(group => $"{item.Path} {group.Key.ToString().ToLowerInvariant()} {Text(group.Sum(financer => financer.Amount!.Value.Amount))}")).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(expected, Money(DuckDbReader.CsvFile(_corpus["csv/financements.csv"])));
        Assert.Equal(expected, Money($"'{_corpus["parquet/financements.parquet"]}'"));
        Assert.Equal(expected, Money("financements", _corpus["collection.duckdb"]));
        Assert.Equal(
            expected,
            OutsideProgram.SqliteOrSkip(_corpus["collection.sqlite"], "SELECT document_id || ' ' || statut || ' ' || printf('%.2f', sum(montant)) FROM financements WHERE montant IS NOT NULL GROUP BY document_id, statut").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_documents_costs_and_stated_totals_are_the_same()
    {
        var expected = _corpus.Documents.Select(item => $"{item.Path} {Text(item.Document.Actions.Sum(action => action.TotalCost?.Amount ?? 0))} {Text(item.Document.Totals.Sum(total => total.Amount?.Amount ?? 0))}");

        var found = DuckDbReader.Query(
            "SELECT document_id, (SELECT coalesce(sum(cout_total), 0) FROM actions a WHERE a.document_id = d.document_id), (SELECT coalesce(sum(montant), 0) FROM totaux t WHERE t.document_id = d.document_id) FROM documents d ORDER BY rowid",
            _corpus["collection.duckdb"]);

        Assert.Equal(expected, found.Select(row => $"{row[0]} {Text((decimal)row[1]!)} {Text((decimal)row[2]!)}"));
    }

    [Fact]
    public void Libreoffice_computes_every_total_as_the_checks_did()
    {
        var expected = _corpus.Documents.SelectMany(item => item.Document.Totals.Select(total =>
            $"{item.Path} {total.Label} {Number(total.Amount?.Amount)} {Number(total.ComputedAmount?.Amount)} {(total.Amount is null || total.ComputedAmount is null ? "non comparable" : total.Amount == total.ComputedAmount ? "concorde" : "écart")}"));

        var totals = OutsideProgram.LibreOfficeOrSkip(_corpus["collection.xlsx"])["Totaux"];

        Assert.Equal(expected, totals.Select(row => $"{row["Document"]} {row["Libellé"]} {row["Montant annoncé"]} {row["Montant recalculé"]} {row["Contrôle"]}"));
        // Most are formulas; the rest (sums of the rows above them, which no theme, year or porteur names: sub-totals by quartier) says that it is none.
        Assert.True(totals.Count(row => row["Recalculé par"] == "formule") >= 0.85 * totals.Count(row => row["Recalculé par"] != ""));
    }

    [Fact]
    public void No_address_number_or_name_of_the_samples_sheets_is_in_the_tables()
    {
        var texts = DuckDbReader.Query("SELECT texte FROM provenance WHERE texte IS NOT NULL UNION ALL SELECT texte FROM non_attribues UNION ALL SELECT message FROM constats", _corpus["collection.duckdb"]).Select(row => (string)row[0]!);

        Assert.DoesNotContain(texts, text => text.Contains('@', StringComparison.Ordinal) || text.Contains("Kessler", StringComparison.Ordinal) || text.Contains("Odile Ferrand", StringComparison.Ordinal));
    }

    [Fact]
    public void The_export_proves_itself_and_again_gives_the_same_bytes()
    {
        var again = _corpus.Export("again");

        Assert.Empty(ExportVerification.Check(again, out _)!.Value);
        Assert.Equal(_corpus.Hashes("data"), _corpus.Hashes("again"));
    }

    private static List<string> Money(string source, string? database = null) =>
        [.. DuckDbReader.Query($"SELECT document_id, statut, sum(montant::DECIMAL(18,2)) FROM {source} WHERE montant IS NOT NULL GROUP BY 1, 2", database).Select(row => $"{row[0]} {row[1]} {Text((decimal)row[2]!)}").Order(StringComparer.Ordinal)];

    private static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Number(decimal? amount) => amount?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The samples, read and exported once for all tests.</summary>
    public sealed class ExportedCorpus : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("ingest-corpus-export-").FullName;

        public ExportedCorpus()
        {
            Documents = [.. SampleCorpus.Sources.SelectMany(source => source.Samples).Order(StringComparer.Ordinal).Select(sample => (sample, SampleCorpus.Read(sample)))];
            foreach (var (path, document) in Documents)
            {
                var file = Path.Combine(_folder, "out", "documents", path + ".json");
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                using var stream = File.Create(file);
                DocumentJson.Write(document, stream);
            }

            Export("data");
        }

        public ImmutableArray<(string Path, IngestedDocument Document)> Documents { get; }

        public string this[string path] => Path.Combine(_folder, "data", path);

        public string Export(string folder)
        {
            var data = Path.Combine(_folder, folder);
            new CollectionExport(new ExportOptions()).Write(new CollectionReader(Path.Combine(_folder, "out")), data, TestContext.Current.CancellationToken);
            return data;
        }

        public List<FileRecord> Hashes(string folder) => [.. FileRecord.PathsBelow(Path.Combine(_folder, folder)).Select(path => FileRecord.Of(Path.Combine(_folder, folder), path))];

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
