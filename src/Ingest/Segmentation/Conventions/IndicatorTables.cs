using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>
/// Reads tables of statistics: a row an indicator, columns the neighbourhoods and what they are compared to; or turned, a row a
/// neighbourhood.
/// </summary>
internal sealed partial class IndicatorTables(FigureGrammar figures, StrategyVocabulary vocabulary)
{
    /// <summary>The statistics of a table; none where its columns hold no figures.</summary>
    /// <param name="table">The table.</param>
    /// <param name="context">Year and perimeter of its section.</param>
    /// <param name="named">The neighbourhoods that the document names.</param>
    public ImmutableArray<DraftIndicator> Read(Table table, FigureContext context, IReadOnlySet<string> named)
    {
        var grid = new TableGrid(table);
        if (IsTurned(grid, named))
            grid = Turned(grid, table);
        if (grid.ColumnCount < 2 || grid.RowCount < 1)
            return [];
        var header = HeaderRow(grid);
        var columns = Enumerable.Range(1, grid.ColumnCount - 1).Where(column => HasFigures(grid, column, header + 1)).ToList();
        if (columns.Count == 0)
            return [];
        var own = header < 0 ? [] : columns.Where(column => IsNamed(grid.TextAt(header, column).Text, named)).ToList();
        // Neighbourhoods that nothing else names stand before what they are compared to.
        if (own.Count == 0 && header >= 0)
            own = [.. columns.TakeWhile(column => IsQuartier(grid.TextAt(header, column).Text))];
        if (own.Count == columns.Count && own.Count > 1 && !columns.TrueForAll(column => IsNamed(grid.TextAt(header, column).Text, named)))
            own = [];
        if (own.Count == 0)
            own = [columns[0]];
        // « Perseigne (ZUS) | Courteille | Commune »: what stands between a neighbourhood and the first area is one as well.
        if (header >= 0 && columns.FindIndex(column => OtherArea().IsMatch(grid.TextAt(header, column).Text)) is > 0 and var area && columns.IndexOf(own[0]) == 0 && own.TrueForAll(column => columns.IndexOf(column) < area))
            own = [.. columns.Take(area).Where(column => own.Contains(column) || (grid.TextAt(header, column).Text is { Length: > 0 } name && char.IsUpper(name[0]) && YearIn(name) is null && !Change().IsMatch(name)))];
        // « 2015 | 2019 », each perhaps below a neighbourhood: of several years the last is told.
        if (header >= 0)
        {
            own = LatestOf(own, column => QuartierOf(Years().Replace(grid.TextAt(header, column).Text, "")), column => YearIn(grid.TextAt(header, column).Text));
            columns = LatestOf(columns, column => Years().Replace(grid.TextAt(header, column).Text, "").Trim(), column => YearIn(grid.TextAt(header, column).Text));
            own = own.Exists(columns.Contains) ? [.. own.Where(columns.Contains)] : [columns[0]];
        }

        // « Évolution » says how a figure moved, and is no other area's.
        var reference = columns.Except(own).Where(column => header < 0 || OtherArea().IsMatch(grid.TextAt(header, column).Text) || !Change().IsMatch(grid.TextAt(header, column).Text)).Select(column => (int?)column).FirstOrDefault();
        var indicators = ImmutableArray.CreateBuilder<DraftIndicator>();
        string? band = null;
        for (var row = header + 1; row < grid.RowCount; row++)
        {
            if (grid.At(row, 0) is not { } name || name.Row != row || name.Text.IsEmpty)
                continue;
            // « Manchester – Charleville-Mézières » over the rows of one neighbourhood.
            if (grid.StartingIn(row).Count(cell => !cell.Text.IsEmpty) == 1 && figures.Find(name.Text.Text).IsEmpty)
                band = QuartierIn(name.Text.Text, named);
            else
                indicators.AddRange(own.Select(column => ToIndicator(grid, row, header, column, reference, own.Count > 1 || (named.Count > 1 && header >= 0 && named.Contains(QuartierGrammar.Core(QuartierOf(grid.TextAt(header, column).Text)))), context)).OfType<DraftIndicator>().Select(indicator => indicator with { Quartier = indicator.Quartier ?? band }));
        }

        return indicators.ToImmutable();
    }

