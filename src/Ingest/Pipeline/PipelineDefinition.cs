using System.Collections.Immutable;
using Ingest.Classification;
using Ingest.Layout;
using Ingest.Model.Findings;
using Ingest.Reading;
using Ingest.Reading.Docx;
using Ingest.Reading.Html;
using Ingest.Reading.Images;
using Ingest.Reading.Ocr;
using Ingest.Reading.Odf;
using Ingest.Reading.Pdf;
using Ingest.Reading.Text;
using Ingest.Reading.Xlsx;
using Ingest.Segmentation;
using Ingest.Tables;

namespace Ingest.Pipeline;

/// <summary>
/// What a definition of <c>pipelines/</c> chooses: strategies, options, vocabularies, thresholds, checks. The order of
/// the stages is no choice; it is fixed by their types.
/// </summary>
public sealed record PipelineDefinition
{
    /// <summary>Name, as it stands in every document that it makes.</summary>
    public required string Name { get; init; }

    /// <summary>How sources are read.</summary>
    public ReadingChoice Reading { get; init; } = new();

    /// <summary>Thresholds of lines, paragraphs and page furniture.</summary>
    public LayoutOptions Layout { get; init; } = new();

    /// <summary>How tables are found.</summary>
    public TablesChoice Tables { get; init; } = new();

    /// <summary>Thresholds of the segmentation of programmations.</summary>
    public SegmentationOptions Segmentation { get; init; } = new();

    /// <summary>Words of the trade, as data.</summary>
    public VocabularyChoice Vocabularies { get; init; } = new();

    /// <summary>Taxonomies that texts are placed in.</summary>
    public ImmutableArray<DefinitionFile> Taxonomies { get; init; } = [];

    /// <summary>What adds sentence vectors to the features of texts; null for nothing, as is the rule.</summary>
    public SentenceModelChoice? SentenceModel { get; init; }

    /// <summary>Thresholds of the placing of texts.</summary>
    public ClassificationOptions Classification { get; init; } = new();

    /// <summary>What the trust of text recognition is worth, as data; null where it is told as the engine gives it.</summary>
    public DefinitionFile? Calibration { get; init; }

    /// <summary>How far figures may lie apart before that is a finding.</summary>
    public Thresholds Thresholds { get; init; } = new();

    /// <summary>Which checks run, and how grave their findings are.</summary>
    public CheckChoice Checks { get; init; } = new();

    /// <summary>The definition as it was read, behind those that it extends, the eldest first; empty where it comes from no file.</summary>
    public ImmutableArray<string> Texts { get; init; } = [];

    /// <summary>SHA-256 over the definition, its parents and every file it names, in lower-case hexadecimal.</summary>
    public string Hash { get; init; } = "";
}

/// <summary>A file that a definition names.</summary>
/// <param name="Name">Name as the definition gives it.</param>
/// <param name="FullPath">Where it lies.</param>
public sealed record DefinitionFile(string Name, string FullPath);

/// <summary>A format that can be read.</summary>
public enum SourceFormat
{
    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Office Open XML text.</summary>
    Docx,

    /// <summary>Web pages.</summary>
    Html,

    /// <summary>Office Open XML workbook.</summary>
    Xlsx,

    /// <summary>OpenDocument text.</summary>
    Odt,

    /// <summary>OpenDocument sheets.</summary>
    Ods,

    /// <summary>Image files: PNG, JPEG, TIFF.</summary>
    Image,

    /// <summary>Plain text with tab-separated cells.</summary>
    Text,
}

/// <summary>How sources are read.</summary>
public sealed record ReadingChoice
{
    /// <summary>
    /// The formats that are read, in the order in which their readers are asked. Default: all, plain text last, because
    /// it recognises whatever decodes as text.
    /// </summary>
    public ImmutableArray<SourceFormat> Formats { get; init; } =
        [SourceFormat.Pdf, SourceFormat.Docx, SourceFormat.Xlsx, SourceFormat.Odt, SourceFormat.Ods, SourceFormat.Html, SourceFormat.Image, SourceFormat.Text];

    /// <summary>How much of the machine one document may take.</summary>
    public ReadingLimits Limits { get; init; } = new();

    /// <summary>Options of the PDF reader.</summary>
    public PdfReadingOptions Pdf { get; init; } = new();

    /// <summary>When and how scanned pages are read.</summary>
    public OcrOptions Ocr { get; init; } = new();

    /// <summary>Options of the DOCX reader.</summary>
    public DocxOptions Docx { get; init; } = new();

    /// <summary>Options of the reader of web pages.</summary>
    public HtmlOptions Html { get; init; } = new();

    /// <summary>Options of the XLSX reader.</summary>
    public XlsxOptions Xlsx { get; init; } = new();

    /// <summary>Options of the readers of OpenDocument text and sheets.</summary>
    public OdfOptions Odf { get; init; } = new();

    /// <summary>Options of the readers of image files.</summary>
    public ImageOptions Image { get; init; } = new();

    /// <summary>Options of the reader of plain text.</summary>
    public PlainTextOptions Text { get; init; } = new();
}

/// <summary>A way to find tables.</summary>
public enum TableStrategy
{
    /// <summary>Tables that the source marks as such.</summary>
    Native,

    /// <summary>Tables that the structure tree of a tagged PDF tells of.</summary>
    Tagged,

    /// <summary>Tables drawn with rules.</summary>
    Ruled,

    /// <summary>Tables that only the alignment of their words shows.</summary>
    Unruled,
}

