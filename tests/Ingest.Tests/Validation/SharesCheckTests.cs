using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Validation;

public sealed class SharesCheckTests
{
    private const string Mismatch = "budget.share-mismatch";

    private const string Whole = "budget.shares-total";

    [Fact]
    public void A_share_that_its_amount_does_not_make_is_told() => Assert.Equal(["/actions/0/financers/1"], Processing.Pointers(Mismatch, """
        Action | Porteur | Coût total | Ville | % | CAF | %
        Vélos | CCAS | 1 000 € | 600 € | 60 % | 400 € | 45 %
        Café | CCAS | 2 000 € | 1 500 € | 75 % | 500 € | 25 %
        """));

    [Fact]
    public void A_share_may_be_rounded_as_it_is_written() => Assert.Empty(Processing.Pointers(Mismatch, """
        Action | Porteur | Coût total | Ville | % | CAF | %
        Vélos | CCAS | 3 000 € | 1 000 € | 33 % | 2 000 € | 66,67 %
        Café | CCAS | 3 000 € | 1 000 € | 33,3 % | 2 000 € | 67 %
        """));

    [Fact]
    public void A_share_with_decimals_is_held_to_them() => Assert.Equal(["/actions/0/financers/0"], Processing.Pointers(Mismatch, """
        Action | Porteur | Coût total | Ville | % | CAF | %
        Vélos | CCAS | 3 000 € | 1 000 € | 33,0 % | 2 000 € | 66,67 %
        Café | CCAS | 3 000 € | 1 000 € | 33,3 % | 2 000 € | 67 %
        """));

    [Fact]
    public void A_share_of_a_recapitulation_that_its_amount_does_not_make_is_told() =>
        Assert.Equal(["/totals/0"], Processing.Pointers(Mismatch, Recapitulation("65 %", "20 %", "20 %")));

    [Fact]
    public void Shares_that_make_more_than_the_whole_are_told() =>
        Assert.Equal(["/totals/0"], Processing.Pointers(Whole, Recapitulation("65 %", "20 %", "20 %")));

    [Fact]
    public void Shares_that_make_the_whole_are_no_finding()
    {
        var document = Processing.Of(Recapitulation("60 %", "20 %", "20 %"));

        Assert.Empty(document.Pointers(Whole));
        Assert.Empty(document.Pointers(Mismatch));
        Assert.Equal([0.6m, 0.2m, 0.2m], document.Totals.Select(total => total.Share!.Value));
    }

    [Fact]
    public void A_hundredth_of_a_point_too_much_is_rounding()
    {
        var document = Processing.Of("""
            Action | Porteur | Coût total | Ville | CAF | Région
            Vélos | CCAS | 2 801 € | 601 € | 1 000 € | 1 200 €
            Café | CCAS | 199 € | 66 € | 67 € | 66 €

            Financeur | Montant | Part
            Ville | 667 € | 22,24 %
            CAF | 1 067 € | 35,57 %
            Région | 1 266 € | 42,20 %
            """);

        Assert.Equal(1.0001m, document.Totals.Sum(total => total.Share!.Value));
        Assert.Empty(document.Pointers(Whole));
        Assert.Empty(document.Pointers(Mismatch));
    }

    private static string Recapitulation(string first, string second, string third) => $"""
        Action | Porteur | Coût total | Ville | CAF | Région
        Vélos | CCAS | 1 000 € | 600 € | 200 € | 200 €
        Café | CCAS | 2 000 € | 1 200 € | 400 € | 400 €

        Financeur | Montant | Part
        Ville | 1 800 € | {first}
        CAF | 600 € | {second}
        Région | 600 € | {third}
        """;
}
