using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ingest.Export.Packaging;

/// <summary>How the JSON files of an export are written: two spaces, line feeds, letters as they are.</summary>
internal static class JsonText
{
    // The files are read as JSON and never put into a page.
    public static JsonWriterOptions Options { get; } = new() { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
