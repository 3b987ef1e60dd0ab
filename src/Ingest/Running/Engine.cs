using Ingest.Classification;
using Ingest.Decisions;
using Ingest.Normalization;
using Ingest.Pipeline;
using Ingest.Reading;
using Ingest.Reading.Docx;
using Ingest.Reading.Html;
using Ingest.Reading.Images;
using Ingest.Reading.Ocr;
using Ingest.Reading.Odf;
using Ingest.Reading.Pdf;
using Ingest.Reading.Protection;
using Ingest.Reading.Text;
using Ingest.Reading.Xlsx;
using Ingest.Running.Isolation;
using Ingest.Segmentation;
using Ingest.Tables;
using Ingest.Validation;
using Ingest.Vocabulary;

namespace Ingest.Running;

/// <summary>Definition to stages: the one place where names of a definition become classes.</summary>
public static class Engine
{
    /// <summary>The stages that a definition chooses.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="files">Where vocabularies and registers lie.</param>
    /// <param name="ocrCache">Folder that keeps what text recognition read for the next run; null for none.</param>
    /// <param name="corrections">What people put right in documents; null for nothing.</param>
    /// <param name="passwords">Passwords of protected documents; null for none.</param>
    /// <param name="processes">Where files are read apart; null to read them in this process.</param>
    /// <exception cref="DefinitionException">A vocabulary is missing or wrong.</exception>
    public static DocumentProcessor Create(
        PipelineDefinition definition, ProductFiles files, string? ocrCache = null, CorrectionLog? corrections = null, Passwords? passwords = null, ReadingProcesses? processes = null)
    {
        // First of all: a process that starts now is ready when the rest is loaded.
        var apart = processes?.For(definition, files, ocrCache, passwords);
        var headers = VocabularyLoader.LoadHeaders(PathOf(definition.Vocabularies.Headers, files, "headers"));
        var payers = VocabularyLoader.LoadPayers(PathOf(definition.Vocabularies.Payers, files, "payers"));
        var terms = VocabularyLoader.LoadTerminology(PathOf(definition.Vocabularies.Terminology, files, "terminology"));
        var strategy = VocabularyLoader.LoadStrategy(PathOf(definition.Vocabularies.Strategy, files, "strategy"));
        var forms = VocabularyLoader.LoadForms(PathOf(definition.Vocabularies.Forms, files, "forms"), headers);
        var passages = VocabularyLoader.LoadPassages(PathOf(definition.Vocabularies.Passages, files, "passages"));
        var lexicon = LexiconLoader.LoadLexicon(files.FrenchForms);
        var thresholds = definition.Thresholds;
        var register = new TerritoryRegister(files.Registers);
        var calibration = definition.Calibration is { } measured ? CalibrationYaml.Load(measured.FullPath) : null;
        return new DocumentProcessor(
            definition,
            CreateContentReader(definition, apart ?? CreateReading(definition, lexicon, ocrCache, passwords)),
            new DocumentSegmenter(headers, payers, terms, strategy, forms, passages, lexicon, LexiconLoader.LoadJudge(files, lexicon), definition.Segmentation),
            new DocumentNormalizer(payers, terms, register),
            new CorrectionReplay(corrections ?? CorrectionLog.Empty, payers, terms, register),
            new DocumentClassifier(new TaxonomyLoader(files, definition.SentenceModel).Classifiers(definition.Taxonomies, definition.Classification)),
            new DocumentValidator(
                new Tolerance
                {
                    SumSlack = thresholds.SumSlack,
                    ShareSlack = thresholds.ShareSlack,
                    YearsAfterAct = thresholds.YearsAfterAct,
                    YearsBeforeAct = thresholds.YearsBeforeAct,
                    Confidence = (double)thresholds.Confidence,
                },
                calibration,
                definition.Checks.Apply));
    }

    /// <summary>The first stages alone, up to blocks and tables: without vocabularies and registers, which take long to load.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="files">Where the French word list lies: it is read where a page brings a hidden text layer.</param>
    /// <param name="ocrCache">Folder that keeps what text recognition read for the next run; null for none.</param>
    /// <param name="passwords">Passwords of protected documents; null for none.</param>
    /// <param name="processes">Where files are read apart; null to read them in this process.</param>
    /// <exception cref="DefinitionException">The word list is missing.</exception>
    public static ContentReader CreateContentReader(PipelineDefinition definition, ProductFiles files, string? ocrCache = null, Passwords? passwords = null, ReadingProcesses? processes = null) =>
        CreateContentReader(definition, processes?.For(definition, files, ocrCache, passwords) ?? CreateReading(definition, LexiconLoader.LoadLexicon(files.FrenchForms), ocrCache, passwords));

    /// <summary>Names and versions of the programs of text recognition that a definition works with, as they are installed here.</summary>
    /// <param name="definition">The definition.</param>
    public static string RecognitionVersion(PipelineDefinition definition) => RecognitionTools.VersionOf(definition.Reading.Ocr);

    /// <summary>Reading in this process.</summary>
    internal static IFileReading CreateReading(PipelineDefinition definition, FrenchLexicon lexicon, string? ocrCache, Passwords? passwords, IProcessorCores? cores = null) => new ReadingHere(
        new SourceReader(passwords ?? Passwords.None, [.. definition.Reading.Formats.SelectMany(format => ReadersOf(format, definition.Reading, passwords))]),
        new ScannedPages(definition.Reading.Ocr, new RulingsToBoxes(definition.Tables.Options).Convert, lexicon.IsWord, new LookAlikeWords(lexicon, new LookAlikeOptions()).Mend, ocrCache, cores));

    private static ContentReader CreateContentReader(PipelineDefinition definition, IFileReading reading) => new(
        reading,
        new ContentOptions { Layout = definition.Layout, Tables = definition.Tables.Options, Methods = [.. definition.Tables.Strategies.Select(MethodOf)] });

    private static IEnumerable<IFormatReader> ReadersOf(SourceFormat format, ReadingChoice reading, Passwords? passwords) => format switch
    {
        SourceFormat.Pdf => [new PdfReader(reading.Pdf, reading.Limits, passwords)],
        SourceFormat.Docx => [new DocxReader(reading.Docx, reading.Limits)],
        SourceFormat.Html => [new HtmlReader(reading.Html, reading.Limits)],
        SourceFormat.Xlsx => [new XlsxReader(reading.Xlsx, reading.Limits)],
        SourceFormat.Odt => [new OdtReader(reading.Odf, reading.Limits, passwords)],
        SourceFormat.Ods => [new OdsReader(reading.Odf, reading.Limits, passwords)],
        SourceFormat.Image => ImageReader.All(reading.Image),
        SourceFormat.Text => [new PlainTextReader(reading.Text, reading.Limits)],
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No reader."),
    };

    private static TableMethod MethodOf(TableStrategy strategy) => strategy switch
    {
        TableStrategy.Native => TableMethod.Native,
        TableStrategy.Tagged => TableMethod.Tagged,
        TableStrategy.Ruled => TableMethod.Ruled,
        TableStrategy.Unruled => TableMethod.Unruled,
        _ => throw new ArgumentOutOfRangeException(nameof(strategy), strategy, "No such way to find tables."),
    };

    // A definition of one's own need not name the vocabularies: those of the product are meant.
    private static string PathOf(DefinitionFile? chosen, ProductFiles files, string name) =>
        chosen?.FullPath ?? Path.Combine(files.Vocabularies, name + ".yaml");
}
