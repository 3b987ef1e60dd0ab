using Ingest.Pipeline;
using Ingest.Segmentation;
using Ingest.Vocabulary;

namespace Ingest.Tests.Vocabulary;

/// <summary>The vocabularies that come with the program.</summary>
internal static class ProductVocabularies
{
    public static ProductFiles Files { get; } = ProductFiles.Find(null, AppContext.BaseDirectory)
        ?? throw new InvalidOperationException("No pipelines folder above the tests.");

    public static PayerVocabulary Payers { get; } = VocabularyLoader.LoadPayers(Path.Combine(Files.Vocabularies, "payers.yaml"));

    public static HeaderVocabulary Headers { get; } = VocabularyLoader.LoadHeaders(Path.Combine(Files.Vocabularies, "headers.yaml"));

    public static FrenchLexicon Lexicon { get; } = LexiconLoader.LoadLexicon(Files.FrenchForms);

    public static FrenchText Judge { get; } = LexiconLoader.LoadJudge(Files, Lexicon);

    public static TerminologyVocabulary Terminology { get; } =
        VocabularyLoader.LoadTerminology(Path.Combine(Files.Vocabularies, "terminology.yaml"));

    public static StrategyVocabulary Strategy { get; } = VocabularyLoader.LoadStrategy(Path.Combine(Files.Vocabularies, "strategy.yaml"));

    public static FormVocabulary Forms { get; } = VocabularyLoader.LoadForms(Path.Combine(Files.Vocabularies, "forms.yaml"), Headers);

    public static PassageVocabulary Passages { get; } = VocabularyLoader.LoadPassages(Path.Combine(Files.Vocabularies, "passages.yaml"));

    /// <summary>The segmenter as the product builds it.</summary>
    public static DocumentSegmenter Segmenter { get; } = new(Headers, Payers, Terminology, Strategy, Forms, Passages, Lexicon, Judge);
}
