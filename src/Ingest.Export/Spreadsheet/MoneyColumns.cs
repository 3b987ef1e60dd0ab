using Ingest.Export.Schema;

namespace Ingest.Export.Spreadsheet;

/// <summary>The columns of the sheets of actions and of financers, to which the formulas of the totals refer.</summary>
internal static class MoneyColumns
{
    public const string ActionSheet = "Actions";
    public const string FinancerSheet = "Financements";

    public const string Document = "Document";
    public const string Theme = "Thématique";
    public const string Porteur = "Porteur";
    public const string Year = "Année";
    public const string Quartiers = "Quartiers";
    public const string Decision = "Décision";
    public const string Cost = "Coût total";
    public const string Amount = "Montant";
    public const string Status = "Statut";
    public const string Financer = "Financeur";
    public const string Kind = "Nature du financeur";
    public const string Programme = "Programme";

    public static IReadOnlyList<SheetColumn> Actions { get; } =
    [
        new(Document, 42, CellFormat.Text), new("N°", 6, CellFormat.Integer), new("Action", 50, CellFormat.Wrapped), new(Theme, 32, CellFormat.Wrapped), new(Porteur, 28, CellFormat.Wrapped),
        new("Nature du porteur", 18, CellFormat.Text) { Choices = ContractWords.PayerKind }, new(Year, 8, CellFormat.Integer), new(Quartiers, 24, CellFormat.Wrapped), new(Cost, 16, CellFormat.Euros),
        new(Decision, 12, CellFormat.Text) { Choices = ContractWords.Decision }, new("Reconduction", 13, CellFormat.Text), new("Description", 70, CellFormat.Wrapped), new("Place", 10, CellFormat.Text),
        new("Clé", 30, CellFormat.Text) { IsHidden = true },
    ];

    public static IReadOnlyList<SheetColumn> Financers { get; } =
    [
        new(Document, 42, CellFormat.Text), new("Action", 44, CellFormat.Wrapped), new(Financer, 28, CellFormat.Wrapped), new(Kind, 20, CellFormat.Text) { Choices = ContractWords.PayerKind },
        new(Programme, 15, CellFormat.Text), new("Fonds propres", 10, CellFormat.Text), new(Amount, 16, CellFormat.Euros), new(Status, 11, CellFormat.Text) { Choices = ContractWords.FundingStatus },
        new("Part", 9, CellFormat.Percent), new(Theme, 32, CellFormat.Wrapped), new(Porteur, 28, CellFormat.Wrapped), new(Year, 8, CellFormat.Integer), new(Quartiers, 24, CellFormat.Wrapped),
        new(Decision, 12, CellFormat.Text) { Choices = ContractWords.Decision }, new("En nature", 10, CellFormat.Text), new("Place", 10, CellFormat.Text),
        new("Clé", 30, CellFormat.Text) { IsHidden = true }, new("Clé de l'action", 30, CellFormat.Text) { IsHidden = true },
    ];
}
