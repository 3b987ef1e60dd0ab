using System.Globalization;
using Ingest.Model.Documents;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Ingest.Evaluation;

/// <summary>Writes expectations that a generator knows by construction. What was checked by hand is never written by a tool.</summary>
internal static class TruthYamlWriter
{
    /// <summary>Writes one truth.yaml.</summary>
    public static void Write(TruthEntry entry, TextWriter writer)
    {
        var yaml = new SerializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull)
            .WithQuotingNecessaryStrings()
            .Build();
        yaml.Serialize(writer, ToYaml(entry));
    }

    private static DocumentYaml ToYaml(TruthEntry entry)
    {
        var document = entry.Expected;
        return new DocumentYaml
        {
            Kind = Word(document.Kind),
            Title = document.Title,
            Period = document.Period is { } period ? new PeriodYaml { Start = period.Start, End = period.End } : null,
            Territory = ToYaml(document.Territory),
            Filing = document.Filing is { } filing ? ToYaml(filing) : null,
            Actions = [.. document.Actions.Select(ToYaml)],
            Totals = [.. document.Totals.Select(ToYaml)],
            Enjeux = [.. document.Enjeux.Select(ToYaml)],
            Diagnosis = ToYaml(document.Diagnosis),
            Governance = [.. document.Governance.Select(part => new GovernanceYaml { Heading = part.Heading, Text = part.Text })],
            Signatories = [.. document.Signatories.Select(party => new SignatoryYaml { Label = party.Label, Signed = party.Signed })],
            Findings = [.. entry.Faults.Select(fault => new FaultYaml { Code = fault.Code, At = fault.At })],
        };
    }

    private static TerritoryYaml ToYaml(Territory territory) => new()
    {
        Epci = territory.Epci is { } epci ? new BodyYaml { Name = epci.Name, Siren = epci.Siren } : null,
        Communes = [.. territory.Communes.Select(commune => new BodyYaml { Name = commune.Name, Insee = commune.Insee, Siren = commune.Siren })],
        Quartiers = [.. territory.Quartiers.Select(quartier => new QuartierYaml { Name = quartier.Name, Type = quartier.Type, Code = quartier.Code, Communes = [.. quartier.Communes] })],
    };

    private static FilingYaml ToYaml(Filing filing) => new()
    {
        Reference = filing.Reference,
        Department = filing.Department,
        Siren = filing.Siren,
        ActDate = Day(filing.ActDate),
        ActNumber = filing.ActNumber,
        ActType = filing.ActType,
        SentOn = Day(filing.SentOn),
        ReceivedOn = Day(filing.ReceivedOn),
    };

    private static ActionYaml ToYaml(FundedAction action) => new()
    {
        Title = action.Title,
        Theme = action.Theme,
        Description = action.Description,
        Porteur = action.Porteur is { } porteur ? new PorteurYaml { Label = porteur.Label, Kind = porteur.Kind } : null,
        Year = action.Year,
        Quartiers = [.. action.Quartiers],
        Renewal = action.Renewal,
        Decision = action.Decision is { } decision ? Word(decision) : null,
        TotalCost = action.TotalCost?.Amount,
        Financers =
        [
            .. action.Financers.Select(financer => new FinancerYaml
            {
                Label = financer.Label,
                Kind = financer.Kind,
                Programme = financer.Programme,
                IsOwnFunds = financer.IsOwnFunds,
                Amount = financer.Amount?.Amount,
                Status = Word(financer.Status),
            }),
        ],
    };

    private static TotalYaml ToYaml(Total total) => new()
    {
        Scope = Word(total.Scope),
        Of = total.Of,
        Label = total.Label,
        Kind = total.Kind,
        Year = total.Year,
        Status = Word(total.Status),
        Amount = total.Amount?.Amount,
        Share = total.Share,
        Reconciled = total.Reconciled,
    };

    private static EnjeuYaml ToYaml(Enjeu enjeu) => new()
    {
        Number = enjeu.Number,
        Code = enjeu.Code,
        Title = enjeu.Title,
        Orientations = [.. enjeu.Orientations.Select(ToYaml)],
    };

    private static OrientationYaml ToYaml(Orientation orientation) => new()
    {
        Code = orientation.Code,
        Title = orientation.Title,
        Objectives =
        [
            .. orientation.Objectives.Select(objective => new ObjectiveYaml
            {
                Code = objective.Code,
                Title = objective.Title,
                OperationalObjectives = [.. objective.OperationalObjectives.Select(item => new ItemYaml { Text = item.Text, Quartiers = [.. item.Quartiers] })],
            }),
        ],
    };

    private static DiagnosisYaml ToYaml(Diagnosis diagnosis) => new()
    {
        Indicators =
        [
            .. diagnosis.Indicators.Select(indicator => new IndicatorYaml
            {
                Name = indicator.Name,
                Value = indicator.Value,
                Unit = indicator.Unit,
                Reference = indicator.Reference,
                ReferenceArea = indicator.ReferenceArea,
                Year = indicator.Year,
                Perimeter = indicator.Perimeter,
                Quartier = indicator.Quartier,
            }),
        ],
        Irritants = [.. diagnosis.Irritants.Select(item => item.Text)],
        Opportunites = [.. diagnosis.Opportunites.Select(item => item.Text)],
        Priorites = [.. diagnosis.Priorites.Select(item => item.Text)],
    };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Word<T>(T word)
        where T : struct, Enum => word.ToString().ToLowerInvariant();
}
