using Ingest.Export.Rows;
using Ingest.Model.Documents;
using CommuneColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Rows.Item<Ingest.Model.Documents.Commune>>;
using DocumentColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Rows.ExportedDocument>;
using QuartierColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Rows.Item<Ingest.Model.Documents.Quartier>>;
using SignatoryColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Rows.Item<Ingest.Model.Documents.Signatory>>;

namespace Ingest.Export.Schema;

/// <summary>Documents, and who they are made for and signed by.</summary>
internal static class DocumentTables
{
    private const string Separator = " ; ";

    public static TableDefinition<ExportedDocument> Documents { get; } = new(
        "documents", "Un document lu.", "A document that was read.", document => [document],
        [
            DocumentColumn.Code("document_id", "Document", d => d.Id, "Chemin du document dans le dossier traité.", "Path of the document in the folder that was run.").AsKey(),
            DocumentColumn.Text("fichier", "Fichier", d => d.Value.Source.FileName, "Nom du fichier.", "File name."),
            DocumentColumn.Code("sha256", "SHA-256", d => d.Value.Source.Sha256, "Empreinte du contenu du fichier.", "Hash of the file's bytes.").Required(),
            DocumentColumn.Code("type_media", "Type", d => d.Value.Source.MediaType, "Format, d'après le contenu.", "Format, by content.").Required(),
            DocumentColumn.Integer("octets", "Octets", d => d.Value.Source.ByteLength, "Taille du fichier.", "Size of the file.").In("octets").Required(),
            DocumentColumn.Integer("pages", "Pages", d => d.Value.Source.PageCount, "Nombre de pages ; vide si le format n'en a pas.", "Number of pages; empty where the format has none."),
            DocumentColumn.Word("origine_texte", "Texte", ContractWords.TextOrigin, d => ContractWords.Of(d.Value.Source.TextOrigin),
                "Si le texte est celui du fichier ou reconnu sur des images.", "Whether the text is the file's own or was recognised on images."),
            DocumentColumn.Word("statut", "Statut", ContractWords.DocumentStatus, d => ContractWords.Of(d.Value.Status), "Ce que la lecture a donné.", "What came of the reading.").Required(),
            DocumentColumn.Word("nature", "Nature", ContractWords.DocumentKind, d => ContractWords.Of(d.Value.Kind), "Sorte de document.", "Kind of document.").Required().Measured("kind"),
            DocumentColumn.Text("titre", "Titre", d => d.Value.Title, "Titre du document.", "The document's own title.").Measured("title"),
            DocumentColumn.Integer("annee_debut", "Début", d => d.Value.Period?.Start, "Première année.", "First year it is for.").Measured("period"),
            DocumentColumn.Integer("annee_fin", "Fin", d => d.Value.Period?.End, "Dernière année.", "Last year it is for.").Measured("period"),
            DocumentColumn.Text("epci_nom", "Intercommunalité", d => d.Value.Territory.Epci?.Name, "Nom de l'intercommunalité.", "Name of the intercommunal body.").Measured("territory.epci"),
            DocumentColumn.Code("epci_siren", "SIREN de l'intercommunalité", d => d.Value.Territory.Epci?.Siren, "SIREN, neuf chiffres.", "SIREN, nine digits.").Measured("territory.epci"),
            DocumentColumn.Text("communes", "Communes", d => Join(d.Value.Territory.Communes.Select(commune => commune.Name)),
                "Communes pour lesquelles l'acte est pris, jointes par « ; » (une par ligne dans « communes »).", "Communes that the act is made for, joined by “;” (one a row in “communes”)."),
            DocumentColumn.Text("depot_reference", "Accusé de réception", d => d.Value.Filing?.Reference, "Référence de l'accusé de réception en préfecture.", "Reference of the préfecture's stamp.").Measured("filing.reference"),
            DocumentColumn.Code("depot_departement", "Département du dépôt", d => d.Value.Filing?.Department, "Département, trois caractères.", "Department, three characters.").Measured("filing.department"),
            DocumentColumn.Code("depot_siren", "SIREN de l'auteur", d => d.Value.Filing?.Siren, "SIREN de la collectivité qui a pris l'acte.", "SIREN of the authority that passed the act.").Measured("filing.siren"),
            DocumentColumn.Date("depot_date_acte", "Date de l'acte", d => d.Value.Filing?.ActDate, "Date de l'acte d'après l'accusé de réception.", "Date of the act by the stamp.").Measured("filing.actDate"),
            DocumentColumn.Text("depot_numero_acte", "Numéro de l'acte", d => d.Value.Filing?.ActNumber, "Numéro local de l'acte.", "Local number of the act.").Measured("filing.actNumber"),
            DocumentColumn.Code("depot_nature_acte", "Nature de l'acte", d => d.Value.Filing?.ActType,
                "DE délibération, AR réglementaire, AI individuel, CC contrat ou convention, BF budgétaire, AU autre.", "DE deliberation, AR regulation, AI individual, CC contract, BF budget, AU other.").Measured("filing.actType"),
            DocumentColumn.Date("depot_envoye_le", "Envoyé le", d => d.Value.Filing?.SentOn, "Jour de la transmission.", "Day of transmission.").Measured("filing.sentOn"),
            DocumentColumn.Date("depot_recu_le", "Reçu le", d => d.Value.Filing?.ReceivedOn, "Jour de la réception.", "Day of reception.").Measured("filing.receivedOn"),
            DocumentColumn.Text("acte_titre", "Objet de l'acte", d => d.Value.Act?.Title, "Objet de la délibération.", "Object of the deliberation."),
            DocumentColumn.Date("acte_date", "Date de séance", d => d.Value.Act?.Date, "Date de la séance.", "Date of the session."),
            DocumentColumn.Text("acte_vote", "Vote", d => d.Value.Act?.Vote, "Résultat du vote, tel qu'écrit.", "Result of the vote, as written."),
            DocumentColumn.Text("acte_modifie", "Modifie", d => d.Value.Act?.Amends, "Acte que celui-ci modifie.", "The act that it amends."),
            DocumentColumn.Integer("nombre_actions", "Actions", d => d.Actions.Length, "Nombre d'actions lues.", "Number of actions read.").Required(),
            DocumentColumn.Money("cout_total_actions", "Coût total des actions", d => d.Actions.Any(a => a.Value.TotalCost is not null) ? d.Actions.Sum(a => a.Value.TotalCost?.Amount ?? 0) : null,
                "Somme des coûts totaux énoncés ; vide si aucun ne l'est.", "Sum of the costs that are stated; empty where none is."),
            DocumentColumn.Integer("constats_erreurs", "Erreurs", d => d.Findings.Count(f => f.Value.Severity == Model.Findings.Severity.Error), "Constats d'erreur.", "Error findings.").Required(),
            DocumentColumn.Integer("constats_avertissements", "Avertissements", d => d.Findings.Count(f => f.Value.Severity == Model.Findings.Severity.Warning), "Constats d'avertissement.", "Warning findings.").Required(),
            DocumentColumn.Integer("constats_remarques", "Remarques", d => d.Findings.Count(f => f.Value.Severity == Model.Findings.Severity.Info), "Remarques.", "Info findings.").Required(),
            DocumentColumn.Code("doublon_de", "Copie de", d => d.Original,
                "Document dont celui-ci est une copie (mêmes octets ou même contenu) : à ne compter qu'une fois ; vide sinon.", "Document of which this one is a copy (same bytes or same content): count one of them; else empty."),
            DocumentColumn.Code("definition", "Définition", d => d.Value.Producer.Definition, "Définition de la lecture.", "Definition of the reading.").Required(),
            DocumentColumn.Code("definition_empreinte", "Empreinte de la définition", d => d.Value.Producer.DefinitionHash, "Empreinte de la définition et de tout ce qu'elle nomme.", "Hash of the definition and all that it names.").Required(),
            DocumentColumn.Code("version", "Version d'Ingest", d => d.Value.Producer.Version, "Version du programme qui a lu.", "Version of the program that read.").Required(),
        ]);

