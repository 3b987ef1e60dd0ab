namespace Ingest.Evaluation;

/// <summary>What comparing one expected value with what was read gave.</summary>
public enum Outcome
{
    /// <summary>The expected value was read.</summary>
    Matched,

    /// <summary>Another value was read: it is missed and invented at once.</summary>
    Wrong,

    /// <summary>A value is expected and none was read.</summary>
    Missed,

    /// <summary>A value was read where none is expected.</summary>
    Invented,
}

/// <summary>One value compared. Where nothing is expected and nothing was read there is no observation.</summary>
public sealed record Observation
{
    /// <summary>The field, one of <see cref="ScoredField.All"/>.</summary>
    public required string Field { get; init; }

    /// <summary>What came of it.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Where: the title of the action or the label of the total; null for the document.</summary>
    public string? Place { get; init; }

    /// <summary>The expected value as text; null where none is expected.</summary>
    public string? Expected { get; init; }

    /// <summary>The value read as text; null where none was read.</summary>
    public string? Actual { get; init; }

    /// <summary>Likeness of the two texts, 0..1, for fields where nearly right is worth knowing; else null.</summary>
    public double? Similarity { get; init; }
}

/// <summary>The fields that are scored, by the contract's keys.</summary>
public static class ScoredField
{
    internal const string Kind = "kind";
    internal const string Title = "title";
    internal const string Period = "period";
    internal const string Epci = "territory.epci";
    internal const string Communes = "territory.communes";
    internal const string Quartiers = "territory.quartiers";
    internal const string FilingReference = "filing.reference";
    internal const string FilingDepartment = "filing.department";
    internal const string FilingSiren = "filing.siren";
    internal const string FilingActDate = "filing.actDate";
    internal const string FilingActNumber = "filing.actNumber";
    internal const string FilingActType = "filing.actType";
    internal const string FilingSentOn = "filing.sentOn";
    internal const string FilingReceivedOn = "filing.receivedOn";
    internal const string ActTitle = "act.title";
    internal const string ActDate = "act.date";
    internal const string ActVote = "act.vote";
    internal const string ActAmends = "act.amends";
    internal const string Action = "action";
    internal const string ActionTitle = "action.title";
    internal const string ActionTheme = "action.theme";
    internal const string ActionDescription = "action.description";
    internal const string ActionPorteur = "action.porteur";
    internal const string ActionPorteurKind = "action.porteur.kind";
    internal const string ActionYear = "action.year";
    internal const string ActionQuartiers = "action.quartiers";
    internal const string ActionTotalCost = "action.totalCost";
    internal const string Financer = "financer";
    internal const string FinancerLabel = "financer.label";
    internal const string FinancerProgramme = "financer.programme";
    internal const string FinancerIsOwnFunds = "financer.isOwnFunds";
    internal const string Total = "total";
    internal const string TotalKind = "total.kind";
    internal const string TotalYear = "total.year";
    internal const string TotalStatus = "total.status";
    internal const string TotalShare = "total.share";
    internal const string TotalReconciled = "total.reconciled";
    internal const string QuartierCommunes = "quartier.communes";
    internal const string Enjeu = "enjeu";
    internal const string Orientation = "orientation";
    internal const string Objective = "objective";
    internal const string OperationalObjective = "operationalObjective";
    internal const string ItemQuartiers = "operationalObjective.quartiers";
    internal const string Indicator = "indicator";
    internal const string IndicatorReference = "indicator.reference";
    internal const string IndicatorContext = "indicator.context";
    internal const string Irritant = "irritant";
    internal const string Opportunite = "opportunite";
    internal const string Priorite = "priorite";
    internal const string Governance = "governance";
    internal const string Signatory = "signatory";
    internal const string Finding = "finding";

    /// <summary>
    /// All fields in the order in which they are told. « action » is the action itself, found or not; « financer » its
    /// kind, amount and status together; « total » its scope, what it sums up, its label and its amount together; « finding »
    /// a planted fault, or an error finding on a document that has none. Of a strategy each label counts with its code, its
    /// title and the labels that it stands under, each operational objective with its text and the labels above it.
    /// « indicator » is its name, value, unit and neighbourhood, « indicator.reference » the figure and area that it is compared
    /// to, « indicator.context » year and perimeter.
    /// </summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Kind, Title, Period, Epci, Communes, Quartiers, FilingReference, FilingDepartment, FilingSiren, FilingActDate,
        FilingActNumber, FilingActType, FilingSentOn, FilingReceivedOn, ActTitle, ActDate, ActVote, ActAmends, Action, ActionTitle, ActionTheme, ActionDescription,
        ActionPorteur, ActionPorteurKind, ActionYear, ActionQuartiers, ActionTotalCost, Financer, FinancerLabel,
        FinancerProgramme, FinancerIsOwnFunds, Total, TotalKind, TotalYear, TotalStatus, TotalShare, TotalReconciled, QuartierCommunes, Enjeu,
        Orientation, Objective, OperationalObjective, ItemQuartiers, Indicator, IndicatorReference, IndicatorContext, Irritant,
        Opportunite, Priorite, Governance, Signatory, Finding,
    ];
}
