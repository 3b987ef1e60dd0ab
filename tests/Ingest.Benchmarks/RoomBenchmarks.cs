using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Ingest.Classification;
using Ingest.Emission;
using Ingest.Model.Documents;
using Ingest.Model.Pages;
using Ingest.Normalization;
using Ingest.Pipeline;
using Ingest.Reading.Pdf;
using Ingest.Running;
using Ingest.Segmentation;
using Ingest.Tables;
using Ingest.Validation;

namespace Ingest.Benchmarks;

/// <summary>What each room takes of one document that has gone through the rooms before it.</summary>
public class RoomBenchmarks
{
    private readonly ProductFiles _files = ProductFiles.Find(Environment.GetEnvironmentVariable(ProductFiles.HomeVariable), AppContext.BaseDirectory)!;
    private PipelineDefinition _definition = null!;
    private DocumentSegmenter _segmenter = null!;
    private DocumentNormalizer _normalizer = null!;
    private DocumentClassifier _classifier = null!;
    private DocumentValidator _validator = null!;
    private byte[] _bytes = [];
    private ImmutableArray<Page> _pages;
    private DocumentContent _content = null!;
    private DraftDocument _draft = null!;
    private NormalizedDocument _normalized = null!;
    private NormalizedDocument _classified = null!;
    private IngestedDocument _document = null!;

    /// <summary>A programmation with ruled tables, action sheets, a convention.</summary>
    [Params("autun-programmation-2022", "foix-fiches-actions-2026", "cognac-convention-2024-2030")]
    public string Sample { get; set; } = "";

    /// <summary>Takes the document through all rooms once.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _definition = new DefinitionLoader(_files).Load("default");
        string Words(string name) => Path.Combine(_files.Vocabularies, name + ".yaml");
        var (headers, payers, terms) = (VocabularyLoader.LoadHeaders(Words("headers")), VocabularyLoader.LoadPayers(Words("payers")), VocabularyLoader.LoadTerminology(Words("terminology")));
        var lexicon = LexiconLoader.LoadLexicon(_files.FrenchForms);
        _segmenter = new DocumentSegmenter(
            headers, payers, terms, VocabularyLoader.LoadStrategy(Words("strategy")), VocabularyLoader.LoadForms(Words("forms"), headers), VocabularyLoader.LoadPassages(Words("passages")),
            lexicon, LexiconLoader.LoadJudge(_files, lexicon), _definition.Segmentation);
        _normalizer = new DocumentNormalizer(payers, terms, new TerritoryRegister(_files.Registers));
        _classifier = new DocumentClassifier(new TaxonomyLoader(_files, _definition.SentenceModel).Classifiers(_definition.Taxonomies, _definition.Classification));
        _validator = new DocumentValidator(new Tolerance(), null, _definition.Checks.Apply);
        _bytes = File.ReadAllBytes(Path.Combine(_files.Samples, Sample + ".pdf"));
        _pages = Read();
        _content = Layout();
        _draft = Segment();
        _normalized = Normalise();
        _classified = Classify();
        _document = Validate();
    }

    /// <summary>Bytes → pages.</summary>
    [Benchmark]
    public ImmutableArray<Page> Read() => [.. new PdfReader().Read(_bytes)];

    /// <summary>Pages → blocks and tables.</summary>
    [Benchmark]
    public DocumentContent Layout() => ContentBuilder.Build(_pages);

    /// <summary>Tables and headings → drafts.</summary>
    [Benchmark]
    public DraftDocument Segment() => _segmenter.Segment(_content);

    /// <summary>Drafts → typed values.</summary>
    [Benchmark]
    public NormalizedDocument Normalise() => _normalizer.Normalize(_draft, DocumentProcessor.ProducerOf(_definition), new Source { FileName = Sample + ".pdf", Sha256 = "", MediaType = "application/pdf", ByteLength = _bytes.Length });

    /// <summary>Texts → places in taxonomies.</summary>
    [Benchmark]
    public NormalizedDocument Classify() => _classifier.Classify(_normalized);

    /// <summary>The checks.</summary>
    [Benchmark]
    public IngestedDocument Validate() => _validator.Validate(_classified, [], isRead: true);

    /// <summary>The document → JSON.</summary>
    [Benchmark]
    public void Write() => DocumentJson.Write(_document, Stream.Null);
}
