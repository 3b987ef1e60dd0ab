using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>What a row of a table is, as far as its own cells tell.</summary>
internal enum RowKind
{
    /// <summary>No text.</summary>
    Empty,

    /// <summary>One label over the rows that follow.</summary>
    Band,

    /// <summary>A label that sums up, with figures.</summary>
    Total,

    /// <summary>The sum so far, told for the next page.</summary>
    Carried,

    /// <summary>The shares of the sums in the row above.</summary>
    Shares,

    /// <summary>A payer or a cost with its figures, in a row of its own.</summary>
    Recap,

    /// <summary>Anything else: an action.</summary>
    Content,
}

/// <summary>Tells the rows of a table apart by their cells.</summary>
internal sealed class RowKinds(PayerVocabulary payers, TerminologyVocabulary terms, HeaderVocabulary headers, SegmentationOptions options)
{
    // A label, its amount and what parts them; a sentence that quotes an amount has more words around it.
    private const int WordsPerAmount = 9;

    // Longer texts are no rest of a label.
    private const int MostLabelWords = 3;

    /// <summary>The kind of a row of the body.</summary>
    public RowKind Of(TableGrid grid, int row)
    {
        var cells = grid.StartingIn(row);
        if (cells.IsEmpty)
            return RowKind.Empty;
        // The label stands first as a rule, and elsewhere where money comes before it.
        var label = cells.FirstOrDefault(cell => !IsFigureOrNothing(cell.Text)) ?? cells[0];
        var total = terms.MatchTotal(label.Text.Text);
        if (total is { Level: TotalLevel.Carried })
            return RowKind.Carried;
        if (total is not null && HasFigure(cells, label) && cells.All(cell => cell == label || IsFigureOrNothing(cell.Text) || HasMoney(cell.Text) || HasLabelledAmounts(cell.Text) || IsRestOfLabel(cell.Text)))
            return RowKind.Total;
        // Over several columns stands no title: what recognition made of stamps and screens beside such a label makes no action of it.
        if (total is not null && label is { Column: 0, ColumnSpan: > 1 } && label.ColumnSpan < grid.ColumnCount && label.Text.Words.Any(word => word.Origin == Origin.Ocr))
            return RowKind.Total;
        if (cells.Length > 1 && cells.Count(cell => IsPercent(cell.Text)) >= cells.Length - 1 && cells.Count(cell => IsPercent(cell.Text)) > 1)
            return RowKind.Shares;
        if (IsRecap(grid, row, cells))
            return RowKind.Recap;
        return cells.Length == 1 && IsBand(grid, cells[0]) ? RowKind.Band : RowKind.Content;
    }

    /// <summary>Whether a row holds nothing but a payer or a cost and figures.</summary>
    public bool LooksLikeRecap(TableGrid grid, int row) => grid.StartingIn(row) is { Length: > 1 } cells
        && cells.Skip(1).All(cell => IsFigureOrNothing(cell.Text)) && (payers.Match(cells[0].Text.Text) is not null || NamesCost(cells[0].Text.Text));

    /// <summary>Whether a text names a cost or a sum (« Coût total », « Budget », « TOTAL »).</summary>
    public bool NamesCost(string label) => terms.MatchTotal(label) is not null
        || headers.Match(label) is [{ Role: HeaderRole.TotalCost } match, ..] && match.Score >= options.HeaderWordScore;

    /// <summary>Whether a text names the sum of a part (« Sous-total », « À reporter »).</summary>
    public bool NamesRest(string label) => terms.MatchTotal(label) is { Level: TotalLevel.Part or TotalLevel.Carried };

    /// <summary>Whether a text is the heading of a recapitulation: a name of sums with none beside it.</summary>
    public bool NamesRecap(string label) => terms.MatchTotal(label) is { Level: TotalLevel.Whole };

    /// <summary>
    /// A payer's label without the word that says how far the money has come, and that: « État (BOP 147) : demandé »; the name is empty where the
    /// label is nothing else, and the status null where it says none.
    /// </summary>
    public (SourceText Name, FundingStatus? Status) Parted(SourceText label)
    {
        var text = label.Text;
        if (text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= LongestStatus && payers.Match(text) is null && headers.StatusOf(text) is { } alone)
            return (SourceText.Empty, alone);
        var sign = text.LastIndexOfAny([':', ',', '(', '–', '—', ' ', '\u00A0', '\n']);
        while (sign > 0 && (char.IsWhiteSpace(text[sign - 1]) || text[sign - 1] is ':' or ',' or '(' or '–' or '—'))
            sign--;
        // « CCBTA : demandé »: whoever it is.
        return sign > 0 && headers.StatusOf(text[sign..]) is { } status && (payers.Match(text[..sign]) is not null || text[sign..].TrimStart()[0] == ':') && payers.Match(text[sign..]) is null ? (label.Slice(0, sign), status) : (label, null);
    }

