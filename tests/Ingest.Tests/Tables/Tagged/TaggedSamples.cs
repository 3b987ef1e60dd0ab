using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ingest.Model.Pages;
using Ingest.Reading.Pdf;

namespace Ingest.Tests.Tables.Tagged;

/// <summary>Tagged PDFs as LibreOffice writes them: Samples/README.md.</summary>
internal static class TaggedSamples
{
    public static ImmutableArray<Page> Read(string name) => [.. new PdfReader().Read(File.ReadAllBytes(PathOf(name + ".pdf")))];

    private static string PathOf(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Samples", name);
}
