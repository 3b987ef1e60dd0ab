using Ingest.Export.Rows;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using FindingColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Rows.Item<Ingest.Model.Findings.Finding>>;
using OmissionColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Rows.ExportedDocument>;
using PlaceColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Rows.ValuePlace>;
using UnassignedColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Rows.Item<Ingest.Model.Documents.Unassigned>>;

namespace Ingest.Export.Schema;

/// <summary>How far the rest can be trusted: findings, what found no place, where each value was read, what was left out.</summary>
internal static class TrustTables
{
    public static TableDefinition<Item<Finding>> Findings { get; } = new(
        "constats", "Un contrôle qui a échoué, ou ce qui a été lu avec un doute ou pas du tout.", "A check that failed, or what was read with doubt or not at all.", document => document.Findings,
        [
            FindingColumn.Code("constat_id", "Clé", i => i.Key, "Clé de la ligne.", "Key of the row.").AsKey(),
            FindingColumn.Code("document_id", "Document", i => i.Document.Id, "Le document.", "The document.").Required().Of("documents"),
            FindingColumn.Integer("rang", "N°", i => i.Rank, "Place dans le document.", "Place in the document.").Required(),
            FindingColumn.Code("code", "Code", i => i.Value.Code, "Code stable du constat.", "Stable code of the finding.").Required(),
            FindingColumn.Word("gravite", "Gravité", ContractWords.Severity, i => ContractWords.Of(i.Value.Severity), "Erreur du document, lecture douteuse, ou remarque.", "Error of the document, doubtful reading, or worth knowing.").Required(),
            FindingColumn.Text("message", "Constat", i => i.Value.Message, "Ce qui ne va pas et que faire, en français.", "What is wrong and what to do, in French.").Required(),
            FindingColumn.Text("message_en", "Constat (anglais)", i => i.Value.MessageEn, "Le même en anglais.", "The same in English.").Required(),
            FindingColumn.Money("euros_en_jeu", "Euros en jeu", i => EurosAtStake.Of(i),
                "Montant que le constat met en doute : l'écart, sinon la valeur concernée ; vide pour une remarque ou si aucun montant n'est concerné.", "Amount that the finding puts in doubt: the gap, else the value concerned; empty where none is, and for infos."),
            FindingColumn.Code("pointeur", "Pointeur", i => i.Value.Pointer, "Pointeur JSON à la valeur concernée ; vide pour tout le document.", "JSON pointer to the value concerned; empty for the whole document."),
        ]);

    public static TableDefinition<Item<Unassigned>> Unassigned { get; } = new(
        "non_attribues", "Des mots ou un montant lus dans un tableau et qui n'ont pas trouvé de place.", "Words or an amount of a read table that found no place.",
        document => document.Items(document.Value.Unassigned, "/unassigned", null, document.Id),
        [
            UnassignedColumn.Code("non_attribue_id", "Clé", i => i.Key, "Clé de la ligne.", "Key of the row.").AsKey(),
            UnassignedColumn.Code("document_id", "Document", i => i.Document.Id, "Le document.", "The document.").Required().Of("documents"),
            UnassignedColumn.Integer("rang", "N°", i => i.Rank, "Place dans le document.", "Place in the document.").Required(),
            UnassignedColumn.Text("texte", "Texte", i => i.Value.Text, "Le texte.", "The text.").Required(),
            UnassignedColumn.Code("motif", "Motif", i => i.Value.Reason, "Pourquoi, en un mot stable.", "Why, as a stable word.").Required(),
            UnassignedColumn.Code("pointeur", "Pointeur", i => i.Pointer, "Pointeur JSON dans le document.", "JSON pointer in the document.").Required(),
        ]);

