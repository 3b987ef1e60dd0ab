using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Ingest.Emission;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Model.Values;
using Xunit;

namespace Ingest.Tests.Emission;

public sealed class DocumentJsonTests
{
    [Fact]
    public void What_is_written_can_be_read_and_gives_the_same_bytes_again() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var bytes = Bytes(SampleDocument.Random(seed));
            return bytes.SequenceEqual(Bytes(Read(bytes)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reading_gives_back_the_values()
    {
        var read = Read(Bytes(SampleDocument.Full()));

        Assert.Equal(DocumentKind.Mixed, read.Kind);
        Assert.Equal(new Period(2024, 2026), read.Period);
        Assert.Equal(new DateOnly(2023, 12, 12), read.Filing!.ActDate);
        var action = Assert.Single(read.Actions);
        Assert.Equal(new Euros(4950m), action.TotalCost);
        Assert.Equal(new Porteur("Ville", "commune", "216209072"), action.Porteur);
        Assert.Equal(FundingStatus.Requested, Assert.Single(action.Financers).Status);
        Assert.Equal(new Box(56.7, 100, 300.25, 112.5), action.Evidence.Regions[0].Bbox);
        Assert.Equal("4 950 €", action.FieldEvidence["totalCost"].Text);
        Assert.Equal("Tenir une permanence", read.Enjeux[0].Orientations[0].Objectives[0].OperationalObjectives[0].Text);
        Assert.Equal(0.93, action.Classification[0].Probability);
    }

    [Fact]
    public void Keys_stand_in_the_order_of_the_contract()
    {
        using var json = JsonDocument.Parse(Text(SampleDocument.Full()));

        AssertKeys(json.RootElement,
            "schemaVersion producer status source kind title period territory filing act actions totals enjeux diagnosis governance "
            + "signatories unassigned findings fieldEvidence");
        AssertKeys(json.RootElement.GetProperty("source"), "fileName sha256 mediaType byteLength pageCount textOrigin");
        AssertKeys(json.RootElement.GetProperty("filing"), "reference department siren actDate actNumber actType sentOn receivedOn");
        AssertKeys(json.RootElement.GetProperty("actions")[0],
            "id title theme themes description porteur year quartiers decision renewal totalCost financers classification evidence fieldEvidence");
        AssertKeys(json.RootElement.GetProperty("actions")[0].GetProperty("financers")[0],
            "label kind programme isOwnFunds amount status evidence share");
        AssertKeys(json.RootElement.GetProperty("totals")[0],
            "scope of label kind year status amount share computedAmount reconciled evidence");
        var enjeu = json.RootElement.GetProperty("enjeux")[0];
        AssertKeys(enjeu, "id number code title evidence orientations");
        AssertKeys(enjeu.GetProperty("orientations")[0], "id code title evidence objectives");
        AssertKeys(enjeu.GetProperty("orientations")[0].GetProperty("objectives")[0], "id code title evidence operationalObjectives");
        AssertKeys(json.RootElement.GetProperty("diagnosis").GetProperty("indicators")[0],
            "name value unit reference referenceArea year perimeter quartier evidence");
        AssertKeys(json.RootElement.GetProperty("findings")[0], "code severity message messageEn pointer evidence");
        AssertKeys(json.RootElement.GetProperty("findings")[0].GetProperty("evidence"), "regions text origin confidence");
    }

    [Fact]
    public void What_is_absent_is_null_or_empty_and_its_key_is_there()
    {
        using var json = JsonDocument.Parse(Text(SampleDocument.Failed()));

        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("title").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("period").ValueKind);
        Assert.Equal(0, json.RootElement.GetProperty("actions").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("source").GetProperty("textOrigin").ValueKind);
    }

    [Fact]
    public void The_bytes_are_utf8_without_mark_with_line_feeds_and_two_spaces()
    {
        var bytes = Bytes(SampleDocument.Full());
        var text = Encoding.UTF8.GetString(bytes);

        Assert.Equal((byte)'{', bytes[0]);
        Assert.StartsWith("{\n  \"schemaVersion\": \"1.0\",\n  \"producer\": {\n    \"name\": \"ingest\",\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Theory]
    [InlineData("« Été » – l'œuvre 🌳 <b>&+", "« Été » – l'œuvre 🌳 <b>&+")]
    [InlineData("espace\u00A0fine\u202F\u2028", "espace\u00A0fine\u202F\u2028")]
    [InlineData("\"a\" \\ b", "\\\"a\\\" \\\\ b")]
    [InlineData("a\nb\tc\u0001", "a\\nb\\tc\\u0001")]
    [InlineData("e\u0301te\u0301", "été")]
    public void Only_what_json_requires_is_escaped_and_text_is_in_form_C(string title, string written) =>
        Assert.Contains($"\n  \"title\": \"{written}\",\n", Text(SampleDocument.Failed() with { Title = title }), StringComparison.Ordinal);

    // Not a theory: the metadata of an attribute cannot hold half a character.
    [Fact]
    public void Half_a_character_becomes_the_replacement_character_everywhere()
    {
        var document = SampleDocument.Full() with
        {
            Title = "seul \uD83C fin",
            FieldEvidence = SampleDocument.Fields(("title", SampleDocument.At(1, "seul \uDF33 fin"))),
        };

        var read = Read(Bytes(document));

        Assert.Equal("seul \uFFFD fin", read.Title);
        Assert.Equal("seul \uFFFD fin", read.FieldEvidence["title"].Text);
    }

    [Fact]
    public void The_text_of_evidence_and_the_name_of_the_file_stay_as_they_were_read()
    {
        var document = SampleDocument.Full();
        var read = Read(Bytes(document with
        {
            Source = document.Source with { FileName = "e\u0301te\u0301.pdf" },
            FieldEvidence = SampleDocument.Fields(("title", SampleDocument.At(1, "e\u0301te\u0301"))),
        }));

        Assert.Equal("e\u0301te\u0301.pdf", read.Source.FileName);
        Assert.Equal("e\u0301te\u0301", read.FieldEvidence["title"].Text);
    }

    [Theory]
    [InlineData("4950", "4950.00")]
    [InlineData("4950.000", "4950.00")]
    [InlineData("2460.5", "2460.50")]
    [InlineData("0", "0.00")]
    [InlineData("-12.345", "-12.35")]
    public void An_amount_always_has_two_decimals(string amount, string written)
    {
        var document = SampleDocument.Full();
        var cost = new Euros(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));

        var text = Text(document with { Actions = [document.Actions[0] with { TotalCost = cost }] });

        Assert.Contains($"\"totalCost\": {written},\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_has_no_idle_zeros_whatever_the_scale_of_its_decimal()
    {
        var document = SampleDocument.Full();

        var text = Text(document with { Totals = [document.Totals[0] with { Share = 1.000m }, document.Totals[0] with { Share = 0.5000m }] });

        Assert.Contains("\"share\": 1,\n", text, StringComparison.Ordinal);
        Assert.Contains("\"share\": 0.5,\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_box_is_one_line_of_at_most_two_decimals_without_negative_zero()
    {
        var evidence = SampleDocument.At(1, "x") with
        {
            Regions = [new EvidenceRegion { Page = 3, Bbox = new Box(-0.001, 12.345678, 100, 200.5) }],
        };

        var text = Text(SampleDocument.Failed() with { FieldEvidence = SampleDocument.Fields(("title", evidence)) });

        Assert.Contains("\"bbox\": [0, 12.35, 100, 200.5]\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_has_only_the_keys_that_apply()
    {
        var evidence = SampleDocument.At(1, "x") with { Regions = [new EvidenceRegion { Line = 12 }] };

        using var json = JsonDocument.Parse(Text(SampleDocument.Failed() with { FieldEvidence = SampleDocument.Fields(("title", evidence)) }));

        AssertKeys(json.RootElement.GetProperty("fieldEvidence").GetProperty("title").GetProperty("regions")[0], "line");
    }

    [Fact]
    public void Evidence_by_property_is_in_ordinal_order_whatever_the_comparer()
    {
        var backwards = ImmutableSortedDictionary.Create<string, Evidence>(Comparer<string>.Create((a, b) => string.CompareOrdinal(b, a)))
            .Add("a", SampleDocument.At(1, "a")).Add("B", SampleDocument.At(1, "B")).Add("é", SampleDocument.At(1, "é"));

        using var json = JsonDocument.Parse(Text(SampleDocument.Failed() with { FieldEvidence = backwards }));

        AssertKeys(json.RootElement.GetProperty("fieldEvidence"), "B a é");
    }

    [Theory]
    [InlineData("\"kind\": \"mixed\"", "\"kind\": \"poem\"")]
    [InlineData("\"status\": \"doubts\"", "\"status\": 1")]
    [InlineData("\"sha256\": ", "\"sha\": ")]
    [InlineData("\"label\": \"Ville\"", "\"label\": null")]
    public void A_document_that_breaks_the_contract_is_not_read(string valid, string broken)
    {
        var text = Text(SampleDocument.Full());
        Assert.Contains(valid, text, StringComparison.Ordinal);

        Assert.Throws<JsonException>(() => Read(Encoding.UTF8.GetBytes(text.Replace(valid, broken, StringComparison.Ordinal))));
    }

    [Fact]
    public void Keys_of_a_later_contract_are_passed_over()
    {
        var text = Text(SampleDocument.Full()).Replace("\"kind\": \"mixed\",", "\"kind\": \"mixed\", \"mood\": {},", StringComparison.Ordinal);

        Assert.Equal(DocumentKind.Mixed, Read(Encoding.UTF8.GetBytes(text)).Kind);
    }

    private static byte[] Bytes(IngestedDocument document)
    {
        using var stream = new MemoryStream();
        DocumentJson.Write(document, stream);
        return stream.ToArray();
    }

    private static string Text(IngestedDocument document) => Encoding.UTF8.GetString(Bytes(document));

    private static IngestedDocument Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return DocumentJson.Read(stream);
    }

    private static void AssertKeys(JsonElement element, string keys) =>
        Assert.Equal(keys.Split(' '), element.EnumerateObject().Select(property => property.Name));
}
