using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Segmentation;
using Ingest.Vocabulary;

namespace Ingest.Normalization;

/// <summary>Drafts to typed values: names to registers, labels to kinds, years, ids; every value with its evidence.</summary>
public sealed class DocumentNormalizer
{
    private readonly PayerVocabulary _payers;
    private readonly TerminologyVocabulary _terms;
    private readonly TerritoryRegister _register;

    /// <summary>A normaliser with the given names and registers.</summary>
    public DocumentNormalizer(PayerVocabulary payers, TerminologyVocabulary terms, TerritoryRegister register) =>
        (_payers, _terms, _register) = (payers, terms, register);

    /// <summary>Normalises a draft.</summary>
    /// <param name="draft">What the document says.</param>
    /// <param name="producer">The program and definition.</param>
    /// <param name="source">The file.</param>
    public NormalizedDocument Normalize(DraftDocument draft, Producer producer, Source source)
    {
        var furniture = draft.Furniture.Select(piece => piece.Text).ToImmutableArray();
        var opening = draft.Opening.Select(block => block.Text).ToImmutableArray();
        var rest = draft.Rest.Select(block => block.Text).ToImmutableArray();
        var filing = FilingReader.Read([.. furniture, .. opening, .. rest]);
        var territory = new TerritoryResolver(_register).Resolve(ToTerritoryTexts(draft, furniture, opening, rest), filing);
        var period = new PeriodReader(_terms).Read(draft);

        var identities = new PayerNormalizer(_payers, _register, territory.Territory, territory.EpciAliases) { Purses = PurseLegend.Find([.. opening, .. rest], _payers), Legend = PayerLegend.Find([.. furniture, .. opening, .. rest]) };
        var actions = new ActionNormalizer(_terms, identities, territory.Territory, period).Normalize(draft.Actions);
        var totals = new TotalNormalizer(identities, period.ProgrammeYear).Normalize(draft.Totals);
        var convention = new ConventionNormalizer(territory.Territory);
        var unassigned = draft.Unassigned.Select(left => new Unassigned(PlainText.Line(left.Text) ?? "", left.Reason, left.Text.ToEvidence())).ToImmutableArray();

        var fields = filing.FieldEvidence.AddRange(territory.FieldEvidence).AddRange(period.FieldEvidence);
        if (!draft.Title.IsEmpty)
            fields = fields.Add("title", draft.Title.ToEvidence());
        if (draft.Act is { } act)
            fields = fields.AddRange(ActNormalizer.FieldEvidence(act));
        return new NormalizedDocument
        {
            Document = new IngestedDocument
            {
                Producer = producer,
                Status = DocumentStatus.Ok,
                Source = source,
                Kind = draft.Kind,
                Title = PlainText.Label(draft.Title),
                Period = period.Period,
                Territory = territory.Territory,
                Filing = filing.Filing,
                Act = draft.Act is null ? null : ActNormalizer.ToAct(draft.Act),
                Actions = actions.Values,
                Totals = totals.Values,
                Enjeux = convention.ToEnjeux(draft.Convention),
                Diagnosis = convention.ToDiagnosis(draft.Convention),
                Governance = ConventionNormalizer.ToGovernance(draft.Convention),
                Signatories = ConventionNormalizer.ToSignatories(draft.Convention),
                Unassigned = unassigned,
                FieldEvidence = fields,
                Findings =
                [
                    .. draft.Findings, .. filing.Findings, .. territory.Findings, .. period.Findings, .. actions.Findings, .. totals.Findings,
                    .. Left(draft.Unassigned, unassigned),
                ],
            },
            Budgets = draft.Actions.Index().Where(item => item.Item.Budget is not null).ToImmutableDictionary(item => $"/actions/{item.Index}", item => item.Item.Budget!, StringComparer.Ordinal),
            Mentioned = MentionedAmounts.Of(draft),
            Sums = [.. draft.Totals.Select(total => new SummedParts(total.Basis, total.Run))],
            Rounding = actions.Rounding.AddRange(totals.Rounding),
            EpciAliases = territory.EpciAliases.IsDefault ? [] : territory.EpciAliases,
            Identities = actions.Identities.AddRange(totals.Identities),
        };
    }

    private static TerritoryTexts ToTerritoryTexts(
        DraftDocument draft, ImmutableArray<SourceText> furniture, ImmutableArray<SourceText> opening, ImmutableArray<SourceText> rest) => new()
        {
            Title = draft.Title.IsEmpty ? [] : [draft.Title],
            Furniture = furniture,
            Communes = [.. draft.Actions.Select(action => action.Commune).Where(text => !text.IsEmpty)],
            Opening = [.. opening.Where(text => text != draft.Title)],
            Rows = draft.Rows,
            Context =
            [
                .. draft.Actions.SelectMany(action => new[] { action.Title, action.Description, action.Details, action.Porteur, action.Quartiers }.Concat(action.Financings.Select(financing => financing.Label)))
                    .Where(text => !text.IsEmpty),
                .. rest,
            ],
        };

    // One finding a column and reason: the words themselves stand in « unassigned ».
    private static IEnumerable<Finding> Left(ImmutableArray<DraftUnassigned> drafts, ImmutableArray<Unassigned> unassigned) =>
        drafts.Zip(unassigned, (draft, left) => (Header: draft.Column is null ? null : PlainText.Line(draft.Column), Left: left))
            .Select((item, index) => (item.Header, item.Left, Index: index))
            .Where(item => item.Left.Reason is not (UnassignedReason.Hidden or UnassignedReason.Gibberish or UnassignedReason.SawnCell)) // told where they were found
            .GroupBy(item => (item.Left.Reason, item.Header))
            .Select(group => (First: group.First(), Count: group.Count()))
            .Select(group => (group.First.Left.Reason is UnassignedReason.NoField or UnassignedReason.OtherYear ? StructureFindings.ColumnNotKept : StructureFindings.Unassigned)
                .At($"/unassigned/{group.First.Index}", group.First.Left.Evidence, group.First.Header ?? group.First.Left.Text, group.First.Left.Reason, group.Count));
}
