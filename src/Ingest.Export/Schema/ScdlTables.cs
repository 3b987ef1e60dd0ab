using System.Collections.Immutable;
using Ingest.Export.Scdl;
using GrantColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Scdl.ScdlGrant>;

namespace Ingest.Export.Schema;

/// <summary>The draft for open data of grants, and what is missing in it. The names of its columns are the form's.</summary>
internal static class ScdlTables
{
    /// <summary>Fields that the form requires (SCDL « subventions » 2.1.1); a draft may lack them.</summary>
    public static ImmutableHashSet<string> RequiredByTheForm { get; } = ImmutableHashSet.Create(
        StringComparer.Ordinal, "nomAttribuant", "idAttribuant", "dateConvention", "nomBeneficiaire", "objet", "montant", "nature", "conditionsVersement", "datesPeriodeVersement", "notificationUE", "pourcentageSubvention");

    public static TableDefinition<ScdlGrant> Grants { get; } = new(
        "scdl-subventions", "Brouillon SCDL « subventions » : une aide accordée ou versée.", "Draft of the SCDL form for grants: money granted or paid.",
        document => ScdlGrant.Of(document).Where(grant => grant.Refusal == Refusal.None),
        [
            GrantColumn.Text("nomAttribuant", "Attribuant", g => g.Grantor, "Nom de l'attribuant.", "Name of who grants.").Required(),
            GrantColumn.Code("idAttribuant", "SIRET de l'attribuant", _ => null, "SIRET, quatorze chiffres : les documents ne le donnent pas.", "SIRET, fourteen digits: documents do not give it."),
            GrantColumn.Date("dateConvention", "Date de la convention", _ => null, "Date de la convention : les documents donnent celle de l'acte, qui n'est pas elle.", "Date of the agreement: documents give that of the act, another thing."),
            GrantColumn.Text("referenceDecision", "Décision", g => g.DecisionReference, "Acte qui attribue.", "The act that grants."),
            GrantColumn.Text("nomBeneficiaire", "Bénéficiaire", g => g.Beneficiary, "Nom du bénéficiaire.", "Name of who receives.").Required(),
            GrantColumn.Code("idBeneficiaire", "SIRET du bénéficiaire", _ => null, "SIRET, quatorze chiffres.", "SIRET, fourteen digits."),
            GrantColumn.Code("rnaBeneficiaire", "RNA du bénéficiaire", _ => null, "Numéro au répertoire national des associations.", "Number in the register of associations."),
            GrantColumn.Text("objet", "Objet", g => g.Object, "Objet, 256 caractères au plus.", "Object, 256 characters at most.").Required(),
            GrantColumn.Money("montant", "Montant", g => g.Financer.Value.Amount?.Amount, "Montant accordé ou versé.", "Amount granted or paid.").Required(),
            GrantColumn.Word("nature", "Nature", [new(ScdlGrant.InCash, ScdlGrant.InCash), new("aide en nature", "aide en nature"), new("aide en numéraire;aide en nature", "les deux")], _ => ScdlGrant.InCash, "Nature de l'aide.", "Nature of the aid.").Required(),
            GrantColumn.Text("conditionsVersement", "Conditions de versement", _ => null, "Conditions du versement.", "Terms of payment."),
            GrantColumn.Code("datesPeriodeVersement", "Période de versement", _ => null, "Jour ou période du versement.", "Day or period of payment."),
            GrantColumn.Code("idRAE", "Identifiant RAE", _ => null, "Identifiant au répertoire des aides aux entreprises.", "Id in the register of aid to companies."),
            GrantColumn.Word("notificationUE", "Notification UE", [new("oui", "oui"), new("non", "non")], _ => null, "Si l'aide est notifiée à la Commission européenne.", "Whether it is notified to the European Commission."),
            GrantColumn.Number("pourcentageSubvention", "Part du bénéficiaire", g => g.BeneficiaryShare, "Part de l'aide qui revient au bénéficiaire.", "Share of the aid that the beneficiary has."),
            GrantColumn.Text("dispositifAide", "Dispositif", g => g.Financer.Value.Programme, "Dispositif, si le document le dit.", "Scheme, where the document says it."),
        ]);

    private static readonly ImmutableArray<Choice> Refusals =
    [
        new("none", "retenu"), new("copy", "copie d'un autre document"), new("planned", "prévision : pas une attribution"), new("requested", "demande : pas une attribution"),
        new("not-accepted", "action refusée ou ajournée"), new("own-funds", "fonds propres ou recettes"), new("in-kind", "valorisation en nature"), new("several-bodies", "« Autres » : pas un seul attribuant"),
        new("no-amount", "pas de montant"), new("no-beneficiary", "pas de bénéficiaire"), new("no-object", "pas d'objet"), new("paid-of-granted", "versement d'une aide déjà comptée"),
    ];

    public static TableDefinition<ScdlGrant> Report { get; } = new(
        "scdl-rapport", "Chaque financement : s'il est au brouillon SCDL, sinon pourquoi, et ce qui manque.", "Each financer's money: whether it is in the draft, else why not, and what is missing.", ScdlGrant.Of,
        [
            GrantColumn.Code("financement_id", "Financement", g => g.Financer.Key, "Le financement.", "The money.").AsKey().Of("financements"),
            GrantColumn.Code("document_id", "Document", g => g.Financer.Document.Id, "Le document.", "The document.").Required().Of("documents"),
            GrantColumn.Boolean("retenu", "Retenu", g => g.Refusal == Refusal.None, "Si une ligne du brouillon en est faite.", "Whether it is a row of the draft.").Required(),
            GrantColumn.Text("motif", "Motif", g => ContractWords.French(Refusals, ContractWords.Of(g.Refusal)), "Pourquoi, ou « retenu ».", "Why not, or « retenu ».").Required(),
            GrantColumn.Code("champs_manquants", "Champs manquants", g => g.Refusal == Refusal.None ? DocumentTables.Join(g.MissingFields) : null, "Champs obligatoires que le document ne donne pas.", "Required fields that the document does not give."),
            GrantColumn.Text("indices", "Indices", g => g.Refusal == Refusal.None ? g.Hint : null, "Ce que le document dit à leur sujet.", "What the document says about them."),
        ]);
}
