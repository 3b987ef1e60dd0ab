using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>
/// Decides what each column of a table says, jointly: by the words of its headers, by what its cells look like, and, for
/// amounts, by which column is the sum of others.
/// </summary>
internal sealed partial class ColumnRoles(HeaderVocabulary headers, PayerVocabulary payers, RowKinds kinds, SegmentationOptions options)
{
    private static readonly ImmutableDictionary<HeaderRole, ColumnRole> TextRoles = new Dictionary<HeaderRole, ColumnRole>
    {
        [HeaderRole.Number] = ColumnRole.Number,
        [HeaderRole.Theme] = ColumnRole.Theme,
        [HeaderRole.Title] = ColumnRole.Title,
        [HeaderRole.Description] = ColumnRole.Description,
        [HeaderRole.Porteur] = ColumnRole.Porteur,
        [HeaderRole.Quartier] = ColumnRole.Quartier,
        [HeaderRole.Year] = ColumnRole.Year,
        [HeaderRole.Renewal] = ColumnRole.Renewal,
        [HeaderRole.Decision] = ColumnRole.Decision,
        [HeaderRole.Financer] = ColumnRole.PayerName,
        [HeaderRole.Objective] = ColumnRole.NoField,
        [HeaderRole.Public] = ColumnRole.NoField,
        [HeaderRole.Commune] = ColumnRole.Commune,
        [HeaderRole.Period] = ColumnRole.NoField,
        [HeaderRole.Contact] = ColumnRole.NoField,
        [HeaderRole.Remarks] = ColumnRole.NoField,
    }.ToImmutableDictionary();

    // So many cells (0..1) are amounts in a column of payers' money that a recapitulation below it does not explain them.
    private const double MostlyAmounts = 0.9;

    // From this score on, a header's words leave no doubt about what the column is not.
    private const double SureHeader = 0.7;

    private readonly HeaderNames _names = new(headers, payers);

    /// <summary>The columns of a table with their roles.</summary>
    /// <param name="grid">Its cells.</param>
    /// <param name="header">Where its header stands.</param>
    /// <param name="apart">Columns of money that another reading of the table takes.</param>
    public ImmutableArray<Column> Assign(TableGrid grid, HeaderRows header, IReadOnlySet<int>? apart = null)
    {
        // « CAF 27 » in a header that a page repeats is no amount of 27.
        var heads = Enumerable.Range(header.First, header.Count).Select(grid.Key).ToHashSet(StringComparer.Ordinal);
        var rows = Enumerable.Range(header.Body, Math.Max(0, grid.RowCount - header.Body))
            .Where(row => kinds.Of(grid, row) == RowKind.Content && !heads.Contains(grid.Key(row)))
            .ToImmutableArray();
        // A recapitulation below the actions has columns of its own: it must not speak for theirs.
        if (rows.Where(row => !kinds.LooksLikeRecap(grid, row)).ToImmutableArray() is { IsEmpty: false } own)
            rows = own;
        var columns = Enumerable.Range(0, grid.ColumnCount).Select(index => Describe(grid, header, rows, index))
            .Select(column => apart?.Contains(column.Index) == true ? column with { Role = ColumnRole.ReadApart } : column).ToImmutableArray();
        var sums = new ColumnSums(grid, rows);
        return WithMoneyRoles(WithTextRoles(columns), sums, grid, rows);
    }

    private Column Describe(TableGrid grid, HeaderRows header, ImmutableArray<int> rows, int index)
    {
        var path = YearAbove(WholeWords(header.PathOf(grid, index), grid, header, index));
        var (named, porteur) = path.IsEmpty ? (SourceText.Empty, SourceText.Empty) : _names.WithoutCarrier(path[^1]);
        if (!porteur.IsEmpty)
            path = path.SetItem(path.Length - 1, named);
        var cells = rows.Select(row => grid.At(row, index))
            .OfType<TableCell>()
            .Where(cell => cell.Column == index && !cell.Text.IsEmpty)
            .Distinct()
            .Select(cell => cell.Text)
            .Where(IsReadable)
            .ToList();
        var text = string.Join(" ", path.Select(part => part.Text));
        var content = ColumnContent.Of(cells, payers, kinds);
        return new Column
        {
            Index = index,
            Role = FigureRole(content, path),
            Header = path.IsEmpty ? SourceText.Empty : path[^1],
            HeaderPath = path,
            Content = content,
            Carrier = porteur,
            // « État (programme 147) » above « Sollicité »: the lowest header tells how far the money has come.
            Status = (path.IsEmpty ? null : headers.StatusOf(path[^1].Text)) ?? headers.StatusOf(text) ?? FundingStatus.Planned,
            Scale = MoneyGrammar.UnitOfHeader(text),
        };
    }

