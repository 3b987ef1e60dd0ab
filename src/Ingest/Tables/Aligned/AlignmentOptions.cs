using System.Collections.Immutable;
using Ingest.Layout;

namespace Ingest.Tables.Aligned;

/// <summary>Thresholds for tables that only the alignment of their words shows. « em » is the font size of the line in question.</summary>
public sealed record AlignmentOptions
{
    /// <summary>The options as tuned.</summary>
    public static AlignmentOptions Default { get; } = new();

    /// <summary>How high (points) labels stand that are turned by a quarter.</summary>
    public double HighestLabel { get; init; } = 160;

    /// <summary>How far (points) such a label may stand out at the left of the first column or the right of the last.</summary>
    public double LabelOverhang { get; init; } = 12;

    /// <summary>Thresholds of tables whose rows are parted by lying rules alone.</summary>
    public LadderOptions Ladders { get; init; } = LadderOptions.Default;

    /// <summary>Least gap in em by which a line shows columns at first sight: twice a wide justified space.</summary>
    public double ChunkGap { get; init; } = 1.0;

    /// <summary>Least width in em of what is more than a space between words.</summary>
    public double MinSpace { get; init; } = 0.4;

    /// <summary>Greatest width in em of a space between words: a monospaced font has 0.6.</summary>
    public double MaxSpace { get; init; } = 0.75;

    /// <summary>What is wider than the usual space by this factor is more than a space.</summary>
    public double SpaceFactor { get; init; } = 1.5;

    /// <summary>The same factor where the lines are not justified: their spaces have one width.</summary>
    public double EvenSpaceFactor { get; init; } = 1.25;

    /// <summary>By how much, in em, the spaces of lines that are not justified differ.</summary>
    public double SpaceJitter { get; init; } = 0.01;

    /// <summary>Narrowest gutter in em, however many lines leave it white.</summary>
    public double MinGutter { get; init; } = 0.4;

    /// <summary>Least widths in em of a gutter that one line, two lines, … have words at both sides of; the last holds for more.</summary>
    public ImmutableArray<double> GutterWidths { get; init; } = [1.5, 1.0, 0.8, 0.6, 0.6, 0.45];

    /// <summary>Fewest lines that all end at the left side of a gutter for it to be believed at its narrowest.</summary>
    public int LeastFlush { get; init; } = 5;

    /// <summary>Share of the lines that may cross a gutter where there are many: section titles, long labels.</summary>
    public double CrossingShare { get; init; } = 0.1;

    /// <summary>Greatest step from line to line inside a table, in em, unless rules enclose it.</summary>
    public double MaxStep { get; init; } = 3.6;

    /// <summary>Most lines in a row that show no columns inside a table: wrapped cells, section titles.</summary>
    public int MaxPlainLines { get; init; } = 3;

    /// <summary>Most lines in a row inside one column: the lines of a long cell beside short ones.</summary>
    public int MaxCellLines { get; init; } = 30;

    /// <summary>Words from which a line without a wide gap may be prose.</summary>
    public int ProseWords { get; init; } = 7;

    /// <summary>Share of the width of the text around from which such a line is prose.</summary>
    public double ProseWidth { get; init; } = 0.7;

    /// <summary>Size of small print relative to the table's, at most.</summary>
    public double NoteSize { get; init; } = 0.93;

    /// <summary>Size of a heading relative to the table's, at least: it is no header.</summary>
    public double HeadingSize { get; init; } = 1.15;

    /// <summary>Most lines of a header above the first line that shows columns.</summary>
    public int MaxHeaderLines { get; init; } = 5;

    /// <summary>Share of figures from which a column is one of figures.</summary>
    public double ValueShare { get; init; } = 0.6;

    /// <summary>Lines that each column of a page has above and below a candidate over several of them, at least, when it is none.</summary>
    public int LeastColumnLines { get; init; } = 8;

    /// <summary>Score from which a candidate is a table, 0 to 1.</summary>
    public double MinScore { get; init; } = 0.5;

    /// <summary>Mean trust of a table's words, 0 to 1, below which it is doubted: recognition makes letters out of maps and drawings.</summary>
    public double LeastTrust { get; init; } = 0.75;

    /// <summary>Most rows of what is a table only where it goes on from the page before.</summary>
    public int FewRows { get; init; } = 4;

