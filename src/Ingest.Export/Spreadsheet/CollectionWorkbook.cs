using System.Globalization;
using Ingest.Export.Schema;
using Ingest.Export.Storage;

namespace Ingest.Export.Spreadsheet;

/// <summary>The workbook for staff: the sheets of the collection, with French words and formulas.</summary>
internal static class CollectionWorkbook
{
    /// <summary>Writes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="store">The rows.</param>
    /// <param name="notice">What the first sheet says of this export.</param>
    /// <returns>How many rows found no room, by sheet.</returns>
    public static IReadOnlyDictionary<string, long> Write(string path, CollectionStore store, IEnumerable<string> notice) => WorkbookFile.Write(path,
    [
        ReadMe(notice),
        FromQuery(store, "Documents", DocumentColumns, DocumentsQuery) with { FrozenColumns = 1 },
        FromQuery(store, MoneyColumns.ActionSheet, MoneyColumns.Actions, ActionsQuery) with { FrozenColumns = 1 },
        FromQuery(store, MoneyColumns.FinancerSheet, MoneyColumns.Financers, FinancersQuery) with { FrozenColumns = 1 },
        FromQuery(store, "Objectifs", ObjectiveColumns, ObjectivesQuery) with { FrozenColumns = 1 },
        FromQuery(store, "Indicateurs", IndicatorColumns, IndicatorsQuery) with { FrozenColumns = 1 },
        TotalsSheet.Create(store),
        ToVerifySheet.Create(store),
    ]);

    /// <summary>The place of a row, in words, from the first row of its provenance; « p » is that table.</summary>
    public const string Place =
        "CASE WHEN p.page IS NOT NULL THEN 'p. ' || p.page WHEN p.feuille IS NOT NULL THEN p.feuille || coalesce(' ' || p.cellule, '') WHEN p.ligne IS NOT NULL THEN 'ligne ' || p.ligne WHEN p.paragraphe IS NOT NULL THEN '§ ' || p.paragraphe END";

    /// <summary>Joins the first row of the provenance of a table's rows.</summary>
    public static string JoinPlace(string table, string pointer) =>
        $"LEFT JOIN provenance p ON p.document_id = {table}.document_id AND p.pointeur = {pointer} AND p.rang = 1";

    /// <summary>A value of the store as a cell of a column.</summary>
    public static Cell ToCell(object? value, SheetColumn column) => new(
        value switch
        {
            string code when !column.Choices.IsEmpty => ContractWords.French(column.Choices, code),
            double amount when column.Format == CellFormat.Euros => SqliteText.ToMoney(amount),
            string day when column.Format == CellFormat.Date => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => value,
        },
        column.Format);

    private static Sheet FromQuery(CollectionStore store, string name, IReadOnlyList<SheetColumn> columns, string query) =>
        new(name, columns, store.Query(query).Select(row => (IReadOnlyList<Cell>)[.. row.Select((value, index) => ToCell(value, columns[index]))]));

    private static Sheet ReadMe(IEnumerable<string> notice)
    {
        var lines = notice.Select((line, index) => (IReadOnlyList<Cell>)[new Cell(line, index == 0 ? CellFormat.Title : CellFormat.Wrapped)]);
        return new Sheet("Lisez-moi", [new SheetColumn("", 110, CellFormat.Wrapped)], lines) { HasHeader = false };
    }

    private static readonly SheetColumn[] DocumentColumns =
    [
        new("Document", 42, CellFormat.Text), new("Titre", 50, CellFormat.Wrapped), new("Nature", 15, CellFormat.Text) { Choices = ContractWords.DocumentKind },
        new("Statut", 12, CellFormat.Text) { Choices = ContractWords.DocumentStatus }, new("Début", 8, CellFormat.Integer), new("Fin", 8, CellFormat.Integer),
        new("Intercommunalité", 30, CellFormat.Text), new("Communes", 30, CellFormat.Wrapped), new("Actions", 9, CellFormat.Integer), new("Coût total des actions", 18, CellFormat.Euros),
        new("Erreurs", 9, CellFormat.Integer), new("Avertissements", 14, CellFormat.Integer), new("Remarques", 11, CellFormat.Integer), new("Texte", 12, CellFormat.Text) { Choices = ContractWords.TextOrigin },
        new("Date de l'acte", 13, CellFormat.Date), new("Numéro de l'acte", 20, CellFormat.Text), new("Copie de", 42, CellFormat.Text), new("Document (SHA-256)", 20, CellFormat.Text) { IsHidden = true },
    ];

