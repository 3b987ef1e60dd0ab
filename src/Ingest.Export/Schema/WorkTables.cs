using System.Text.Json;
using Ingest.Export.Rows;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using RuleColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Rows.TotalRule>;
using VerifyColumn = Ingest.Export.Schema.FilledColumn<Ingest.Export.Schema.WorkTables.ToVerify>;

namespace Ingest.Export.Schema;

/// <summary>Tables that no export has: what the workbook and the SCDL draft are written from.</summary>
internal static class WorkTables
{
    /// <summary>A finding, with one of the values to look at; null where there is none to put right.</summary>
    internal sealed record ToVerify(Item<Finding> Finding, CorrectableValue? Value);

    public static TableDefinition<ToVerify> ToVerifyTable { get; } = new(
        "a_verifier", "Une valeur à vérifier.", "A value to look at.", ToVerifyOf,
        [
            VerifyColumn.Code("document_id", "Document", i => i.Finding.Document.Id, "", ""),
            VerifyColumn.Code("constat_id", "Constat", i => i.Finding.Key, "", ""),
            VerifyColumn.Money("euros_en_jeu", "Euros en jeu", i => EurosAtStake.Of(i.Finding), "", ""),
            VerifyColumn.Integer("ordre_gravite", "Ordre", i => -(int)i.Finding.Value.Severity, "", ""),
            VerifyColumn.Word("gravite", "Gravité", ContractWords.Severity, i => ContractWords.Of(i.Finding.Value.Severity), "", ""),
            VerifyColumn.Text("titre", "Constat", i => TitleOf(i.Finding.Value.Code), "", ""),
            VerifyColumn.Text("message", "À regarder", i => i.Finding.Value.Message, "", ""),
            VerifyColumn.Text("texte_lu", "Texte lu", i => i.Finding.Value.Evidence?.Text, "", ""),
            VerifyColumn.Text("champ", "Valeur", i => i.Value?.Name, "", ""),
            VerifyColumn.Number("valeur_nombre", "Valeur actuelle", i => i.Value?.Before is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null, "", ""),
            VerifyColumn.Text("valeur_texte", "Valeur actuelle", i => Shown(i.Value), "", ""),
            VerifyColumn.Code("sha256", "Document (SHA-256)", i => i.Finding.Document.Value.Source.Sha256, "", ""),
            VerifyColumn.Code("pointeur", "Pointeur JSON", i => i.Value?.Pointer ?? i.Finding.Value.Pointer, "", ""),
            VerifyColumn.Text("ancre", "Ancre", i => i.Value?.Anchor, "", ""),
            VerifyColumn.Text("avant", "Valeur avant (JSON)", i => i.Value is null ? null : i.Value.Before.GetRawText(), "", ""),
        ]);

    public static TableDefinition<TotalRule> Rules { get; } = new(
        "regles_totaux", "Comment un total se recalcule.", "How a total is computed again.", document => document.Totals.Select(TotalRule.Of),
        [
            RuleColumn.Code("total_id", "Total", i => i.Total.Key, "", ""),
            RuleColumn.Boolean("des_financements", "Des financements", i => i.OfFinancers, "", ""),
            RuleColumn.Text("theme", "Thématique", i => i.Theme, "", ""),
            RuleColumn.Text("porteur", "Porteur", i => i.Porteur, "", ""),
            RuleColumn.Integer("annee", "Année", i => i.Year, "", ""),
            RuleColumn.Text("financeur", "Financeur", i => i.Label, "", ""),
            RuleColumn.Word("nature", "Nature", ContractWords.PayerKind, i => i.Kind, "", ""),
            RuleColumn.Code("programme", "Programme", i => i.Programme, "", ""),
            RuleColumn.Text("quartiers", "Quartiers", i => i.Quartiers, "", ""),
            RuleColumn.Boolean("sans_refusees", "Sans les refusées", i => i.Without.Contains(Decision.Refused), "", ""),
            RuleColumn.Boolean("sans_ajournees", "Sans les ajournées", i => i.Without.Contains(Decision.Deferred), "", ""),
        ]);

    private static IEnumerable<ToVerify> ToVerifyOf(ExportedDocument document) =>
        document.Findings.SelectMany(finding => CorrectableValues.Of(finding).Select(value => new ToVerify(finding, value)).DefaultIfEmpty(new ToVerify(finding, null)));

    private static string TitleOf(string code) =>
        FindingCatalogue.All.FirstOrDefault(kind => kind.Code == code)?.Title(Languages.French) ?? code;

    private static string? Shown(CorrectableValue? value) => value?.Before.ValueKind switch
    {
        null or JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.Number => null,
        JsonValueKind.String => value.Before.GetString(),
        JsonValueKind.True => "oui",
        JsonValueKind.False => "non",
        _ => value.Before.GetRawText(),
    };
}
