namespace Ingest.Model.Findings;

/// <summary>Every finding that the program can make.</summary>
public static class FindingCatalogue
{
    /// <summary>All kinds, by family.</summary>
    public static IReadOnlyList<FindingKind> All { get; } =
        [.. BudgetFindings.All, .. StructureFindings.All, .. IdentityFindings.All, .. TextFindings.All, .. ClassificationFindings.All, .. SourceFindings.All];
}

/// <summary>Findings about amounts and sums.</summary>
public static class BudgetFindings
{
    /// <summary>The cost of an action differs from the sum of its financers. {0} title, {1} cost, {2} sum, {3} difference.</summary>
    public static readonly FindingKind ActionSum = new("budget.action-sum", Severity.Error);

    /// <summary>The financers of an action do not cover its cost, where the document gives partial plans. {0} title, {1} cost, {2} sum.</summary>
    public static readonly FindingKind PartialPlan = new("budget.partial-plan", Severity.Info);

    /// <summary>A theme's total differs from its actions. {0} theme, {1} label, {2} stated, {3} computed.</summary>
    public static readonly FindingKind ThemeSum = new("budget.theme-sum", Severity.Error);

    /// <summary>A total of the document differs from its parts. {0} label, {1} stated, {2} computed.</summary>
    public static readonly FindingKind DocumentSum = new("budget.document-sum", Severity.Error);

    /// <summary>A written share does not fit its amount. {0} label, {1} stated share, {2} computed share.</summary>
    public static readonly FindingKind ShareMismatch = new("budget.share-mismatch", Severity.Error);

    /// <summary>The shares beside amounts are those of nothing that is known. {0} label, {1} stated share, {2} how many.</summary>
    public static readonly FindingKind ShareBasis = new("budget.share-basis", Severity.Warning);

    /// <summary>The shares do not make 100 %. {0} sum of the shares.</summary>
    public static readonly FindingKind SharesTotal = new("budget.shares-total", Severity.Error);

    /// <summary>A negative amount. {0} label, {1} amount.</summary>
    public static readonly FindingKind NegativeAmount = new("budget.negative-amount", Severity.Warning);

    /// <summary>Money of a financer that no line of the recapitulation holds. {0} financer, {1} amount.</summary>
    public static readonly FindingKind FinancerWithoutTotal = new("budget.financer-without-total", Severity.Warning);

    /// <summary>An action with financers and no cost, where the others have one. {0} title.</summary>
    public static readonly FindingKind MissingCost = new("budget.missing-cost", Severity.Warning);

    /// <summary>A total leaves out actions that were refused or put off. {0} label, {1} amount, {2} how many actions, {3} the first of them.</summary>
    public static readonly FindingKind TotalWithoutRefused = new("budget.total-without-refused", Severity.Info);

    /// <summary>A total counts actions that were refused. {0} label, {1} amount, {2} how many actions, {3} the first of them.</summary>
    public static readonly FindingKind TotalWithRefused = new("budget.total-with-refused", Severity.Info);

    /// <summary>A total with nothing to compare it to. {0} label, {1} amount.</summary>
    public static readonly FindingKind UncheckedTotal = new("budget.unchecked-total", Severity.Info);

    /// <summary>An amount whose writing leaves more than one reading. {0} text.</summary>
    public static readonly FindingKind AmbiguousAmount = new("budget.ambiguous-amount", Severity.Warning);

    /// <summary>Amounts were read in the unit that a line outside the table names. {0} text.</summary>
    public static readonly FindingKind OutsideUnit = new("budget.outside-unit", Severity.Info);

    /// <summary>The total charges of a budget differ from its total receipts. {0} title, {1} charges, {2} receipts, {3} difference.</summary>
    public static readonly FindingKind BudgetSides = new("budget.sides-differ", Severity.Error);

    /// <summary>A total of one side of a budget differs from its lines. {0} title, {1} label of the total, {2} stated, {3} computed.</summary>
    public static readonly FindingKind BudgetSideSum = new("budget.side-sum", Severity.Error);

