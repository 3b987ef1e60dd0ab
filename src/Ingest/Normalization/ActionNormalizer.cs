using System.Collections.Immutable;
using System.Globalization;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Segmentation;
using Ingest.Vocabulary;

namespace Ingest.Normalization;

/// <summary>Typed values with what the checks need beside them.</summary>
/// <typeparam name="T">Actions or totals.</typeparam>
internal sealed record Normalized<T>(
    ImmutableArray<T> Values,
    ImmutableDictionary<string, decimal> Rounding,
    ImmutableDictionary<string, PayerIdentity> Identities,
    ImmutableArray<Finding> Findings);

/// <summary>Draft actions to typed ones.</summary>
internal sealed class ActionNormalizer(TerminologyVocabulary terms, PayerNormalizer payers, Territory territory, PeriodReading period)
{
    private const string InKind = "valorisation";

    private readonly ImmutableDictionary<string, decimal>.Builder _rounding = ImmutableDictionary.CreateBuilder<string, decimal>();
    private readonly ImmutableDictionary<string, PayerIdentity>.Builder _identities = ImmutableDictionary.CreateBuilder<string, PayerIdentity>();
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
    private readonly ContentIds _ids = new("action");
    private readonly QuartierNames _names = new(territory.Quartiers);

    /// <summary>Normalises actions in document order.</summary>
    public Normalized<FundedAction> Normalize(ImmutableArray<DraftAction> drafts)
    {
        var actions = drafts.Select((draft, index) => ToAction(draft, $"/actions/{index}")).ToImmutableArray();
        return new(actions, _rounding.ToImmutable(), _identities.ToImmutable(), _findings.ToImmutable());
    }

    private FundedAction ToAction(DraftAction draft, string pointer)
    {
        var title = PlainText.Label(draft.Title);
        // What names a neighbourhood of the document and nothing else is no theme.
        var theme = draft.Quartiers.IsEmpty && _names.IsName(draft.Theme.Text) ? null : PlainText.Label(draft.Theme);
        var porteur = PlainText.Line(draft.Porteur) is { } label ? payers.Identify(label) : null;
        if (porteur is not null)
            _identities[pointer + "/porteur"] = porteur;
        var year = YearOf(draft);
        var quartiers = QuartiersOf(draft);
        Doubt(draft.Cost, pointer + "/totalCost");
        return new FundedAction
        {
            Id = _ids.Next(title ?? "", theme ?? "", porteur?.Label ?? "", year is { } number ? number.ToString(CultureInfo.InvariantCulture) : "", draft.Cost?.Amount.ToString() ?? ""),
            Title = title,
            Theme = theme,
            Themes = theme is null ? [] : terms.SplitThemes(theme),
            Description = PlainText.Description(draft.Description),
            Porteur = porteur is null ? null : new Porteur(porteur.Label, porteur.Kind, porteur.Siren),
            Year = year,
            Quartiers = quartiers.Names,
            Decision = draft.Decision?.Value,
            Renewal = draft.Renewal?.Value,
            TotalCost = draft.Cost?.Amount,
            Financers = [.. draft.Financings.Select((financing, index) => ToFinancer(financing, porteur, $"{pointer}/financers/{index}"))],
            Evidence = draft.Row.ToEvidence(),
            FieldEvidence = FieldEvidence(draft, year, quartiers.Evidence),
        };
    }

    private Financer ToFinancer(DraftFinancing draft, PayerIdentity? porteur, string pointer)
    {
        var identity = payers.Identify(PlainText.Line(draft.Label) ?? "");
        // The account says what the words may not: what stands in 87 is no money, whoever gives it.
        if (draft.IsInKind && identity.Kind != InKind)
            identity = identity with { Kind = InKind, IsKnown = true };
        if (payers.InPurse(identity, draft.Purse) is { } told)
            identity = told;
        _identities[pointer] = identity;
        Doubt(draft.Amount, pointer);
        if (draft.Share is { } share)
            _rounding[pointer + "/share"] = share.Rounding;
        var evidence = draft.Label.ToEvidence().Then(draft.Amount?.Source.ToEvidence() ?? draft.Share!.Source.ToEvidence());
        return new Financer
        {
            Label = identity.Label,
            Kind = identity.Kind,
            Programme = identity.Programme,
            IsOwnFunds = PayerNormalizer.IsOwnFunds(porteur, identity),
            Amount = draft.Amount?.Amount,
            Share = draft.Share?.Share.Share,
            Status = draft.Status,
            Evidence = identity.ProgrammeEvidence is { } purse ? evidence.Then(purse) : evidence,
        };
    }

    private void Doubt(DraftAmount? amount, string pointer)
    {
        if (amount is null)
            return;
        _rounding[pointer] = amount.Rounding;
        if (amount.IsAmbiguous)
            _findings.Add(BudgetFindings.AmbiguousAmount.At(pointer, amount.Source.ToEvidence(), amount.Source.Text));
    }

    private int? YearOf(DraftAction draft)
    {
        if (YearGrammar.FindPeriods(draft.Year.Text) is [{ IsSingleYear: true } year, ..])
            return year.From;
        return draft.Year.IsEmpty ? period.ProgrammeYear : null;
    }

    // A column of neighbourhoods holds names alone; elsewhere a neighbourhood is what the words call one, or one of the document's.
    private (ImmutableArray<string> Names, Evidence? Evidence) QuartiersOf(DraftAction draft)
    {
        var column = _names.OfCell(draft.Quartiers.Text);
        if (!column.IsEmpty)
            return (column, draft.Quartiers.ToEvidence());
        // « Belfort – Glacis du Château » over a table, or as the theme of its rows: one of the document's own, called by no word.
        foreach (var heading in new[] { draft.Theme, draft.Section })
        {
            if (_names.OfHeading(heading.Text) is { IsEmpty: false } named)
                return (named, heading.ToEvidence());
        }

        var found = new[] { draft.Title, draft.Description, draft.Details }
            .SelectMany(source => _names.In(source.Text).Select(place => (place.Name, Source: source.Slice(place.Start, place.Length))))
            .DistinctBy(place => QuartierGrammar.Core(place.Name))
            .ToList();
        return found.Count == 0
            ? ([], null)
            : ([.. found.Select(place => place.Name)], found.Select(place => place.Source.ToEvidence()).Aggregate((first, next) => first.Then(next)));
    }

    private ImmutableSortedDictionary<string, Evidence> FieldEvidence(DraftAction draft, int? year, Evidence? quartiers)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, Evidence>(StringComparer.Ordinal);
        Add("title", draft.Title);
        Add("theme", draft.Theme);
        Add("description", draft.Description);
        Add("porteur", draft.Porteur);
        if (quartiers is not null)
            fields["quartiers"] = quartiers;
        Add("year", draft.Year);
        Add("totalCost", draft.Cost?.Source ?? SourceText.Empty);
        Add("renewal", draft.Renewal?.Source ?? SourceText.Empty);
        Add("decision", draft.Decision?.Source ?? SourceText.Empty);
        // The year of the whole document stands where the document says it.
        if (draft.Year.IsEmpty && year is not null)
            fields["year"] = period.ProgrammeEvidence ?? period.FieldEvidence["period"];
        return fields.ToImmutable();

        void Add(string name, SourceText text)
        {
            if (!text.IsEmpty)
                fields[name] = text.ToEvidence();
        }
    }
}
