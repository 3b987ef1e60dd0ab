using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Model.Values;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Ingest.Evaluation;

/// <summary>Reads the YAML of the corpus; no type of the YAML library leaves this room.</summary>
internal static class TruthYaml
{
    private static readonly ImmutableSortedDictionary<string, string> NoHashes =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    // A truth says what the values are, not where they stand.
    private static readonly Evidence Nowhere = new() { Regions = [], Text = "", Origin = Origin.Human };

    /// <summary>Reads SOURCES.yaml.</summary>
    public static ImmutableArray<CorpusSource> ReadSources(string path) =>
    [
        .. Read<List<SourceYaml>>(path).Select(source => new CorpusSource
        {
            Slug = Given(source.Slug, path, "slug"),
            SourceFile = source.Files?.Source,
            Samples = [.. source.Files?.Samples ?? []],
            Sha256 = NoHashes.AddRange(source.Sha256 ?? []),
            Origin = Given(source.Origin, path, "origin"),
            Licence = Given(source.Licence, path, "licence"),
            Split = Word<Split>(Given(source.Split, path, "split"), path),
            Traits = [.. source.Traits ?? []],
        }),
    ];

    /// <summary>Reads one truth.yaml.</summary>
    public static TruthEntry ReadTruth(string path)
    {
        var truth = Read<DocumentYaml>(path);
        return new TruthEntry
        {
            Slug = "",
            Split = Split.Tune,
            Samples = [],
            Faults = [.. (truth.Findings ?? []).Select(fault => new PlantedFault(Given(fault.Code, path, "code"), fault.At))],
            Open = [.. (truth.Open ?? []).Select(field => ScoredField.All.Contains(field) ? field : throw new TruthFormatException(path, null, $"« {field} » is no field that is scored."))],
            Expected = new IngestedDocument
            {
                Producer = new Producer("", "", "", ""),
                Status = DocumentStatus.Ok,
                Source = new Source { FileName = "", Sha256 = "", MediaType = "", ByteLength = 0 },
                Kind = Word<DocumentKind>(Given(truth.Kind, path, "kind"), path),
                Title = truth.Title,
                Period = truth.Period is { } period ? new Period(period.Start, period.End) : null,
                Territory = ToTerritory(truth.Territory, path),
                Filing = ToFiling(truth.Filing, path),
                Act = truth.Act is { } act ? new Act { Title = act.Title, Date = act.Date is null ? null : ToDay(act.Date, path), Vote = act.Vote, Amends = act.Amends } : null,
                Actions = [.. (truth.Actions ?? []).Select(action => ToAction(action, path))],
                Totals = [.. (truth.Totals ?? []).Select(total => ToTotal(total, path))],
                Enjeux = [.. (truth.Enjeux ?? []).Select(enjeu => ToEnjeu(enjeu, path))],
                Diagnosis = ToDiagnosis(truth.Diagnosis, path),
                Governance = [.. (truth.Governance ?? []).Select(part => new GovernanceItem(part.Heading, part.Text ?? "", Nowhere))],
                Signatories = [.. (truth.Signatories ?? []).Select(party => new Signatory(Given(party.Label, path, "signatories.label"), party.Signed, Nowhere))],
            },
        };
    }

    private static Territory ToTerritory(TerritoryYaml? territory, string path) => new()
    {
        Epci = territory?.Epci is { } epci ? new Epci(Given(epci.Name, path, "epci.name"), epci.Siren) : null,
        Communes = [.. (territory?.Communes ?? []).Select(commune => new Commune(Given(commune.Name, path, "commune.name"), commune.Insee, commune.Siren))],
        Quartiers = [.. (territory?.Quartiers ?? []).Select(quartier => new Quartier(quartier.Name, Given(quartier.Type, path, "quartier.type"), quartier.Code, [.. quartier.Communes ?? []]))],
    };

    private static Filing? ToFiling(FilingYaml? filing, string path) => filing is null ? null : new Filing
    {
        Reference = Given(filing.Reference, path, "filing.reference"),
        Department = Given(filing.Department, path, "filing.department"),
        Siren = Given(filing.Siren, path, "filing.siren"),
        ActDate = ToDay(filing.ActDate, path),
        ActNumber = Given(filing.ActNumber, path, "filing.actNumber"),
        ActType = Given(filing.ActType, path, "filing.actType"),
        SentOn = ToDay(filing.SentOn, path),
        ReceivedOn = ToDay(filing.ReceivedOn, path),
    };

