namespace Ingest.Emission;

/// <summary>The published JSON Schema (draft 2020-12) of a document, written by hand beside this file.</summary>
public static class JsonSchemaText
{
    private const string Resource = "ingest-document.schema.json";

    /// <summary>The schema as it is published, UTF-8 text with line feeds.</summary>
    public static string Read()
    {
        using var stream = typeof(JsonSchemaText).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource « {Resource} » is not built into the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
