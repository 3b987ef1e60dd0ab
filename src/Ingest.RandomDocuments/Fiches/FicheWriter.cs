using System.Collections.Immutable;
using System.Globalization;
using Ingest.Evaluation;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Model.Values;
using Ingest.RandomDocuments.Drawing;
using Ingest.RandomDocuments.Programmations;
using Ingest.RandomDocuments.Words;

namespace Ingest.RandomDocuments.Fiches;

/// <summary>Lays a programmation out as action sheets, and says at the same time what must be read of it.</summary>
internal sealed class FicheWriter
{
    private static readonly Evidence Nowhere = new() { Regions = [], Text = "", Origin = Origin.Human };

    private readonly ProgrammationContent _content;
    private readonly FicheLayout _layout;
    private readonly FicheWords _words;
    private readonly HeaderWords _headers;
    private readonly Draw _draw;
    private readonly FicheBudget _budget;
    private readonly ImmutableArray<Part>.Builder _parts = ImmutableArray.CreateBuilder<Part>();
    private readonly ImmutableArray<FundedAction>.Builder _actions = ImmutableArray.CreateBuilder<FundedAction>();
    private readonly string _cost;
    private readonly string _plan;

    private FicheWriter(ProgrammationContent content, FicheLayout layout, FicheWords words, HeaderWords headers, Draw draw)
    {
        (_content, _layout, _words, _headers, _draw) = (content, layout, words, headers, draw);
        _budget = new FicheBudget(words, layout, draw);
        (_cost, _plan) = (draw.Pick(words.Labels.Cost), draw.Pick(words.Labels.Plan));
    }

    /// <summary>The document and its truth.</summary>
    public static (DocumentParts Document, IngestedDocument Truth, ImmutableArray<PlantedFault> Faults) Write(
        ProgrammationContent content, FicheLayout layout, FicheWords words, HeaderWords headers, Draw draw)
    {
        var writer = new FicheWriter(content, layout, words, headers, draw);
        writer._parts.Add(new TextPart(content.Title, TextLook.Title));
        if (content.Opening is { } opening)
            writer._parts.Add(new TextPart(opening, TextLook.Body));
        foreach (var (index, action) in content.Actions.Index())
            writer.WriteFiche(index + 1, action);
        return (new DocumentParts(writer._parts.ToImmutable(), layout.Page), writer.Truth(), writer.Faults());
    }

    private bool HasBudget => _layout.Budget is BudgetForm.Accounts or BudgetForm.Beside or BudgetForm.Below;

    private void WriteFiche(int number, DrawnAction action)
    {
        if (_layout.Heading is { } heading)
            _parts.Add(new TextPart(heading.Replace("{n}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{title}", action.Title, StringComparison.Ordinal), TextLook.Heading));
        var pairs = _layout.Fields.Select(field => (field.Label, Value: ValueOf(field, action), IsLong: field.Field is FicheField.Description or FicheField.Title)).Where(pair => pair.Value.Length > 0).ToList();
        if (!HasBudget)
        {
            var cost = action.Cost is { } euros ? _layout.Amounts.Of(euros) : "";
            var money = string.Join(_layout.Budget == BudgetForm.OneValue ? " – " : "\n", Paid(action).Select(part => $"{part.Payer.Label} : {_layout.Amounts.Of(part.Amount)}"));
            if (_layout.Budget == BudgetForm.OneValue)
                pairs.Add((_cost, $"{cost} – {money}", true));
            else
                pairs.Add((_cost, cost, false));
            if (_layout.Budget == BudgetForm.Lines && _layout.Form != FicheForm.Paragraphs)
                pairs.Add((_plan, money, true));
        }

        WritePairs(pairs, action);
        WriteMoney(action);
        _actions.Add(TruthOf(action));
    }

    private void WritePairs(List<(string Label, string Value, bool IsLong)> pairs, DrawnAction action)
    {
        if (_layout.Form == FicheForm.Paragraphs)
        {
            _parts.AddRange(pairs.Select(pair => new TextPart($"{pair.Label} : {pair.Value}", TextLook.Body)));
            return;
        }

        var rows = new List<ImmutableArray<Cell>>();
        var width = _layout.Form switch { FicheForm.OneCell => 1, FicheForm.TwoColumns => 2, _ => 4 };
        for (var i = 0; i < pairs.Count; i++)
        {
            if (_layout.HasBands && i % 4 == 0)
                rows.Add([new Cell(0, _words.Bands[i / 4 % _words.Bands.Count]) { ColumnSpan = width, IsBold = true, IsShaded = true, Side = Side.Middle }]);
            if (_layout.Form == FicheForm.OneCell)
                rows.Add([new Cell(0, $"{pairs[i].Label} : {pairs[i].Value}")]);
            else if (_layout.Form == FicheForm.FourColumns && !pairs[i].IsLong && i + 1 < pairs.Count && !pairs[i + 1].IsLong)
                rows.Add(FicheBudget.Row(0, Label(pairs[i].Label), new Cell(0, pairs[i].Value), Label(pairs[i + 1].Label), new Cell(0, pairs[++i].Value)));
            else
                rows.Add(FicheBudget.Row(0, Label(pairs[i].Label), new Cell(0, pairs[i].Value) { ColumnSpan = width - 1 }));
        }

        if (_layout.IsOneTable)
        {
            rows.Add([new Cell(0, _draw.Pick(_words.BudgetTitles)) { ColumnSpan = width, IsBold = true, Side = Side.Middle }]);
            rows.AddRange(_budget.Beside(action, _content.Payers));
        }

        _parts.Add(_budget.Table([.. rows]));
    }

