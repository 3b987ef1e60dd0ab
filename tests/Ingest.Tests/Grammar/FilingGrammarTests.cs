using Ingest.Grammar;
using Xunit;

namespace Ingest.Tests.Grammar;

public sealed class FilingGrammarTests
{
    [Fact]
    public void The_first_stamp_style_gives_reference_and_dates()
    {
        var mentions = FilingGrammar.Find(
            "Accusé de réception en préfecture\n062-216209072-20231212-DELIB-2023-85-DE\n"
            + "Date de télétransmission : 12/12/2023\nDate de réception préfecture : 13/12/2023");
        var reference = Assert.Single(mentions, mention => mention.Part == FilingPart.Reference).Reference!;
        Assert.Equal("062-216209072-20231212-DELIB-2023-85-DE", reference.Text);
        Assert.Equal(("062", "216209072", "DELIB-2023-85", "DE"), (reference.Department, reference.Siren, reference.ActNumber, reference.ActType));
        Assert.Equal(new DateOnly(2023, 12, 12), reference.ActDate);
        Assert.Equal(new DateOnly(2023, 12, 12), Date(mentions, FilingPart.SentOn));
        Assert.Equal(new DateOnly(2023, 12, 13), Date(mentions, FilingPart.ReceivedOn));
    }

    [Fact]
    public void The_second_stamp_style_gives_reference_and_dates()
    {
        var mentions = FilingGrammar.Find(
            "Envoyé en préfecture le 10/04/2024 Reçu en préfecture le 11/04/2024 Publié le 12/04/2024 ID : 02A-200072460-20240409-2024_031-CC");
        Assert.Equal("02A-200072460-20240409-2024_031-CC", mentions.Single(mention => mention.Part == FilingPart.Reference).Reference!.Text);
        Assert.Equal(new DateOnly(2024, 4, 10), Date(mentions, FilingPart.SentOn));
        Assert.Equal(new DateOnly(2024, 4, 11), Date(mentions, FilingPart.ReceivedOn));
        Assert.Equal(new DateOnly(2024, 4, 12), Date(mentions, FilingPart.PublishedOn));
    }

    [Fact]
    public void A_reference_cut_at_a_hyphen_by_a_line_end_is_whole_again() =>
        Assert.Equal(
            "062-216209072-20231212-DELIB-2023-85-DE",
            Assert.Single(FilingGrammar.Find("062-216209072-20231212-DELIB-2023- 85-DE")).Reference!.Text);

    [Fact]
    public void A_day_of_reception_may_stand_right_behind_the_reference()
    {
        Assert.Equal(
            new DateOnly(2026, 1, 29), Date(FilingGrammar.Find("062-216209072-20231212-2026-004-DE Reçu le 29/01/2026"), FilingPart.ReceivedOn));
        Assert.Empty(FilingGrammar.Find("Dossier reçu le 29/01/2026"));
    }

    [Fact]
    public void A_blank_label_takes_no_other_date()
    {
        var mentions = FilingGrammar.Find("Affiché le\nID : 062-216209072-20231212-85-DE Séance du 12/12/2023");
        Assert.DoesNotContain(mentions, mention => mention.Part == FilingPart.PublishedOn);
    }

    [Theory]
    [InlineData("Accusé de réception en préfecture 62-21620907-20231212-85-DE")]
    [InlineData("ID : 062-216209072-20231212-85-XX")]
    public void A_reference_of_another_form_is_malformed(string text) =>
        Assert.Equal(FilingPart.MalformedReference, Assert.Single(FilingGrammar.Find(text)).Part);

    [Fact]
    public void A_day_that_does_not_exist_leaves_the_reference() =>
        Assert.Null(Assert.Single(FilingGrammar.Find("062-216209072-20231345-85-DE")).Reference!.ActDate);

    private static DateOnly? Date(IEnumerable<FilingMention> mentions, FilingPart part) =>
        Assert.Single(mentions, mention => mention.Part == part).Date;
}