    public static TableDefinition<Item<Commune>> Communes { get; } = new(
        "communes", "Une commune pour laquelle un document est pris.", "A commune that a document is made for.",
        document => document.Items(document.Value.Territory.Communes, "/territory/communes", null, document.Id),
        [
            CommuneColumn.Code("commune_id", "Clé", i => i.Key, "Clé de la ligne.", "Key of the row.").AsKey(),
            CommuneColumn.Code("document_id", "Document", i => i.Document.Id, "Le document.", "The document.").Required().Of("documents"),
            CommuneColumn.Text("nom", "Commune", i => i.Value.Name, "Nom au registre, sinon tel qu'écrit.", "Name in the register, else as written.").Required().Measured("territory.communes"),
            CommuneColumn.Code("insee", "Code INSEE", i => i.Value.Insee, "Code officiel géographique.", "Code of the official geographic code."),
            CommuneColumn.Code("siren", "SIREN", i => i.Value.Siren, "SIREN de la commune.", "SIREN of the commune."),
            CommuneColumn.Code("pointeur", "Pointeur", i => i.Pointer, "Pointeur JSON dans le document.", "JSON pointer in the document.").Required(),
        ]);

    public static TableDefinition<Item<Quartier>> Quartiers { get; } = new(
        "quartiers", "Un quartier que nomme un document.", "A neighbourhood that a document names.",
        document => document.Items(document.Value.Territory.Quartiers, "/territory/quartiers", null, document.Id),
        [
            QuartierColumn.Code("quartier_id", "Clé", i => i.Key, "Clé de la ligne.", "Key of the row.").AsKey(),
            QuartierColumn.Code("document_id", "Document", i => i.Document.Id, "Le document.", "The document.").Required().Of("documents"),
            QuartierColumn.Text("nom", "Quartier", i => i.Value.Name, "Nom tel qu'écrit.", "Name as written.").Measured("territory.quartiers"),
            QuartierColumn.Code("type", "Type", i => i.Value.Type, "QPV, QVA, QIC, ZUS…", "QPV, QVA, QIC, ZUS…").Required(),
            QuartierColumn.Code("code", "Code", i => i.Value.Code, "Code tel que donné ; jamais inventé.", "Code as given; never invented."),
            QuartierColumn.Code("communes_insee", "Communes (INSEE)", i => Join(i.Value.Communes), "Codes INSEE des communes où le document le situe, joints par « ; ».", "INSEE codes of its communes by the document, joined by “;”.").Measured("quartier.communes"),
            QuartierColumn.Code("pointeur", "Pointeur", i => i.Pointer, "Pointeur JSON dans le document.", "JSON pointer in the document.").Required(),
        ]);

