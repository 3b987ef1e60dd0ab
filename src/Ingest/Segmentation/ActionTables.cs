using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>What a table of actions says.</summary>
internal sealed record ActionTableReading
{
    /// <summary>Actions in row order.</summary>
    public required ImmutableArray<DraftAction> Actions { get; init; }

    /// <summary>Lines of sums; their place counts actions of this table only.</summary>
    public required ImmutableArray<TotalLine> Totals { get; init; }

    /// <summary>What found no place.</summary>
    public required ImmutableArray<DraftUnassigned> Left { get; init; }

    /// <summary>Doubts.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }
}

/// <summary>Reads tables with one action a row (or a group of rows), under theme bands or beside theme cells.</summary>
internal sealed class ActionTables(RowKinds kinds, HeaderVocabulary headers, PayerVocabulary payers, TerminologyVocabulary terms, SegmentationOptions options)
{
    private readonly ProgrammeLines _lines = new(headers, terms, options);
    private readonly ActionRows _rows = new(kinds, headers, options);
    private readonly TotalRows _totals = new(kinds, terms, options);
    private readonly ColumnRoles _roles = new(headers, payers, kinds, options);

    /// <summary>The header and columns of a table, and whether they are those of a list of actions.</summary>
    public TableColumns Describe(Table table, TableColumns? before)
    {
        var grid = new TableGrid(table);
        var header = HeaderRows.Find(grid, table.HeaderRowCount, headers, payers, options);
        var columns = _roles.Assign(grid, header);
        // A table without header that goes on from one with the same columns has its roles.
        if (header.Count == 0 && before is { IsActions: true } && before.Columns.Length == columns.Length)
            columns = [.. columns.Zip(before.Columns, (column, known) => known with { Content = column.Content })];
        return new TableColumns(grid, header, columns, IsActionTable(grid, header, columns));
    }

    /// <summary>
    /// The table once for each year whose money it holds, with that year, and once more, with no year, for sums over all of them; itself, and no year, where it
    /// holds the money of one.
    /// </summary>
    public ImmutableArray<(TableColumns Table, SourceText Year)> ByYear(TableColumns table)
    {
        var rows = Enumerable.Range(table.Header.Body, Math.Max(0, table.Grid.RowCount - table.Header.Body)).Where(row => kinds.Of(table.Grid, row) == RowKind.Content).ToImmutableArray();
        var groups = YearGroups.Of(table.Columns, new ColumnSums(table.Grid, rows), options.SumShare);
        return groups.IsEmpty ? [(table, SourceText.Empty)]
            : [.. groups.Select(group => (table with { Columns = _roles.Assign(table.Grid, table.Header, groups.Where(other => other != group).SelectMany(other => other.Columns).ToHashSet()) }, group.Year))];
    }