    /// <summary>An action sheet states a cost that is not the total charges of its budget. {0} title, {1} stated cost, {2} total charges.</summary>
    public static readonly FindingKind CostsDiffer = new("budget.costs-differ", Severity.Error);

    internal static IReadOnlyList<FindingKind> All { get; } =
    [
        BudgetSides, BudgetSideSum, CostsDiffer, ActionSum, PartialPlan, ThemeSum, DocumentSum, ShareMismatch, ShareBasis, SharesTotal, NegativeAmount, FinancerWithoutTotal,
        MissingCost, TotalWithoutRefused, TotalWithRefused, UncheckedTotal, AmbiguousAmount, OutsideUnit,
    ];
}

/// <summary>Findings about the parts of a document.</summary>
public static class StructureFindings
{
    /// <summary>No action and no strategy were found. </summary>
    public static readonly FindingKind NothingFound = new("structure.nothing-found", Severity.Warning);

    /// <summary>The kind of document is not one that is read here. {0} why.</summary>
    public static readonly FindingKind OtherKind = new("structure.other-kind", Severity.Warning);

    /// <summary>The same action stands twice. {0} title.</summary>
    public static readonly FindingKind DuplicateAction = new("structure.duplicate-action", Severity.Warning);

    /// <summary>An action without a title. {0} what its row says.</summary>
    public static readonly FindingKind MissingTitle = new("structure.missing-title", Severity.Warning);

    /// <summary>An action without a porteur. {0} title.</summary>
    public static readonly FindingKind MissingPorteur = new("structure.missing-porteur", Severity.Warning);

    /// <summary>The document says that a financer receives. {0} financer, {1} amount, {2} title of the action.</summary>
    public static readonly FindingKind BeneficiaryAsPayer = new("structure.beneficiary-as-payer", Severity.Warning);

    /// <summary>A table with amounts whose columns could not be told. {0} why.</summary>
    public static readonly FindingKind UnreadTable = new("structure.unread-table", Severity.Warning);

    /// <summary>A column whose role is doubtful. {0} header, {1} role taken, {2} alternatives.</summary>
    public static readonly FindingKind DoubtfulColumn = new("structure.doubtful-column", Severity.Warning);

    /// <summary>Words or amounts of a read table found no place. {0} the first of them, {1} reason, {2} how many.</summary>
    public static readonly FindingKind Unassigned = new("structure.unassigned", Severity.Warning);

    /// <summary>Cells of a column that the contract has no field for. {0} the first of them, {1} reason, {2} how many.</summary>
    public static readonly FindingKind ColumnNotKept = new("structure.column-not-kept", Severity.Info);

    /// <summary>Words in a table's area are in no cell or in two. {0} how many, {1} the first of them.</summary>
    public static readonly FindingKind WordsNotConserved = new("structure.words-not-conserved", Severity.Error);

    /// <summary>The document names no year that it is for.</summary>
    public static readonly FindingKind MissingPeriod = new("structure.missing-period", Severity.Warning);

    /// <summary>The document names several periods. {0} the one taken, {1} the others.</summary>
    public static readonly FindingKind SeveralPeriods = new("structure.several-periods", Severity.Warning);

    /// <summary>The document speaks of a strategy (enjeux, orientations) and none could be read in it.</summary>
    public static readonly FindingKind StrategyNotRead = new("structure.strategy-not-read", Severity.Warning);

    /// <summary>A row of a strategy's table stood in the wrong columns and was put back. {0} its first words.</summary>
    public static readonly FindingKind ShiftedRow = new("structure.shifted-row", Severity.Warning);

    /// <summary>The place of a label in the strategy was inferred: its row was damaged. {0} label.</summary>
    public static readonly FindingKind InferredPlace = new("structure.inferred-place", Severity.Warning);

    /// <summary>The same label stands twice in the strategy. {0} label.</summary>
    public static readonly FindingKind RepeatedLabel = new("structure.repeated-label", Severity.Warning);