    private static FundedAction ToAction(ActionYaml action, string path) => new()
    {
        Id = "",
        Title = action.Title,
        Theme = action.Theme,
        Description = action.Description,
        Porteur = action.Porteur is { } porteur ? new Porteur(Given(porteur.Label, path, "porteur.label"), Given(porteur.Kind, path, "porteur.kind"), null) : null,
        Year = action.Year,
        Quartiers = [.. action.Quartiers ?? []],
        Renewal = action.Renewal,
        Decision = action.Decision is { } decision ? Word<Decision>(decision, path) : null,
        TotalCost = ToEuros(action.TotalCost),
        Financers = [.. (action.Financers ?? []).Select(financer => ToFinancer(financer, path))],
        Evidence = Nowhere,
    };

    private static Financer ToFinancer(FinancerYaml financer, string path) => new()
    {
        Label = Given(financer.Label, path, "financer.label"),
        Kind = Given(financer.Kind, path, "financer.kind"),
        Programme = financer.Programme,
        IsOwnFunds = financer.IsOwnFunds,
        Amount = ToEuros(financer.Amount),
        Status = Word<FundingStatus>(Given(financer.Status, path, "financer.status"), path),
        Evidence = Nowhere,
    };

    private static Total ToTotal(TotalYaml total, string path) => new()
    {
        Scope = Word<TotalScope>(Given(total.Scope, path, "total.scope"), path),
        Of = total.Of,
        Label = Given(total.Label, path, "total.label"),
        Kind = total.Kind,
        Year = total.Year,
        Status = Word<FundingStatus>(Given(total.Status, path, "total.status"), path),
        Amount = ToEuros(total.Amount),
        Share = total.Share,
        Reconciled = total.Reconciled,
        Evidence = Nowhere,
    };

    private static Enjeu ToEnjeu(EnjeuYaml enjeu, string path) =>
        new("", enjeu.Number, enjeu.Code, enjeu.Title, [.. (enjeu.Orientations ?? []).Select(orientation => ToOrientation(orientation, path))], Nowhere);

    private static Orientation ToOrientation(OrientationYaml orientation, string path) =>
        new("", orientation.Code, orientation.Title, [.. (orientation.Objectives ?? []).Select(objective => ToObjective(objective, path))], Nowhere);

    private static Objective ToObjective(ObjectiveYaml objective, string path) => new(
        "", objective.Code, objective.Title,
        [.. (objective.OperationalObjectives ?? []).Select(item => new OperationalObjective("", Given(item.Text, path, "operationalObjectives.text"), [.. item.Quartiers ?? []], [], Nowhere))],
        Nowhere);

    private static Diagnosis ToDiagnosis(DiagnosisYaml? diagnosis, string path) => new()
    {
        Indicators = [.. (diagnosis?.Indicators ?? []).Select(indicator => ToIndicator(indicator, path))],
        Irritants = ToItems(diagnosis?.Irritants),
        Opportunites = ToItems(diagnosis?.Opportunites),
        Priorites = ToItems(diagnosis?.Priorites),
    };

    private static ImmutableArray<DiagnosisItem> ToItems(List<string>? texts) => [.. (texts ?? []).Select(text => new DiagnosisItem(text, Nowhere))];

    private static Indicator ToIndicator(IndicatorYaml indicator, string path) => new()
    {
        Name = Given(indicator.Name, path, "indicators.name"),
        Value = indicator.Value,
        Unit = indicator.Unit,
        Reference = indicator.Reference,
        ReferenceArea = indicator.ReferenceArea,
        Year = indicator.Year,
        Perimeter = indicator.Perimeter,
        Quartier = indicator.Quartier,
        Evidence = Nowhere,
    };

    private static Euros? ToEuros(decimal? amount) => amount is { } euros ? new Euros(euros) : null;

    private static DateOnly? ToDay(string? day, string path)
    {
        if (day is null)
            return null;
        return DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new TruthFormatException(path, null, $"« {day} » is no date of the form 2024-12-31.");
    }

    private static T Word<T>(string word, string path)
        where T : struct, Enum => Enum.TryParse<T>(word, ignoreCase: true, out var value) && !char.IsAsciiDigit(word[0])
            ? value
            : throw new TruthFormatException(path, null, $"« {word} » is none of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");

    private static string Given(string? value, string path, string key) =>
        string.IsNullOrEmpty(value) ? throw new TruthFormatException(path, null, $"« {key} » is missing.") : value;

    private static T Read<T>(string path)
    {
        if (!File.Exists(path))
            throw new TruthFormatException(path, null, "the file is missing.");
        var yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithDuplicateKeyChecking().Build();
        try
        {
            using var reader = new StreamReader(path);
            return yaml.Deserialize<T>(reader) ?? throw new TruthFormatException(path, null, "the file is empty.");
        }
        catch (YamlException error)
        {
            throw new TruthFormatException(path, error.Start.Line, error.InnerException?.Message ?? error.Message, error);
        }
    }
}