    private Cell Label(string label) => new(0, _layout.HasColons ? label + " :" : label) { IsBold = true };

    private void WriteMoney(DrawnAction action)
    {
        if (_layout.IsOneTable || _layout.Budget == BudgetForm.OneValue || (_layout.Budget == BudgetForm.Lines && _layout.Form != FicheForm.Paragraphs))
            return;
        if (_layout.Budget != BudgetForm.Lines && _draw.Chance(0.6))
            _parts.Add(new TextPart(_draw.Pick(_words.BudgetTitles), TextLook.SubHeading));
        switch (_layout.Budget)
        {
            case BudgetForm.Accounts or BudgetForm.Beside:
                _parts.Add(_budget.Table([.. _budget.Beside(action, _content.Payers)]));
                break;
            case BudgetForm.Below:
                _parts.AddRange(_budget.Below(action, _content.Payers));
                break;
            case BudgetForm.PayerTable:
                _parts.Add(_budget.Payers(action, _headers.Payer[0], _words.AmountHeads[0]));
                break;
            case BudgetForm.Grants:
                _parts.Add(_budget.Grants(action, _headers.Payer[1], _headers.Requested[0], _headers.Granted[0]));
                break;
            default:
                _parts.Add(new TextPart(_plan + " :", TextLook.Body));
                _parts.AddRange(Paid(action).Select(money => new TextPart($"– {money.Payer.Label} : {_layout.Amounts.Of(money.Amount)}", TextLook.Item)));
                break;
        }
    }

    private static IEnumerable<DrawnMoney> Paid(DrawnAction action) => action.Money.Where(money => money.Status != FundingStatus.Granted);

    private static string ValueOf((FicheField Field, string Label, string Value) field, DrawnAction action) => field.Field switch
    {
        FicheField.Title => action.Title,
        FicheField.Porteur => action.Porteur?.Label ?? "",
        FicheField.Theme => action.Theme,
        FicheField.Quartier => action.Quartier!,
        FicheField.Public => action.Public,
        FicheField.Description => action.Description,
        _ => field.Value,
    };

    private ImmutableArray<PlantedFault> Faults() => _content.Fault switch
    {
        FaultKind.Plan => [new PlantedFault(HasBudget ? "budget.sides-differ" : "budget.action-sum", _content.Actions[_content.FaultyAction].Title)],
        FaultKind.Porteur => [new PlantedFault("structure.missing-porteur", _content.Actions[_content.FaultyAction].Title)],
        _ => [],
    };

    private IngestedDocument Truth()
    {
        var place = _content.Place;
        return new IngestedDocument
        {
            Producer = new Producer("", "", "", ""),
            Status = DocumentStatus.Ok,
            Source = new Source { FileName = "", Sha256 = "", MediaType = "", ByteLength = 0 },
            Kind = DocumentKind.Programmation,
            Title = _content.Title,
            Period = new Period(_content.Year, _content.Year),
            Territory = new Territory { Epci = new Epci(place.Epci, place.EpciSiren), Communes = [new Commune(place.Commune, place.Insee, place.Siren)] },
            Actions = _actions.ToImmutable(),
        };
    }

    private FundedAction TruthOf(DrawnAction action)
    {
        var porteur = _layout.Has(FicheField.Porteur) ? action.Porteur : null;
        var money = action.Money.Select(part => ToFinancer(part.Payer, part.Amount, part.Status, porteur)).ToList();
        // A line of nothing that is written as 0 is an amount; a blank one is none.
        if (_layout.Amounts.NothingIsZero && HasBudget)
            money.AddRange(_content.Payers.Where(payer => !action.Money.Any(part => part.Payer == payer)).Select(payer => ToFinancer(payer, 0, FundingStatus.Planned, porteur)));
        if (_layout.Amounts.NothingIsZero && _layout.Budget == BudgetForm.Grants)
            money.AddRange(action.Money.Select(part => part.Payer).Distinct().Where(payer => !action.Money.Any(part => part.Payer == payer && part.Status == FundingStatus.Granted)).Select(payer => ToFinancer(payer, 0, FundingStatus.Granted, porteur)));
        if (_budget.InKind is { } given)
            money.Add(ToFinancer(new SpelledBody("valorisation", "valorisation", null, given.Label), given.Amount, FundingStatus.Planned, porteur));
        var renewal = _layout.Fields.FirstOrDefault(field => field.Field == FicheField.Renewal);
        return new FundedAction
        {
            Id = "",
            Title = action.Title,
            Theme = _layout.Has(FicheField.Theme) ? action.Theme : null,
            Description = _layout.Has(FicheField.Description) ? action.Description : null,
            Porteur = porteur is null ? null : new Porteur(porteur.Label, porteur.Kind, null),
            Year = _content.Year,
            Quartiers = _layout.Has(FicheField.Quartier) ? [action.Quartier!] : [],
            Renewal = renewal.Label is null ? null : renewal.Label is not ("Nouvelle action" or "Action nouvelle"),
            TotalCost = action.Cost is { } cost ? new Euros(cost) : null,
            Financers = [.. money],
            Evidence = Nowhere,
        };
    }

    private static Financer ToFinancer(SpelledBody payer, decimal amount, FundingStatus status, SpelledBody? porteur) => new()
    {
        Label = payer.Label,
        Kind = payer.Kind,
        Programme = payer.Programme,
        IsOwnFunds = payer.IsOwnOf(porteur),
        Amount = new Euros(amount),
        Status = status,
        Evidence = Nowhere,
    };
}