    /// <summary>Weight, in log odds, of trust that is missing.</summary>
    public double TrustWeight { get; init; } = 15;

    /// <summary>Weight, in log odds, against a table that stands in a picture on a page with text of its own.</summary>
    public double PictureWeight { get; init; } = 3;

    /// <summary>Share of the words of a ruled table, in cells that hold columns of their own, from which its alignment is tried as well.</summary>
    public double CoarseShare { get; init; } = 0.4;

    /// <summary>Share of the words of such a table that its reading by alignment must have to be the better one.</summary>
    public double ReadShare { get; init; } = 0.8;

    /// <summary>Weights, in log odds, of one row, two rows, … for a table; the last holds for more.</summary>
    public ImmutableArray<double> RowWeights { get; init; } = [-6, -2.5, -0.8, 0, 0.4, 0.8, 1.1, 1.4];

    /// <summary>Share of the columns of a band in which a row has to open, and share of its rows that have to.</summary>
    public double OpeningShare { get; init; } = 0.6;

    /// <summary>Step from line to line, relative to the smallest, from which it parts rows.</summary>
    public double RowStep { get; init; } = 1.1;

    /// <summary>By how many points the steps of one text may differ: printers of web pages set lines at whole pixels, of 0.75 points.</summary>
    public double StepJitter { get; init; } = 0.8;

    /// <summary>Step from line to line, relative to the smallest, up to which the lines are set as those of one text.</summary>
    public double TextStep { get; init; } = 1.05;

    /// <summary>Least width in em of the gutter between two tables side by side.</summary>
    public double SideGutter { get; init; } = 2;

    /// <summary>Width in em of a gutter beside which no text is wrapped.</summary>
    public double FreeGutter { get; init; } = 10;

    /// <summary>Greatest step in em from line to line of one header label.</summary>
    public double HeaderStep { get; init; } = 1.9;

    /// <summary>By how much, in em, the lines of one header label may miss a common side or middle, and a label may reach over what stands beside it.</summary>
    public double LabelNear { get; init; } = 0.2;

    /// <summary>Weight of the distance, in em, between a label and the side or middle of its column: a label is centred in a cell that its figures do not fill.</summary>
    public double LabelOffset { get; init; } = 0.05;

    /// <summary>Widest space inside one label, relative to the usual space.</summary>
    public double LabelGap { get; init; } = 1.8;

    /// <summary>Narrowest space between two labels, relative to the usual space.</summary>
    public double LeastLabelGap { get; init; } = 0.9;

    /// <summary>Space, relative to the usual one, from which it is wider than any inside a text that is not justified.</summary>
    public double WideLabelGap { get; init; } = 1.12;

    /// <summary>Fewest spaces between words from which their usual width is known.</summary>
    public int LeastSpaces { get; init; } = 3;

    /// <summary>Most ways to share out the words of a header that are weighed.</summary>
    public int MostLabelWays { get; init; } = 512;

    /// <summary>Greatest step in em from line to line of one text.</summary>
    public double TextGap { get; init; } = 1.4;

    /// <summary>Step in em below which two lines stand beside each other rather than below.</summary>
    public double BesideStep { get; init; } = 0.8;

    /// <summary>Cost of joining over a rule, and of parting lines that stand beside each other.</summary>
    public double RuleWeight { get; init; } = 6;

    /// <summary>Cost of a row that ends without a rule in a table that has rules between its rows.</summary>
    public double BandWeight { get; init; } = 1.5;

    /// <summary>Cost of a row that ends without a rule in a table of figures whose rules part all its rows.</summary>
    public double RowInBandWeight { get; init; } = 4;

    /// <summary>Cost of joining over a wide step.</summary>
    public double WideStepWeight { get; init; } = 2;

    /// <summary>Cost of parting at a tight step in a table that has wide ones.</summary>
    public double TightStepWeight { get; init; } = 1;

    /// <summary>Step from line to line, relative to the smallest, from which all wide steps must be for rows to be set clean apart.</summary>
    public double CleanStep { get; init; } = 1.35;

    /// <summary>Cost of parting at a tight step where rows are set clean apart.</summary>
    public double CleanStepWeight { get; init; } = 3;

    /// <summary>Cost of each line that is joined: without any other sign a line is a row.</summary>
    public double JointCost { get; init; } = 0.2;

    /// <summary>Cost of each cell that does not begin, end or centre with its row.</summary>
    public double SettingCost { get; init; } = 0.7;