    // « Quartier | Population | Taux de pauvreté », one row a neighbourhood or what it is compared to.
    private bool IsTurned(TableGrid grid, IReadOnlySet<string> named)
    {
        if (grid.ColumnCount < 3 || grid.RowCount < 2 || HeaderRow(grid) < 0)
            return false;
        bool IsArea(string text) => text.Length > 0 && (IsNamed(text, named) || OtherArea().IsMatch(text));
        var rows = Enumerable.Range(1, grid.RowCount - 1).Select(row => grid.TextAt(row, 0).Text).ToList();
        // « Commune » beside the name says where the neighbourhood lies: only the heads of figures count.
        var heads = Enumerable.Range(1, grid.ColumnCount - 1).Where(column => HasFigures(grid, column, 1)).Select(column => grid.TextAt(0, column).Text).ToList();
        return !heads.Exists(IsArea) && rows.Exists(text => IsNamed(text, named)) && (rows.TrueForAll(IsArea) || TurnedHead().IsMatch(grid.TextAt(0, 0).Text));
    }

    // « Code » and « Commune » beside the names hold no figures: they say which neighbourhood it is.
    private TableGrid Turned(TableGrid grid, Table table)
    {
        int[] kept = [0, .. Enumerable.Range(1, grid.ColumnCount - 1).Where(column => HasFigures(grid, column, 1))];
        var cells = table.Cells.Where(cell => kept.Contains(cell.Column)).Select(cell => cell with { Row = Array.IndexOf(kept, cell.Column), Column = cell.Row, RowSpan = kept.Count(column => column >= cell.Column && column < cell.Column + cell.ColumnSpan), ColumnSpan = cell.RowSpan });
        return new TableGrid(cells, kept.Length, table.RowCount);
    }

    private DraftIndicator? ToIndicator(TableGrid grid, int row, int header, int column, int? reference, bool isOneOfSeveral, FigureContext context)
    {
        var (name, cell) = (grid.TextAt(row, 0), grid.TextAt(row, column));
        if (figures.Find(cell.Text) is not [var figure, ..])
            return null;
        var compared = reference is { } place ? grid.TextAt(row, place) : SourceText.Empty;
        var other = figures.Find(compared.Text);
        var area = reference is { } at && header >= 0 && !other.IsEmpty ? figures.Area(AreaIn(grid, row, header, at)) : null;
        // The year may have a column of its own, alone or beside the source.
        var others = grid.StartingIn(row).Where(other => other.Column > 0 && figures.Find(other.Text.Text).IsEmpty).Select(other => other.Text.Text);
        var own = FigureContext.Of(header < 0 ? [name.Text, .. others] : [name.Text, grid.TextAt(header, column).Text, .. others]).Or(header < 0 ? context : FigureContext.Of([grid.TextAt(header, 0).Text])).Or(context);
        return new DraftIndicator
        {
            Name = FigureGrammar.WithoutYear(WithoutBrackets(name)),
            Value = figure.Value,
            Unit = figure.Unit ?? UnitIn(name.Text) ?? vocabulary.UnitOfCount(FigureGrammar.WithoutYear(WithoutBrackets(name)).Text),
            Reference = other.IsEmpty ? null : other[0].Value,
            ReferenceArea = area,
            Year = own.Year,
            Perimeter = own.Perimeter,
            Quartier = isOneOfSeveral ? QuartierOf(grid.TextAt(header, column).Text) : null,
            Source = SourceText.Concat([name, cell, compared]),
        };
    }

    // « Comparaison | Territoire de comparaison »: each row may name its own area, beside the figure.
    private string AreaIn(TableGrid grid, int row, int header, int reference)
    {
        var head = Plain(grid.TextAt(header, reference).Text);
        if (OtherArea().IsMatch(head))
            return head;
        var named = grid.StartingIn(row).Where(cell => cell.Column > 0 && TurnedHead().IsMatch(grid.TextAt(header, cell.Column).Text) && figures.Find(cell.Text.Text).IsEmpty && OtherArea().IsMatch(cell.Text.Text)).ToList();
        return named is [var only] ? Plain(only.Text.Text) : head;
    }

