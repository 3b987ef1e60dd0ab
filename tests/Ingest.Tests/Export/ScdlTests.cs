using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ingest.Export;
using Ingest.Model.Documents;
using Xunit;
using static Ingest.Tests.Export.ExportedCollection;

namespace Ingest.Tests.Export;

public sealed class ScdlTests
{
    private static readonly ExportOptions Draft = new() { Formats = [ExportFormat.Scdl] };

    [Theory]
    [InlineData(FundingStatus.Planned, "etat", "ANCT", 100, false)]
    [InlineData(FundingStatus.Requested, "etat", "ANCT", 100, false)]
    [InlineData(FundingStatus.Granted, "etat", "ANCT", 100, true)]
    [InlineData(FundingStatus.Paid, "etat", "ANCT", 100, true)]
    [InlineData(FundingStatus.Granted, "autre", "Autres", 100, false)]
    [InlineData(FundingStatus.Granted, "autre", "Fondation du coin", 100, true)]
    [InlineData(FundingStatus.Granted, "fonds-propres", "Fonds propres", 100, false)]
    [InlineData(FundingStatus.Granted, "usagers", "Participations", 100, false)]
    [InlineData(FundingStatus.Granted, "valorisation", "Bénévolat", 100, false)]
    [InlineData(FundingStatus.Granted, "etat", "ANCT", 0, false)]
    [InlineData(FundingStatus.Granted, "etat", "ANCT", -5, false)]
    public void Only_money_that_one_body_granted_is_a_row(FundingStatus status, string kind, string label, int euros, bool isRow)
    {
        var (rows, report) = Export(Programmation(Action("a1", "Jardins", "Les Jardiniers", 1000m, Money(label, kind, euros, status))));

        Assert.Equal(isRow ? 1 : 0, rows.Count);
        Assert.Equal(isRow ? "true retenu" : "false", $"{report[0]["retenu"]}{(isRow ? " " + report[0]["motif"] : "")}");
        Assert.Equal(isRow, report[0]["champs_manquants"] != "");
    }

    [Fact]
    public void Own_funds_refused_actions_and_rows_without_porteur_or_object_are_none()
    {
        var granted = Money("ANCT", "etat", 100m, FundingStatus.Granted);
        var (rows, report) = Export(Programmation(
            Action("a1", "Un", "CCAS", 100m, granted with { IsOwnFunds = true }), Action("a2", "Deux", "CCAS", 100m, granted) with { Decision = Decision.Refused },
            Action("a3", "Trois", null, 100m, granted), Action("a4", null, "CCAS", 100m, granted)));

        Assert.Empty(rows);
        Assert.Equal(["fonds propres ou recettes", "action refusée ou ajournée", "pas de bénéficiaire", "pas d'objet"], report.Select(row => row["motif"]));
    }

    [Fact]
    public void What_was_paid_of_a_grant_is_no_second_grant()
    {
        var (rows, report) = Export(Programmation(Action("a1", "Un", "CCAS", 100m, Money("ANCT", "etat", 100m, FundingStatus.Granted), Money("ANCT", "etat", 60m, FundingStatus.Paid))));

        Assert.Equal(["100.00"], rows.Select(row => row["montant"]));
        Assert.Equal(["retenu", "versement d'une aide déjà comptée"], report.Select(row => row["motif"]));
    }