    /// <summary>An objective has nothing under it, while others have. {0} label.</summary>
    public static readonly FindingKind EmptyObjective = new("structure.empty-objective", Severity.Warning);

    /// <summary>The numbers of labels have a gap. {0} the label behind it, {1} the number that is missing.</summary>
    public static readonly FindingKind NumberingGap = new("structure.numbering-gap", Severity.Warning);

    /// <summary>The columns of a strategy's table change half-way. {0} the first words behind the change, {1} columns before, {2} columns behind.</summary>
    public static readonly FindingKind ColumnsChanged = new("structure.columns-changed", Severity.Warning);

    /// <summary>A sheet holds figures and no table was seen on it. {0} sheet, {1} how many figures.</summary>
    public static readonly FindingKind SheetWithoutTable = new("structure.sheet-without-table", Severity.Warning);

    /// <summary>A document names amounts and no action, no total and no strategy was read in it. {0} how many amounts, {1} the first.</summary>
    public static readonly FindingKind AmountsWithoutAction = new("structure.amounts-without-action", Severity.Warning);

    internal static IReadOnlyList<FindingKind> All { get; } =
    [
        NothingFound, OtherKind, DuplicateAction, MissingTitle, MissingPorteur, BeneficiaryAsPayer, UnreadTable, DoubtfulColumn, Unassigned,
        ColumnNotKept, WordsNotConserved, MissingPeriod, SeveralPeriods, StrategyNotRead, ShiftedRow, InferredPlace, RepeatedLabel,
        EmptyObjective, NumberingGap, ColumnsChanged, SheetWithoutTable, AmountsWithoutAction,
    ];
}

/// <summary>Findings about who and where.</summary>
public static class IdentityFindings
{
    /// <summary>A financer that the vocabulary does not know. {0} label.</summary>
    public static readonly FindingKind UnknownFinancer = new("identity.unknown-financer", Severity.Warning);

    /// <summary>The programme's year does not follow the act. {0} year, {1} year of the act.</summary>
    public static readonly FindingKind YearMismatch = new("identity.year-mismatch", Severity.Warning);

    /// <summary>An identifier with a wrong check digit. {0} kind, {1} identifier.</summary>
    public static readonly FindingKind CheckDigit = new("identity.check-digit", Severity.Error);

    /// <summary>Several communes bear the name. {0} name, {1} candidates.</summary>
    public static readonly FindingKind AmbiguousCommune = new("identity.ambiguous-commune", Severity.Warning);

    /// <summary>A name that is no commune or EPCI of the register. {0} name.</summary>
    public static readonly FindingKind UnknownTerritory = new("identity.unknown-territory", Severity.Warning);

    /// <summary>The document does not say which commune or EPCI it is for.</summary>
    public static readonly FindingKind MissingTerritory = new("identity.missing-territory", Severity.Warning);

    /// <summary>Signs of territory contradict one another. {0} one, {1} the other.</summary>
    public static readonly FindingKind TerritoryConflict = new("identity.territory-conflict", Severity.Warning);

    /// <summary>The EPCI is taken from the register: the document does not name it. {0} commune, {1} EPCI.</summary>
    public static readonly FindingKind EpciFromRegister = new("identity.epci-from-register", Severity.Info);

    /// <summary>A filing reference that has not the national form. {0} text.</summary>
    public static readonly FindingKind MalformedFiling = new("identity.malformed-filing", Severity.Warning);

    /// <summary>The document bears stamps with different references. {0} the one taken, {1} the others.</summary>
    public static readonly FindingKind SeveralFilings = new("identity.several-filings", Severity.Warning);

    /// <summary>A correction by a person was not applied. {0} pointer, {1} the value given, {2} who, {3} when, {4} why not.</summary>
    public static readonly FindingKind CorrectionUnfit = new("identity.correction-unfit", Severity.Warning);

