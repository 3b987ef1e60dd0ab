using System.Globalization;
using Ingest.Export.Schema;
using Ingest.Model.Documents;
using Ingest.Model.Values;

namespace Ingest.Export.Comparing.Figures;

/// <summary>Numbers and words of the report, as French readers write them.</summary>
internal static class French
{
    private const string NoBreak = "\u00A0";

    /// <summary>A text whose guillemets and high signs no line break parts from their words.</summary>
    public static string Bound(string text) => text.Replace("« ", "«" + NoBreak, StringComparison.Ordinal).Replace(" »", NoBreak + "»", StringComparison.Ordinal)
        .Replace(" :", NoBreak + ":", StringComparison.Ordinal).Replace(" ;", NoBreak + ";", StringComparison.Ordinal).Replace(" %", NoBreak + "%", StringComparison.Ordinal)
        .Replace(" €", NoBreak + "€", StringComparison.Ordinal);

    /// <summary>« 4 950,00 € », that no line breaks.</summary>
    public static string Euros(decimal euros) => new Euros(euros).ToFrench().Replace(" ", NoBreak, StringComparison.Ordinal);

    /// <summary>« 35,8 % ».</summary>
    public static string Share(decimal share) => new Percent(Math.Round(share, 3, MidpointRounding.AwayFromZero)).ToFrench().Replace(" ", NoBreak, StringComparison.Ordinal);

    /// <summary>« 12,40 € » per inhabitant.</summary>
    public static string PerInhabitant(decimal euros) => Euros(Math.Round(euros, 2, MidpointRounding.AwayFromZero)) + "/hab.";

    /// <summary>« 1 action », « 12 actions ».</summary>
    public static string Count(int number, string one, string many) => $"{Number(number)}{NoBreak}{(number < 2 ? one : many)}";

    /// <summary>« 1 204 ».</summary>
    public static string Number(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture).Replace(",", NoBreak, StringComparison.Ordinal);

    /// <summary>« prévu », « accordé ».</summary>
    public static string Of(FundingStatus status) => ContractWords.French(ContractWords.FundingStatus, ContractWords.Of(status));

    /// <summary>« programmation », « convention ».</summary>
    public static string Of(DocumentKind kind) => ContractWords.French(ContractWords.DocumentKind, ContractWords.Of(kind));

    /// <summary>« 2024 », « 2024-2030 »; « année non lue » where there is none.</summary>
    public static string Of(Period? period) => period is null ? "année non lue"
        : period.Start == period.End ? Year(period.Start) : $"{Year(period.Start)}-{Year(period.End)}";

    /// <summary>« 2024 »; « année non lue » where there is none.</summary>
    public static string Year(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "année non lue";

    /// <summary>What stands side by side, with its article as a subject: « la commune ».</summary>
    public static string Unit(ComparisonAxis axis) => axis switch
    {
        ComparisonAxis.Commune => "commune",
        ComparisonAxis.Epci => "intercommunalité",
        ComparisonAxis.Year => "année",
        _ => "quartier",
    };
}
