using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Ingest.Grammar;
using Xunit;

namespace Ingest.Tests.Grammar;

public sealed class AnyTextTests
{
    /// <summary>Far above what a linear scan of the texts below needs on a slow machine, far below what backtracking would take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void Whatever_the_text_mentions_stand_inside_it()
    {
        var pieces = Gen.Elements(
            " ", "\n", "QPV", "quartiers", "quartier prioritaire", "de la", "d'", "l’", "Haute", "Voie", "et", ",", "(", ")", "«", "»", "-", " - ", "/", ":",
            "QP062016", "QN06216M", "QP 06", "2024", "2024-2030", "2023/2024", "12/12/2023", "12 décembre", "1er mars", "062-216209072-20231212-85-DE",
            "062-", "Reçu le", "ID :", "%", "22,49", "€", "12 000", "É", "\u0301", "9/9 bis", "12/14");
        Prop.ForAll(pieces.ArrayOf().Select(string.Concat).ToArbitrary(), text =>
        {
            Assert.All(QuartierGrammar.Find(text), mention => AssertInside(text, mention.Start, mention.Length));
            Assert.All(QuartierGrammar.ParseCell(text), mention => AssertInside(text, mention.Start, mention.Length));
            Assert.All(FilingGrammar.Find(text), mention => AssertInside(text, mention.Start, mention.Length));
            Assert.All(DateGrammar.Find(text), mention => AssertInside(text, mention.Start, mention.Length));
            Assert.All(PercentGrammar.Find(text), mention => AssertInside(text, mention.Start, mention.Length));
            Assert.All(YearGrammar.FindPeriods(text), mention => AssertInside(text, mention.Start, mention.Length));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("1 000 ")]
    [InlineData("111")]
    [InlineData("2024-2025 du 1er mars 2024 ")]
    [InlineData("QP062016 ")]
    [InlineData("quartiers A, B et C ")]
    [InlineData("A - ")]
    [InlineData("062-216209072-20231212-a-")]
    [InlineData("12/12/")]
    [InlineData("(500 €")]
    [InlineData("1,")]
    public void A_long_text_takes_no_longer_than_its_length_asks(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        var clock = Stopwatch.StartNew();
        _ = MoneyGrammar.Find(text, bareNumbers: true);
        _ = QuartierGrammar.Find("quartiers " + text);
        _ = FilingGrammar.Find(text);
        _ = YearGrammar.FindPeriods(text);
        _ = PercentGrammar.Find(text);
        Assert.True(clock.Elapsed < Patience, $"{clock.Elapsed} for {text.Length} characters");
    }

    private static void AssertInside(string text, int start, int length) =>
        Assert.True(start >= 0 && length > 0 && start + length <= text.Length);
}
