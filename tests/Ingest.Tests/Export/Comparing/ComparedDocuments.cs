using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Ingest.Collections;
using Ingest.Export.Comparing;
using Ingest.Model.Documents;
using Ingest.Normalization;
using Ingest.Pipeline;
using Ingest.Tests.Emission;
using Ingest.Tests.Export.Readers;
using Ingest.Tests.Pipeline;
using Ingest.Tests.Vocabulary;

namespace Ingest.Tests.Export.Comparing;

/// <summary>Small documents made by hand and what a comparison makes of them, gone when the test ends.</summary>
internal sealed class ComparedDocuments : IDisposable
{
    public const string Vernon = "27681";
    public const string Annonay = "07010";
    public const string Pivot = "anct-themes";

    private readonly ExportedCollection _collection;
    private readonly TemporaryFolder _work = new();

    private ComparedDocuments(ExportedCollection collection, ComparisonReport report) => (_collection, Report) = (collection, report);

    public ComparisonReport Report { get; }

    public string Page => Encoding.UTF8.GetString(Bytes(Report.Write));

    /// <summary>Compares documents, by their paths.</summary>
    public static ComparedDocuments By(ComparisonAxis axis, params (string Path, IngestedDocument Document)[] documents)
    {
        // Sources of several paths are several files, unless a test says otherwise.
        var collection = ExportedCollection.Of([.. documents.Select(item => (item.Path, item.Document with { Source = item.Document.Source with { Sha256 = HashOf(item.Path) } }))]);
        return new ComparedDocuments(collection, Compare(collection, axis));
    }

    /// <summary>Compares documents by commune.</summary>
    public static ComparedDocuments ByCommune(params (string Path, IngestedDocument Document)[] documents) => By(ComparisonAxis.Commune, documents);

    /// <summary>A programmation of a commune.</summary>
    public static IngestedDocument Programme(string insee, int year, params ImmutableArray<FundedAction> actions) => SampleDocument.Full() with
    {
        Status = DocumentStatus.Ok,
        Kind = DocumentKind.Programmation,
        Title = "Programmation",
        Period = new Period(year, year),
        Territory = new Territory { Communes = [CommuneOf(insee)] },
        Filing = null,
        Act = null,
        Actions = [.. actions.Select(action => action with { Year = year })],
        Totals = [],
        Enjeux = [],
        Unassigned = [],
        Findings = [],
    };

    /// <summary>A convention of a commune; each text with its place in the pivot.</summary>
    public static IngestedDocument Convention(string insee, params ImmutableArray<(string Text, TaxonomyPlace Place)> objectives)
    {
        var full = SampleDocument.Full().Enjeux[0];
        var orientation = full.Orientations[0];
        var items = objectives.Select((item, index) => new OperationalObjective($"p{index}", item.Text, [], [item.Place], SampleDocument.At(1, item.Text)));
        return Programme(insee, 2024) with
        {
            Kind = DocumentKind.Convention,
            Period = new Period(2024, 2030),
            Enjeux = [full with { Orientations = [orientation with { Objectives = [orientation.Objectives[0] with { OperationalObjectives = [.. items] }] }] }],
        };
    }

    public static Commune CommuneOf(string insee) => new(Register.CommuneByInsee(insee)!.Name, insee, null);

    public static TaxonomyPlace Stated(string place) => new() { Taxonomy = Pivot, Stated = place, Label = "3.2", Decision = "review" };

    public static TaxonomyPlace Answered(string place, string decision) => new() { Taxonomy = Pivot, Label = place, Decision = decision };

    /// <summary>The data of a figure, as an other reader of CSV reads it.</summary>
    public List<Dictionary<string, string>> Data(string figure)
    {
        var file = _work[figure + ".csv"];
        File.WriteAllBytes(file, Bytes(Report.Files.Single(item => item.Name == figure + ".csv").Write));
        return DuckDbReader.Csv(file);
    }

    /// <summary>Euros of a figure of financers.</summary>
    public decimal Euros(string figure, string unit, string inKind = "non") => Data(figure).Where(row => row["unite"] == unit && row["en_nature"] == inKind)
        .Sum(row => decimal.Parse(row["montant"], System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The same collection compared anew.</summary>
    public ComparisonReport Again(ComparisonAxis axis) => Compare(_collection, axis);

    public static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    public void Dispose()
    {
        _collection.Dispose();
        _work.Dispose();
    }

    private static TerritoryRegister Register { get; } = new(ProductVocabularies.Files.Registers);

    private static ComparisonReport Compare(ExportedCollection collection, ComparisonAxis axis) => new CollectionComparison(new ComparisonOptions
    {
        Axis = axis,
        Pivot = new TaxonomyLoader(ProductVocabularies.Files).Resources(Pivot).Taxonomy,
        Register = Register,
    }).Read(new CollectionReader(collection.Results), CancellationToken.None);

    private static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)));
}
