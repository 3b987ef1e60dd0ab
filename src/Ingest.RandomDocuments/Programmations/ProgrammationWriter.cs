using System.Collections.Immutable;
using System.Globalization;
using Ingest.Evaluation;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Model.Values;
using Ingest.RandomDocuments.Drawing;
using Ingest.RandomDocuments.Words;

namespace Ingest.RandomDocuments.Programmations;

/// <summary>Lays a programmation out, and says at the same time what must be read of it.</summary>
internal sealed class ProgrammationWriter
{
    private static readonly Evidence Nowhere = new() { Regions = [], Text = "", Origin = Origin.Human };

    private readonly ProgrammationContent _content;
    private readonly ProgrammationLayout _layout;
    private readonly ProgrammationWords _words;
    private readonly Draw _draw;
    private readonly TableHeads _heads;
    private readonly ProgrammationTable _table;
    private readonly ImmutableArray<Part>.Builder _parts = ImmutableArray.CreateBuilder<Part>();
    private readonly ImmutableArray<Total>.Builder _totals = ImmutableArray.CreateBuilder<Total>();
    private readonly ImmutableArray<PlantedFault>.Builder _faults = ImmutableArray.CreateBuilder<PlantedFault>();

    private ProgrammationWriter(ProgrammationContent content, ProgrammationLayout layout, ProgrammationWords words, Draw draw)
    {
        (_content, _layout, _words, _draw) = (content, layout, words, draw);
        _heads = new TableHeads(content, layout, words, draw);
        _table = new ProgrammationTable(content, layout, _heads);
    }

    /// <summary>The document and its truth.</summary>
    public static (DocumentParts Document, IngestedDocument Truth, ImmutableArray<PlantedFault> Faults) Write(
        ProgrammationContent content, ProgrammationLayout layout, ProgrammationWords words, Draw draw)
    {
        var writer = new ProgrammationWriter(content, layout, words, draw);
        writer.WriteParts();
        return (new DocumentParts(writer._parts.ToImmutable(), layout.Page), writer.Truth(), writer._faults.ToImmutable());
    }

    private FaultKind Fault => _content.Fault;

    private void WriteParts()
    {
        _parts.Add(new TextPart(_content.Title, TextLook.Title));
        if (_content.Opening is { } opening)
            _parts.Add(new TextPart(opening, TextLook.Body));
        _parts.AddRange(_content.Prose.Select(text => new TextPart(text, TextLook.Body)));
        var faultyTheme = _content.Actions[_content.FaultyAction].Theme;
        foreach (var theme in _content.Themes)
        {
            var actions = _content.Actions.Where(action => action.Theme == theme).ToList();
            if (_layout.Themes == ThemeForm.Captions)
                _parts.Add(new TextPart(theme, TextLook.Heading));
            if (_layout.Themes == ThemeForm.Bands)
                _table.AddBand(theme);
            _table.AddActions(actions);
            if (_layout.HasSubtotals)
                AddSums(TotalScope.Theme, theme, _draw.Pick(_words.SubtotalLabels).Replace("{theme}", theme, StringComparison.Ordinal), actions, Fault == FaultKind.Subtotal && theme == faultyTheme);
            if (_layout.Themes == ThemeForm.Captions)
                _parts.Add(_table.Take());
        }

        if (_layout.HasTotal)
        {
            var label = _draw.Pick(_words.TotalLabels).Replace("{year}", Year, StringComparison.Ordinal);
            AddSums(TotalScope.Document, null, label, _content.Actions, Fault == FaultKind.Total);
        }

        if (!_table.IsEmpty)
            _parts.Add(_table.Take());
        if (_layout.Recap != RecapForm.None && !_content.HasGrants)
            AddRecap();
        PlantFaults();
    }

    private string Year => _content.Year.ToString(CultureInfo.InvariantCulture);

