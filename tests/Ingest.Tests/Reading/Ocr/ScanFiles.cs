using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.Reading.Ocr;

/// <summary>The scans of the corpus.</summary>
internal static class ScanFiles
{
    /// <summary>Path of a scan. Where Tesseract is not installed the test is skipped.</summary>
    public static string PathOf(string name)
    {
        Assert.SkipUnless(
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "tesseract"))),
            "Tesseract is not installed");
        return Path.Combine(ProductVocabularies.Files.Vocabularies, "..", "..", "corpus", "scans", name);
    }
}
