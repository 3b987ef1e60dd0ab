using System.Text.Json;
using Ingest.Decisions;
using Ingest.Emission;
using Ingest.Model.Documents;
using Ingest.Normalization;
using Ingest.Tests.Emission;
using Ingest.Tests.Normalization;
using Ingest.Tests.Running;
using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.Decisions;

/// <summary>Every value that can be put right, in a document where all have one.</summary>
public sealed class CorrectionTargetTests
{
    /// <summary>Pointer, the value it has, another, and the evidence that tells of it.</summary>
    public static TheoryData<string, string, string, string> Targets => new()
    {
        { "/title", "\"Programmation 2024\"", "\"Programmation 2025\"", "/fieldEvidence/title" },
        { "/kind", "\"mixed\"", "\"convention\"", "/fieldEvidence/kind" },
        { "/period/start", "2024", "2023", "/fieldEvidence/period" },
        { "/period/end", "2026", "2027", "/fieldEvidence/period" },
        { "/territory/epci/name", "\"CA de l'Exemple\"", "\"CA d'Ailleurs\"", "/fieldEvidence/territory~1epci" },
        { "/territory/communes/0/name", "\"Exempleville\"", "\"Ailleurs\"", "/fieldEvidence/territory~1communes~10" },
        { "/territory/quartiers/0/name", "\"Les Tilleuls\"", "null", "/fieldEvidence/territory~1quartiers~10" },
        { "/territory/quartiers/0/code", "\"QP062016\"", "\"QP062017\"", "/fieldEvidence/territory~1quartiers~10" },
        { "/filing/actDate", "\"2023-12-12\"", "\"2023-12-11\"", "/fieldEvidence/filing" },
        { "/filing/sentOn", "\"2023-12-13\"", "null", "/fieldEvidence/filing" },
        { "/filing/receivedOn", "\"2023-12-14\"", "\"2023-12-15\"", "/fieldEvidence/filing" },
        { "/filing/actNumber", "\"DELIB-2023-85\"", "\"86\"", "/fieldEvidence/filing" },
        { "/filing/siren", "\"216209072\"", "\"216204982\"", "/fieldEvidence/filing" },
        { "/act/title", "\"Programmation\"", "\"Vote\"", "/fieldEvidence/act~1title" },
        { "/act/date", "\"2023-12-12\"", "\"2023-12-11\"", "/fieldEvidence/act~1date" },
        { "/actions/0/title", "\"Nos jardins\"", "\"Vos jardins\"", "/actions/0/fieldEvidence/title" },
        { "/actions/0/theme", "\"Cadre de vie\"", "\"Santé\"", "/actions/0/fieldEvidence/theme" },
        { "/actions/0/description", "\"Des jardins.\"", "null", "/actions/0/fieldEvidence/description" },
        { "/actions/0/porteur/label", "\"Ville\"", "\"CCAS\"", "/actions/0/fieldEvidence/porteur" },
        { "/actions/0/porteur/kind", "\"commune\"", "\"epci\"", "/actions/0/fieldEvidence/porteur" },
        { "/actions/0/year", "2024", "2025", "/actions/0/fieldEvidence/year" },
        { "/actions/0/decision", "\"accepted\"", "\"deferred\"", "/actions/0/fieldEvidence/decision" },
        { "/actions/0/totalCost", "4950.00", "4951.50", "/actions/0/fieldEvidence/totalCost" },
        { "/actions/0/financers/0/label", "\"Région\"", "\"CAF\"", "/actions/0/financers/0/evidence" },
        { "/actions/0/financers/0/kind", "\"region\"", "\"caf\"", "/actions/0/financers/0/evidence" },
        { "/actions/0/financers/0/amount", "2475.50", "null", "/actions/0/financers/0/evidence" },
        { "/actions/0/financers/0/share", "null", "0.5", "/actions/0/financers/0/evidence" },
        { "/actions/0/financers/0/status", "\"requested\"", "\"paid\"", "/actions/0/financers/0/evidence" },
        { "/totals/0/label", "\"Sous-total\"", "\"ANCT\"", "/totals/0/evidence" },
        { "/totals/0/of", "\"Cadre de vie\"", "\"Santé\"", "/totals/0/evidence" },
        { "/totals/0/amount", "4950.00", "4951.00", "/totals/0/evidence" },
        { "/totals/0/share", "0.3577", "0.36", "/totals/0/evidence" },
        { "/totals/0/status", "\"granted\"", "\"paid\"", "/totals/0/evidence" },
        { "/enjeux/0/title", "\"Des quartiers apaisés\"", "\"Des quartiers\"", "/enjeux/0/evidence" },
        { "/enjeux/0/orientations/0/title", "\"Accéder aux droits\"", "null", "/enjeux/0/orientations/0/evidence" },
        { "/enjeux/0/orientations/0/objectives/0/title", "\"Repérer\"", "\"Trouver\"", "/enjeux/0/orientations/0/objectives/0/evidence" },
        { "/enjeux/0/orientations/0/objectives/0/operationalObjectives/0/text", "\"Tenir une permanence\"", "\"Tenir\"", "/enjeux/0/orientations/0/objectives/0/operationalObjectives/0/evidence" },
        { "/diagnosis/indicators/0/name", "\"Taux de pauvreté\"", "\"Taux\"", "/diagnosis/indicators/0/evidence" },
        { "/diagnosis/indicators/0/value", "32.8", "33", "/diagnosis/indicators/0/evidence" },
        { "/diagnosis/indicators/0/unit", "\"%\"", "\"habitants\"", "/diagnosis/indicators/0/evidence" },
        { "/diagnosis/indicators/0/reference", "18.8", "null", "/diagnosis/indicators/0/evidence" },
        { "/diagnosis/indicators/0/referenceArea", "\"agglomération\"", "\"France\"", "/diagnosis/indicators/0/evidence" },
        { "/diagnosis/indicators/0/year", "2022", "2021", "/diagnosis/indicators/0/evidence" },
        { "/diagnosis/indicators/0/perimeter", "\"2015\"", "\"2024\"", "/diagnosis/indicators/0/evidence" },
        { "/diagnosis/indicators/0/quartier", "\"Les Tilleuls\"", "\"Les Ormes\"", "/diagnosis/indicators/0/evidence" },
        { "/diagnosis/irritants/0/text", "\"Dépôts sauvages\"", "\"Dépôts\"", "/diagnosis/irritants/0/evidence" },
        { "/diagnosis/opportunites/0/text", "\"Un parc\"", "\"Deux parcs\"", "/diagnosis/opportunites/0/evidence" },
        { "/diagnosis/priorites/0/text", "\"La santé\"", "\"L'école\"", "/diagnosis/priorites/0/evidence" },
        { "/governance/0/heading", "\"Comité de pilotage\"", "null", "/governance/0/evidence" },
        { "/governance/0/text", "\"Il se réunit.\"", "\"Il siège.\"", "/governance/0/evidence" },
        { "/signatories/0/label", "\"L'État\"", "\"Le préfet\"", "/signatories/0/evidence" },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_value_is_what_the_json_says_and_becomes_what_is_put_there(string pointer, string before, string after, string evidence)
    {
        var document = SampleDocument.Full();
        var target = CorrectionTargets.Find(document, pointer)!;
        var value = CorrectionValue.FromJson(after)!;

        Assert.Equal(CorrectionValue.FromJson(before), target.Present);
        Assert.True(target.Accepts(value));
        var corrected = target.Put(Start(document), value).Document;

        Assert.Equal(value, CorrectionTargets.Find(corrected, pointer)!.Present);
        var json = JsonDocument.Parse(corrected.ToJson()).RootElement;
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(after).RootElement, At(json, pointer)), At(json, pointer).GetRawText());
        Assert.Equal("human", At(json, evidence).GetProperty("origin").GetString());
        // What is told as of a person is that value alone.
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(json.GetRawText(), "\"origin\": \"human\""));
        using var back = new MemoryStream(corrected.ToJson());
        Assert.Equal(corrected.ToJson(), DocumentJson.Read(back).ToJson());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("title")]
    [InlineData("/actions")]
    [InlineData("/actions/0")]
    [InlineData("/actions/-1/title")]
    [InlineData("/actions/+0/title")]
    [InlineData("/actions/99999999999/title")]
    [InlineData("/actions/0/financers/1/amount")]
    [InlineData("/actions/0/evidence/text")]
    [InlineData("/source/sha256")]
    [InlineData("/totals/0/computedAmount")]
    [InlineData("/enjeux/0/orientations")]
    [InlineData("/findings/0/message")]
    public void What_is_no_value_of_the_document_is_no_target(string pointer) => Assert.Null(CorrectionTargets.Find(SampleDocument.Full(), pointer));

    private static ReplayedDocument Start(IngestedDocument document) => new(
        new NormalizedDocument { Document = document, Rounding = System.Collections.Immutable.ImmutableDictionary<string, decimal>.Empty, Sums = [], Identities = System.Collections.Immutable.ImmutableDictionary<string, PayerIdentity>.Empty },
        new NameMeanings(new PayerNormalizer(ProductVocabularies.Payers, Texts.Register, document.Territory), ProductVocabularies.Terminology, Texts.Register),
        []);

    private static JsonElement At(JsonElement json, string pointer) => pointer.Split('/').Skip(1).Select(part => part.Replace("~1", "/", StringComparison.Ordinal))
        .Aggregate(json, (at, part) => at.ValueKind == JsonValueKind.Array ? at[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)] : at.GetProperty(part));
}
