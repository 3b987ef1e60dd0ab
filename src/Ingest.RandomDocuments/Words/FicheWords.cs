namespace Ingest.RandomDocuments.Words;

// The shapes of fiches.yaml, as the deserialiser fills them: what each list is for stands in the file.
#pragma warning disable CA1812 // They are made by the deserialiser.

internal sealed class FicheWords
{
    public List<string> Headings { get; set; } = [];
    public List<string> TitledHeadings { get; set; } = [];
    public List<string> DocumentTitles { get; set; } = [];
    public FicheLabelWords Labels { get; set; } = new();
    public List<OtherLabelWords> Others { get; set; } = [];
    public List<string> Renewal { get; set; } = [];
    public List<string> Bands { get; set; } = [];
    public List<string> BudgetTitles { get; set; } = [];
    public List<string> ChargesHeads { get; set; } = [];
    public List<string> ReceiptsHeads { get; set; } = [];
    public List<string> AmountHeads { get; set; } = [];
    public List<string> ChargesTotals { get; set; } = [];
    public List<string> ReceiptsTotals { get; set; } = [];
    public List<ChargeWords> Charges { get; set; } = [];
    public List<string> PlainCharges { get; set; } = [];
    public ReceiptAccountWords ReceiptAccounts { get; set; } = new();
    public List<string> EmptyReceipts { get; set; } = [];
    public string InKindCharges { get; set; } = "";
    public string InKindReceipts { get; set; } = "";
    public List<string> InKindParts { get; set; } = [];
}

internal sealed class FicheLabelWords
{
    public List<string> Title { get; set; } = [];
    public List<string> Porteur { get; set; } = [];
    public List<string> Theme { get; set; } = [];
    public List<string> Quartier { get; set; } = [];
    public List<string> Public { get; set; } = [];
    public List<string> Description { get; set; } = [];
    public List<string> Cost { get; set; } = [];
    public List<string> Plan { get; set; } = [];
}

internal sealed class OtherLabelWords
{
    public string Label { get; set; } = "";
    public string Value { get; set; } = "";
}

internal sealed class ChargeWords
{
    public string Account { get; set; } = "";
    public string Label { get; set; } = "";
    public List<string> Parts { get; set; } = [];
}

internal sealed class ReceiptAccountWords
{
    public string Usagers { get; set; } = "";
    public string Subventions { get; set; } = "";
    public string Own { get; set; } = "";
}
