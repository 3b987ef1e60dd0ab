using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Segmentation.Conventions;

namespace Ingest.Normalization;

/// <summary>Drafts of a convention to its published form: ids, plain texts, neighbourhoods, every part with its evidence.</summary>
internal sealed class ConventionNormalizer(Territory territory)
{
    private readonly ContentIds _enjeux = new("enjeu");
    private readonly ContentIds _orientations = new("orientation");
    private readonly ContentIds _objectives = new("objectif");
    private readonly ContentIds _items = new("oo");
    private readonly QuartierNames _names = new(territory.Quartiers);

    /// <summary>The strategy.</summary>
    public ImmutableArray<Enjeu> ToEnjeux(DraftConvention draft) => [.. draft.Enjeux.Select(ToEnjeu)];

    /// <summary>The diagnosis.</summary>
    public Diagnosis ToDiagnosis(DraftConvention draft) => new()
    {
        Indicators = [.. draft.Indicators.Select(ToIndicator)],
        Irritants = ToItems(draft.Irritants),
        Opportunites = ToItems(draft.Opportunites),
        Priorites = ToItems(draft.Priorites),
    };

    /// <summary>The parts on steering.</summary>
    public static ImmutableArray<GovernanceItem> ToGovernance(DraftConvention draft) =>
    [
        .. draft.Governance.Select(part => new GovernanceItem(
            PlainText.WithoutNumber(part.Heading), PlainText.Line(part.Text) ?? "", SourceText.Concat([part.Heading, part.Text]).ToEvidence())),
    ];

    /// <summary>The parties of the signature block.</summary>
    public static ImmutableArray<Signatory> ToSignatories(DraftConvention draft) =>
        [.. draft.Signatories.Select(party => new Signatory(PlainText.Line(party) ?? "", null, party.ToEvidence()))];

    private Enjeu ToEnjeu(DraftEnjeu draft, int index)
    {
        var orientations = draft.Orientations.Select(ToOrientation).ToImmutableArray();
        return new Enjeu(
            _enjeux.Next(Words(draft.Label)), draft.Label.Number ?? index + 1, draft.Label.Code, PlainText.Label(draft.Label.Title), orientations,
            EvidenceOf(draft.Label, orientations.Select(child => child.Evidence)));
    }

    private Orientation ToOrientation(DraftOrientation draft)
    {
        var objectives = draft.Objectives.Select(ToObjective).ToImmutableArray();
        return new Orientation(
            _orientations.Next(Words(draft.Label)), draft.Label.Code, PlainText.Label(draft.Label.Title), objectives,
            EvidenceOf(draft.Label, objectives.Select(child => child.Evidence)));
    }

    private Objective ToObjective(DraftObjective draft)
    {
        var items = draft.Items.Select(ToItem).ToImmutableArray();
        return new Objective(
            _objectives.Next(Words(draft.Label)), draft.Label.Code, PlainText.Label(draft.Label.Title), items, EvidenceOf(draft.Label, items.Select(child => child.Evidence)));
    }

    private OperationalObjective ToItem(DraftItem draft)
    {
        var text = PlainText.Line(draft.Text) ?? "";
        var quartiers = draft.Quartiers is { IsEmpty: false } column ? _names.OfCell(column.Text) : [];
        return new OperationalObjective(
            _items.Next(text), text, quartiers.IsEmpty ? [.. _names.In(draft.Text.Text).Select(place => place.Name).Distinct(StringComparer.Ordinal)] : quartiers, [], draft.Text.ToEvidence());
    }

    private Indicator ToIndicator(DraftIndicator draft) => new()
    {
        Name = draft.Called ?? PlainText.Capitalised(PlainText.Line(draft.Name) ?? ""),
        Value = draft.Value,
        Unit = draft.Unit,
        Reference = draft.Reference,
        ReferenceArea = draft.ReferenceArea,
        Year = draft.Year,
        Perimeter = draft.Perimeter,
        // « Au Trébon » is « Le Trébon »; a table that gives the article knows better than « du Hamois ».
        Quartier = draft.Quartier is { } quartier && _names.KnownName(quartier) is { } known ? (known.Length > quartier.Length ? known : quartier) : null,
        Evidence = draft.Source.ToEvidence(),
    };

    private static ImmutableArray<DiagnosisItem> ToItems(ImmutableArray<SourceText> texts) =>
        [.. texts.Select(text => new DiagnosisItem(PlainText.Line(text) ?? "", text.ToEvidence()))];

    private static string Words(DraftLabel label) => PlainText.Line(label.Title) ?? label.Code ?? "";

    // A level that the document has not stands where the first thing under it does.
    private static Evidence EvidenceOf(DraftLabel label, IEnumerable<Evidence> children) => label.Source.IsEmpty
        ? children.FirstOrDefault() is { } first ? first with { Origin = Origin.Computed } : SourceText.Empty.ToEvidence()
        : label.Source.ToEvidence();
}
