using System.Collections.Immutable;
using System.Globalization;
using Ingest.Evaluation;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Model.Values;
using Ingest.RandomDocuments.Drawing;
using Ingest.RandomDocuments.Words;

namespace Ingest.RandomDocuments.Programmations;

/// <summary>Lays a programmation out in running text, and says at the same time what must be read of it.</summary>
internal sealed class PassageWriter
{
    private static readonly Evidence Nowhere = new() { Regions = [], Text = "", Origin = Origin.Human };

    private readonly ProgrammationContent _content;
    private readonly ProgrammationLayout _layout;
    private readonly ProgrammationWords _words;
    private readonly Draw _draw;
    private readonly AmountStyle _amounts;
    private readonly ImmutableArray<Part>.Builder _parts = ImmutableArray.CreateBuilder<Part>();
    private readonly ImmutableArray<FundedAction>.Builder _actions = ImmutableArray.CreateBuilder<FundedAction>();

    private PassageWriter(ProgrammationContent content, ProgrammationLayout layout, ProgrammationWords words, Draw draw)
    {
        (_content, _layout, _words, _draw) = (content, layout, words, draw);
        // In a sentence it is the currency that makes a number money.
        _amounts = layout.Amounts with { IsInThousands = false, Symbol = layout.Amounts.Symbol.Length == 0 ? " €" : layout.Amounts.Symbol };
    }

    /// <summary>The document and its truth.</summary>
    public static (DocumentParts Document, IngestedDocument Truth, ImmutableArray<PlantedFault> Faults) Write(
        ProgrammationContent content, ProgrammationLayout layout, ProgrammationWords words, Draw draw)
    {
        var writer = new PassageWriter(content, layout, words, draw);
        var isGrant = layout.Form is ActionForm.Articles or ActionForm.GrantList;
        var title = isGrant ? writer.Fill(draw.Pick(words.Passages.DeliberationTitles)) : content.Title;
        writer.Add(title, TextLook.Title);
        if (content.Opening is { } opening)
            writer.Add(opening, TextLook.Body);
        if (isGrant)
            return writer.WithGrants(title);
        writer.WriteActions();
        return (new DocumentParts(writer._parts.ToImmutable(), layout.Page), ProgrammationWriter.TruthOf(content, title) with { Actions = writer._actions.ToImmutable() }, []);
    }

    private void Add(string text, TextLook look) => _parts.Add(new TextPart(text, look));

    private string Fill(string text) => text
        .Replace("{commune}", _content.Place.Commune, StringComparison.Ordinal)
        .Replace("{year}", _content.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{n}", _draw.Between(2, 9).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{m}", _draw.Between(15, 45).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private void WriteActions()
    {
        var passages = _words.Passages;
        if (_draw.Chance(0.5))
            Add(_draw.Pick(passages.Talk), TextLook.Body);
        var (item, pair, bullet) = (_draw.Pick(passages.Items), _draw.Pick(passages.Pairs), _draw.OneOf("-", "•", "–"));
        var (porteur, cost, plan) = (_draw.Pick(passages.PorteurLines), _draw.Pick(passages.CostLines), _draw.Pick(passages.PlanLines));
        foreach (var theme in _content.Themes)
        {
            Add(theme, TextLook.Heading);
            foreach (var action in _content.Actions.Where(action => action.Theme == theme))
            {
                string Of(string pattern) => pattern
                    .Replace("{title}", action.Title, StringComparison.Ordinal)
                    .Replace("{porteur}", action.Porteur!.Label, StringComparison.Ordinal)
                    .Replace("{cost}", _amounts.Of(action.Cost!.Value), StringComparison.Ordinal)
                    .Replace("{plan}", string.Join(", ", action.Money.Select(money => pair.Replace("{payer}", money.Payer.Label, StringComparison.Ordinal).Replace("{amount}", _amounts.Of(money.Amount), StringComparison.Ordinal))), StringComparison.Ordinal);
                if (_layout.Form == ActionForm.Items)
                {
                    Add($"{bullet} {Of(item)}", TextLook.Item);
                }
                else
                {
                    Add(action.Title, TextLook.SubHeading);
                    Add(action.Description, TextLook.Body);
                    Add(Of(porteur), TextLook.Body);
                    Add(Of(cost), TextLook.Body);
                    Add(Of(plan), TextLook.Body);
                }

                _actions.Add(TruthOf(action, theme, _layout.Form == ActionForm.Sheets ? action.Description : null, action.Cost, action.Money.Select(money => ProgrammationWriter.ToFinancer(money.Payer.Label, money.Payer, money.Amount, money.Status, action.Porteur))));
            }
        }
    }

    private (DocumentParts Document, IngestedDocument Truth, ImmutableArray<PlantedFault> Faults) WithGrants(string title)
    {
        var passages = _words.Passages;
        Add(Fill(_draw.Pick(passages.Sessions)), TextLook.Body);
        foreach (var visa in passages.Visas)
            Add(visa, TextLook.Body);
        Add(Fill(_draw.Pick(passages.Votes)), TextLook.Body);
        Add($"Article 1 : d'approuver la programmation {_content.Year.ToString(CultureInfo.InvariantCulture)} du contrat de ville.", TextLook.Body);
        var grants = new GrantWriter(_content, passages, _amounts, _draw, Fill).Write(_layout.Form == ActionForm.GrantList);
        _parts.AddRange(grants.Parts);
        Add($"Article {grants.NextArticle} : d'autoriser le maire à signer tout document relatif à ce dossier.", TextLook.Body);
        _actions.AddRange(grants.Grants.Select(grant => TruthOf(grant.Action, null, null, grant.Cost, [ProgrammationWriter.ToFinancer(grants.Payer.Label, grants.Payer, grant.Action.Money[0].Amount, FundingStatus.Granted, grant.Action.Porteur)])));
        var truth = ProgrammationWriter.TruthOf(_content, title) with { Actions = _actions.ToImmutable() };
        return (new DocumentParts(_parts.ToImmutable(), _layout.Page), grants.Total is { } total ? truth with { Totals = [TruthOf(grants.Payer, total)] } : truth, []);
    }

    private Total TruthOf(SpelledBody payer, decimal total) => new()
    {
        Scope = TotalScope.Document,
        Label = payer.Label,
        Kind = payer.Kind,
        Year = _content.Year,
        Status = FundingStatus.Granted,
        Amount = new Euros(total),
        Reconciled = true,
        Evidence = Nowhere,
    };

    private FundedAction TruthOf(DrawnAction action, string? theme, string? description, decimal? cost, IEnumerable<Financer> financers) => new()
    {
        Id = "",
        Title = action.Title,
        Theme = theme,
        Description = description,
        Porteur = new Porteur(action.Porteur!.Label, action.Porteur.Kind, null),
        Year = _content.Year,
        TotalCost = cost is { } stated ? new Euros(stated) : null,
        Financers = [.. financers],
        Evidence = Nowhere,
    };
}
