using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>An action with what its rows left over.</summary>
internal sealed record ActionReading(DraftAction Action, ImmutableArray<DraftUnassigned> Left);

/// <summary>Reads one action out of the rows that its title covers.</summary>
internal sealed partial class ActionRows(RowKinds kinds, HeaderVocabulary headers, SegmentationOptions options)
{
    /// <summary>Reads the rows from <paramref name="first"/> to <paramref name="last"/> as one action.</summary>
    public ActionReading Read(TableGrid grid, ImmutableArray<Column> columns, int first, int last, SourceText theme)
    {
        var money = new MoneyReading(kinds, options);
        var left = new List<DraftUnassigned>();
        foreach (var column in columns)
        {
            foreach (var cell in Cells(grid, column, first, last).Where(cell => cell.Row >= first))
            {
                // An action has no field for its commune: the document's territory learns it, the words stay told.
                if (ReasonOf(column, cell.Text) is { } reason)
                    left.Add(new DraftUnassigned(cell.Text, reason, column.Header));
                else if (column.HoldsDecisions && headers.DecisionOf(cell.Text.Text) is not null)
                    continue;
                else if (column.Role == ColumnRole.NamedAmount)
                    money.ReadNamed(cell.Text, column, PayerNameOf(grid, columns, cell));
                else if (column.IsMoney)
                    money.ReadCell(cell.Text, column);
                else if (column.Role == ColumnRole.Share)
                    money.ReadShare(cell.Text, column, columns);
            }
        }

        var named = LabelledLines.Part(Text(grid, columns, ColumnRole.Title, first, last), headers);
        SourceText Of(ColumnRole role) => Text(grid, columns, role, first, last) is { IsEmpty: false } own ? own : named.Fields.GetValueOrDefault(role, SourceText.Empty);
        var (title, description) = TitleAndDescription(named.Rest, Of(ColumnRole.Description), columns.Any(column => column.Role == ColumnRole.Description));
        if (title.IsEmpty)
            title = named.Fields.GetValueOrDefault(ColumnRole.Title, SourceText.Empty);
        var porteur = Of(ColumnRole.Porteur);
        var (ownDecision, ownRenewal) = (SourceText.Empty, SourceText.Empty);
        if (columns.FirstOrDefault(column => !column.Shared.IsEmpty) is { } shared && porteur.IsEmpty)
        {
            (var names, ownDecision, ownRenewal) = WithoutRemarks(Text(grid, shared, first, last));
            (porteur, title, description) = Parted(names, shared.Shared, Text(grid, columns, ColumnRole.Description, first, last));
        }

        var decision = columns.Where(column => column.Role == ColumnRole.Decision || column.HoldsDecisions).Select(column => Text(grid, column, first, last)).FirstOrDefault(text => headers.DecisionOf(text.Text) is not null) ?? SourceText.Empty;
        var renewal = columns.Where(column => column.Role == ColumnRole.Renewal).Select(column => (column.Header, Text: Text(grid, column, first, last)))
            .FirstOrDefault(cell => headers.RenewalOf(cell.Text.Text, cell.Header.Text) is not null);
        if (decision.IsEmpty)
            decision = ownDecision;
        if (renewal.Text is null && !ownRenewal.IsEmpty)
            renewal = (SourceText.Empty, ownRenewal);
        left.AddRange(money.Close());
        return new ActionReading(
            new DraftAction
            {
                Title = title,
                Description = description,
                Theme = theme.IsEmpty ? named.Fields.GetValueOrDefault(ColumnRole.Theme, SourceText.Empty) : theme,
                Porteur = porteur.IsEmpty ? columns.First(column => column.Role == ColumnRole.Title).Carrier : porteur,
                Quartiers = Of(ColumnRole.Quartier),
                Commune = Text(grid, columns, ColumnRole.Commune, first, last),
                Details = SourceText.Concat(left.Select(words => words.Text)),
                Year = Text(grid, columns, ColumnRole.Year, first, last),
                Decision = headers.DecisionOf(decision.Text) is { } decided ? new DraftChoice<Decision>(decision, decided) : null,
                Renewal = renewal.Text is not null && headers.RenewalOf(renewal.Text.Text, renewal.Header.Text) is { } goesOn ? new DraftChoice<bool>(renewal.Text, goesOn) : null,
                Cost = money.Cost,
                Financings = [.. money.Financings],
                Row = SourceText.Concat(Enumerable.Range(first, last - first + 1).SelectMany(row => grid.StartingIn(row)).Select(cell => cell.Text)),
            },
            [.. left]);
    }

