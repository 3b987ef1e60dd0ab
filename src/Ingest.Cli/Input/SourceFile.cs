namespace Ingest.Cli.Input;

/// <summary>One source document of a run.</summary>
/// <param name="Shown">Path as the user would type it.</param>
/// <param name="FullPath">Where it lies; null for standard input.</param>
/// <param name="RelativePath">Path below what the user named, with « / »: where its result goes.</param>
internal sealed record SourceFile(string Shown, string? FullPath, string RelativePath)
{
    /// <summary>What the user types for standard input.</summary>
    public const string StandardInputMark = "-";

    /// <summary>Standard input, whose name as a document is « stdin ».</summary>
    public static SourceFile StandardInput { get; } = new(StandardInputMark, null, "stdin");

    /// <summary>File name without folder.</summary>
    public string FileName => RelativePath[(RelativePath.LastIndexOf('/') + 1)..];

    /// <summary>The whole file.</summary>
    public byte[] ReadBytes(Terminal terminal)
    {
        if (FullPath is not null)
            return File.ReadAllBytes(FullPath);
        using var bytes = new MemoryStream();
        terminal.Input.CopyTo(bytes);
        return bytes.ToArray();
    }
}