/// <summary>How tables are found.</summary>
public sealed record TablesChoice
{
    /// <summary>The strategies in use. Default: all that there are.</summary>
    public ImmutableArray<TableStrategy> Strategies { get; init; } = [TableStrategy.Native, TableStrategy.Tagged, TableStrategy.Ruled, TableStrategy.Unruled];

    /// <summary>Thresholds of tables.</summary>
    public TableOptions Options { get; init; } = new();
}

/// <summary>The vocabularies in use; null where the definition names none.</summary>
public sealed record VocabularyChoice
{
    /// <summary>Words of table headers and the roles they give to columns.</summary>
    public DefinitionFile? Headers { get; init; }

    /// <summary>Financers and porteurs: canonical label, kind, programme, aliases.</summary>
    public DefinitionFile? Payers { get; init; }

    /// <summary>Words of the trade that name parts and kinds of documents.</summary>
    public DefinitionFile? Terminology { get; init; }

    /// <summary>Words of conventions: levels of a strategy, headings of sections.</summary>
    public DefinitionFile? Strategy { get; init; }

    /// <summary>Words of action sheets: headings, labels, budgets, tick boxes.</summary>
    public DefinitionFile? Forms { get; init; }

    /// <summary>Words of sentences and list items that tell who carries, what it costs and who pays; words of acts.</summary>
    public DefinitionFile? Passages { get; init; }

    /// <summary>The files with their keys, in the order of the keys.</summary>
    public IEnumerable<(string Key, DefinitionFile File)> Files()
    {
        if (Forms is not null)
            yield return ("forms", Forms);
        if (Headers is not null)
            yield return ("headers", Headers);
        if (Passages is not null)
            yield return ("passages", Passages);
        if (Payers is not null)
            yield return ("payers", Payers);
        if (Strategy is not null)
            yield return ("strategy", Strategy);
        if (Terminology is not null)
            yield return ("terminology", Terminology);
    }
}

/// <summary>How far figures may lie apart before that is a finding.</summary>
public sealed record Thresholds
{
    /// <summary>
    /// Euros that a stated sum may differ from its parts beyond the rounding of amounts as they are written. Default 0:
    /// documents add cents exactly, and what is written in k€ brings its own rounding.
    /// </summary>
    public decimal SumSlack { get; init; }

    /// <summary>
    /// Share (0..1) that a stated percentage may differ from the computed one beyond its own rounding. Default 0.0001,
    /// a hundredth of a point: spreadsheets cut decimals off as often as they round.
    /// </summary>
    public decimal ShareSlack { get; init; } = 0.0001m;

    /// <summary>
    /// Years that a programme may begin after the year of its act. Default 2: it is voted in its own year or in the
    /// year before; conventions over several years are voted up to two years ahead.
    /// </summary>
    public int YearsAfterAct { get; init; } = 2;

    /// <summary>
    /// Years that a programme may begin before the year of its act. Default 0: money is rarely voted for a past year.
    /// </summary>
    public int YearsBeforeAct { get; init; }

    /// <summary>
    /// Trust (0..1) below which a figure that was recognised on an image is told; calibrated trust where the definition names a
    /// calibration. Default 0.8: where one such figure in five is wrong, looking at the page pays.
    /// </summary>
    public decimal Confidence { get; init; } = 0.8m;
}

/// <summary>Which checks run, and how grave findings are.</summary>
public sealed record CheckChoice
{
    /// <summary>
    /// The checks that can be turned off, by the code of the finding they make. All other findings tell what was read
    /// with doubt or not at all: they are always reported.
    /// </summary>
    public static ImmutableSortedSet<string> Optional { get; } = ImmutableSortedSet.Create(
        StringComparer.Ordinal,
        BudgetFindings.ActionSum.Code,
        BudgetFindings.PartialPlan.Code,
        BudgetFindings.BudgetSides.Code,
        BudgetFindings.BudgetSideSum.Code,
        BudgetFindings.CostsDiffer.Code,
        BudgetFindings.ThemeSum.Code,
        BudgetFindings.DocumentSum.Code,
        BudgetFindings.ShareMismatch.Code,
        BudgetFindings.SharesTotal.Code,
        BudgetFindings.NegativeAmount.Code,
        BudgetFindings.FinancerWithoutTotal.Code,
        BudgetFindings.UncheckedTotal.Code,
        StructureFindings.DuplicateAction.Code,
        StructureFindings.MissingTitle.Code,
        StructureFindings.MissingPorteur.Code,
        StructureFindings.BeneficiaryAsPayer.Code,
        StructureFindings.MissingPeriod.Code,
        IdentityFindings.UnknownFinancer.Code,
        IdentityFindings.YearMismatch.Code,
        IdentityFindings.CheckDigit.Code,
        IdentityFindings.MissingTerritory.Code);

    /// <summary>The checks that run: some of <see cref="Optional"/>. Default: all.</summary>
    public ImmutableSortedSet<string> Enabled { get; init; } = Optional;

    /// <summary>Codes whose findings get another severity than the catalogue's. Default: none.</summary>
    public ImmutableSortedDictionary<string, Severity> Severities { get; init; } =
        ImmutableSortedDictionary.Create<string, Severity>(StringComparer.Ordinal);

    /// <summary>Whether findings of this code are to be made.</summary>
    /// <param name="code">Code of the catalogue.</param>
    public bool Runs(string code) => !Optional.Contains(code) || Enabled.Contains(code);

    /// <summary>The finding as the definition wants it: null where its check is off, else with the chosen severity.</summary>
    /// <param name="finding">A finding as its check made it.</param>
    public Finding? Apply(Finding finding)
    {
        if (!Runs(finding.Code))
            return null;
        return Severities.TryGetValue(finding.Code, out var severity) ? finding with { Severity = severity } : finding;
    }
}