    // « Budget de l'action » over « 2024 » and « 2025 »: the upper header says what the money is, the year only which.
    private static ImmutableArray<SourceText> YearAbove(ImmutableArray<SourceText> path) =>
        path.Length > 1 && RowBands.KindOf(path[^1].Text) == BandKind.Year ? [.. path[..^2], path[^1], path[^2]] : path;

    // What recognition made of a stamp over a cell says nothing about the column.
    private bool IsReadable(SourceText cell) => cell.Words.Average(word => word.Confidence) >= options.ReadableTrust;

    // « Coût total de » above « l'action »: lines of one header that no rule parts from those beside it. A header of an upper level
    // reaches over others.
    private static ImmutableArray<SourceText> WholeWords(ImmutableArray<SourceText> path, TableGrid grid, HeaderRows header, int index)
    {
        var isOwn = grid.At(header.First, index) is { ColumnSpan: 1 } top && top.Column == index
            && (index + 1 == grid.ColumnCount || grid.At(header.First, index + 1) is { Text.IsEmpty: false });
        return isOwn && path.Length > 1 && path.Skip(1).All(part => part.Words.First().Text is var word && char.IsLower(word[0]))
            ? [SourceText.Concat(path)]
            : path;
    }

    // Figures or words: what the cells are tells more than any header. Unknown means words (or nothing).
    private ColumnRole FigureRole(ColumnContent content, ImmutableArray<SourceText> path)
    {
        var names = path.IsEmpty ? [] : headers.Match(path[^1].Text);
        var numbers = content.Amounts + content.Ordinals;
        var isShareHeader = names is [{ Role: HeaderRole.Share, Score: var score }, ..] && score >= options.HeaderWordScore;
        // « Évolution » in per cent is no part of a sum.
        if (content.Percents >= 0.5 && names is [{ Role: HeaderRole.Remarks, Score: >= SureHeader }, ..])
            return ColumnRole.Unknown;
        if (content.Percents >= 0.5 || (isShareHeader && content.Percents + numbers >= 0.5))
            return ColumnRole.Share;
        // « Vote » alone may head opinions; below a payer, or above nothing but amounts, it heads money. A header that surely speaks of something else keeps figures
        // in its cells from being money.
        var isStatus = (path.Length > 1 || names is [{ Role: HeaderRole.Decision }, ..]) && content.Amounts + content.Ordinals > 0 && headers.StatusOf(path[^1].Text) is not null && numbers >= MostlyAmounts;
        var isOther = !isStatus && names is [{ Role: not (HeaderRole.TotalCost or HeaderRole.Amount or HeaderRole.Financing or HeaderRole.Financer or HeaderRole.Share), Score: >= SureHeader }, ..]
            // « Associations » may head their amounts, or the porteurs: nearly all cells must be amounts.
            && (numbers < MostlyAmounts || path.All(part => payers.Match(Year().Replace(HeaderUnit.Without(part.Text), "").Trim()) is not { IsWhole: true }));
        if (isOther)
            return ColumnRole.Unknown;
        if (content.LabelledAmounts >= 0.4)
            return ColumnRole.Financings;
        var isMoneyHeader = path.Any(part => payers.Match(part.Text) is not null)
            || names.Any(match => match.Role is HeaderRole.TotalCost or HeaderRole.Amount or HeaderRole.Financing && match.Score >= options.HeaderWordScore);
        var isOrdinalHeader = names is [{ Role: HeaderRole.Number or HeaderRole.Year }, ..];
        if (content.Amounts >= 0.5 && !isOrdinalHeader)
            return ColumnRole.PayerAmount;
        return isMoneyHeader && !isOrdinalHeader && (numbers + content.Years >= 0.5 || content.Count == 0) ? ColumnRole.PayerAmount : ColumnRole.Unknown;
    }

