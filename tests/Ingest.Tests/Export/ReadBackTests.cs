using System.Globalization;
using Ingest.Export;
using Ingest.Export.Schema;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Tests.Architecture;
using Ingest.Tests.Emission;
using Ingest.Tests.Export.Readers;
using Xunit;
using static Ingest.Tests.Export.ExportedCollection;

namespace Ingest.Tests.Export;

/// <summary>Each format read by a program that did not write it.</summary>
public sealed class ReadBackTests
{
    private const string Hostile = "=CMD|'/C calc'!A0\n\"guillemets\"; virgule, tab\tœ 🌳 l’été";

    private static readonly IngestedDocument First = Programmation(
        Action("a1", Hostile, "Ville", 1000.10m, Money("ANCT", "etat", 333.37m), Money("Ville, « CCAS »", "ccas", 666.73m)),
        Action("a2", "", null, null, Money("Région", "region", 0.01m, FundingStatus.Granted), Money("-", "autre", null)));

    private static readonly IngestedDocument Second = Programmation(Action("a1", "Même identifiant, autre document", "CCAS", 9_999_999_999.99m, Money("État", "etat", -12.5m)));

    [Fact]
    public void Duckdb_reads_the_same_money_from_csv_parquet_and_its_own_file()
    {
        using var collection = Of(("a.pdf", First), ("b/c.docx", Second));

        collection.Export();

        var csv = Sums($"{DuckDbReader.CsvFile(collection["csv/financements.csv"])}", $"{DuckDbReader.CsvFile(collection["csv/actions.csv"])}");
        Assert.Equal(["a.pdf|granted|0.01", "a.pdf|planned|1000.10", "b/c.docx|planned|-12.50", "cost|10000001000.09"], csv);
        Assert.Equal(csv, Sums($"'{collection["parquet/financements.parquet"]}'", $"'{collection["parquet/actions.parquet"]}'"));
        Assert.Equal(csv, Sums("financements", "actions", collection["collection.duckdb"]));
    }