    // A row of sums: the cost, and each payer where payers have a place of their own.
    private void AddSums(TotalScope scope, string? of, string label, IReadOnlyList<DrawnAction> actions, bool isWrong)
    {
        var columns = _table.Columns;
        var texts = new (string Text, SheetNumber? Number)?[columns.Length];
        var cost = actions.Sum(action => action.Cost ?? 0) + (isWrong ? _draw.Between(1, 9) * (_layout.Amounts.IsInThousands ? 10_000 : 100) : 0);
        var sums = new List<(string Label, SpelledBody? Payer, FundingStatus Status, decimal Amount)>();
        foreach (var (index, column) in columns.Index())
        {
            if (column.Field == Field.Cost)
            {
                sums.Add((column.Header, null, FundingStatus.Planned, cost));
                texts[index] = (_layout.Amounts.Of(cost), _layout.Amounts.NumberOf(cost));
            }
            else if (column.IsBefore)
            {
                // The year before is summed up as well, and belongs to no action of this one.
                var before = actions.Sum(action => action.Before.GetValueOrDefault(column.Payer!.Id));
                texts[index] = (_layout.Amounts.Of(before), _layout.Amounts.NumberOf(before));
            }
            else if (column.Payer is { } payer)
            {
                var paid = Paid(actions, payer, column.Status);
                texts[index] = paid is { } sum ? (_layout.Amounts.Of(sum), _layout.Amounts.NumberOf(sum)) : (_layout.Amounts.Nothing, null);
                if (paid is not null || _layout.Amounts.NothingIsZero)
                    sums.Add((_heads.LabelOf(column), payer, column.Status, paid ?? 0));
            }
            else if (_layout.Money is MoneyForm.OneCell or MoneyForm.OneCellWithCost && column.Field == Field.Money)
            {
                var inCell = new List<(string Label, SpelledBody? Payer, FundingStatus Status, decimal Amount)>();
                if (_layout.Money == MoneyForm.OneCellWithCost)
                    inCell.Add((_heads.CostLabel, null, FundingStatus.Planned, cost));
                inCell.AddRange(_content.Payers.Select(body => (body.Label, (SpelledBody?)body, FundingStatus.Planned, Paid(actions, body, FundingStatus.Planned) ?? 0)).Where(sum => sum.Item4 != 0));
                texts[index] = (_table.InOneCell(inCell.Select(sum => (sum.Label, sum.Amount))), null);
                sums.AddRange(inCell);
            }
        }

        _table.AddSums(label, texts);
        if (isWrong)
            _faults.Add(new PlantedFault(scope == TotalScope.Theme ? "budget.theme-sum" : "budget.document-sum", scope == TotalScope.Theme ? of : null));
        foreach (var sum in sums)
            AddTotal(scope, of, sums.Count == 1 && _layout.Money != MoneyForm.OneCellWithCost ? label : sum.Label, sum.Payer, sum.Status, sum.Amount, null, !isWrong || sum.Payer is not null);
    }

    private static decimal? Paid(IEnumerable<DrawnAction> actions, SpelledBody payer, FundingStatus status)
    {
        var paid = actions.SelectMany(action => action.Money).Where(money => money.Payer == payer && money.Status == status).ToList();
        return paid.Count == 0 ? null : paid.Sum(money => money.Amount);
    }

    private void AddRecap()
    {
        _parts.Add(new TextPart(_draw.Pick(_words.RecapTitles), TextLook.Heading));
        var hasShares = _layout.Recap == RecapForm.Shares;
        var whole = _content.Actions.SelectMany(action => action.Money).Sum(money => money.Amount);
        var lines = _content.Payers.Select(payer => (payer.Label, Payer: (SpelledBody?)payer, Amount: Paid(_content.Actions, payer, FundingStatus.Planned)!.Value)).ToList();
        // The cost is that of the plans: a wrong one stands above and is told there.
        if (Fault is FaultKind.None or FaultKind.Porteur or FaultKind.Subtotal or FaultKind.Total or FaultKind.Twice)
            lines.Insert(_draw.Chance(0.5) ? 0 : lines.Count, (_draw.Pick(_words.RecapCost), null, whole));
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Cell>>();
        var heads = hasShares ? (string[])[_draw.Pick(_words.RecapHeads), "Montant" + _layout.UnitSuffix, "%"] : [_draw.Pick(_words.RecapHeads), "Montant" + _layout.UnitSuffix];
        rows.Add([.. heads.Select((head, column) => new Cell(column, head) { IsBold = true, IsShaded = _layout.IsShaded, Side = Side.Middle })]);
        foreach (var (label, payer, amount) in lines)
        {
            var share = Math.Round(amount / whole, 4, MidpointRounding.AwayFromZero);
            var cells = new List<Cell>
            {
                new(0, label) { IsBold = payer is null },
                new(1, _layout.Amounts.Of(amount)) { Side = Side.Right, Number = _layout.Amounts.NumberOf(amount) },
            };
            if (hasShares)
                cells.Add(new Cell(2, (share * 100).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',') + " %") { Side = Side.Right, Number = new SheetNumber(share, "0.00%") });
            rows.Add([.. cells]);
            AddTotal(TotalScope.Document, null, label, payer, FundingStatus.Planned, amount, hasShares ? share : null, true);
        }