    /// <summary>A neighbourhood lies in communes of several intercommunal bodies. {0} neighbourhood, {1} communes with their bodies.</summary>
    public static readonly FindingKind QuartierSeveralEpci = new("identity.quartier-several-epci", Severity.Info);

    internal static IReadOnlyList<FindingKind> All { get; } =
    [
        UnknownFinancer, YearMismatch, CheckDigit, AmbiguousCommune, UnknownTerritory, MissingTerritory, TerritoryConflict,
        EpciFromRegister, MalformedFiling, SeveralFilings, QuartierSeveralEpci, CorrectionUnfit,
    ];
}

/// <summary>Findings about the reading of text.</summary>
public static class TextFindings
{
    /// <summary>Characters that the file gives without a meaning. {0} how many, {1} page.</summary>
    public static readonly FindingKind Undecodable = new("text.undecodable", Severity.Warning);

    /// <summary>Text that is in the file and not shown was left out. {0} how many words, {1} page.</summary>
    public static readonly FindingKind Invisible = new("text.invisible", Severity.Info);

    /// <summary>Text that is struck out was not read as a value. {0} the text.</summary>
    public static readonly FindingKind StruckOut = new("text.struck-out", Severity.Warning);

    /// <summary>Tracked changes were read as accepted. {0} insertions, {1} deletions.</summary>
    public static readonly FindingKind TrackedChanges = new("text.tracked-changes", Severity.Info);

    /// <summary>The text was read as Windows-1252. </summary>
    public static readonly FindingKind LegacyEncoding = new("text.legacy-encoding", Severity.Info);

    /// <summary>Form fields that nobody filled: their prompts were left out. {0} how many.</summary>
    public static readonly FindingKind EmptyControls = new("text.empty-controls", Severity.Info);

    /// <summary>Hidden sheets, rows or columns were read apart and mixed into nothing. {0} what is hidden, {1} how many filled cells.</summary>
    public static readonly FindingKind HiddenCells = new("text.hidden-cells", Severity.Info);

    /// <summary>Text that is no French was kept out: text recognition made it of a rule or a picture. {0} the text.</summary>
    public static readonly FindingKind Gibberish = new("text.gibberish", Severity.Warning);

    /// <summary>Text that may be no French stands in the output as read. {0} the text.</summary>
    public static readonly FindingKind DoubtfulText = new("text.doubtful", Severity.Warning);

    /// <summary>A cell was sawn into two halves of lines that cannot be put together again. {0} the one, {1} the other.</summary>
    public static readonly FindingKind SawnCell = new("text.sawn-cell", Severity.Warning);

    /// <summary>A text begins or ends in the middle of a sentence: the rest is lost. {0} its first words.</summary>
    public static readonly FindingKind CutText = new("text.cut-text", Severity.Warning);

    /// <summary>Navigation, banners and the like around the content of a web page were left out. {0} how many words, {1} the first of them.</summary>
    public static readonly FindingKind PageFurniture = new("text.page-furniture", Severity.Info);

    /// <summary>Cells show the error of a formula. {0} how many, {1} sheet, {2} the first of them, {3} its error.</summary>
    public static readonly FindingKind CellErrors = new("text.cell-errors", Severity.Warning);

    /// <summary>Formulas whose results are not in the file. {0} how many, {1} sheet, {2} cell of the first.</summary>
    public static readonly FindingKind UncomputedFormulas = new("text.uncomputed-formulas", Severity.Warning);

    /// <summary>A hidden text layer does not fit the image of its page; the page was read anew. {0} page, {1} share of its words confirmed, {2} share of the letters covered, {3} what dictionaries say.</summary>
    public static readonly FindingKind LayerReplaced = new("text.layer-replaced", Severity.Warning);

    /// <summary>A hidden text layer fits the image of its page and was kept. {0} page, {1} share of its words confirmed.</summary>
    public static readonly FindingKind LayerKept = new("text.layer-kept", Severity.Info);

    /// <summary>A stamp or another mark lies over text and could not be taken out. {0} page.</summary>
    public static readonly FindingKind MarkOverText = new("text.mark-over-text", Severity.Warning);