    /// <summary>Reads the rows of a table of actions.</summary>
    /// <param name="table">The table with its columns.</param>
    /// <param name="caption">The theme that a heading above the table gives; empty without.</param>
    public ActionTableReading Read(TableColumns table, SourceText caption)
    {
        var (grid, header, columns, _) = table;
        var actions = ImmutableArray.CreateBuilder<DraftAction>();
        var totals = ImmutableArray.CreateBuilder<TotalLine>();
        var left = ImmutableArray.CreateBuilder<DraftUnassigned>();
        var (bands, carried) = (RowBands.None.Under(caption), SourceText.Empty);
        var areBodies = AreBodies(grid, header, columns);
        var isInRecap = false;
        for (var row = header.Body; row < grid.RowCount; row++)
        {
            var kind = KindOf(grid, row, columns);
            // Below the heading of a recapitulation stand payers and sums, whatever the columns above them hold.
            isInRecap = OpensRecap(grid, row, kind, header) || (isInRecap && GoesOnInRecap(grid, row, kind));
            switch (isInRecap && kind == RowKind.Content && HasFigures(grid, row) ? RowKind.Recap : kind)
            {
                case RowKind.Band when isInRecap:
                    break;
                case RowKind.Shares when totals.Count > 0:
                    totals[^1] = TotalRows.WithShares(totals[^1], grid, row);
                    left.AddRange(totals[^1].Left);
                    break;
                case RowKind.Band when IsLone(grid, row, columns):
                    left.Add(new DraftUnassigned(grid.StartingIn(row)[0].Text, UnassignedReason.LoneCell));
                    break;
                case RowKind.Band:
                    bands = bands.Under(_lines.ThemeIn(grid.StartingIn(row)[0].Text), areBodies);
                    break;
                case RowKind.Total or RowKind.Recap when _totals.Read(grid, row, columns) is { } line:
                    while (row + 1 < grid.RowCount && IsRestOfPlan(grid, row + 1, columns))
                        line = _totals.WithRest(line, grid, ++row, columns);
                    totals.Add(line with { Theme = carried.IsEmpty ? bands.Theme : carried, Place = actions.Count });
                    left.AddRange(line.Left);
                    break;
                case RowKind.Total or RowKind.Recap:
                    left.AddRange(grid.StartingIn(row).Select(cell => new DraftUnassigned(cell.Text, UnassignedReason.LoneCell)));
                    break;
                case RowKind.Content or RowKind.Shares when !IsHeaderAgain(grid, row, header) && !IsHeading(grid, row):
                    var last = LastRow(grid, row, columns);
                    carried = ThemeAt(grid, row, columns, carried, SourceText.Empty);
                    var reading = _rows.Read(grid, columns, row, last, carried.IsEmpty ? bands.Theme : carried);
                    if (IsAction(reading.Action))
                        actions.Add(Under(bands, reading.Action));
                    else
                        left.AddRange(grid.StartingIn(row).Select(cell => new DraftUnassigned(cell.Text, UnassignedReason.LoneCell)));
                    left.AddRange(IsAction(reading.Action) ? reading.Left : []);
                    row = last;
                    break;
            }
        }

        return new ActionTableReading
        {
            Actions = actions.ToImmutable(),
            Totals = totals.ToImmutable(),
            Left = left.ToImmutable(),
            Findings = Doubts(columns),
        };
    }

    // Rows are what their cells say, in the columns that they stand in.
    private RowKind KindOf(TableGrid grid, int row, ImmutableArray<Column> columns)
    {
        if (IsPayerLine(grid, row, columns))
            return RowKind.Content;
        var kind = kinds.Of(grid, row);
        var cells = grid.StartingIn(row);
        // Money where a porteur or a description belongs: a recapitulation that has columns of its own inside the table.
        if (kind == RowKind.Content && cells.Length > 1 && !RowKinds.IsFigure(cells[0].Text) && cells.Skip(1).All(cell => RowKinds.IsFigureOrNothing(cell.Text))
            && cells.Any(cell => columns[cell.Column].Role is ColumnRole.Porteur or ColumnRole.Description && RowKinds.IsFigure(cell.Text)))
            return RowKind.Recap;
        // A porteur in its own column with money under cost and payers is an action whose title is missing, not a line of sums.
        var isUntitled = kind == RowKind.Recap && columns[cells[0].Column].Role == ColumnRole.Porteur && cells.Length > 2
            && cells.Skip(1).All(cell => columns[cell.Column].IsMoney) && cells.Any(cell => columns[cell.Column].Role == ColumnRole.TotalCost);
        // A title with a cost is an action, even one that is called as a payer is.
        var isTitled = kind == RowKind.Recap && columns[cells[0].Column].Role == ColumnRole.Title
            && cells.Skip(1).All(cell => columns[cell.Column].IsMoney) && cells.Any(cell => columns[cell.Column].Role == ColumnRole.TotalCost);
        return isUntitled || isTitled ? RowKind.Content : kind;
    }

    // « Récapitulatif », or « Financeur | Montant | Part » below the actions: the heads of an action's columns say more.
    private bool OpensRecap(TableGrid grid, int row, RowKind kind, HeaderRows header) => kind == RowKind.Band
        // « Tous quartiers » over rows says where they take place.
        ? kinds.NamesRecap(grid.StartingIn(row)[0].Text.Text) && RowBands.KindOf(grid.StartingIn(row)[0].Text.Text) != BandKind.Quartier
        : kind == RowKind.Content && IsHeading(grid, row) && !IsHeaderAgain(grid, row, header)
            && headers.Match(grid.StartingIn(row)[0].Text.Text).Any(match => match is { Role: HeaderRole.Financer or HeaderRole.Financing or HeaderRole.Porteur, Score: >= 0.8 });

    private static bool GoesOnInRecap(TableGrid grid, int row, RowKind kind) => kind is not RowKind.Content and not RowKind.Band || HasFigures(grid, row);

