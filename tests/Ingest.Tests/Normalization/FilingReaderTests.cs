using Ingest.Model.Findings;
using Ingest.Normalization;
using Xunit;

namespace Ingest.Tests.Normalization;

public sealed class FilingReaderTests
{
    private const string Stamp = "Accusé de réception en préfecture\n062-216209072-20231212-DELIB-2023-85-DE\n"
        + "Date de télétransmission : 12/12/2023\nDate de réception préfecture : 13/12/2023";

    [Fact]
    public void A_stamp_is_read_with_its_evidence()
    {
        var reading = FilingReader.Read([Texts.Of("Programmation"), Texts.Of(Stamp)]);
        var filing = reading.Filing!;
        Assert.Equal("062-216209072-20231212-DELIB-2023-85-DE", filing.Reference);
        Assert.Equal(("062", "216209072", "2023-85", "DE"), (filing.Department, filing.Siren, filing.ActNumber, filing.ActType));
        Assert.Equal(new DateOnly(2023, 12, 12), filing.ActDate);
        Assert.Equal((new DateOnly(2023, 12, 12), new DateOnly(2023, 12, 13)), (filing.SentOn, filing.ReceivedOn));
        Assert.Empty(reading.Findings);
        Assert.Equal("13/12/2023", reading.FieldEvidence["filing/receivedOn"].Text);
        Assert.Equal(2, reading.FieldEvidence["filing"].Regions.Single().Line);
    }

    [Fact]
    public void A_stamp_on_every_page_is_one_stamp() =>
        Assert.Empty(FilingReader.Read([Texts.Of(Stamp), Texts.Of(Stamp), Texts.Of(Stamp)]).Findings);

    [Fact]
    public void Of_different_stamps_the_one_that_stands_most_often_is_taken_and_said()
    {
        var reading = FilingReader.Read([Texts.Of("062-216209072-20231212-84-DE"), Texts.Of(Stamp), Texts.Of(Stamp)]);
        Assert.Equal("2023-85", reading.Filing!.ActNumber);
        Assert.Equal(IdentityFindings.SeveralFilings.Code, Assert.Single(reading.Findings).Code);
    }

    [Fact]
    public void A_wrong_check_digit_is_said_and_nothing_is_rewritten()
    {
        var reading = FilingReader.Read([Texts.Of(Stamp.Replace("216209072", "216209073", StringComparison.Ordinal))]);
        Assert.Equal("216209073", reading.Filing!.Siren);
        Assert.Equal(IdentityFindings.CheckDigit.Code, Assert.Single(reading.Findings).Code);
    }

    [Fact]
    public void A_malformed_reference_is_said()
    {
        var reading = FilingReader.Read([Texts.Of("Accusé de réception en préfecture\n62-21620907-20231212-85-DE")]);
        Assert.Null(reading.Filing);
        Assert.Equal(IdentityFindings.MalformedFiling.Code, Assert.Single(reading.Findings).Code);
    }

    [Fact]
    public void No_stamp_is_no_filing_and_no_finding()
    {
        var reading = FilingReader.Read([Texts.Of("Programmation 2024")]);
        Assert.Null(reading.Filing);
        Assert.Empty(reading.Findings);
    }
}