    // « État 2025 » is the State's money of a year.
    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    private ImmutableArray<Column> WithTextRoles(ImmutableArray<Column> columns)
    {
        var candidates = columns.Where(column => column.Role == ColumnRole.Unknown)
            .SelectMany(column => TextScores(column, columns.Any(other => other.Index < column.Index && other.Role == ColumnRole.PayerAmount)).Select(score => (column.Index, score.Role, score.Score)))
            .Where(candidate => candidate.Score >= options.RoleScore)
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Index)
            .ToList();
        var roles = new Dictionary<int, ColumnRole>();
        var shared = columns.FirstOrDefault(column => column.Role == ColumnRole.Unknown && !SharedRoles(column).IsEmpty
            && !columns.Any(other => other != column && headers.Match(other.Header.Text) is [{ Role: HeaderRole.Title or HeaderRole.Porteur, Score: >= SureHeader }, ..]));
        if (shared is not null)
        {
            roles[shared.Index] = ColumnRole.Title;
            candidates.RemoveAll(candidate => candidate.Role == ColumnRole.Porteur);
        }

        foreach (var (index, role, _) in candidates)
        {
            if (!roles.ContainsKey(index) && (role is ColumnRole.NoField or ColumnRole.Renewal || !roles.ContainsValue(role)))
                roles[index] = role;
        }

        // Every list of actions names them: without a header for it, the first column of words does.
        if (!roles.ContainsValue(ColumnRole.Title))
        {
            // A description with no words before it holds the title too.
            var described = roles.Where(role => role.Value == ColumnRole.Description).Select(role => (int?)role.Key).FirstOrDefault();
            var free = columns.FirstOrDefault(column => column.Role == ColumnRole.Unknown && column.Content.Count > 0
                && !roles.ContainsKey(column.Index) && (described is null || column.Index < described));
            if ((free?.Index ?? described) is { } index)
                roles[index] = ColumnRole.Title;
        }

        // « Objectifs » beside titles, another text in each row, tell what the action is to do.
        if (!roles.ContainsValue(ColumnRole.Description) && columns.FirstOrDefault(IsOwnObjective) is { } aim)
            roles[aim.Index] = ColumnRole.Description;

        // « Intitulé | Objet »: of two headers that name a title, the one over longer texts describes.
        if (!roles.ContainsValue(ColumnRole.Description) && roles.Where(role => role.Value == ColumnRole.Title).Select(role => (int?)role.Key).FirstOrDefault() is { } titled
            && columns.FirstOrDefault(column => column.Role == ColumnRole.Unknown && !roles.ContainsKey(column.Index) && NamesTitles(column) && column.Content.MeanWords > columns[titled].Content.MeanWords) is { } describing)
            roles[describing.Index] = ColumnRole.Description;