    /// <summary>A coloured stamp lay over text and was taken out before reading. {0} page.</summary>
    public static readonly FindingKind MarkRemoved = new("text.mark-removed", Severity.Info);

    /// <summary>A figure was recognised without much trust. {0} the text, {1} trust.</summary>
    public static readonly FindingKind LowConfidence = new("text.low-confidence", Severity.Warning);

    /// <summary>Two readings of a figure differ. {0} the first, which was kept, {1} the second, {2} what the sums say.</summary>
    public static readonly FindingKind TwoReadings = new("text.two-readings", Severity.Warning);

    /// <summary>Figures that were recognised on an image and that no sum of the document confirms. {0} whose.</summary>
    public static readonly FindingKind Unconfirmed = new("text.unconfirmed-figure", Severity.Warning);

    /// <summary>Fields of a form that hold values and are not shown. {0} how many, {1} page.</summary>
    public static readonly FindingKind HiddenFields = new("text.hidden-fields", Severity.Info);

    /// <summary>A field of a form shows another text than it holds. {0} page, {1} what was read, {2} the other.</summary>
    public static readonly FindingKind FieldDiffers = new("text.field-differs", Severity.Warning);

    /// <summary>Notes that people put on a page are no content of it. {0} how many, {1} page.</summary>
    public static readonly FindingKind Remarks = new("text.remarks", Severity.Info);

    internal static IReadOnlyList<FindingKind> All { get; } =
    [
        Unconfirmed, LayerReplaced, LayerKept, MarkOverText, MarkRemoved, LowConfidence, TwoReadings, Undecodable, Invisible, StruckOut, TrackedChanges, LegacyEncoding, EmptyControls, HiddenCells, PageFurniture, Gibberish, DoubtfulText, SawnCell,
        CutText, CellErrors, UncomputedFormulas, HiddenFields, FieldDiffers, Remarks,
    ];
}

/// <summary>Findings about the places of texts in a taxonomy.</summary>
public static class ClassificationFindings
{
    /// <summary>The document places a text where the model surely would not. {0} text, {1} stated place, {2} the model's, {3} its probability.</summary>
    public static readonly FindingKind Contradiction = new("classification.contradiction", Severity.Info);

    internal static IReadOnlyList<FindingKind> All { get; } = [Contradiction];
}

/// <summary>Findings about the file.</summary>
public static class SourceFindings
{
    /// <summary>The file could not be read. {0} format, {1} why.</summary>
    public static readonly FindingKind Unreadable = new("source.unreadable", Severity.Error);

    /// <summary>The file is empty.</summary>
    public static readonly FindingKind Empty = new("source.empty", Severity.Error);

    /// <summary>The file's content is of no format that is read here. {0} what it looks like.</summary>
    public static readonly FindingKind UnknownFormat = new("source.unknown-format", Severity.Error);

    /// <summary>The file needs a password.</summary>
    public static readonly FindingKind Encrypted = new("source.encrypted", Severity.Error);

    /// <summary>A page is an image and has no text. {0} page.</summary>
    public static readonly FindingKind ImageOnlyPage = new("source.image-only-page", Severity.Warning);

    /// <summary>No page of the document has text. {0} number of pages.</summary>
    public static readonly FindingKind NoText = new("source.no-text", Severity.Error);

    /// <summary>A page could not be read. {0} page, {1} why.</summary>
    public static readonly FindingKind UnreadablePage = new("source.unreadable-page", Severity.Warning);

    /// <summary>A part of the file was left unread. {0} part, {1} why.</summary>
    public static readonly FindingKind UnreadPart = new("source.unread-part", Severity.Warning);

    /// <summary>The file holds macros, which were not run.</summary>
    public static readonly FindingKind Macros = new("source.macros", Severity.Info);

    /// <summary>Reading took too much processor time. {0} seconds, {1} pages read before, {2} the limit's name in the definition.</summary>
    public static readonly FindingKind CpuLimit = new("source.cpu-limit", Severity.Error);