        _parts.Add(new TablePart { ColumnCount = heads.Length, HeaderRows = 1, Rows = rows.ToImmutable(), Rules = _layout.Rules });
    }

    private void AddTotal(TotalScope scope, string? of, string label, SpelledBody? payer, FundingStatus status, decimal amount, decimal? share, bool isReconciled) => _totals.Add(new Total
    {
        Scope = scope,
        Of = of,
        Label = label,
        Kind = payer?.Kind,
        Year = _content.Year,
        Status = status,
        Amount = new Euros(amount),
        Share = share,
        Reconciled = isReconciled,
        Evidence = Nowhere,
    });

    private void PlantFaults()
    {
        var title = _content.Actions[_content.FaultyAction].Title;
        var code = Fault switch
        {
            FaultKind.Plan => "budget.action-sum",
            FaultKind.Porteur => "structure.missing-porteur",
            FaultKind.Twice => "structure.duplicate-action",
            FaultKind.Cost => "budget.missing-cost",
            _ => null,
        };
        if (code is not null)
            _faults.Add(new PlantedFault(code, title));
    }

    private IngestedDocument Truth() => TruthOf(_content, _content.Title) with
    {
        Actions = [.. _content.Actions.Select(TruthOf)],
        Totals = _totals.ToImmutable(),
    };

    /// <summary>What is true of a document whatever its layout.</summary>
    internal static IngestedDocument TruthOf(ProgrammationContent content, string title)
    {
        var place = content.Place;
        return new IngestedDocument
        {
            Producer = new Producer("", "", "", ""),
            Status = DocumentStatus.Ok,
            Source = new Source { FileName = "", Sha256 = "", MediaType = "", ByteLength = 0 },
            Kind = DocumentKind.Programmation,
            Title = title,
            Period = new Period(content.Year, content.Year),
            Territory = new Territory { Epci = new Epci(place.Epci, place.EpciSiren), Communes = [new Commune(place.Commune, place.Insee, place.Siren)] },
        };
    }

    private FundedAction TruthOf(DrawnAction action)
    {
        var fields = _layout.Fields;
        return new FundedAction
        {
            Id = "",
            Title = action.Title,
            Theme = _layout.Themes == ThemeForm.None ? null : action.Theme,
            Description = fields.Contains(Field.Description) ? action.Description : null,
            Porteur = fields.Contains(Field.Porteur) && action.Porteur is { } porteur ? new Porteur(porteur.Label, porteur.Kind, null) : null,
            Year = _content.Year,
            Decision = fields.Contains(Field.Decision) ? action.Decision : null,
            Renewal = fields.Contains(Field.Renewal) ? action.IsRenewed : null,
            Quartiers = fields.Contains(Field.Quartier) ? [action.Quartier!] : [],
            TotalCost = action.Cost is { } cost ? new Euros(cost) : null,
            Financers = [.. Financers(action)],
            Evidence = Nowhere,
        };
    }

    private IEnumerable<Financer> Financers(DrawnAction action)
    {
        var porteur = _layout.Fields.Contains(Field.Porteur) ? action.Porteur : null;
        if (!_layout.HasPayerColumns)
            return action.Money.Select(money => ToFinancer(money.Payer.Label, money.Payer, money.Amount, money.Status, porteur));
        return from column in _table.Columns
               let payer = column.Payer
               where payer is not null && !column.IsBefore
               let money = action.Money.FirstOrDefault(money => money.Payer == payer && money.Status == column.Status)
               where money is not null || _layout.Amounts.NothingIsZero
               select ToFinancer(_heads.LabelOf(column), payer!, money?.Amount ?? 0, column.Status, porteur);
    }

    internal static Financer ToFinancer(string label, SpelledBody payer, decimal amount, FundingStatus status, SpelledBody? porteur) => new()
    {
        Label = label,
        Kind = payer.Kind,
        Programme = payer.Programme,
        IsOwnFunds = payer.IsOwnOf(porteur),
        Amount = new Euros(amount),
        Status = status,
        Evidence = Nowhere,
    };
}