        // Two headers in one (« Structure Intitulé »): if no other header names the titles, they may stand in that column.
        var hasTitles = columns.Any(column => roles.GetValueOrDefault(column.Index) == ColumnRole.Title && NamesTitles(column));
        return [.. columns.Select(column => roles.TryGetValue(column.Index, out var role)
            ? column with { Role = role, Shared = column == shared ? SharedRoles(column) : [], Alternatives = column == shared ? [] : !hasTitles && role != ColumnRole.Title && NamesTitles(column) ? [ColumnRole.Title] : Rivals(candidates, column.Index, role) }
            : column)];
    }

    // « Porteur et action », « Intitulé / structure »: the roles of the two halves of a header.
    private ImmutableArray<ColumnRole> SharedRoles(Column column)
    {
        ImmutableArray<ColumnRole> roles = [.. HeaderParts().Split(column.Header.Text).Select(part => headers.Match(part) is [{ Score: >= SureHeader } match, ..] ? TextRoles.GetValueOrDefault(match.Role) : ColumnRole.Unknown)];
        return roles is [ColumnRole.Title, ColumnRole.Porteur] or [ColumnRole.Porteur, ColumnRole.Title] ? roles : [];
    }

    private bool IsOwnObjective(Column column) => column.Role == ColumnRole.Unknown && column.Content is { Count: > 1, Distinct: >= 1, MeanWords: >= LeastAim }
        && column.HeaderPath.LastOrDefault() is { } header && header.Words.Count() <= 3 && headers.Match(header.Text) is [{ Role: HeaderRole.Objective, Score: >= SureHeader }, ..];

    // Words: a reference to an objective of the contract is shorter.
    private const int LeastAim = 5;

    private bool NamesTitles(Column column) => headers.Match(column.Header.Text).Any(match => match.Role == HeaderRole.Title && match.Score >= options.HeaderWordScore);

    private ImmutableArray<ColumnRole> Rivals(List<(int Index, ColumnRole Role, double Score)> candidates, int index, ColumnRole taken)
    {
        var own = candidates.Find(candidate => candidate.Index == index && candidate.Role == taken).Score;
        return [.. candidates
            .Where(candidate => candidate.Index == index && candidate.Role != taken && candidate.Score > own - options.RoleMargin && candidate.Score <= own)
            .Select(candidate => candidate.Role)];
    }

    private IEnumerable<(ColumnRole Role, double Score)> TextScores(Column column, bool isBehindMoney)
    {
        var content = column.Content;
        var scores = new Dictionary<ColumnRole, double>();
        for (var level = 0; level < column.HeaderPath.Length; level++)
        {
            // The lowest header speaks for the column; one above it for its group.
            var weight = level == column.HeaderPath.Length - 1 ? 1 : 0.5;
            foreach (var match in headers.Match(column.HeaderPath[level].Text))
            {
                if (TextRoles.TryGetValue(match.Role, out var role))
                    scores[role] = Math.Max(scores.GetValueOrDefault(role), match.Score * weight);
            }
        }

        // « Dossier » over « 26-01 », « 26-02 » numbers what other words name.
        if (content.Count > 0 && content.Codes >= MostlyAmounts && scores.Remove(ColumnRole.Title, out var titled))
            scores[ColumnRole.Number] = Math.Max(scores.GetValueOrDefault(ColumnRole.Number), titled);
        // What is counted stands before what is paid.
        if (isBehindMoney)
            scores.Remove(ColumnRole.Number);
        // Numbers name nobody, whatever stands over them.
        if (content.Count > 0 && content.Amounts + content.Ordinals >= MostlyAmounts)
            scores.Remove(ColumnRole.PayerName);
        if (content.Count == 0)
            return scores.Select(score => (score.Key, score.Value));
        // Of two headers that name a title, the cells decide nothing: the first one has it.
        Add(ColumnRole.Title, !scores.ContainsKey(ColumnRole.Title) && content.MeanWords is >= 1 and <= 15 && content.Distinct > 0.7 && content.Payers < 0.5 ? 0.3 : 0);
        Add(ColumnRole.Description, content.MeanWords >= 12 ? 0.35 : 0);
        Add(ColumnRole.Porteur, content.Payers >= 0.5 ? 0.35 : 0);
        Add(ColumnRole.Theme, content.Count > 2 && content.Distinct <= 0.5 && content.MeanWords is >= 1 and <= 12 && content.Payers < 0.5 ? 0.2 : 0);
        // Actions are numbered before they are paid for: « 0 » below an unknown name behind amounts counts nothing.
        Add(ColumnRole.Number, content.Ordinals >= 0.6 && !isBehindMoney ? 0.5 : 0);
        // Amounts of 2 000 € look like years: under a header only one that says so makes them one.
        Add(ColumnRole.Year, content.Years >= 0.6 && (column.HeaderPath.IsEmpty || scores.ContainsKey(ColumnRole.Year)) ? 0.5 : 0);
        Add(ColumnRole.Quartier, content.Quartiers >= 0.5 ? 0.4 : 0);
        return scores.Select(score => (score.Key, score.Value));

        void Add(ColumnRole role, double score) => scores[role] = scores.GetValueOrDefault(role) + score;
    }

    private ImmutableArray<Column> WithMoneyRoles(ImmutableArray<Column> columns, ColumnSums sums, TableGrid grid, ImmutableArray<int> rows)
    {
        columns = [.. columns.Select(column => IsAmidMoney(column, columns) ? column with { Role = ColumnRole.PayerAmount } : column)];
        columns = [.. columns.Select(column => IsProvenMoney(column, columns, sums) ? column with { Role = ColumnRole.PayerAmount } : column)];
        var hasPayerNames = columns.Any(column => column.Role == ColumnRole.PayerName);
        var money = columns.Where(column => column.Role == ColumnRole.PayerAmount).ToImmutableArray();
        var cost = FindCost(columns, money, sums) ?? SumOfPlan(grid, rows, columns, money);
        return WithInstalments([.. columns.Select(column => column.Role != ColumnRole.PayerAmount ? column : column with
        {
            Header = column.Index == cost ? column.Header : _names.WithoutStatus(PayerOf(column) ?? UnknownPayerOf(column) ?? column.Header),
            // « Réalisé » over cost and payers says how far their money has come; what an action costs is planned unless its own head says else.
            Status = column.Index == cost ? headers.StatusOf(column.Header.Text) ?? FundingStatus.Planned : column.Status,
            Role = column.Index == cost ? ColumnRole.TotalCost
                : PayerOf(column) is not null ? ColumnRole.PayerAmount
                : hasPayerNames ? ColumnRole.NamedAmount
                : IsSum(column, columns, sums, cost) ? ColumnRole.FinancingSum
                : IsInPlan(column, money) ? ColumnRole.PayerAmount
                : ColumnRole.Unknown,
        })], sums);
    }

    // Small numbers in thousands look like counts: between columns of money, under a name that heads nothing else, they are money too.
    private bool IsAmidMoney(Column column, ImmutableArray<Column> columns) => column.Role == ColumnRole.Unknown && column.Content is { Count: > 0 } content
        && content.Amounts + content.Ordinals >= MostlyAmounts && !column.Header.IsEmpty && UnknownPayerOf(column) is not null
        && columns.Any(other => other.Index < column.Index && other.Role == ColumnRole.PayerAmount)
        && (columns.Any(other => other.Index > column.Index && other.Role == ColumnRole.PayerAmount) || column.HeaderPath.SkipLast(1).Any(part => headers.Match(part.Text).Any(match => match is { Role: HeaderRole.Financing or HeaderRole.Financer or HeaderRole.Amount, Score: >= SureHeader })));

    // Small numbers below a name that nobody knows, behind the payers: money, where the cost is the sum of the payers with them and not without.
    private bool IsProvenMoney(Column column, ImmutableArray<Column> columns, ColumnSums sums)
    {
        if (column.Role != ColumnRole.Unknown || column.Content.Count == 0 || column.Content.Amounts + column.Content.Ordinals < MostlyAmounts || column.Header.IsEmpty || UnknownPayerOf(column) is null)
            return false;
        var money = columns.Where(other => other.Role == ColumnRole.PayerAmount).ToList();
        return money.Where(other => CostScore(other) >= options.HeaderWordScore && PayerOf(other) is null).Any(cost =>
        {
            ImmutableArray<int> payers = [.. money.Where(other => other != cost).Select(other => other.Index)];
            return payers.Length > 0 && sums.ShareOfRows(cost.Index, payers.Add(column.Index)) is var with && with >= options.SumShare && with > sums.ShareOfRows(cost.Index, payers);
        });
    }

    // « ANCT 1re tranche | ANCT 2e tranche »: parts of one grant where a cost or a sum shows that both are counted in it.
    private ImmutableArray<Column> WithInstalments(ImmutableArray<Column> columns, ColumnSums sums)
    {
        var added = columns.ToBuilder();
        var groups = columns.Where(column => column.Role == ColumnRole.PayerAmount && headers.IsInstalment(column.HeaderText) && payers.Match(column.Header.Text) is not null)
            .GroupBy(column => (payers.Match(column.Header.Text)!.Key, column.Status)).Where(group => group.Count() > 1);
        foreach (var group in groups)
        {
            ImmutableArray<int> own = [.. group.Select(column => column.Index)];
            ImmutableArray<int> plan = [.. columns.Where(column => column.Role == ColumnRole.PayerAmount && column.Status == group.Key.Status).Select(column => column.Index)];
            var isCounted = columns.Where(column => column.IsMoney && !own.Contains(column.Index))
                .Any(column => sums.ShareOfRows(column.Index, own) >= options.SumShare || sums.ShareOfRows(column.Index, plan.Remove(column.Index)) >= options.SumShare);
            if (!isCounted)
                continue;
            var name = columns[own[0]].Header;
            var match = payers.Match(name.Text)!;
            foreach (var index in own)
                added[index] = columns[index] with { AddsTo = own[0], Header = name.Slice(match.Start, match.Length) };
        }

        return added.ToImmutable();
    }

    // The payer that the headers of a column name: the lowest one that names any (« État » over « Demandé | Accordé »).
    private SourceText? PayerOf(Column column) => column.Header.IsEmpty || CostScore(column) >= 0.8
        ? null
        : column.HeaderPath.LastOrDefault(header => payers.Match(header.Text) is not null && !IsAmountWord(header.Text));

    // « Somme » is a department too, and heads amounts.
    private bool IsAmountWord(string header) => headers.Match(header).Any(match => match is { Role: HeaderRole.Amount, Score: >= 1 });

    private int? FindCost(ImmutableArray<Column> columns, ImmutableArray<Column> money, ColumnSums sums)
    {
        var named = money.Where(column => CostScore(column) >= options.HeaderWordScore && PayerOf(column) is null)
            .OrderByDescending(CostScore)
            .FirstOrDefault();
        if (named is not null)
            return named.Index;
        var payerColumns = money.Where(column => PayerOf(column) is not null).Select(column => column.Index).ToImmutableArray();
        var rest = money.Where(column => PayerOf(column) is null).ToImmutableArray();
        var summing = rest.FirstOrDefault(column => sums.ShareOfRows(column.Index, [.. money.Select(other => other.Index).Where(other => other != column.Index)]) >= options.SumShare
            || sums.ShareOfRows(column.Index, payerColumns) >= options.SumShare
            // What is asked for and what is granted are no parts of one sum.
            || money.Where(other => PayerOf(other) is not null).GroupBy(other => other.Status).Any(group => sums.ShareOfRows(column.Index, [.. group.Select(other => other.Index)]) >= options.SumShare));
        if (summing is not null)
            return summing.Index;
        // One amount a row under « Budget » or « Montant », beside no payer at all, is what the action costs.
        var hasOtherPlan = columns.Any(column => column.Role is ColumnRole.Financings or ColumnRole.PayerName);
        return !hasOtherPlan && payerColumns.IsEmpty && rest is [var only] && headers.StatusOf(only.HeaderText) is null ? only.Index : null;
    }

    // Beside a plan in one cell, a column without a name whose amounts are the sums of the plans.
    private int? SumOfPlan(TableGrid grid, ImmutableArray<int> rows, ImmutableArray<Column> columns, ImmutableArray<Column> money)
    {
        if (columns.FirstOrDefault(column => column.Role == ColumnRole.Financings) is not { } plan)
            return null;
        var sums = rows.Select(row => (Row: row, Parts: FinancingCell.Parse(grid.TextAt(row, plan.Index)).Amounts)).Where(item => item.Parts.Length > 0).ToList();
        return money.Where(column => PayerOf(column) is null).FirstOrDefault(column => sums.Count > 1
            && sums.Count(item => MoneyGrammar.ParseCell(grid.TextAt(item.Row, column.Index).Text).Money?.Amount.Amount == item.Parts.Sum(part => part.Amount.Amount.Amount)) >= options.SumShare * sums.Count)?.Index;
    }

    private double CostScore(Column column) => column.Header.IsEmpty ? 0
        : Math.Max(
            headers.Match(column.Header.Text).Where(match => match.Role == HeaderRole.TotalCost).Select(match => match.Score).FirstOrDefault(),
            (kinds.NamesCost(column.Header.Text) && payers.Match(column.Header.Text) is null) || (column.Content.Amounts >= 0.5 && headers.OfAmounts(column.Header.Text) == HeaderRole.TotalCost) ? options.HeaderWordScore : 0);

    private bool IsSum(Column column, ImmutableArray<Column> columns, ColumnSums sums, int? cost)
    {
        ImmutableArray<int> payerColumns = [.. columns
            .Where(other => other.Role == ColumnRole.PayerAmount && other.Index != column.Index && other.Index != cost && PayerOf(other) is not null)
            .Select(other => other.Index)];
        return kinds.NamesCost(column.Header.Text) || (payerColumns.Length > 1 && sums.ShareOfRows(column.Index, payerColumns) >= options.SumShare);
    }

    // A header that no vocabulary knows, under « Plan de financement » or beside payers, names a payer that it does not know.
    private bool IsInPlan(Column column, ImmutableArray<Column> money)
    {
        if (UnknownPayerOf(column) is null)
            return false;
        var isUnderPlan = column.HeaderPath.Any(part => headers.Match(part.Text).Any(match => match.Role is HeaderRole.Financing or HeaderRole.Amount));
        return isUnderPlan || money.Any(other => other.Index != column.Index && PayerOf(other) is not null);
    }

    private SourceText? UnknownPayerOf(Column column) => column.HeaderPath.LastOrDefault(part =>
        part.Words.Count() <= options.HeaderPayerWords && !kinds.NamesCost(part.Text) && RowBands.KindOf(part.Text) != BandKind.Year
        && !headers.Match(part.Text).Any(match => match.Score >= options.HeaderWordScore));

    [GeneratedRegex(@"[ \u00A0\n](?:et|ou|&)[ \u00A0\n]|[ \u00A0]?[/\n+,][ \u00A0]?|[ \u00A0][–—-][ \u00A0]", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderParts();
}