    // A label and figures beside it, or in the same cell.
    private static bool HasFigures(TableGrid grid, int row)
    {
        var cells = grid.StartingIn(row);
        return !cells.IsEmpty && !RowKinds.IsFigure(cells[0].Text) && cells.Skip(1).All(cell => RowKinds.IsFigureOrNothing(cell.Text))
            && (cells.Length > 1 || MoneyGrammar.Find(cells[0].Text.Text).Any(mention => mention.HasCurrency));
    }

    // « Récapitulatif | | Montant | Part »: the header of what follows inside the table.
    private bool IsHeading(TableGrid grid, int row)
    {
        var cells = grid.StartingIn(row);
        return cells.Length > 1 && cells.Skip(1).All(cell => headers.Match(cell.Text.Text).Any(match => match.Score >= 0.8)) && cells.All(cell => !RowKinds.IsFigure(cell.Text));
    }

    private static ImmutableArray<Finding> Doubts(ImmutableArray<Column> columns) =>
    [
        .. columns.Where(column => !column.Alternatives.IsEmpty && column.Content.Count > 0).Select(column => StructureFindings.DoubtfulColumn.At(
            null, column.Header.IsEmpty ? null : column.Header.ToEvidence(), column.Header.Text, column.Role, string.Join(", ", column.Alternatives))),
    ];

    private bool IsActionTable(TableGrid grid, HeaderRows header, ImmutableArray<Column> columns)
    {
        if (!columns.Any(column => column.Role == ColumnRole.Title))
            return false;
        var names = columns.Where(column => column.Role is ColumnRole.Title or ColumnRole.Porteur or ColumnRole.Description).ToList();
        var isTitled = names.Exists(column => column.Role == ColumnRole.Title && (!column.Shared.IsEmpty || headers.Match(column.Header.Text).Any(match => match.Role is HeaderRole.Title or HeaderRole.Description)));
        var hasMoney = columns.Any(column => column.IsMoney);
        // « Organisme | Nom | Qualité | Signature » lists who signs.
        if (!hasMoney && columns.Any(column => headers.Match(column.Header.Text) is [{ Role: HeaderRole.Contact }, ..])
            && columns.All(column => column.Role is ColumnRole.Title or ColumnRole.Porteur or ColumnRole.Number or ColumnRole.NoField or ColumnRole.Unknown))
            return false;
        // Percentages in most rows are statistics: shares stand below sums, one row to each.
        if (Enumerable.Range(header.Body, grid.RowCount - header.Body).Count(row => kinds.Of(grid, row) == RowKind.Shares) * 2 > grid.RowCount - header.Body)
            return false;
        var labels = columns.First(column => column.Role == ColumnRole.Title);
        // Lines that name payers or sums, and nothing else in words, are a recapitulation.
        var recaps = Enumerable.Range(header.Body, grid.RowCount - header.Body).Count(row => !grid.TextAt(row, labels.Index).IsEmpty
            && (payers.Match(grid.TextAt(row, labels.Index).Text) is { IsWhole: true } || kinds.NamesCost(grid.TextAt(row, labels.Index).Text)));
        if (names.Count == 1 && !isTitled && recaps >= options.RecapShare * Math.Max(1, grid.RowCount - header.Body))
            return false;
        if (names.Count == 1 && !isTitled && headers.Match(labels.Header.Text) is [{ Role: not HeaderRole.Title }, ..])
            return false;
        return (hasMoney && (isTitled || names.Count > 1)) || (names.Count > 1 && isTitled);
    }

    // An action has a name or money; words alone in other columns are not enough.
    private static bool IsAction(DraftAction action) =>
        !action.Title.IsEmpty || action.Cost is not null || !action.Financings.IsEmpty;

    // What a column says of the row itself goes before what stands over it.
    private static DraftAction Under(RowBands bands, DraftAction action) => action with
    {
        Quartiers = action.Quartiers.IsEmpty ? bands.Quartier : action.Quartiers,
        Year = action.Year.IsEmpty ? bands.Year : action.Year,
        Porteur = action.Porteur.IsEmpty ? bands.Porteur : action.Porteur,
    };

    // Without a column of porteurs the bands may name them: « CCAS », « Centre social … », each over its own actions.
    private bool AreBodies(TableGrid grid, HeaderRows header, ImmutableArray<Column> columns)
    {
        if (columns.Any(column => column.Role == ColumnRole.Porteur || !column.Shared.IsEmpty))
            return false;
        var bands = Enumerable.Range(header.Body, Math.Max(0, grid.RowCount - header.Body)).Where(row => KindOf(grid, row, columns) == RowKind.Band).Select(row => grid.StartingIn(row)[0].Text.Text).ToList();
        return bands.Count > 1 && bands.Count(text => payers.Match(text) is { Start: 0 } && !terms.IsTheme(text)) * 2 > bands.Count;
    }

