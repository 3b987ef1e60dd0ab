namespace Ingest.RandomDocuments.Words;

// The shapes of words.yaml, as the deserialiser fills them: what each list is for stands in the file.
#pragma warning disable CA1812 // They are made by the deserialiser.

internal sealed class ProgrammationWords
{
    public List<PlaceWords> Places { get; set; } = [];
    public List<string> Quartiers { get; set; } = [];
    public List<string> DocumentTitles { get; set; } = [];
    public List<string> Openings { get; set; } = [];
    public List<string> Prose { get; set; } = [];
    public List<string> TitleNouns { get; set; } = [];
    public List<string> TitleEnds { get; set; } = [];
    public List<string> DescriptionParts { get; set; } = [];
    public List<List<string>> ThemeSets { get; set; } = [];
    public List<PayerWords> Payers { get; set; } = [];
    public List<PorteurWords> Porteurs { get; set; } = [];
    public List<string> PorteurNames { get; set; } = [];
    public HeaderWords Headers { get; set; } = new();
    public List<string> SubtotalLabels { get; set; } = [];
    public List<string> TotalLabels { get; set; } = [];
    public List<string> RecapTitles { get; set; } = [];
    public List<string> RecapCost { get; set; } = [];
    public List<string> RecapHeads { get; set; } = [];
    public List<string> CostLabels { get; set; } = [];
    public PassageWords Passages { get; set; } = new();
    public CellWords Cells { get; set; } = new();
}

internal sealed class PlaceWords
{
    public string Commune { get; set; } = "";
    public string Insee { get; set; } = "";
    public string Siren { get; set; } = "";
    public string Department { get; set; } = "";
    public string Epci { get; set; } = "";
    public string EpciSiren { get; set; } = "";
    public string Agglo { get; set; } = "";
}

internal sealed class PayerWords
{
    public string Id { get; set; } = "";
    public string Kind { get; set; } = "";
    public string? Programme { get; set; }
    public int Weight { get; set; }
    public List<string> Carries { get; set; } = [];
    public List<string> Spellings { get; set; } = [];
}

internal sealed class PorteurWords
{
    public string Kind { get; set; } = "";
    public List<string> Spellings { get; set; } = [];
}

internal sealed class HeaderWords
{
    public List<string> Number { get; set; } = [];
    public List<string> Theme { get; set; } = [];
    public List<string> Title { get; set; } = [];
    public List<string> Description { get; set; } = [];
    public List<string> Porteur { get; set; } = [];
    public List<string> Quartier { get; set; } = [];
    public List<string> Public { get; set; } = [];
    public List<string> Cost { get; set; } = [];
    public List<string> Plan { get; set; } = [];
    public List<string> Payer { get; set; } = [];
    public List<string> Amount { get; set; } = [];
    public List<string> Requested { get; set; } = [];
    public List<string> Granted { get; set; } = [];
    public List<string> Decision { get; set; } = [];
    public List<string> Renewal { get; set; } = [];
}

internal sealed class PassageWords
{
    public List<string> Items { get; set; } = [];
    public List<string> Pairs { get; set; } = [];
    public List<string> PorteurLines { get; set; } = [];
    public List<string> CostLines { get; set; } = [];
    public List<string> PlanLines { get; set; } = [];
    public List<string> Talk { get; set; } = [];
    public List<string> Sessions { get; set; } = [];
    public List<string> Visas { get; set; } = [];
    public List<string> Votes { get; set; } = [];
    public List<string> Articles { get; set; } = [];
    public List<string> GrantItems { get; set; } = [];
    public List<string> GrantLists { get; set; } = [];
    public List<string> GrantCosts { get; set; } = [];
    public List<string> GrantPairs { get; set; } = [];
    public List<string> GrantRunItems { get; set; } = [];
    public List<string> GrantMarks { get; set; } = [];
    public List<string> GrantSums { get; set; } = [];
    public List<string> Grantors { get; set; } = [];
    public List<string> DeliberationTitles { get; set; } = [];
}

internal sealed class CellWords
{
    public List<string> Accepted { get; set; } = [];
    public List<string> Refused { get; set; } = [];
    public List<string> Deferred { get; set; } = [];
    public List<string> New { get; set; } = [];
    public List<string> Renewed { get; set; } = [];
}
