using System.Text;
using Ingest.Model.Documents;
using Ingest.Pipeline;
using Ingest.Reading;
using Ingest.Running;
using Ingest.Running.Isolation;
using Ingest.Tests.Segmentation;
using Ingest.Tests.Vocabulary;

namespace Ingest.Tests.Running.Isolation;

/// <summary>Documents through the whole engine, their files read apart.</summary>
internal static class Isolated
{
    /// <summary>A programme of one action.</summary>
    public static byte[] Programme { get; } = Encoding.UTF8.GetBytes(Drafts.Text("Action | Porteur | Coût total | Ville | CAF\nVélos | CCAS | 1 000 € | 600 € | 400 €"));

    /// <summary>The program itself.</summary>
    public static ReadingProgram Real => ReadingProgram.Find("dotnet", AppContext.BaseDirectory, "Ingest.Cli")!;

    /// <summary>A shell in its stead.</summary>
    public static ReadingProgram Shell(string script) => new("/bin/sh", ["-c", script]);

    /// <summary>The engine of the default definition with other limits.</summary>
    public static DocumentProcessor Processor(ReadingProcesses processes, ReadingLimits? limits = null) =>
        Processor(processes, new DefinitionLoader(ProductVocabularies.Files).Load("default"), limits);

    /// <summary>The engine of a definition with other limits.</summary>
    public static DocumentProcessor Processor(ReadingProcesses processes, PipelineDefinition definition, ReadingLimits? limits = null) =>
        Engine.Create(definition with { Reading = definition.Reading with { Limits = limits ?? new ReadingLimits() } }, ProductVocabularies.Files, processes: processes);

    /// <summary>The document that comes of a file.</summary>
    public static IngestedDocument Of(ReadingProgram program, ReadingLimits? limits = null, byte[]? bytes = null)
    {
        using var processes = new ReadingProcesses(program);
        return Processor(processes, limits).Process("a", bytes ?? Programme, CancellationToken.None);
    }
}