    private string? ReasonOf(Column column, SourceText cell) => column.Role switch
    {
        // Amounts in a column that should have none are no matter of form.
        ColumnRole.NoField when column.Content.Amounts >= 0.5 && MoneyGrammar.ParseCell(cell.Text).Money is not null => UnassignedReason.UnknownColumn,
        ColumnRole.NoField or ColumnRole.Commune => UnassignedReason.NoField,
        // « 3 » or « A1 » only counts the rows; « VVV-24-001 » refers to something.
        ColumnRole.Number when cell.Text.Count(char.IsLetterOrDigit) > 4 => UnassignedReason.NoField,
        ColumnRole.OtherYear when MoneyGrammar.ParseCell(cell.Text) is { IsNothing: false } => UnassignedReason.OtherYear,
        ColumnRole.Decision when headers.DecisionOf(cell.Text) is null => UnassignedReason.NotRead,
        ColumnRole.Renewal when headers.RenewalOf(cell.Text, column.Header.Text) is null => UnassignedReason.NotRead,
        ColumnRole.Unknown => UnassignedReason.UnknownColumn,
        _ => null,
    };

    // One cell may hold a title and, in paragraphs of its own, what the action is about.
    private (SourceText Title, SourceText Description) TitleAndDescription(SourceText title, SourceText description, bool hasDescription)
    {
        if (hasDescription || title.Paragraphs.Length < 2 || title.Paragraphs[0].Words.Length > options.TitleWords || title.Paragraphs[0].Marker is { } marker && !marker.Any(char.IsLetterOrDigit))
            return (title, description);
        // A title that only wraps goes on in lower case.
        var second = title.Paragraphs[1];
        var goesOn = second.Marker is null && second.Words is [var word, ..] && char.IsLower(word.Text[0]) && title.Paragraphs.Length == 2 && second.Words.Length <= options.TitleWords;
        return goesOn
            ? (title, description)
            : (title with { Paragraphs = [title.Paragraphs[0]] }, SourceText.Concat([description, title with { Paragraphs = title.Paragraphs[1..] }]));
    }

    // « Reconduction », « Refusé » on a line of its own below title and porteur is neither's.
    private (SourceText Names, SourceText Decision, SourceText Renewal) WithoutRemarks(SourceText cell)
    {
        var (decision, renewal) = (SourceText.Empty, SourceText.Empty);
        var names = ImmutableArray.CreateBuilder<SourceParagraph>();
        foreach (var paragraph in cell.Paragraphs)
        {
            var line = cell with { Paragraphs = [paragraph] };
            var isRemark = names.Count > 1 && paragraph.Words.Length <= LongestRemark;
            if (isRemark && renewal.IsEmpty && headers.RenewalOf(line.Text) is not null)
                renewal = line;
            else if (isRemark && decision.IsEmpty && headers.DecisionOf(line.Text) is not null)
                decision = line;
            else
                names.Add(paragraph);
        }

        return (cell with { Paragraphs = names.ToImmutable() }, decision, renewal);
    }

    private const int LongestRemark = 3;

    // Who carries and what, in lines of one cell; a cell of one line names the action.
    private static (SourceText Porteur, SourceText Title, SourceText Description) Parted(SourceText cell, ImmutableArray<ColumnRole> order, SourceText description)
    {
        if (cell.Paragraphs.Length < 2)
        {
            // « CCAS – Bien vieillir » below « Porteur – action ».
            if (Dash().Matches(cell.Text) is not [var dash])
                return (SourceText.Empty, cell, description);
            var (before, behind) = (cell.Slice(0, dash.Index), cell.Slice(dash.Index + dash.Length, cell.Text.Length - dash.Index - dash.Length));
            return order[0] == ColumnRole.Porteur ? (before, behind, description) : (behind, before, description);
        }

        SourceText Of(ImmutableArray<SourceParagraph> paragraphs) => cell with { Paragraphs = paragraphs };
        return order[0] == ColumnRole.Porteur
            ? (Of(cell.Paragraphs[..1]), Of(cell.Paragraphs[1..2]), cell.Paragraphs.Length > 2 ? SourceText.Concat([Of(cell.Paragraphs[2..]), description]) : description)
            : (Of(cell.Paragraphs[^1..]), Of(cell.Paragraphs[..1]), cell.Paragraphs.Length > 2 ? SourceText.Concat([Of(cell.Paragraphs[1..^1]), description]) : description);
    }

    [GeneratedRegex(@"[ \u00A0]+[–—-][ \u00A0]+", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    private static SourceText PayerNameOf(TableGrid grid, ImmutableArray<Column> columns, TableCell amount) =>
        grid.TextAt(amount.Row, columns.First(column => column.Role == ColumnRole.PayerName).Index);

    private static SourceText Text(TableGrid grid, ImmutableArray<Column> columns, ColumnRole role, int first, int last) =>
        columns.FirstOrDefault(column => column.Role == role) is { } column ? Text(grid, column, first, last) : SourceText.Empty;

    private static SourceText Text(TableGrid grid, Column column, int first, int last) =>
        SourceText.Concat(Cells(grid, column, first, last).Select(cell => cell.Text));

    private static IEnumerable<TableCell> Cells(TableGrid grid, Column column, int first, int last) =>
        Enumerable.Range(first, last - first + 1)
            .Select(row => grid.At(row, column.Index))
            .OfType<TableCell>()
            .Where(cell => cell.Column == column.Index && !cell.Text.IsEmpty)
            .Distinct();
}