    [Fact]
    public void The_sqlite_shell_reads_the_same_money_and_finds_keys_that_join()
    {
        using var collection = Of(("a.pdf", First), ("b/c.docx", Second));

        collection.Export();

        var database = collection["collection.sqlite"];
        Assert.Equal(
            ["a.pdf|granted|0.01", "a.pdf|planned|1000.10", "b/c.docx|planned|-12.50"],
            OutsideProgram.SqliteOrSkip(database, "SELECT document_id, statut, printf('%.2f', sum(montant)) FROM financements JOIN actions USING (action_id, document_id) GROUP BY 1, 2 ORDER BY 1, 2"));
        Assert.Equal(["ok"], OutsideProgram.SqliteOrSkip(database, "PRAGMA foreign_key_check; PRAGMA integrity_check"));
        Assert.Equal(
            [.. CollectionTables.All.Select(table => table.Name).Append("omissions").Order(StringComparer.Ordinal)],
            OutsideProgram.SqliteOrSkip(database, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"));
    }

    [Fact]
    public void Text_comes_back_as_it_was_from_every_format()
    {
        using var collection = Of(("a.pdf", First));

        collection.Export();

        Assert.Equal(Hostile, DuckDbReader.Query("SELECT titre FROM actions ORDER BY rang", collection["collection.duckdb"])[0][0]);
        Assert.Equal(Hostile, DuckDbReader.Query($"SELECT titre FROM '{collection["parquet/actions.parquet"]}' ORDER BY rang")[0][0]);
        Assert.Equal("'" + Hostile, collection.Csv("actions")[0]["titre"]);
        Assert.Equal(Hostile, Ingest.Export.Writers.FormulaGuard.Restore(collection.Csv("actions")[0]["titre"]));
    }

    [Fact]
    public void Nothing_and_an_empty_text_are_two_things_in_a_database()
    {
        using var collection = Of(("a.pdf", First));

        collection.Export();

        foreach (var (source, database) in new[] { ("actions", collection["collection.duckdb"]), ($"'{collection["parquet/actions.parquet"]}'", null) })
            Assert.Equal([""], DuckDbReader.Query($"SELECT titre FROM {source} WHERE action_id = 'a.pdf#a2' AND porteur IS NULL AND cout_total IS NULL", database)[0]);
    }

    [Fact]
    public void Columns_have_types_that_need_no_guess()
    {
        using var collection = Of(("a.pdf", First));

        collection.Export();

        var expected = CollectionTables.All.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name} {TypeOf(column.Type)}")).Order(StringComparer.Ordinal);
        var duckdb = DuckDbReader.Query("SELECT table_name || '.' || column_name || ' ' || data_type FROM duckdb_columns() WHERE database_name = 'opened' AND table_name <> 'omissions'", collection["collection.duckdb"]);
        Assert.Equal(expected, duckdb.Select(row => (string)row[0]!).Order(StringComparer.Ordinal));
        var parquet = CollectionTables.All.SelectMany(table => DuckDbReader.Query($"DESCRIBE SELECT * FROM '{collection[$"parquet/{table.Name}.parquet"]}'").Select(row => $"{table.Name}.{row[0]} {row[1]}"));
        Assert.Equal(expected, parquet.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_older_duckdb_can_open_the_file()
    {
        using var collection = Of(("a.pdf", First));

        collection.Export();

        Assert.Contains("v1.0.0", (string)DuckDbReader.Query("SELECT tags::VARCHAR FROM duckdb_databases() WHERE database_name = 'opened'", collection["collection.duckdb"])[0][0]!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_leads_to_all_places_where_it_was_read()
    {
        var total = Sum("Total", null, 1000.10m, 1000.10m) with
        {
            Evidence = new Evidence
            {
                Regions = [new EvidenceRegion { Page = 2, Bbox = new Box(1.239, 2, 3, 4) }, new EvidenceRegion { Sheet = "2024", Cell = "C7" }],
                Text = "Total 1 000,10",
                Origin = Origin.Ocr,
                Confidence = 0.87654,
            },
        };
        using var collection = Of(("a.pdf", First with { Totals = [total] }));

        collection.Export();

        var places = DuckDbReader.Query("SELECT p.rang, page, x0, feuille, cellule, texte, origine, confiance FROM totaux t JOIN provenance p USING (document_id, pointeur) ORDER BY p.rang", collection["collection.duckdb"]);
        Assert.Equal([1L, 2L, 1.24, null, null, "Total 1 000,10", "ocr", 0.8765], places[0]);
        Assert.Equal([2L, null, null, "2024", "C7", null, "ocr", 0.8765], places[1]);
    }

    [Fact]
    public void Every_reference_finds_its_row_and_every_key_is_one_rows_own()
    {
        using var collection = Of(("a.pdf", SampleDocument.Full()), ("b.pdf", SampleDocument.Full()), ("c.pdf", SampleDocument.Failed()));

        collection.Export();

        var database = collection["collection.duckdb"];
        foreach (var table in CollectionTables.All)
        {
            var key = string.Join(", ", table.Key.Select(column => column.Name));
            Assert.Empty(DuckDbReader.Query($"SELECT {key} FROM {table.Name} GROUP BY ALL HAVING count(*) > 1", database));
            foreach (var column in table.Columns.Where(column => column.References is not null))
                Assert.Empty(DuckDbReader.Query($"SELECT {column.Name} FROM {table.Name} WHERE {column.Name} IS NOT NULL AND {column.Name} NOT IN (SELECT {column.Name} FROM {column.References})", database));
        }

        // The sample has every part, so that no table was empty.
        Assert.All(CollectionTables.All, table => Assert.NotEmpty(DuckDbReader.Query($"FROM {table.Name}", database)));
    }

    [Fact]
    public void An_id_that_a_document_has_twice_still_makes_two_keys()
    {
        using var collection = Of(("a.pdf", Programmation(Action("a1", "Un", null, 1, Money("État", "etat", 1)), Action("a1", "Deux", null, 2, Money("État", "etat", 2)))));

        collection.Export();

        Assert.Equal(["a.pdf#a1", "a.pdf#a1~2"], collection.Csv("actions").Select(row => row["action_id"]));
        Assert.Equal(["a.pdf#a1", "a.pdf#a1~2"], collection.Csv("financements").Select(row => row["action_id"]));
    }

    [Fact]
    public void An_amount_that_no_database_holds_to_the_cent_is_told_and_the_rest_goes_on()
    {
        using var collection = Of(("a.pdf", Programmation(Action("a1", "Trop", null, 1e15m))), ("b.pdf", Second), ("c.pdf", Programmation(Action("a1", "Un", null, 9e12m), Action("a2", "Deux", null, 9e12m))));

        var summary = collection.Export();

        Assert.Equal(["a.pdf", "c.pdf"], summary.Unread.Select(file => file.Path));
        Assert.Equal(["b.pdf"], collection.Csv("documents").Select(row => row["document_id"]));
    }

    [Fact]
    public void A_copy_says_of_which_document()
    {
        using var collection = Of(("a.docx", First), ("a.pdf", First));

        collection.Export(new ExportOptions { Originals = new Dictionary<string, string> { ["a.pdf"] = "a.docx" } });

        Assert.Equal(["", "a.docx"], collection.Csv("documents").Select(row => row["doublon_de"]));
    }

    [Fact]
    public void Copies_are_found_by_themselves_and_stand_aside_where_staff_work()
    {
        var document = First with { Findings = [Doubt("budget.action-sum", "/actions/0")] };
        using var collection = Of(("a.docx", document with { Source = document.Source with { Sha256 = new string('1', 64) } }), ("b.pdf", document), ("c.pdf", Second with { Source = Second.Source with { Sha256 = new string('2', 64) } }));

        collection.Export();

        Assert.Equal(["", "a.docx", ""], collection.Csv("documents").Select(row => row["doublon_de"]));
        Assert.Equal(["a.docx", "b.pdf"], collection.Csv("constats").Select(row => row["document_id"]));
        Assert.Equal(["a.docx"], OutsideProgram.LibreOfficeOrSkip(collection["collection.xlsx"])["À vérifier"].Select(row => row["Document"]).Distinct());
        Assert.Equal(["copie d'un autre document"], DuckDbReader.Csv(collection["scdl-rapport.csv"]).Where(row => row["document_id"] == "b.pdf").Select(row => row["motif"]).Distinct());
    }

    [Fact]
    public void The_queries_of_the_readme_find_the_money_the_false_total_and_the_place_of_a_value()
    {
        var action = Action("a1", "Jardins", "CCAS", 1000m, Money("ANCT", "etat", 400m), Money("Ville", "commune", 600m));
        var document = Programmation(action with { FieldEvidence = action.FieldEvidence.Add("totalCost", SampleDocument.At(2, "1 000 €")) });
        var territory = document.Territory with { Communes = [new Commune("Lannion", "22113", null)], Quartiers = [new Quartier("Ker-Uhel", "QPV", null, ["22113"])] };
        using var collection = Of(("a.pdf", document with { Territory = territory, Totals = [Sum("Total", null, 900m, 1000m)] }));

        collection.Export();

        var readme = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "README.md"));
        var block = readme.Split("```sql\n")[1].Split("```")[0];
        var answers = block.Split('\n').Where(line => line.StartsWith("SELECT", StringComparison.Ordinal)).Select(query => string.Join(" / ", DuckDbReader.Query(query, collection["collection.duckdb"]).Select(Line))).ToList();
        Assert.Equal(4, answers.Count);
        Assert.Equal("commune|600.00 / etat|400.00", answers[0]);
        Assert.Equal("a.pdf|Total|900.00|1000.00", answers[1]);
        Assert.StartsWith("Jardins|1000.00|2|", answers[2], StringComparison.Ordinal);
        Assert.Equal("22113|Ker-Uhel|", answers[3]);
    }

    private static List<string> Sums(string financers, string actions, string? database = null) =>
    [
        .. DuckDbReader.Query($"SELECT document_id, statut, sum(montant::DECIMAL(18,2)) FROM {financers} WHERE montant IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2", database).Select(Line),
        .. DuckDbReader.Query($"SELECT 'cost', sum(cout_total::DECIMAL(18,2)) FROM {actions}", database).Select(Line),
    ];

    private static string Line(object?[] row) => string.Join('|', row.Select(value => value is decimal amount ? amount.ToString("0.00", CultureInfo.InvariantCulture) : value));

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Integer => "BIGINT",
        ColumnType.Money => "DECIMAL(18,2)",
        ColumnType.Number => "DOUBLE",
        ColumnType.Date => "DATE",
        ColumnType.Boolean => "BOOLEAN",
        _ => "VARCHAR",
    };
}
