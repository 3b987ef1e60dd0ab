using System.Text;
using Ingest.Emission;
using Ingest.Model.Documents;
using Ingest.Pipeline;
using Ingest.Running;
using Ingest.Tests.Segmentation;
using Ingest.Tests.Vocabulary;

namespace Ingest.Tests.Running;

/// <summary>Small documents through the whole engine with the default definition.</summary>
internal static class Processing
{
    public static DocumentProcessor Processor { get; } = Engine.Create(new DefinitionLoader(ProductVocabularies.Files).Load("default"), ProductVocabularies.Files);

    public static ContentReader Reader { get; } = Engine.CreateContentReader(new DefinitionLoader(ProductVocabularies.Files).Load("default"), ProductVocabularies.Files);

    /// <summary>A sketch of plain text (<see cref="Drafts.Text"/>) as the published document.</summary>
    public static IngestedDocument Of(string sketch) => Of(Encoding.UTF8.GetBytes(Drafts.Text(sketch)));

    /// <summary>A file as the published document.</summary>
    public static IngestedDocument Of(byte[] bytes) => Processor.Process("document", bytes, CancellationToken.None);

    /// <summary>Where findings of a code show in the document of a sketch.</summary>
    public static IEnumerable<string?> Pointers(string code, string sketch) => Of(sketch).Pointers(code);

    /// <summary>Where findings of a code show.</summary>
    public static IEnumerable<string?> Pointers(this IngestedDocument document, string code) =>
        document.Findings.Where(finding => finding.Code == code).Select(finding => finding.Pointer);

    /// <summary>The codes of a document's findings, each once.</summary>
    public static IEnumerable<string> Codes(this IngestedDocument document) => document.Findings.Select(finding => finding.Code).Distinct();

    /// <summary>The published bytes.</summary>
    public static byte[] ToJson(this IngestedDocument document)
    {
        using var stream = new MemoryStream();
        DocumentJson.Write(document, stream);
        return stream.ToArray();
    }
}
