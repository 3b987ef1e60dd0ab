using System.Text;
using Ingest.Classification;
using Ingest.Decisions;
using Ingest.Model.Documents;
using Ingest.Normalization;
using Ingest.Pipeline;
using Ingest.Running;
using Ingest.Tests.Normalization;
using Ingest.Tests.Running;
using Ingest.Tests.Segmentation;
using Ingest.Tests.Vocabulary;
using Ingest.Validation;

namespace Ingest.Tests.Decisions;

/// <summary>Small documents through the whole engine with corrections.</summary>
internal static class Correcting
{
    /// <summary>A plan that does not balance, a financer that nobody knows, and a total.</summary>
    public const string Plan = """
        Programmation 2025 du contrat de ville

        Action | Thématique | Porteur | Coût total | Ville | Zinzolin
        Vélos | Santé | CCAS | 1 000 € | 600 € | 300 €
        Café | Santé | Ville | 500 € | 300 € | 200 €
        Jardin | Santé | CCAS | 200 € | 100 € | 100 €
        Total général | | | 1 700 € | 1 000 € | 600 €
        """;

    /// <summary>The document of a sketch with corrections of it.</summary>
    public static IngestedDocument Of(string sketch, params Func<IngestedDocument, Correction>[] corrections)
    {
        var read = With(sketch, []);
        return With(sketch, [.. corrections.Select(correction => correction(read))]);
    }

    /// <summary>The document of a sketch with recorded corrections.</summary>
    public static IngestedDocument With(string sketch, IEnumerable<Correction> corrections)
    {
        var definition = new DefinitionLoader(ProductVocabularies.Files).Load("default");
        var processor = new DocumentProcessor(
            definition, Processing.Reader, ProductVocabularies.Segmenter,
            new DocumentNormalizer(ProductVocabularies.Payers, ProductVocabularies.Terminology, Texts.Register),
            new CorrectionReplay(new CorrectionLog([.. corrections], []), ProductVocabularies.Payers, ProductVocabularies.Terminology, Texts.Register),
            new DocumentClassifier([]), new DocumentValidator(new Tolerance(), null, definition.Checks.Apply));
        return processor.Process("document", Encoding.UTF8.GetBytes(Drafts.Text(sketch)), CancellationToken.None);
    }

    /// <summary>A correction of a document, with the anchor that the value has in it.</summary>
    public static Func<IngestedDocument, Correction> To(string pointer, CorrectionValue before, CorrectionValue after) => document => new Correction
    {
        Id = $"{pointer} {before} {after}",
        Document = document.Source.Sha256,
        Pointer = pointer,
        Anchor = CorrectionTargets.Find(document, pointer)?.Anchors.FirstOrDefault(),
        Before = before,
        After = after,
        Who = "Amina",
        When = DateTimeOffset.UnixEpoch,
    };

    public static CorrectionValue Number(decimal number) => CorrectionValue.Of(number);

    public static CorrectionValue Text(string? text) => CorrectionValue.Of(text);
}
