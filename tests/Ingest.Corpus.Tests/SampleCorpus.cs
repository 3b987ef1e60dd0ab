using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Ingest.Emission;
using Ingest.Evaluation;
using Ingest.Model.Documents;
using Ingest.Pipeline;
using Ingest.Running;
using Xunit;

namespace Ingest.Corpus.Tests;

/// <summary>The corpus and the engine that reads it: the one place where the tests meet both.</summary>
internal static class SampleCorpus
{
    private static readonly ConcurrentDictionary<string, Lazy<IngestedDocument>> Documents = new(StringComparer.Ordinal);
    private static readonly Lazy<DocumentProcessor> Processor = new(CreateProcessor);
    private static readonly Lazy<ImmutableArray<CorpusSource>> SourceList = new(() => CorpusSource.Load(Folder));

    /// <summary>Root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Folder of the corpus.</summary>
    public static string Folder => Path.Combine(Root, "corpus");

    /// <summary>What SOURCES.yaml says.</summary>
    public static ImmutableArray<CorpusSource> Sources => SourceList.Value;

    /// <summary>Every sample, as its path below the corpus.</summary>
    public static TheoryData<string> Samples => [.. Paths(_ => true)];

    /// <summary>The samples that may be looked at.</summary>
    public static TheoryData<string> TuneSamples => [.. Paths(source => source.Split == Split.Tune)];

    /// <summary>Every sample that is a PDF.</summary>
    public static TheoryData<string> PdfSamples => [.. Paths(_ => true).Where(path => path.EndsWith(".pdf", StringComparison.Ordinal))];

    /// <summary>The document that the engine makes of a sample; each sample is read once.</summary>
    /// <param name="sample">Path below the corpus.</param>
    public static IngestedDocument Read(string sample) =>
        Documents.GetOrAdd(sample, path => new Lazy<IngestedDocument>(() => ReadAfresh(Path.Combine(Folder, path)))).Value;

    /// <summary>The document that the engine makes of a file, read again.</summary>
    /// <param name="path">Any path.</param>
    public static IngestedDocument ReadAfresh(string path) => ReadKeeping(path).Document;

    /// <summary>The same, with the pages and the content on the way to it.</summary>
    /// <param name="path">Any path.</param>
    public static ProcessedDocument ReadKeeping(string path) =>
        Processor.Value.ProcessKeeping(Path.GetFileName(path), File.ReadAllBytes(path), TestContext.Current.CancellationToken);

    /// <summary>The document as it is written.</summary>
    public static string ToText(IngestedDocument document)
    {
        using var stream = new MemoryStream();
        DocumentJson.Write(document, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The document as it is written, parsed.</summary>
    public static JsonObject ToJson(IngestedDocument document) => JsonNode.Parse(ToText(document))!.AsObject();

    /// <summary>
    /// What went wrong with a sample, as the message of a failed test. Of the unseen split only how much: whoever has seen its
    /// mistakes writes rules for them, and it measures nothing any more. INGEST_SHOW_UNSEEN=1 shows them.
    /// </summary>
    public static string Tell(string sample, IReadOnlyCollection<string> problems)
    {
        var isShown = Environment.GetEnvironmentVariable("INGEST_SHOW_UNSEEN") == "1"
            || Sources.Single(source => source.Samples.Contains(sample)).Split == Split.Tune;
        return isShown
            ? $"{sample}: {problems.Count}\n{string.Join('\n', problems)}"
            : $"{sample}: {problems.Count} (of the unseen split, not shown)";
    }

    /// <summary>Whether a document has what its kind promises: actions, enjeux, or, where it is of neither kind, a title; or tells that it could not be read.</summary>
    public static bool HasContent(JsonObject document) => IsToldUnread(document) || document["kind"]!.GetValue<string>() switch
    {
        "programmation" => document["actions"]!.AsArray().Count > 0,
        "convention" => document["enjeux"]!.AsArray().Count > 0,
        "mixed" => document["actions"]!.AsArray().Count > 0 && document["enjeux"]!.AsArray().Count > 0,
        _ => document["title"] is not null,
    };

    private static bool IsToldUnread(JsonObject document) => document["findings"]!.AsArray().Any(finding => finding!["code"]!.GetValue<string>() is "structure.nothing-found" or "structure.unread-table" or "structure.strategy-not-read");

    private static IEnumerable<string> Paths(Func<CorpusSource, bool> chosen) =>
        Sources.Where(chosen).SelectMany(source => source.Samples).Order(StringComparer.Ordinal);

    private static DocumentProcessor CreateProcessor()
    {
        var files = new ProductFiles(Root);
        return Engine.Create(new DefinitionLoader(files).Load("default"), files);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Ingest.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        return folder.FullName;
    }
}
