namespace Ingest.Evaluation;

// The shapes of the YAML files, as the deserialiser fills them. Keys are the contract's.
#pragma warning disable CA1812 // They are made by the deserialiser.

internal sealed class SourceYaml
{
    public string? Slug { get; set; }
    public FilesYaml? Files { get; set; }
    public Dictionary<string, string>? Sha256 { get; set; }
    public string? Origin { get; set; }
    public string? Licence { get; set; }
    public string? Split { get; set; }
    public string? Written { get; set; }
    public List<string>? Traits { get; set; }
}

internal sealed class FilesYaml
{
    public string? Source { get; set; }
    public List<string>? Samples { get; set; }
}

internal sealed class DocumentYaml
{
    public string? Kind { get; set; }
    public string? Title { get; set; }
    public PeriodYaml? Period { get; set; }
    public TerritoryYaml? Territory { get; set; }
    public FilingYaml? Filing { get; set; }
    public ActYaml? Act { get; set; }
    public List<ActionYaml>? Actions { get; set; }
    public List<TotalYaml>? Totals { get; set; }
    public List<EnjeuYaml>? Enjeux { get; set; }
    public DiagnosisYaml? Diagnosis { get; set; }
    public List<GovernanceYaml>? Governance { get; set; }
    public List<SignatoryYaml>? Signatories { get; set; }
    public List<FaultYaml>? Findings { get; set; }
    public List<string>? Open { get; set; }
}

internal sealed class PeriodYaml
{
    public int Start { get; set; }
    public int End { get; set; }
}

internal sealed class TerritoryYaml
{
    public BodyYaml? Epci { get; set; }
    public List<BodyYaml>? Communes { get; set; }
    public List<QuartierYaml>? Quartiers { get; set; }
}

internal sealed class BodyYaml
{
    public string? Name { get; set; }
    public string? Insee { get; set; }
    public string? Siren { get; set; }
}

internal sealed class QuartierYaml
{
    public string? Name { get; set; }
    public string? Type { get; set; }
    public string? Code { get; set; }
    public List<string>? Communes { get; set; }
}

internal sealed class FilingYaml
{
    public string? Reference { get; set; }
    public string? Department { get; set; }
    public string? Siren { get; set; }
    public string? ActDate { get; set; }
    public string? ActNumber { get; set; }
    public string? ActType { get; set; }
    public string? SentOn { get; set; }
    public string? ReceivedOn { get; set; }
}

internal sealed class ActYaml
{
    public string? Title { get; set; }
    public string? Date { get; set; }
    public string? Vote { get; set; }
    public string? Amends { get; set; }
}

internal sealed class ActionYaml
{
    public string? Title { get; set; }
    public string? Theme { get; set; }
    public string? Description { get; set; }
    public PorteurYaml? Porteur { get; set; }
    public int? Year { get; set; }
    public List<string>? Quartiers { get; set; }
    public bool? Renewal { get; set; }
    public string? Decision { get; set; }
    public decimal? TotalCost { get; set; }
    public List<FinancerYaml>? Financers { get; set; }
}

internal sealed class PorteurYaml
{
    public string? Label { get; set; }
    public string? Kind { get; set; }
}

internal sealed class FinancerYaml
{
    public string? Label { get; set; }
    public string? Kind { get; set; }
    public string? Programme { get; set; }
    public bool IsOwnFunds { get; set; }
    public decimal? Amount { get; set; }
    public string? Status { get; set; }
}

internal sealed class TotalYaml
{
    public string? Scope { get; set; }
    public string? Of { get; set; }
    public string? Label { get; set; }
    public string? Kind { get; set; }
    public int? Year { get; set; }
    public string? Status { get; set; }
    public decimal? Amount { get; set; }
    public decimal? Share { get; set; }
    public bool? Reconciled { get; set; }
}

internal sealed class FaultYaml
{
    public string? Code { get; set; }
    public string? At { get; set; }
}

internal sealed class EnjeuYaml
{
    public int Number { get; set; }
    public string? Code { get; set; }
    public string? Title { get; set; }
    public List<OrientationYaml>? Orientations { get; set; }
}

internal sealed class OrientationYaml
{
    public string? Code { get; set; }
    public string? Title { get; set; }
    public List<ObjectiveYaml>? Objectives { get; set; }
}

internal sealed class ObjectiveYaml
{
    public string? Code { get; set; }
    public string? Title { get; set; }
    public List<ItemYaml>? OperationalObjectives { get; set; }
}

internal sealed class ItemYaml
{
    public string? Text { get; set; }
    public List<string>? Quartiers { get; set; }
}

internal sealed class DiagnosisYaml
{
    public List<IndicatorYaml>? Indicators { get; set; }
    public List<string>? Irritants { get; set; }
    public List<string>? Opportunites { get; set; }
    public List<string>? Priorites { get; set; }
}

internal sealed class IndicatorYaml
{
    public string? Name { get; set; }
    public decimal? Value { get; set; }
    public string? Unit { get; set; }
    public decimal? Reference { get; set; }
    public string? ReferenceArea { get; set; }
    public int? Year { get; set; }
    public string? Perimeter { get; set; }
    public string? Quartier { get; set; }
}

internal sealed class GovernanceYaml
{
    public string? Heading { get; set; }
    public string? Text { get; set; }
}

internal sealed class SignatoryYaml
{
    public string? Label { get; set; }
    public bool? Signed { get; set; }
}