    /// <summary>Cost of joining a line with something in all columns to another such line.</summary>
    public double FullLineWeight { get; init; } = 0.75;

    /// <summary>Step in em inside one cell from which it has a hole.</summary>
    public double HoleStep { get; init; } = 1.8;

    /// <summary>Cost of a hole inside a cell.</summary>
    public double HoleCost { get; init; } = 2;

    /// <summary>Cost of a row of one line without a figure in a table of figures: a title of a section.</summary>
    public double TitleCost { get; init; } = 0.5;

    /// <summary>Cost of a row of several lines without a figure in a table of figures.</summary>
    public double NoValueCost { get; init; } = 0.6;

    /// <summary>Cost of each further line with figures in one row.</summary>
    public double ManyValuesCost { get; init; } = 1.5;

    /// <summary>Cost of a row without a label in a table that has labels.</summary>
    public double NoLabelCost { get; init; } = 1;

    /// <summary>Words by which titles and notes of tables open, folded: what they open is no row.</summary>
    public ImmutableArray<string> CaptionWords { get; init; } =
        ["table", "tableau", "tab", "figure", "fig", "graphique", "graph", "source", "sources", "note", "notes", "nb", "lecture", "champ", "annexe", "carte", "encadre"];

    /// <summary>Small words after which a text goes on.</summary>
    public ImmutableArray<string> OpenWords { get; init; } =
    [
        "de", "du", "des", "d'", "la", "le", "les", "l'", "et", "ou", "à", "au", "aux", "en", "dans", "pour", "par", "sur", "sous", "avec", "sans", "un", "une",
        "qui", "que", "dont", "se", "ne", "entre", "chez", "vers", "contre", "depuis", "selon", "hors", "avant", "après", "leur", "leurs", "son", "sa", "ses",
        "ce", "cet", "cette", "ces", "est", "sont", "comme", "plus", "moins", "of", "and", "the", "in", "to", "for", "or", "with", "by", "on", "a", "an", "from",
    ];

    /// <summary>Words that with a number open the title of a section, folded.</summary>
    public ImmutableArray<string> SectionWords { get; init; } =
        ["axe", "enjeu", "orientation", "objectif", "priorite", "pilier", "theme", "thematique", "volet", "chapitre", "titre", "section", "programme", "mission", "partie", "lot", "phase"];

    /// <summary>Units that stand below the labels of a header, folded.</summary>
    public ImmutableArray<string> UnitWords { get; init; } =
    [
        "%", "€", "k€", "m€", "en %", "en €", "en k€", "en m€", "euros", "en euros", "en milliers", "nombre", "effectif", "effectifs", "habitants", "hab.", "hab./km²", "hab./km2",
        "hectares", "ha", "km²", "km2", "m²", "m2", "heures", "jours", "mois", "annees", "ans", "points", "unites", "part", "taux", "number", "in %", "eur", "persons",
    ];

    /// <summary>Share of units from which a row of the header below its labels is one of units.</summary>
    public double UnitShare { get; init; } = 0.75;

    /// <summary>Whether the label is a unit.</summary>
    internal bool IsUnit(string text) => text is ['(', .., ')'] || UnitWords.Contains(TextKey.Fold(text).Trim('(', ')', ' '));

    /// <summary>Least width in em of a gutter with the given support.</summary>
    internal double GutterWidth(int support) => GutterWidths[Math.Clamp(support - 1, 0, GutterWidths.Length - 1)];

    /// <summary>Weight for a second line without figures where rows have two lines.</summary>
    public double TwofoldWeight { get; init; } = 2;

    /// <summary>Fewest second lines from which rows are taken to have two.</summary>
    public int LeastTwofold { get; init; } = 3;

    /// <summary>Share (0..1) of the lines without figures that must be second lines for rows to have two; the others are titles of rows.</summary>
    public double TwofoldShare { get; init; } = 0.7;

    /// <summary>Widest space, in em, between groups of rows of one table.</summary>
    public double GroupStep { get; init; } = 4.5;

    /// <summary>How far, in points, figures of one column may end (or begin) beside one another.</summary>
    public double ColumnShift { get; init; } = 1.5;

    /// <summary>Fewest figures of a row that must stand in the columns above for it to go on with the table behind a space.</summary>
    public int LeastResumed { get; init; } = 3;
}
