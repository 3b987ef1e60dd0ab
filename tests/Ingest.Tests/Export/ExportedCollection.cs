using System.Collections.Immutable;
using System.IO.Compression;
using Ingest.Collections;
using Ingest.Emission;
using Ingest.Export;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Model.Values;
using Ingest.Tests.Emission;
using Ingest.Tests.Export.Readers;
using Ingest.Tests.Pipeline;

namespace Ingest.Tests.Export;

/// <summary>A folder of results and its exports, gone when the test ends.</summary>
internal sealed class ExportedCollection : IDisposable
{
    private readonly TemporaryFolder _work = new();

    /// <summary>Folder of the results.</summary>
    public string Results => _work["out"];

    /// <summary>Folder of the export.</summary>
    public string Data => _work["data"];

    /// <summary>A collection of these documents, by their paths.</summary>
    public static ExportedCollection Of(params (string Path, IngestedDocument Document)[] documents)
    {
        var collection = new ExportedCollection();
        Directory.CreateDirectory(Path.Combine(collection.Results, "documents"));
        foreach (var (path, document) in documents)
            collection.Put(path, document);
        return collection;
    }

    /// <summary>Adds or replaces a document.</summary>
    public void Put(string path, IngestedDocument document)
    {
        var file = Path.Combine(Results, "documents", path + ".json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var stream = File.Create(file);
        DocumentJson.Write(document, stream);
    }

    /// <summary>Exports.</summary>
    public ExportSummary Export(ExportOptions? options = null, string? data = null) =>
        new CollectionExport(options ?? new ExportOptions()).Write(new CollectionReader(Results), data ?? Data, CancellationToken.None);

    /// <summary>A file of the export.</summary>
    public string this[string path] => Path.Combine(Data, path);

    /// <summary>A table of the CSV files.</summary>
    public List<Dictionary<string, string>> Csv(string table) => DuckDbReader.Csv(this[$"csv/{table}.csv"]);

    /// <summary>Every text of the export that a person or a program can read, but for the workbook's packing.</summary>
    public string AllText()
    {
        var texts = Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is not ".xlsx" and not ".parquet").Select(file => System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(file)));
        var workbook = Path.Combine(Data, "collection.xlsx");
        if (File.Exists(workbook))
        {
            using var archive = ZipFile.OpenRead(workbook);
            texts = texts.Concat(archive.Entries.Select(entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return reader.ReadToEnd();
            }).ToList());
        }

        var parquet = Directory.EnumerateFiles(Data, "*.parquet", SearchOption.AllDirectories).SelectMany(file => DuckDbReader.Query($"SELECT * FROM '{file}'")).SelectMany(row => row).OfType<string>();
        return string.Join('\n', texts.Concat(parquet));
    }

    public void Dispose() => _work.Dispose();

    /// <summary>A programmation of these actions.</summary>
    public static IngestedDocument Programmation(params ImmutableArray<FundedAction> actions) => SampleDocument.Full() with { Actions = actions, Totals = [], Findings = [], Unassigned = [] };

    /// <summary>An action.</summary>
    public static FundedAction Action(string id, string? title, string? porteur, decimal? cost, params ImmutableArray<Financer> financers) => new()
    {
        Id = id,
        Title = title,
        Theme = "Cadre de vie",
        Porteur = porteur is null ? null : new Porteur(porteur, "association", null),
        Year = 2024,
        TotalCost = cost is { } euros ? new Euros(euros) : null,
        Financers = financers,
        Evidence = SampleDocument.At(1, title ?? "…"),
    };

    /// <summary>Money of a financer.</summary>
    public static Financer Money(string label, string kind, decimal? amount, FundingStatus status = FundingStatus.Planned) => new()
    {
        Label = label,
        Kind = kind,
        Amount = amount is { } euros ? new Euros(euros) : null,
        Status = status,
        Evidence = SampleDocument.At(1, label),
    };

    /// <summary>A total.</summary>
    public static Total Sum(string label, string? kind, decimal stated, decimal? computed, TotalScope scope = TotalScope.Document, string? of = null) => new()
    {
        Scope = scope,
        Of = of,
        Label = label,
        Kind = kind,
        Amount = new Euros(stated),
        ComputedAmount = computed is { } euros ? new Euros(euros) : null,
        Reconciled = computed is null ? null : computed == stated,
        Evidence = SampleDocument.At(1, label),
    };

    /// <summary>A finding.</summary>
    public static Finding Doubt(string code, string? pointer, Severity severity = Severity.Error) => new()
    {
        Code = code,
        Severity = severity,
        Message = $"Vérifiez ({code}).",
        MessageEn = $"Check ({code}).",
        Pointer = pointer,
        Evidence = new Evidence { Regions = [new EvidenceRegion { Page = 3 }], Text = "lu" },
    };
}
