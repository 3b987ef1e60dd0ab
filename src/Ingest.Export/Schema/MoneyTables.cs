using Ingest.Export.Rows;
using Ingest.Model.Documents;
using ActionColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Rows.Item<Ingest.Model.Documents.FundedAction>>;
using FinancerColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Rows.Item<Ingest.Model.Documents.Financer>>;
using TotalColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Rows.Item<Ingest.Model.Documents.Total>>;

namespace Ingest.Export.Schema;

/// <summary>Actions, who pays for them, and the totals that documents state.</summary>
internal static class MoneyTables
{
    public const string InKind = "valorisation";

    public static TableDefinition<Item<FundedAction>> Actions { get; } = new(
        "actions", "Une action : une ligne financée ou une fiche.", "An action: a funded line or an action sheet.", document => document.Actions,
        [
            ActionColumn.Code("action_id", "Clé", i => i.Key, "Clé de l'action.", "Key of the action.").AsKey(),
            ActionColumn.Code("document_id", "Document", i => i.Document.Id, "Le document.", "The document.").Required().Of("documents"),
            ActionColumn.Integer("rang", "N°", i => i.Rank, "Place dans le document.", "Place in the document.").Required(),
            ActionColumn.Text("titre", "Action", i => i.Value.Title, "Intitulé tel qu'écrit.", "Title as written.").Measured("action.title"),
            ActionColumn.Text("theme", "Thématique", i => i.Value.Theme, "Thématique telle qu'écrite.", "Theme as written.").Measured("action.theme"),
            ActionColumn.Text("themes", "Thématiques", i => DocumentTables.Join(i.Value.Themes), "Ses parties si un vocabulaire connu la partage, jointes par « ; ».", "Its parts where a known vocabulary splits it, joined by “;”."),
            ActionColumn.Text("description", "Description", i => i.Value.Description, "Ce qui est fait.", "What is done.").Measured("action.description"),
            ActionColumn.Text("porteur", "Porteur", i => i.Value.Porteur?.Label, "Qui la porte, tel qu'écrit.", "Who carries it, as written.").Measured("action.porteur"),
            ActionColumn.Word("porteur_nature", "Nature du porteur", ContractWords.PayerKind, i => i.Value.Porteur?.Kind, "Sorte d'organisme.", "Kind of body.").Measured("action.porteur.kind"),
            ActionColumn.Code("porteur_siren", "SIREN du porteur", i => i.Value.Porteur?.Siren, "SIREN, seulement s'il est certain.", "SIREN, only where it is certain."),
            ActionColumn.Integer("annee", "Année", i => i.Value.Year, "Année du financement.", "Year it is funded for.").Measured("action.year"),
            ActionColumn.Text("quartiers", "Quartiers", i => DocumentTables.Join(i.Value.Quartiers), "Quartiers que nomme sa ligne, joints par « ; » (un par ligne dans « quartiers_cites »).", "Neighbourhoods that its row names, joined by “;” (one a row in “quartiers_cites”).").Measured("action.quartiers"),
            ActionColumn.Word("decision", "Décision", ContractWords.Decision, i => ContractWords.Of(i.Value.Decision), "Ce qui a été décidé, si le document le dit.", "What was decided, where the document says it."),
            ActionColumn.Boolean("reconduction", "Reconduction", i => i.Value.Renewal, "Si elle continue une action d'avant ; vide si le document ne le dit pas.", "Whether it goes on from an earlier year; empty where not said."),
            ActionColumn.Money("cout_total", "Coût total", i => i.Value.TotalCost?.Amount, "Coût total énoncé.", "Total cost as stated.").Measured("action.totalCost"),
            ActionColumn.Code("pointeur", "Pointeur", i => i.Pointer, "Pointeur JSON dans le document.", "JSON pointer in the document.").Required(),
        ]);