    private const int LongestStatus = 2;

    /// <summary>Whether a text announces a plan of funding (« Plan de financement », « Recettes : »).</summary>
    public bool NamesPlan(string label) => headers.Match(label).Any(match => match.Role == HeaderRole.Financing && match.Score >= options.HeaderWordScore);

    /// <summary>Whether a text tells that payers follow and names none itself: « Autres financements attendus ».</summary>
    public bool AnnouncesPlan(string label) => headers.Match(label).Any(match => match.Role == HeaderRole.Financing) && payers.Match(label) is null or { Entry.Rank: < 0 };

    /// <summary>Whether a text is the heading of a plan of funding and nothing else.</summary>
    public bool IsPlanHeading(string label) => headers.Match(label).Any(match => match is { Role: HeaderRole.Financing, Score: >= 1 });

    /// <summary>Whether a text names somebody who pays.</summary>
    public bool NamesPayer(string label) => payers.Match(label) is not null;

    /// <summary>
    /// Whether a cell is a list of payers with their amounts. With a currency the words beside an amount may be any; without one
    /// (« Ville : 1 250 ; CAF : 800 ») it is their names that make the numbers money.
    /// </summary>
    public bool HasLabelledAmounts(SourceText cell)
    {
        var words = cell.Words.Count();
        if (MoneyGrammar.Find(cell.Text).Count(mention => mention.HasCurrency) is var mentions and > 0 && words <= WordsPerAmount * mentions)
            return true;
        return HasNamedAmounts(cell);
    }

    /// <summary>Whether each amount of a cell has a label, and most labels name a payer or a cost (« 2 475 € (Région) »).</summary>
    public bool HasNamedAmounts(SourceText cell)
    {
        if (!cell.Text.Any(char.IsLetter))
            return false;
        var parts = FinancingCell.Parse(cell);
        return !parts.Amounts.IsEmpty && parts.Left.IsEmpty && cell.Words.Count() <= WordsPerAmount * parts.Amounts.Length
            && parts.Amounts.All(part => !part.Label.IsEmpty) && parts.Amounts.Count(part => NamesPayer(part.Label.Text) || NamesCost(part.Label.Text)) * 2 > parts.Amounts.Length;
    }

    /// <summary>Whether a cell is one figure: an amount or a percentage and nothing else.</summary>
    public static bool IsFigure(SourceText text) => IsPercent(text) || MoneyGrammar.ParseCell(text.Text).Money is not null;

    /// <summary>Whether a cell is a percentage and nothing else.</summary>
    public static bool IsPercent(SourceText text) =>
        PercentGrammar.Find(text.Text) is [var percent] && percent.Length >= text.Text.Trim().Length;

    /// <summary>Whether a cell is one figure, or says that there is none (« - », « néant »).</summary>
    public static bool IsFigureOrNothing(SourceText text) => IsFigure(text) || MoneyGrammar.ParseCell(text.Text).IsNothing;

    // « Total de la | programmation »: where no rule parts the columns, a label runs over them.
    private static bool IsRestOfLabel(SourceText text) => !text.IsEmpty && char.IsLower(text.Text[0]) && text.Words.Take(MostLabelWords + 1).Count() <= MostLabelWords;

    private static bool HasMoney(SourceText text) => MoneyGrammar.Find(text.Text).Any(mention => mention.HasCurrency);

    // A recapitulation inside the table of actions leaves the places of title and description empty; a label there is an action.
    private bool IsRecap(TableGrid grid, int row, ImmutableArray<TableCell> cells)
    {
        if (cells.Length is < 2 or > 4 || cells[0].Column == 0 || IsFigure(cells[0].Text))
            return false;
        var isLeftBlank = Enumerable.Range(0, cells[0].Column).All(column => grid.TextAt(row, column).IsEmpty || grid.At(row, column)!.Row != row);
        return isLeftBlank
            && cells.Skip(1).All(cell => IsFigure(cell.Text))
            && (payers.Match(cells[0].Text.Text) is not null || NamesCost(cells[0].Text.Text));
    }

    private static bool IsBand(TableGrid grid, TableCell cell)
    {
        // « 2025 » alone in its row is the year of the rows below, not their money.
        if (RowBands.KindOf(cell.Text.Text) == BandKind.Year)
            return cell.Column == 0 || cell.ColumnSpan * 2 > grid.ColumnCount;
        if (HasMoney(cell.Text) || MoneyGrammar.ParseCell(cell.Text.Text).Money is not null)
            return false;
        return cell.Column == 0 || cell.ColumnSpan * 2 > grid.ColumnCount;
    }

    private bool HasFigure(ImmutableArray<TableCell> cells, TableCell label) =>
        cells.Any(cell => cell != label && (IsFigure(cell.Text) || HasMoney(cell.Text) || HasLabelledAmounts(cell.Text))) || HasMoney(label.Text);
}
