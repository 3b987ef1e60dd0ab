using System.Globalization;
using Ingest.Export.Schema;
using Ingest.Export.Storage;

namespace Ingest.Export.Spreadsheet;

/// <summary>
/// The sheet of totals: what each document announces, and beside it the same sum made anew by a formula over the sheets of actions and
/// financers, so that a figure put right there shows here at once.
/// </summary>
internal static class TotalsSheet
{
    public const string Name = "Totaux";
    public const string Differs = "écart";

    private const string Agrees = "concorde";
    private const string NotComparable = "non comparable";

    private static readonly SheetColumn[] Columns =
    [
        new("Document", 42, CellFormat.Text), new("Portée", 12, CellFormat.Text) { Choices = ContractWords.TotalScope }, new("De", 32, CellFormat.Wrapped), new("Libellé", 30, CellFormat.Wrapped),
        new("Nature du financeur", 20, CellFormat.Text) { Choices = ContractWords.PayerKind }, new("Année", 8, CellFormat.Integer), new("Statut", 11, CellFormat.Text) { Choices = ContractWords.FundingStatus },
        new("Montant annoncé", 18, CellFormat.Euros), new("Montant recalculé", 18, CellFormat.Euros), new("Écart", 16, CellFormat.Euros), new("Contrôle", 15, CellFormat.Text),
        new("Contrôle d'Ingest (aux arrondis écrits près)", 18, CellFormat.Text), new("Recalculé par", 16, CellFormat.Text), new("Place", 10, CellFormat.Text),
        new("Thématique des lignes", 30, CellFormat.Text) { IsHidden = true }, new("Porteur des lignes", 30, CellFormat.Text) { IsHidden = true }, new("Année des lignes", 10, CellFormat.Integer) { IsHidden = true },
        new("Financeur des lignes", 30, CellFormat.Text) { IsHidden = true }, new("Nature des lignes", 20, CellFormat.Text) { IsHidden = true, Choices = ContractWords.PayerKind },
        new("Programme des lignes", 15, CellFormat.Text) { IsHidden = true }, new("Quartiers des lignes", 30, CellFormat.Text) { IsHidden = true }, new("Clé", 30, CellFormat.Text) { IsHidden = true },
    ];

    private const string Query =
        $"SELECT t.document_id, t.portee, t.de, t.libelle, t.nature_financeur, t.annee, t.statut, t.montant, t.montant_calcule, t.concorde, {CollectionWorkbook.Place}, r.theme, r.porteur, r.annee, r.financeur, r.nature, r.programme, r.quartiers, t.total_id, r.des_financements, r.sans_refusees, r.sans_ajournees FROM totaux t JOIN regles_totaux r ON r.total_id = t.total_id LEFT JOIN provenance p ON p.document_id = t.document_id AND p.pointeur = t.pointeur AND p.rang = 1 ORDER BY t.rowid";

    public static Sheet Create(CollectionStore store)
    {
        var (actions, financers) = (store.Count(MoneyTables.Actions) + 1, store.Count(MoneyTables.Financers) + 1);
        return new Sheet(Name, Columns, store.Query(Query).Select((values, index) => Row(values, index + 2, actions, financers)))
        {
            FrozenColumns = 1,
            MarkedColumn = Place("Contrôle"),
            MarkedText = Differs,
        };
    }

    private static Cell[] Row(object?[] values, int row, long actions, long financers)
    {
        var (stated, computed) = (Money(values[7]), Money(values[8]));
        var gap = stated is not null && computed is not null ? computed - stated : null;
        var formula = values[19] is long ofFinancers ? Formula(values, row, ofFinancers != 0 ? financers : actions, ofFinancers != 0) : null;
        var (announced, made, difference) = (At("Montant annoncé", row), At("Montant recalculé", row), At("Écart", row));
        object?[] cells =
        [
            .. values[..8], computed, gap, null, values[9] switch { null => NotComparable, 0L => Differs, _ => Agrees },
            formula is not null ? "formule" : computed is not null ? "Ingest (sans formule)" : null, values[10], .. values[11..19],
        ];
        var result = cells.Select((value, index) => CollectionWorkbook.ToCell(value, Columns[index])).ToArray();
        result[8] = result[8] with { Formula = formula };
        result[9] = new Cell(gap is null ? "" : gap, CellFormat.Euros, $"IF(OR({announced}=\"\",{made}=\"\"),\"\",ROUND({made}-{announced},2))");
        result[10] = new Cell(gap is null ? NotComparable : gap == 0 ? Agrees : Differs, CellFormat.Text, $"IF({difference}=\"\",\"{NotComparable}\",IF({difference}=0,\"{Agrees}\",\"{Differs}\"))");
        return result;
    }

    private static string Formula(object?[] values, int row, long last, bool ofFinancers)
    {
        var (sheet, columns, summed) = ofFinancers
            ? (MoneyColumns.FinancerSheet, MoneyColumns.Financers, MoneyColumns.Amount)
            : (MoneyColumns.ActionSheet, MoneyColumns.Actions, MoneyColumns.Cost);
        List<string> parts = [Range(summed), Range(MoneyColumns.Document), At("Document", row)];
        if (ofFinancers)
            parts.AddRange([Range(MoneyColumns.Status), At("Statut", row)]);
        Where(values[11], MoneyColumns.Theme, "Thématique des lignes");
        Where(values[12], MoneyColumns.Porteur, "Porteur des lignes");
        Where(values[13], MoneyColumns.Year, "Année des lignes");
        Where(values[14], MoneyColumns.Financer, "Financeur des lignes");
        Where(values[15], MoneyColumns.Kind, "Nature des lignes");
        Where(values[17], MoneyColumns.Quartiers, "Quartiers des lignes");
        if (values[16] is "")
            parts.AddRange([Range(MoneyColumns.Programme), "\"=\""]);
        else
            Where(values[16], MoneyColumns.Programme, "Programme des lignes");
        Without(values[20], "refused");
        Without(values[21], "deferred");
        return $"SUMIFS({string.Join(',', parts)})";

        string Range(string heading)
        {
            var name = CellText.ColumnName(IndexOf(columns, heading));
            return string.Create(CultureInfo.InvariantCulture, $"{sheet}!${name}$2:${name}${Math.Max(last, 2)}");
        }

        void Where(object? value, string heading, string criterion)
        {
            if (value is not null)
                parts.AddRange([Range(heading), At(criterion, row)]);
        }

        void Without(object? isLeftOut, string decision)
        {
            if (isLeftOut is 1L)
                parts.AddRange([Range(MoneyColumns.Decision), $"\"<>{ContractWords.French(ContractWords.Decision, decision)}\""]);
        }
    }

    private static string At(string heading, int row) => string.Create(CultureInfo.InvariantCulture, $"${CellText.ColumnName(Place(heading))}{row}");

    private static int Place(string heading) => IndexOf(Columns, heading);

    private static int IndexOf(IReadOnlyList<SheetColumn> columns, string heading) => columns.Select(column => column.Heading).ToList().IndexOf(heading);

    private static decimal? Money(object? value) => value is double amount ? SqliteText.ToMoney(amount) : null;
}
