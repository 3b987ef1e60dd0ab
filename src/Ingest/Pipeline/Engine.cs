using Ingest.Running;

namespace Ingest.Pipeline;

/// <summary>Definition to stages. Stand-in until the engine is there.</summary>
public static class Engine
{
    /// <summary>The stages that a definition chooses.</summary>
    public static DocumentProcessor Create(PipelineDefinition definition, ProductFiles files) => new(definition);
}