    [Fact]
    public void Nothing_is_invented_and_what_is_missing_is_told()
    {
        var (rows, report) = Export(Programmation(Action("a1", "Jardins", "Les Jardiniers", 1000m, Money("ANCT", "etat", 475.5m, FundingStatus.Granted) with { Programme = "p147" })));

        var row = Assert.Single(rows);
        Assert.Equal(
            "ANCT,,,,Les Jardiniers,,,Jardins,475.50,aide en numéraire,,,,,1,p147",
            string.Join(',', SchemaOfTheForm.Select(field => row[field.Name])));
        Assert.Equal("idAttribuant ; dateConvention ; conditionsVersement ; datesPeriodeVersement ; notificationUE", report[0]["champs_manquants"]);
        Assert.Contains("acte du 2023-12-12", report[0]["indices"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_towns_own_act_is_the_reference_of_the_towns_own_grants_alone()
    {
        var document = Programmation(Action("a1", "Jardins", "Les Jardiniers", 1000m, Money("Ville", "commune", 400m, FundingStatus.Granted), Money("Région", "region", 300m, FundingStatus.Granted)));

        var (rows, _) = Export(document);

        Assert.Equal(["Exempleville DELIB-2023-85", "Région "], rows.Select(row => $"{row["nomAttribuant"]} {row["referenceDecision"]}"));
    }

    [Fact]
    public void What_is_there_is_valid_by_the_form()
    {
        var (rows, _) = Export(Programmation(
            Action("a1", new string('é', 400), "Ville et CCAS", 1000m, Money("=ANCT", "etat", 475.5m, FundingStatus.Granted)),
            Action("a2", "Deux", "Les Jardiniers", 1000m, Money("Ville", "commune", 1m, FundingStatus.Paid))));

        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal(SchemaOfTheForm.Select(field => field.Name), row.Keys));
        Assert.Equal([], rows.SelectMany(row => SchemaOfTheForm.Where(field => row[field.Name] != "" && !field.Accepts(row[field.Name])).Select(field => $"{field.Name}: {row[field.Name]}")));
        // The share of each of two beneficiaries is not said.
        Assert.Equal(["", "1"], rows.Select(row => row["pourcentageSubvention"]));
    }

    [Theory]
    [InlineData("idAttribuant", "1234567890123", false)]
    [InlineData("montant", "12,5", false)]
    [InlineData("dateConvention", "12/12/2023", false)]
    [InlineData("notificationUE", "peut-être", false)]
    [InlineData("pourcentageSubvention", "1.5", false)]
    [InlineData("datesPeriodeVersement", "2024-01-01/2024-12-31", true)]
    [InlineData("rnaBeneficiaire", "W123456789", true)]
    public void The_schema_of_these_tests_refuses_what_the_form_refuses(string field, string value, bool isAccepted) =>
        Assert.Equal(isAccepted, SchemaOfTheForm.Single(item => item.Name == field).Accepts(value));

    // The sixteen fields of « subventions » 2.1.1 as a Table Schema.
    private static readonly ImmutableArray<Field> SchemaOfTheForm = ReadSchema(
        """
        { "fields": [
          { "name": "nomAttribuant", "type": "string", "constraints": { "required": true } },
          { "name": "idAttribuant", "type": "string", "constraints": { "required": true, "pattern": "^\\d{14}$" } },
          { "name": "dateConvention", "type": "date", "constraints": { "required": true } },
          { "name": "referenceDecision", "type": "string" },
          { "name": "nomBeneficiaire", "type": "string", "constraints": { "required": true } },
          { "name": "idBeneficiaire", "type": "string", "constraints": { "pattern": "^\\d{14}$" } },
          { "name": "rnaBeneficiaire", "type": "string", "constraints": { "pattern": "^W\\d{9}$" } },
          { "name": "objet", "type": "string", "constraints": { "required": true, "maxLength": 256 } },
          { "name": "montant", "type": "number", "constraints": { "required": true } },
          { "name": "nature", "type": "string", "constraints": { "required": true, "enum": ["aide en numéraire", "aide en nature", "aide en numéraire;aide en nature"] } },
          { "name": "conditionsVersement", "type": "string", "constraints": { "required": true, "maxLength": 256 } },
          { "name": "datesPeriodeVersement", "type": "string", "constraints": { "required": true, "pattern": "^\\d{4}-\\d{2}-\\d{2}(/\\d{4}-\\d{2}-\\d{2})?$" } },
          { "name": "idRAE", "type": "string", "constraints": { "maxLength": 5 } },
          { "name": "notificationUE", "type": "string", "constraints": { "required": true, "enum": ["oui", "non"] } },
          { "name": "pourcentageSubvention", "type": "number", "constraints": { "required": true, "minimum": 0.01, "maximum": 1 } },
          { "name": "dispositifAide", "type": "string" } ] }
        """);

    private static (List<Dictionary<string, string>> Rows, List<Dictionary<string, string>> Report) Export(IngestedDocument document)
    {
        using var collection = Of(("a.pdf", document));
        collection.Export(Draft);
        return (Readers.DuckDbReader.Csv(collection["scdl-subventions.csv"]), Readers.DuckDbReader.Csv(collection["scdl-rapport.csv"]));
    }

    private static ImmutableArray<Field> ReadSchema(string schema)
    {
        using var json = JsonDocument.Parse(schema);
        return [.. json.RootElement.GetProperty("fields").EnumerateArray().Select(field => new Field(
            field.GetProperty("name").GetString()!, field.GetProperty("type").GetString()!, field.TryGetProperty("constraints", out var constraints) ? constraints.Clone() : default))];
    }

    private sealed record Field(string Name, string Type, JsonElement Constraints)
    {
        public bool Accepts(string value) =>
            Type switch
            {
                "number" => decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
                "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                _ => true,
            }
            && (!Has("pattern", out var pattern) || Regex.IsMatch(value, pattern.GetString()!))
            && (!Has("maxLength", out var length) || value.Length <= length.GetInt32())
            && (!Has("enum", out var words) || words.EnumerateArray().Any(word => word.GetString() == value))
            && (!Has("minimum", out var least) || decimal.Parse(value, CultureInfo.InvariantCulture) >= least.GetDecimal())
            && (!Has("maximum", out var most) || decimal.Parse(value, CultureInfo.InvariantCulture) <= most.GetDecimal());

        private bool Has(string constraint, out JsonElement value)
        {
            value = default;
            return Constraints.ValueKind == JsonValueKind.Object && Constraints.TryGetProperty(constraint, out value);
        }
    }
}