    public static TableDefinition<Item<Signatory>> Signatories { get; } = new(
        "signataires", "Une partie nommée dans le bloc de signature.", "A party named in the signature block.",
        document => document.Items(document.Value.Signatories, "/signatories", null, document.Id),
        [
            SignatoryColumn.Code("signataire_id", "Clé", i => i.Key, "Clé de la ligne.", "Key of the row.").AsKey(),
            SignatoryColumn.Code("document_id", "Document", i => i.Document.Id, "Le document.", "The document.").Required().Of("documents"),
            SignatoryColumn.Text("libelle", "Signataire", i => i.Value.Label, "Nom tel qu'écrit ; toujours gardé.", "Name as written; always kept.").Required().Measured("signatory"),
            SignatoryColumn.Boolean("a_signe", "A signé", i => i.Value.Signed, "Vrai ou faux ; vide si cela ne se voit pas.", "True or false; empty where that cannot be told."),
            SignatoryColumn.Code("pointeur", "Pointeur", i => i.Pointer, "Pointeur JSON dans le document.", "JSON pointer in the document.").Required(),
        ]);

    /// <summary>Several values in one cell; null for none.</summary>
    public static string? Join(IEnumerable<string> values) => string.Join(Separator, values) is { Length: > 0 } text ? text : null;
}
