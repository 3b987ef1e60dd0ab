using Ingest.Model.Provenance;
using Ingest.Normalization;
using Ingest.Tests.Vocabulary;

namespace Ingest.Tests.Normalization;

/// <summary>Small documents as texts, and the register that comes with the program.</summary>
internal static class Texts
{
    public static TerritoryRegister Register { get; } = new(ProductVocabularies.Files.Registers);

    /// <summary>A text of one paragraph per line, each word with the number of its line as its place.</summary>
    public static SourceText Of(string text) => new()
    {
        Paragraphs = [.. text.Split('\n').Select((line, index) => new SourceParagraph(
            [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new SourceWord { Text = word, Regions = [new EvidenceRegion { Line = index + 1 }] })]))],
    };

    public static TerritoryReading Resolve(string title = "", string furniture = "", string opening = "", string context = "")
    {
        var texts = new TerritoryTexts
        {
            Title = [Of(title)],
            Furniture = [Of(furniture)],
            Opening = [Of(opening)],
            Context = [Of(context)],
        };
        return new TerritoryResolver(Register).Resolve(texts, FilingReader.Read(texts.All));
    }
}
