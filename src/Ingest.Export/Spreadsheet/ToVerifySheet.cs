using Ingest.Export.Schema;
using Ingest.Export.Storage;

namespace Ingest.Export.Spreadsheet;

/// <summary>
/// The sheet of what to look at, the most euros at stake first; of a document and its copy, the document alone. Staff type into « Correction »; the columns at the right say of which value,
/// for the program that reads the corrections back.
/// </summary>
internal static class ToVerifySheet
{
    public const string Name = "À vérifier";

    // The headings by which corrections are read back.
    public const string Document = "Document";
    public const string Correction = "Correction";
    public const string Why = "Pourquoi";
    public const string Pointer = "Pointeur JSON";
    public const string Sha256 = "Document (SHA-256)";
    public const string Anchor = "Ancre";
    public const string Before = "Valeur avant (JSON)";

    private const string Query =
        $"SELECT v.euros_en_jeu, v.gravite, v.document_id, {CollectionWorkbook.Place}, v.titre, v.message, v.texte_lu, v.champ, v.valeur_nombre, v.valeur_texte, v.pointeur, v.sha256, v.ancre, v.avant, v.constat_id FROM a_verifier v JOIN constats c ON c.constat_id = v.constat_id JOIN documents d ON d.document_id = v.document_id AND d.doublon_de IS NULL LEFT JOIN provenance p ON p.document_id = v.document_id AND p.pointeur = '/findings/' || (c.rang - 1) AND p.rang = 1 ORDER BY v.euros_en_jeu IS NULL, v.euros_en_jeu DESC, v.ordre_gravite, v.rowid";

    private static readonly SheetColumn[] Columns =
    [
        new("Euros en jeu", 15, CellFormat.Euros), new("Gravité", 14, CellFormat.Text) { Choices = ContractWords.Severity }, new(Document, 42, CellFormat.Text), new("Place", 12, CellFormat.Text),
        new("Constat", 34, CellFormat.Wrapped), new("Ce qu'il faut regarder", 80, CellFormat.Wrapped), new("Texte lu", 44, CellFormat.Wrapped), new("Valeur", 28, CellFormat.Wrapped),
        new("Valeur actuelle", 20, CellFormat.Wrapped), new(Correction, 24, CellFormat.Input), new(Why, 30, CellFormat.Input), new(Pointer, 30, CellFormat.Text),
        new(Sha256, 20, CellFormat.Text) { IsHidden = true }, new(Anchor, 30, CellFormat.Text) { IsHidden = true },
        new(Before, 20, CellFormat.Text) { IsHidden = true }, new("Clé du constat", 30, CellFormat.Text) { IsHidden = true },
    ];

    public static Sheet Create(CollectionStore store) => new(Name, Columns, store.Query(Query).Select(Row)) { FrozenColumns = 3 };

    private static Cell[] Row(object?[] values)
    {
        var pointer = (string?)values[10];
        var isOpen = values[13] is not null;
        object? current = values[8] is double number ? number : values[9];
        object?[] cells = [.. values[..8], current, null, null, .. values[10..15]];
        var row = cells.Select((value, index) => CollectionWorkbook.ToCell(value, Columns[index])).ToArray();
        if (values[8] is double)
            row[8] = new Cell(row[8].Value, NumberFormatOf(pointer!));
        // Where nothing can be put right there is nothing to fill.
        if (!isOpen)
            (row[9], row[10]) = (new Cell(null, CellFormat.General), new Cell(null, CellFormat.General));
        return row;
    }

    private static CellFormat NumberFormatOf(string pointer) => pointer[(pointer.LastIndexOf('/') + 1)..] switch
    {
        "totalCost" or "amount" => CellFormat.Euros,
        "share" => CellFormat.Percent,
        _ => CellFormat.Number,
    };
}