    public static TableDefinition<ValuePlace> Provenance { get; } = new(
        "provenance", "Une place où une valeur a été lue ; une valeur lue en deux endroits a deux lignes.", "A place where a value was read; a value read in two places has two rows.", ValuePlaces.Of,
        [
            PlaceColumn.Code("document_id", "Document", i => i.Document.Id, "Le document.", "The document.").AsKey().Of("documents"),
            PlaceColumn.Code("pointeur", "Pointeur", i => i.Pointer, "Pointeur JSON à la valeur ; celui de la ligne d'une autre table, ou d'une de ses propriétés.", "JSON pointer to the value: that of a row of another table, or of one of its properties.").AsKey(),
            PlaceColumn.Integer("rang", "Rang", i => i.Rank, "Place dans l'ordre de lecture, à partir de 1.", "Place in reading order, from 1.").AsKey(),
            PlaceColumn.Integer("page", "Page", i => i.Region?.Page, "Page, à partir de 1.", "Page, from 1."),
            PlaceColumn.Number("x0", "Gauche", i => Points(i.Region?.Bbox?.Left), "Bord gauche du cadre, depuis la gauche de la page telle qu'elle se montre.", "Left side of the box, from the left of the page as it is shown.").In("points (1/72 pouce)"),
            PlaceColumn.Number("y0", "Haut", i => Points(i.Region?.Bbox?.Top), "Bord haut du cadre, depuis le haut de la page.", "Top side of the box, from the top of the page.").In("points (1/72 pouce)"),
            PlaceColumn.Number("x1", "Droite", i => Points(i.Region?.Bbox?.Right), "Bord droit du cadre.", "Right side of the box.").In("points (1/72 pouce)"),
            PlaceColumn.Number("y1", "Bas", i => Points(i.Region?.Bbox?.Bottom), "Bord bas du cadre.", "Bottom side of the box.").In("points (1/72 pouce)"),
            PlaceColumn.Text("feuille", "Feuille", i => i.Region?.Sheet, "Feuille d'un classeur.", "Sheet of a workbook."),
            PlaceColumn.Code("cellule", "Cellule", i => i.Region?.Cell, "Cellule de cette feuille.", "Cell of that sheet."),
            PlaceColumn.Integer("ligne", "Ligne", i => i.Region?.Line, "Ligne d'un fichier de texte, à partir de 1.", "Line of a text file, from 1."),
            PlaceColumn.Integer("paragraphe", "Paragraphe", i => i.Region?.Paragraph, "Paragraphe d'un document sans pages, à partir de 1.", "Paragraph of a flowing document, from 1."),
            PlaceColumn.Text("texte", "Texte lu", i => i.Rank == 1 ? i.Evidence.Text : null, "Le texte tel que lu, avant toute réparation ; sur la première place (rang 1) seulement.", "The text as read, before any repair; on the first place (rank 1) only."),
            PlaceColumn.Word("origine", "Origine", ContractWords.Origin, i => ContractWords.Of(i.Evidence.Origin), "Comment la valeur est connue.", "How the value came to be known.").Required(),
            PlaceColumn.Number("confiance", "Confiance", i => LinkTables.Rounded(i.Evidence.Confidence), "Confiance dans la lecture, de 0 à 1.", "Trust in the reading, 0 to 1.").In("0..1").Required(),
        ]);

    public static TableDefinition<ExportedDocument> Omissions { get; } = new(
        "omissions", "Des données personnelles laissées hors de l'export : combien, et où.", "Personal data left out of the export: how many, and where.", _ => [],
        [
            OmissionColumn.Code("document_id", "Document", _ => null, "Le document.", "The document.").AsKey().Of("documents"),
            OmissionColumn.Code("table_concernee", "Table", _ => null, "La table.", "The table.").AsKey(),
            OmissionColumn.Code("colonne", "Colonne", _ => null, "La colonne.", "The column.").AsKey(),
            OmissionColumn.Word("genre", "Genre", Privacy.OmissionKinds.Choices, _ => null, "Courriel, téléphone ou nom.", "E-mail, telephone or name.").AsKey(),
            OmissionColumn.Integer("nombre", "Nombre", _ => null, "Nombre de passages retirés.", "Number of passages left out.").Required(),
        ]);

    // Two decimals of a point, as the published JSON has them.
    private static double? Points(double? side) => side is { } value ? (double)Math.Round((decimal)value, 2) : null;
}