    // A single cell under a column of descriptions or porteurs is what a page break left of a row, not a theme.
    private static bool IsLone(TableGrid grid, int row, ImmutableArray<Column> columns)
    {
        var cell = grid.StartingIn(row)[0];
        return cell.ColumnSpan == 1 && columns[cell.Column].Role is not (ColumnRole.Theme or ColumnRole.Title or ColumnRole.Number or ColumnRole.Unknown)
            && columns[0].Role != ColumnRole.Theme && cell.Column != 0;
    }

    private static bool IsHeaderAgain(TableGrid grid, int row, HeaderRows header) => header.Count > 0
        && Enumerable.Range(0, grid.ColumnCount).All(column => Folding.Fold(grid.TextAt(row, column).Text) == Folding.Fold(grid.TextAt(header.First, column).Text));

    private static SourceText ThemeAt(TableGrid grid, int row, ImmutableArray<Column> columns, SourceText carried, SourceText band)
    {
        if (columns.FirstOrDefault(column => column.Role == ColumnRole.Theme) is not { } theme)
            return band;
        var cell = grid.At(row, theme.Index);
        return cell is { Text.IsEmpty: false } && cell.Column == theme.Index && cell.ColumnSpan == 1 ? cell.Text : carried.IsEmpty ? band : carried;
    }

    // The rows that the title's cell spans are one action: a line per payer. Without spans, lines that name only a payer go on.
    private static int LastRow(TableGrid grid, int row, ImmutableArray<Column> columns)
    {
        var title = columns.First(column => column.Role == ColumnRole.Title).Index;
        var last = grid.At(row, title) is { } cell && cell.Column == title && !cell.Text.IsEmpty
            ? Math.Min(grid.RowCount, cell.Row + cell.RowSpan) - 1
            : row;
        while (last + 1 < grid.RowCount && (IsPayerLine(grid, last + 1, columns) || IsRestOfPlan(grid, last + 1, columns)))
            last++;
        return last;
    }

    // Payers with their amounts and nothing beside them: what a page break, or a missing rule, left of the row above.
    private static bool IsRestOfPlan(TableGrid grid, int row, ImmutableArray<Column> columns) =>
        grid.StartingIn(row).Where(cell => !cell.Text.IsEmpty).ToList() is [{ ColumnSpan: 1 } only] && columns[only.Column].Role == ColumnRole.Financings;

    // A row of a table with one payer a line that holds nothing but a payer and its figures.
    private static bool IsPayerLine(TableGrid grid, int row, ImmutableArray<Column> columns)
    {
        var name = columns.FirstOrDefault(column => column.Role == ColumnRole.PayerName);
        var cells = grid.StartingIn(row);
        if (name is null || !cells.Any(cell => cell.Column == name.Index && !cell.Text.IsEmpty))
            return false;
        return cells.All(cell => columns[cell.Column].Role is ColumnRole.PayerName or ColumnRole.NamedAmount or ColumnRole.Share) || GoesOn(grid, row, columns);
    }

    // Where no rule parts the lines, those of a long title or description stand beside the further payers: a line without a cost, and
    // with no title or the rest of one, begins no action.
    private static bool GoesOn(TableGrid grid, int row, ImmutableArray<Column> columns) =>
        columns.Any(column => column.Role == ColumnRole.TotalCost)
        && columns.Where(column => column.Role is ColumnRole.TotalCost or ColumnRole.Number).All(column => grid.TextAt(row, column.Index).IsEmpty)
        && columns.Where(column => column.Role == ColumnRole.Title).Select(column => grid.TextAt(row, column.Index)).All(title => title.IsEmpty || char.IsLower(title.Text[0]));
}

/// <summary>A table with its header and columns.</summary>
/// <param name="Grid">Its cells by place.</param>
/// <param name="Header">Where the header stands.</param>
/// <param name="Columns">Columns with their roles.</param>
/// <param name="IsActions">Whether it lists actions.</param>
internal sealed record TableColumns(TableGrid Grid, HeaderRows Header, ImmutableArray<Column> Columns, bool IsActions);
