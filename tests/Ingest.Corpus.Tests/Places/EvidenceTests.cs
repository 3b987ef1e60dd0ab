using System.Text.Json.Nodes;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Tests.Emission;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using Xunit;

namespace Ingest.Corpus.Tests.Places;

public sealed class EvidenceTests
{
    [Theory]
    [MemberData(nameof(SampleCorpus.PdfSamples), MemberType = typeof(SampleCorpus))]
    public void The_text_of_evidence_stands_in_its_box(string sample)
    {
        var document = SampleCorpus.ToJson(SampleCorpus.Read(sample));

        var lost = PdfEvidence.NotFound(File.ReadAllBytes(Path.Combine(SampleCorpus.Folder, sample)), document);

        Assert.True(SampleCorpus.HasContent(document));
        Assert.True(lost.Count == 0, SampleCorpus.Tell(sample, lost));
    }

    [Theory]
    [MemberData(nameof(SampleCorpus.Samples), MemberType = typeof(SampleCorpus))]
    public void Every_value_says_where_it_was_read(string sample)
    {
        var document = SampleCorpus.ToJson(SampleCorpus.Read(sample));

        var unproven = EvidenceWalk.Unproven(document);

        Assert.True(SampleCorpus.HasContent(document));
        Assert.True(unproven.Count == 0, SampleCorpus.Tell(sample, unproven));
    }

    [Theory]
    [InlineData("Atelier 4 950", 700, true)] // the words in their box, in another order than they are painted
    [InlineData("4 950 Atelier", 700, true)]
    [InlineData("Atelier 4 951", 700, false)] // another figure
    [InlineData("Atelier 4 950", 600, false)] // another box
    public void A_box_without_the_text_is_noticed(string text, double top, bool isThere)
    {
        var builder = new PdfDocumentBuilder();
        var page = builder.AddPage(PageSize.A4);
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        page.AddText("Atelier", 10, new PdfPoint(50, page.PageSize.Height - 710), font);
        page.AddText("4 950", 10, new PdfPoint(150, page.PageSize.Height - 710), font);
        page.AddText("Ailleurs", 10, new PdfPoint(50, page.PageSize.Height - 610), font);
        var evidence = new Evidence
        {
            Regions = [new EvidenceRegion { Page = 1, Bbox = new Box(48, top, 200, top + 14) }],
            Text = text,
        };

        var lost = PdfEvidence.NotFound(builder.Build(), WithTitle(evidence));

        Assert.Equal(isThere, lost.Count == 0);
    }

    [Fact]
    public void Computed_evidence_needs_no_place_and_read_evidence_does()
    {
        var nowhere = new Evidence { Regions = [], Text = "x", Origin = Origin.Computed };

        Assert.Empty(EvidenceWalk.Unproven(WithTitle(nowhere)));
        Assert.Equal(["/fieldEvidence/title names no place"], EvidenceWalk.Unproven(WithTitle(nowhere with { Origin = Origin.Text })));
    }

    [Fact]
    public void A_value_without_evidence_is_noticed()
    {
        var full = SampleDocument.Full();
        var document = SampleCorpus.ToJson(full with { FieldEvidence = SampleDocument.Fields(), Enjeux = [] });
        document["actions"]![0]!["financers"]![0]!.AsObject().Remove("evidence");

        Assert.Equal(
            [
                "/title", "/period", "/filing", "/act", "/territory/epci", "/territory/communes/0", "/territory/quartiers/0",
                "/actions/0/theme", "/actions/0/description", "/actions/0/year", "/actions/0/quartiers", "/actions/0/decision",
                "/actions/0/renewal", "/actions/0/financers/0",
            ],
            EvidenceWalk.Unproven(document));
    }

    private static JsonObject WithTitle(Evidence evidence) => SampleCorpus.ToJson(
        SampleDocument.Failed() with { Title = "x", Kind = DocumentKind.Other, FieldEvidence = SampleDocument.Fields(("title", evidence)) });
}
