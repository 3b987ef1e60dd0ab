using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>Tells tables of a strategy from other tables.</summary>
internal sealed partial class StrategyTables(StrategyHeaders headers, LabelReader marks)
{
    // Words of a row of a strategy; rows of figures have fewer.
    private const double LeastWords = 6;

    private const int HeaderRows = 3;

    /// <summary>Whether a table holds labels and items of a strategy.</summary>
    /// <param name="table">The table.</param>
    /// <param name="isInStrategy">Whether it stands in the part on the strategy.</param>
    /// <param name="before">The strategy's table before it, or null.</param>
    public bool IsStrategy(Table table, bool isInStrategy, StrategyTableReading? before)
    {
        if (table.ColumnCount < 2 || HasAmounts(table))
            return false;
        var rows = StrategyRun.OfTable(table);
        if (rows.IsEmpty)
            return false;
        foreach (var (row, index) in rows.Take(HeaderRows).Select((row, index) => (row, index)))
        {
            if (row.Filled.Take(2).Count() == 1 && marks.Read(row.Cells[row.Filled.First()]) is { IsExplicit: true, Level: StrategyLevel.Enjeu })
                return true;
            if (IsTelling(row, index == 0, before))
                return true;
        }

        return (isInStrategy || before is not null) && AverageWords(rows) >= LeastWords && (isInStrategy || StrategyRun.IsTableOfLines(table));
    }

    private bool IsTelling(StrategyRow row, bool isFirst, StrategyTableReading? before)
    {
        if (!headers.IsHeader(row, isFirst, before?.Heading.Row))
            return false;
        var levels = row.Filled.Select(column => headers.LevelOf(row.Cells[column].Text)).OfType<StrategyLevel>().ToList();
        // « Action » alone heads many tables; beside a level above it, or with its full name, it heads a strategy.
        return levels.Distinct().Count() > 1 || (before is not null && levels.Count > 0);
    }

    /// <summary>
    /// Whether cells of the table hold amounts: figures with or without a currency that are all a cell says, or several in a
    /// cell. An item may speak of one.
    /// </summary>
    public static bool HasAmounts(Table table) => table.Cells.Count(cell => Amount().IsMatch(cell.Text.Text)) * 2 >= table.RowCount
        || table.Cells.Count(cell => MoneyGrammar.Find(cell.Text.Text).Count(mention => mention.HasCurrency) > 1) * 2 >= table.RowCount;

    private static double AverageWords(ImmutableArray<StrategyRow> rows) => rows.Average(row => row.Text.Words.Count());

    [GeneratedRegex(@"^(?!(?:19|20)\d\d$)[-–+]?[ \u00A0]?\d(?:[\d \u00A0\u202F.,]*\d{2,}|[\d \u00A0\u202F.,]*[ \u00A0]?(?:€|k€|euros))[ \u00A0]?(?:€|k€|euros)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
