namespace Ingest.Pipeline;

/// <summary>The sentence model that a definition names as an additional feature of the placing of texts.</summary>
public sealed record SentenceModelChoice
{
    /// <summary>The ONNX file.</summary>
    public required DefinitionFile Model { get; init; }

    /// <summary>Its WordPiece vocabulary.</summary>
    public required DefinitionFile Vocabulary { get; init; }

    /// <summary>Most pieces of a text that are read. Default 128: most texts have fewer, and what begins a text tells its matter.</summary>
    public int MostPieces { get; init; } = 128;

    /// <summary>SHA-256 over both files and what else its vectors depend on, in lower-case hexadecimal.</summary>
    public string Hash { get; init; } = "";
}