    /// <summary>The reader did not go on. {0} seconds, {1} pages read before, {2} the limit's name in the definition.</summary>
    public static readonly FindingKind WallLimit = new("source.time-limit", Severity.Error);

    /// <summary>What follows the reading took too much processor time. {0} seconds, {1} stage, {2} the limit's name in the definition.</summary>
    public static readonly FindingKind StageLimit = new("source.stage-limit", Severity.Error);

    /// <summary>Reading took too much memory. {0} megabytes, {1} pages read before, {2} the limit's name in the definition.</summary>
    public static readonly FindingKind MemoryLimit = new("source.memory-limit", Severity.Error);

    /// <summary>The reading process ended in the middle of the file. {0} how, {1} pages read before.</summary>
    public static readonly FindingKind ReaderCrashed = new("source.reader-crashed", Severity.Error);

    /// <summary>An error of our own stopped the reading. {0} stage, {1} error.</summary>
    public static readonly FindingKind InternalError = new("source.internal-error", Severity.Error);

    /// <summary>A page needs text recognition and the program for it is not installed. {0} page, {1} program.</summary>
    public static readonly FindingKind MissingTool = new("source.missing-tool", Severity.Error);

    /// <summary>Text recognition gave up on a page. {0} page, {1} why.</summary>
    public static readonly FindingKind RecognitionFailed = new("source.recognition-failed", Severity.Warning);

    /// <summary>The pages of the file are a stand-in for a form that only another program draws.</summary>
    public static readonly FindingKind XfaForm = new("source.xfa-form", Severity.Error);

    /// <summary>No given password opens the file. {0} how many were tried.</summary>
    public static readonly FindingKind WrongPassword = new("source.wrong-password", Severity.Error);

    /// <summary>Shapes of letters are drawn on a page that has no or fewer letters. {0} page, {1} how many shapes, {2} how many letters.</summary>
    public static readonly FindingKind InkWithoutText = new("source.ink-without-text", Severity.Warning);

    /// <summary>A stream is longer, once unpacked, than is read. {0} page, {1} megabytes that were read.</summary>
    public static readonly FindingKind StreamLimit = new("source.stream-limit", Severity.Warning);

    /// <summary>A document is longer, once unpacked, than is read. {0} megabytes that were unpacked, {1} pages that were read, {2} pages that there are.</summary>
    public static readonly FindingKind DocumentLimit = new("source.document-limit", Severity.Warning);

    /// <summary>A page has more letters than are read. {0} page, {1} letters that were read.</summary>
    public static readonly FindingKind LetterLimit = new("source.letter-limit", Severity.Warning);

    /// <summary>A page has more paths than are read. {0} page, {1} paths that were read.</summary>
    public static readonly FindingKind PathLimit = new("source.path-limit", Severity.Warning);

    /// <summary>A document has more pages than are read. {0} pages that were read, {1} pages that there are.</summary>
    public static readonly FindingKind PageLimit = new("source.page-limit", Severity.Warning);

    /// <summary>A package, or a part of it, unpacks to more than is read. {0} part, {1} what of it is too much.</summary>
    public static readonly FindingKind ArchiveLimit = new("source.archive-limit", Severity.Warning);

    /// <summary>A table has more cells than are read. {0} which, {1} cells that were read.</summary>
    public static readonly FindingKind CellLimit = new("source.cell-limit", Severity.Warning);

    internal static IReadOnlyList<FindingKind> All { get; } =
    [
        MissingTool, RecognitionFailed, Unreadable, Empty, UnknownFormat, Encrypted, ImageOnlyPage, NoText, UnreadablePage, UnreadPart, Macros, CpuLimit, WallLimit, StageLimit, MemoryLimit, ReaderCrashed, InternalError,
        XfaForm, WrongPassword, InkWithoutText, StreamLimit, DocumentLimit, LetterLimit, PathLimit, PageLimit, ArchiveLimit, CellLimit,
    ];
}