    private const string DocumentsQuery =
        "SELECT document_id, titre, nature, statut, annee_debut, annee_fin, epci_nom, communes, nombre_actions, cout_total_actions, constats_erreurs, constats_avertissements, constats_remarques, origine_texte, coalesce(depot_date_acte, acte_date), depot_numero_acte, doublon_de, sha256 FROM documents ORDER BY rowid";

    private const string ActionsQuery =
        $"SELECT a.document_id, a.rang, a.titre, a.theme, a.porteur, a.porteur_nature, a.annee, a.quartiers, a.cout_total, a.decision, CASE a.reconduction WHEN 1 THEN 'oui' WHEN 0 THEN 'non' END, a.description, {Place}, a.action_id FROM actions a LEFT JOIN provenance p ON p.document_id = a.document_id AND p.pointeur = a.pointeur AND p.rang = 1 ORDER BY a.rowid";

    private const string FinancersQuery =
        $"SELECT f.document_id, a.titre, f.financeur, f.financeur_nature, f.programme, CASE f.fonds_propres WHEN 1 THEN 'oui' ELSE 'non' END, f.montant, f.statut, f.part, a.theme, a.porteur, a.annee, a.quartiers, a.decision, CASE f.en_nature WHEN 1 THEN 'oui' ELSE 'non' END, {Place}, f.financement_id, f.action_id FROM financements f JOIN actions a ON a.action_id = f.action_id LEFT JOIN provenance p ON p.document_id = f.document_id AND p.pointeur = f.pointeur AND p.rang = 1 ORDER BY f.rowid";

    private static readonly SheetColumn[] ObjectiveColumns =
    [
        new("Document", 42, CellFormat.Text), new("Enjeu", 36, CellFormat.Wrapped), new("Orientation", 36, CellFormat.Wrapped), new("Objectif", 40, CellFormat.Wrapped),
        new("Objectif opérationnel", 60, CellFormat.Wrapped), new("Quartiers", 24, CellFormat.Wrapped), new("Place", 10, CellFormat.Text), new("Clé", 30, CellFormat.Text) { IsHidden = true },
    ];

    private const string ObjectivesQuery =
        $"SELECT e.document_id, e.titre, o.titre, b.titre, x.texte, x.quartiers, {Place}, coalesce(x.objectif_operationnel_id, b.objectif_id, o.orientation_id, e.enjeu_id) FROM enjeux e LEFT JOIN orientations o ON o.enjeu_id = e.enjeu_id LEFT JOIN objectifs b ON b.orientation_id = o.orientation_id LEFT JOIN objectifs_operationnels x ON x.objectif_id = b.objectif_id LEFT JOIN provenance p ON p.document_id = e.document_id AND p.pointeur = coalesce(x.pointeur, b.pointeur, o.pointeur, e.pointeur) AND p.rang = 1 ORDER BY e.rowid, o.rang, b.rang, x.rang";

    private static readonly SheetColumn[] IndicatorColumns =
    [
        new("Document", 42, CellFormat.Text), new("Indicateur", 50, CellFormat.Wrapped), new("Valeur", 12, CellFormat.Number), new("Unité", 14, CellFormat.Text), new("Comparaison", 13, CellFormat.Number),
        new("Territoire de comparaison", 26, CellFormat.Text), new("Année", 8, CellFormat.Integer), new("Périmètre", 20, CellFormat.Text), new("Quartier", 24, CellFormat.Text), new("Place", 10, CellFormat.Text),
    ];

    private const string IndicatorsQuery =
        $"SELECT i.document_id, i.nom, i.valeur, i.unite, i.reference, i.territoire_reference, i.annee, i.perimetre, i.quartier, {Place} FROM indicateurs i LEFT JOIN provenance p ON p.document_id = i.document_id AND p.pointeur = i.pointeur AND p.rang = 1 ORDER BY i.rowid";
}