    // The header is the first row whose other cells hold no figures, or the second below a title that spans several names.
    private int HeaderRow(TableGrid grid)
    {
        bool IsOfNames(int row) => Enumerable.Range(1, grid.ColumnCount - 1).All(column => figures.Find(Years().Replace(grid.TextAt(row, column).Text, "")).IsEmpty);
        if (!IsOfNames(0))
            return -1;
        var isTitled = grid.RowCount > 2 && grid.StartingIn(0).Any(cell => cell.ColumnSpan > 1 && cell.RowSpan == 1) && (grid.TextAt(1, 0).IsEmpty || grid.At(1, 0)?.Row == 0)
            && Enumerable.Range(1, grid.ColumnCount - 1).All(column => !grid.TextAt(1, column).IsEmpty || (!grid.TextAt(0, column).IsEmpty && grid.At(0, column)?.ColumnSpan == 1));
        return isTitled && IsOfNames(1) ? 1 : 0;
    }

    private bool HasFigures(TableGrid grid, int column, int from)
    {
        var filled = Enumerable.Range(from, Math.Max(0, grid.RowCount - from)).Select(row => grid.TextAt(row, column).Text).Where(text => text.Length > 0).ToList();
        return filled.Count > 0 && filled.Count(text => !figures.Find(text).IsEmpty && text.Split(' ').Length <= 6) * 2 >= filled.Count;
    }

    private static bool IsNamed(string header, IReadOnlySet<string> named) =>
        !QuartierGrammar.Find(header).IsEmpty || QuartierWord().IsMatch(header) || (header.Length > 0 && named.Contains(QuartierGrammar.Core(Plain(header))));

    private static bool IsQuartier(string header) => !QuartierGrammar.Find(header).IsEmpty || QuartierWord().IsMatch(header) || !OtherArea().IsMatch(header) && header.Length > 0;

    // The neighbourhood that a text names, alone or beside its commune.
    private static string? QuartierIn(string text, IReadOnlySet<string> named) => QuartierGrammar.Find(text).FirstOrDefault(mention => mention.Name is not null)?.Name
        ?? Parts().Split(text).Select(part => part.Trim()).FirstOrDefault(part => part.Length > 0 && named.Contains(QuartierGrammar.Core(part)));

    private static int? YearIn(string header) => Years().Matches(header) is [var only] ? int.Parse(only.Value, CultureInfo.InvariantCulture) : null;

    // Of the columns that differ by their year only, the last; others as they are.
    private static List<int> LatestOf(List<int> columns, Func<int, string> nameOf, Func<int, int?> yearOf) =>
        [.. columns.GroupBy(nameOf, StringComparer.OrdinalIgnoreCase).SelectMany(group => group.All(column => yearOf(column) is not null) && group.Count() > 1 ? [group.MaxBy(yearOf)] : group.AsEnumerable()).Order()];

    private static string QuartierOf(string header)
    {
        header = Plain(Years().Replace(header, "")).Trim(' ', '\u00A0', '(', ')', '-', '–');
        var named = QuartierGrammar.Find(header).FirstOrDefault(mention => mention.Name is not null);
        return named?.Name ?? Plain(header);
    }

    private static string Plain(string header) => Brackets().Replace(header, "").Trim();

    private static SourceText WithoutBrackets(SourceText name)
    {
        var plain = UnitBracket().Match(name.Text);
        return plain.Success ? name.Slice(0, plain.Index) : name;
    }

    private string? UnitIn(string name) => UnitBracket().Match(name) is { Success: true } bracket ? figures.Find("1 " + bracket.Groups["unit"].Value) is [var figure, ..] ? figure.Unit : null : null;

    [GeneratedRegex(@"[ \u00A0]+[–—/|-][ \u00A0]+|[(),:]", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex(@"[ \u00A0]*\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[ \u00A0]*\((?:en[ \u00A0])?(?<unit>[^)]*)\)[ \u00A0]*$", RegexOptions.CultureInvariant)]
    private static partial Regex UnitBracket();

    [GeneratedRegex(@"\b(?:écart|évolution|variation|différence|rang|rapport|tendance|total|ensemble)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Change();

    [GeneratedRegex("^(?:quartiers?|QPV|territoires?|périmètres?|secteurs?|zones?|échelles?)\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TurnedHead();

    [GeneratedRegex(@"(?:19|20)\d\d", RegexOptions.CultureInvariant)]
    private static partial Regex Years();

    [GeneratedRegex(@"\b(?:QPV|QIC|QVA|quartier)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex QuartierWord();

    [GeneratedRegex(@"\b(?:commune|ville|agglo\w*|intercommunalité|EPCI|communauté|métropole|CA|CC|département|région|france|national\w*|unité|bassin|moyenne|source|année|arrondissement|zone)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherArea();
}