    public static TableDefinition<Item<Financer>> Financers { get; } = new(
        "financements", "L'argent d'un financeur pour une action, à un stade.", "A financer's money for an action, at one stage.", document => document.Financers,
        [
            FinancerColumn.Code("financement_id", "Clé", i => i.Key, "Clé de la ligne.", "Key of the row.").AsKey(),
            FinancerColumn.Code("action_id", "Action", i => i.Parent, "L'action.", "The action.").Required().Of("actions"),
            FinancerColumn.Code("document_id", "Document", i => i.Document.Id, "Le document.", "The document.").Required().Of("documents"),
            FinancerColumn.Integer("rang", "N°", i => i.Rank, "Place dans l'action.", "Place in the action.").Required(),
            FinancerColumn.Text("financeur", "Financeur", i => i.Value.Label, "Nom tel qu'écrit.", "Name as written.").Required().Measured("financer.label"),
            FinancerColumn.Word("financeur_nature", "Nature du financeur", ContractWords.PayerKind, i => i.Value.Kind, "Sorte de financeur.", "Kind of payer.").Required(),
            FinancerColumn.Code("programme", "Programme", i => i.Value.Programme, "Enveloppe, si le document la dit (p147, pre, fse…).", "Which purse of it, where the document says so (p147, pre, fse…).").Measured("financer.programme"),
            FinancerColumn.Boolean("fonds_propres", "Fonds propres", i => i.Value.IsOwnFunds, "Si le financeur est le porteur.", "Whether the financer is the porteur.").Required().Measured("financer.isOwnFunds"),
            FinancerColumn.Boolean("en_nature", "En nature", i => i.Value.Kind == InKind, "Valorisation (compte 87) : hors de toute somme d'argent.", "Given in kind (account 87): in no sum of cash.").Required(),
            FinancerColumn.Money("montant", "Montant", i => i.Value.Amount?.Amount, "Montant ; vide s'il n'est pas écrit.", "Amount; empty where none is written.").Measured("financer"),
            FinancerColumn.Word("statut", "Statut", ContractWords.FundingStatus, i => ContractWords.Of(i.Value.Status),
                "Où en est cet argent. Demandé et accordé sont deux lignes : ne jamais les additionner.", "How far the money has come. Requested and granted are two rows: never add them up.").Required(),
            FinancerColumn.Number("part", "Part", i => (double?)i.Value.Share, "Part du coût énoncée, de 0 à 1.", "Stated share of the cost, 0 to 1.").In("0..1"),
            FinancerColumn.Code("pointeur", "Pointeur", i => i.Pointer, "Pointeur JSON dans le document.", "JSON pointer in the document.").Required(),
        ]);

    public static TableDefinition<Item<Total>> Totals { get; } = new(
        "totaux", "Un total tel que le document l'énonce, à côté de ce que font ses parties.", "A total as the document states it, beside what its parts make.", document => document.Totals,
        [
            TotalColumn.Code("total_id", "Clé", i => i.Key, "Clé de la ligne.", "Key of the row.").AsKey(),
            TotalColumn.Code("document_id", "Document", i => i.Document.Id, "Le document.", "The document.").Required().Of("documents"),
            TotalColumn.Integer("rang", "N°", i => i.Rank, "Place dans le document.", "Place in the document.").Required(),
            TotalColumn.Word("portee", "Portée", ContractWords.TotalScope, i => ContractWords.Of(i.Value.Scope), "Ce qui est totalisé.", "What it sums up.").Required(),
            TotalColumn.Text("de", "De", i => i.Value.Of, "Quelle thématique, quel porteur, quelle année.", "Which theme, porteur or year."),
            TotalColumn.Text("libelle", "Libellé", i => i.Value.Label, "Libellé tel qu'écrit.", "Label as written.").Required(),
            TotalColumn.Word("nature_financeur", "Nature du financeur", ContractWords.PayerKind, i => i.Value.Kind, "Financeur dont l'argent est totalisé ; vide pour un coût.", "Payer whose money it sums; empty for a cost.").Measured("total.kind"),
            TotalColumn.Integer("annee", "Année", i => i.Value.Year, "Année de l'argent.", "Year of the money.").Measured("total.year"),
            TotalColumn.Word("statut", "Statut", ContractWords.FundingStatus, i => ContractWords.Of(i.Value.Status), "Où en est cet argent.", "How far the money has come.").Required().Measured("total.status"),
            TotalColumn.Money("montant", "Montant annoncé", i => i.Value.Amount?.Amount, "Montant énoncé.", "Stated amount.").Measured("total"),
            TotalColumn.Number("part", "Part annoncée", i => (double?)i.Value.Share, "Part énoncée, de 0 à 1.", "Stated share, 0 to 1.").In("0..1").Measured("total.share"),
            TotalColumn.Money("montant_calcule", "Montant calculé", i => i.Value.ComputedAmount?.Amount, "Ce que font les actions ; vide si rien n'est comparable.", "What the actions make; empty where nothing can be compared."),
            TotalColumn.Boolean("concorde", "Concorde", i => i.Value.Reconciled, "Si les deux concordent, aux arrondis écrits près.", "Whether both agree, within the rounding as written.").Measured("total.reconciled"),
            TotalColumn.Code("pointeur", "Pointeur", i => i.Pointer, "Pointeur JSON dans le document.", "JSON pointer in the document.").Required(),
        ]);
}
