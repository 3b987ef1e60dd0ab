using System.Collections.Immutable;
using System.Text;
using Ingest.Classification;
using Ingest.Decisions;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Normalization;
using Ingest.Pipeline;
using Ingest.Reading;
using Ingest.Reading.Ocr;
using Ingest.Running;
using Ingest.Tables;
using Ingest.Tests.Reading.Docx;
using Ingest.Tests.Reading.Pdf;
using Ingest.Tests.Segmentation;
using Ingest.Tests.Vocabulary;
using Ingest.Validation;
using Xunit;

namespace Ingest.Tests.Running;

public sealed class DocumentProcessorTests
{
    private const string Image = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray";

    private const string Programmation = """
        Ville de Lens

        Programmation 2024 du contrat de ville

        Action | Porteur | Coût total | Ville | CAF
        Vélos | CCAS | 1 000 € | 600 € | 400 €
        Café | Mission locale | 2 000 € | 1 500 € | 500 €
        """;

    [Fact]
    public void An_empty_file_is_told() => AssertFailed("source.empty", []);

    [Theory]
    [InlineData(" ")]
    [InlineData("\n\n\n")]
    [InlineData(" \t\r\n\f\u00A0\u2009\t\n")]
    [InlineData("\uFEFF")]
    [InlineData("\t\t\n\t\t\n")]
    public void White_space_alone_is_an_empty_file(string text) => AssertFailed("source.empty", Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_table_of_a_strategy_with_items_and_no_label_is_no_error_of_ours() => Assert.DoesNotContain(
        "source.internal-error",
        Processing.Of(Encoding.UTF8.GetBytes("N°\tAction\tDescriptif\tPorteur\nAxe 1 : Apprendre\t\t\t\n1.1\tTremplin\tAteliers de lecture à voix haute et de théâtre pour les élèves")).Codes());

    [Theory]
    [InlineData("😀")]
    [InlineData("𝗕")]
    public void Characters_beyond_the_basic_plane_are_read_wherever_they_stand(string sign)
    {
        var document = Processing.Of(Encoding.UTF8.GetBytes(
            $"Programmation {sign} 2024 du contrat de ville\n\nAction {sign}\tPorteur\tCoût total\tVille\tCAF\n{sign} Vélos\tCCAS {sign}\t1 000 €\t600 €\t400 €\n\nQuartier {sign} des Fleurs\n\n{sign}\n"));

        Assert.DoesNotContain("source.internal-error", document.Codes());
        Assert.Equal([$"{sign} Vélos"], document.Actions.Select(action => action.Title));
    }

    [Fact]
    public void Bytes_of_no_known_format_are_told() => AssertFailed("source.unknown-format", [0, 1, 2, 3, 0xFF, 0xFE, 0]);

    [Fact]
    public void A_broken_pdf_is_unreadable() => AssertFailed("source.unreadable", Encoding.ASCII.GetBytes("%PDF-1.7\nnothing of a file"));

    [Fact]
    public void A_pdf_with_a_password_is_told()
    {
        var key = new string('a', 64);
        AssertFailed("source.encrypted", (RawPdf.Of("") with
        {
            Trailer = $"/ID [<{key}> <{key}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{key}> /U <{key}> >>",
        }).ToBytes());
    }

    [Fact]
    public void A_pdf_of_images_alone_fails_and_says_which_pages()
    {
        var document = Processing.Of(Scan("", "").ToBytes());

        Assert.Equal(DocumentStatus.Failed, document.Status);
        Assert.Equal(["source.image-only-page", "source.image-only-page", "source.no-text"], document.Findings.Select(finding => finding.Code));
        Assert.Equal((2, null), (document.Source.PageCount, document.Source.TextOrigin));
    }

    [Fact]
    public void A_pdf_with_one_scanned_page_is_partial()
    {
        var document = Processing.Of(Scan("BT /F1 10 Tf 50 700 Td (Programmation 2024 du contrat de ville) Tj ET", "").ToBytes());

        Assert.Equal((DocumentStatus.Partial, TextOrigin.Native), (document.Status, document.Source.TextOrigin));
        Assert.Contains("source.image-only-page", document.Codes());
        Assert.Equal("Programmation 2024 du contrat de ville", document.Title);
    }

    [Fact]
    public void A_pdf_without_anything_on_its_pages_has_no_text() => AssertFailed("source.no-text", RawPdf.Of("").ToBytes());

    [Fact]
    public void A_page_that_cannot_be_read_makes_a_part_of_the_document()
    {
        var document = Processing.Of(new RawPdf(
            new RawPage("BT /F1 10 Tf 50 700 Td (Programmation 2024 du contrat de ville) Tj ET"), new RawPage("") { Contents = "/Contents 1 0 R" }).ToBytes());

        Assert.Equal(DocumentStatus.Partial, document.Status);
        Assert.Contains("source.unreadable-page", document.Codes());
    }

    [Fact]
    public void A_pdf_cut_off_anywhere_is_never_a_success_without_text()
    {
        var whole = new RawPdf(new RawPage("BT /F1 10 Tf 50 700 Td (Programmation 2024) Tj ET"), new RawPage("BT /F1 10 Tf 50 700 Td (Suite) Tj ET")).ToBytes();
        for (var length = 1; length < whole.Length; length += 5)
        {
            var document = Processing.Of(whole[..length]);
            Assert.DoesNotContain("source.internal-error", document.Codes());
            Assert.True(document.Source.TextOrigin is not null || document.Status == DocumentStatus.Failed, $"{length} bytes: {document.Status}");
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.95)]
    public void A_broken_docx_is_unreadable(double share)
    {
        var whole = new DocxFile { Body = DocxFile.Para("Programmation 2024") }.ToBytes();
        AssertFailed("source.unreadable", whole[..(int)(whole.Length * share)]);
    }

    [Fact]
    public void A_docx_without_text_has_none() => AssertFailed("source.no-text", new DocxFile { Body = DocxFile.P("") }.ToBytes());

    [Fact]
    public void Text_without_a_table_is_read_and_nothing_is_found()
    {
        var document = Processing.Of("Ville de Lens\n\nProgrammation 2024 du contrat de ville\n\nLes actions suivront.");

        Assert.Equal((DocumentStatus.Doubts, DocumentKind.Programmation), (document.Status, document.Kind));
        Assert.Equal(["structure.nothing-found"], document.Findings.Where(finding => finding.Severity != Severity.Info).Select(finding => finding.Code));
        Assert.Equal("Lens", Assert.Single(document.Territory.Communes).Name);
    }

    [Fact]
    public void What_is_published_of_a_file_that_cannot_be_read_is_still_a_document()
    {
        var document = Processing.Processor.Process("vide.pdf", ReadOnlyMemory<byte>.Empty, CancellationToken.None);

        Assert.Equal("vide.pdf", document.Source.FileName);
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", document.Source.Sha256);
        Assert.NotEmpty(document.ToJson());
    }

    [Fact]
    public void An_interruption_stops_the_document()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => Processing.Processor.Process("a", Bytes, source.Token));
        Assert.Throws<OperationCanceledException>(() => Processing.Reader.Read(Bytes, source.Token));
    }

    [Fact]
    public void The_same_file_gives_the_same_bytes_by_the_same_and_by_another_processor()
    {
        var another = Engine.Create(new DefinitionLoader(ProductVocabularies.Files).Load("default"), ProductVocabularies.Files);
        var first = Processing.Processor.Process("a", Bytes, CancellationToken.None).ToJson();

        Assert.Equal(first, Processing.Processor.Process("a", Bytes, CancellationToken.None).ToJson());
        Assert.Equal(first, another.Process("a", Bytes, CancellationToken.None).ToJson());
    }

    [Fact]
    public void An_error_of_our_own_is_told_with_its_stage_and_the_document_fails()
    {
        var document = WithReader(new FailingReader()).Process("a", Bytes, CancellationToken.None);

        Assert.Equal(["source.internal-error"], document.Codes());
        Assert.Contains("read", Assert.Single(document.Findings).MessageEn, StringComparison.Ordinal);
        Assert.Contains("DivideByZeroException", document.Findings[0].MessageEn, StringComparison.Ordinal);
        Assert.Equal(DocumentStatus.Failed, document.Status);
        Assert.NotEmpty(document.ToJson());
    }

    private static byte[] Bytes => Encoding.UTF8.GetBytes(Drafts.Text(Programmation));

    /// <summary>A processor with the stages of the product behind a reader of one's own.</summary>
    internal static DocumentProcessor WithReader(IFormatReader reader)
    {
        var files = ProductVocabularies.Files;
        var definition = new DefinitionLoader(files).Load("default");
        return new DocumentProcessor(
            definition,
            new ContentReader(new ReadingHere(new SourceReader(reader), new ScannedPages(new OcrOptions { Use = OcrUse.Never }, static (_, _) => [], null, null, null)), ContentOptions.Default),
            ProductVocabularies.Segmenter,
            new DocumentNormalizer(ProductVocabularies.Payers, ProductVocabularies.Terminology, Normalization.Texts.Register),
            new CorrectionReplay(CorrectionLog.Empty, ProductVocabularies.Payers, ProductVocabularies.Terminology, Normalization.Texts.Register),
            new DocumentClassifier([]),
            new DocumentValidator(new Tolerance(), null, definition.Checks.Apply));
    }

    private static RawPdf Scan(params string[] texts) =>
        new([.. texts.Select(text => new RawPage(text.Length > 0 ? text : "q 600 0 0 800 0 0 cm /Im Do Q"))])
        {
            XObjects = ImmutableDictionary<string, string>.Empty.Add("Im", RawPdf.Stream(Image, "x")),
        };

    private static void AssertFailed(string code, byte[] bytes)
    {
        var document = Processing.Of(bytes);

        Assert.Equal([code], document.Codes());
        Assert.Equal(DocumentStatus.Failed, document.Status);
        Assert.Empty(document.Actions);
        Assert.Null(document.Source.TextOrigin);
    }

    /// <summary>A reader with an error of its own behind its first page.</summary>
    internal sealed class FailingReader : IFormatReader
    {
        public string MediaType => "application/x-failing";

        public bool Recognises(ReadOnlySpan<byte> bytes) => true;

        public IEnumerable<Page> Read(ReadOnlyMemory<byte> bytes)
        {
            yield return new Page { Number = 1 };
            throw new DivideByZeroException();
        }
    }
}
