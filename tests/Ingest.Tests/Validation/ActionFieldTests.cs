using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Validation;

public sealed class NegativeAmountTests
{
    private const string Code = "budget.negative-amount";

    [Fact]
    public void Amounts_below_zero_are_told_for_costs_payers_and_totals() => Assert.Equal(["/actions/0", "/actions/0/financers/0", "/totals/0"], Processing.Pointers(Code, """
        Action | Porteur | Coût total | Ville
        Vélos | CCAS | -1 000 € | -1 000 €
        Café | CCAS | 400 € | 400 €
        Total général | | -600 € |
        """));

    [Fact]
    public void Nothing_and_zero_are_not_below_zero() => Assert.Empty(Processing.Pointers(Code, """
        Action | Porteur | Coût total | Ville
        Vélos | CCAS | 0 € | 0 €
        Café | CCAS | 400 € | -
        Marche | CCAS | 400 € | 400 €
        """));
}

public sealed class DuplicateActionTests
{
    private const string Code = "structure.duplicate-action";

    [Fact]
    public void The_same_title_porteur_and_cost_a_second_time_is_told() => Assert.Equal(["/actions/2"], Processing.Pointers(Code, """
        Action | Porteur | Coût total
        Vélos solidaires | CCAS | 1 000 €
        Café | CCAS | 1 000 €
        VÉLOS SOLIDAIRES | CCAS | 1 000 €
        """));

    [Theory]
    [InlineData("Vélos solidaires", "Mission locale", "1 000 €")]
    [InlineData("Vélos solidaires", "CCAS", "1 001 €")]
    [InlineData("Vélos solidaires 2", "CCAS", "1 000 €")]
    public void Another_title_porteur_or_cost_is_another_action(string title, string porteur, string cost) => Assert.Empty(Processing.Pointers(Code, $"""
        Action | Porteur | Coût total
        Vélos solidaires | CCAS | 1 000 €
        {title} | {porteur} | {cost}
        """));

    [Fact]
    public void The_same_action_in_another_year_is_another() => Assert.Empty(Processing.Pointers(Code, """
        Action | Porteur | Année | Coût total
        Vélos | CCAS | 2024 | 1 000 €
        Vélos | CCAS | 2025 | 1 000 €
        """));
}

public sealed class MissingFieldTests
{
    [Fact]
    public void Money_without_a_title_is_an_action_that_lacks_one()
    {
        var document = Processing.Of("""
            Action | Porteur | Coût total
            Vélos | CCAS | 1 000 €
             | Madame Un | 2 000 €
            """);

        Assert.Equal(["/actions/1"], document.Pointers("structure.missing-title"));
        Assert.Equal(2, document.Actions.Length);
    }

    [Fact]
    public void An_action_without_a_porteur_among_others_that_have_one_is_told() => Assert.Equal(["/actions/1"], Processing.Pointers("structure.missing-porteur", """
        Action | Porteur | Coût total
        Vélos | CCAS | 1 000 €
        Café | | 2 000 €
        Marche | Ville | 500 €
        """));

    [Fact]
    public void A_document_without_a_column_of_porteurs_says_so_once() => Assert.Equal(["/actions/0"], Processing.Pointers("structure.missing-porteur", """
        Action | Description | Coût total
        Vélos | Réparer | 1 000 €
        Café | Parler | 2 000 €
        """));

    [Fact]
    public void Whole_rows_lack_nothing()
    {
        var document = Processing.Of("""
            Action | Porteur | Coût total
            Vélos | CCAS | 1 000 €
            Café | Ville | 2 000 €
            """);

        Assert.DoesNotContain("structure.missing-title", document.Codes());
        Assert.DoesNotContain("structure.missing-porteur", document.Codes());
    }
}

public sealed class UnknownFinancerTests
{
    private const string Code = "identity.unknown-financer";

    [Fact]
    public void A_payer_that_nobody_knows_is_told_once() => Assert.Equal(["/actions/0/financers/1"], Processing.Pointers(Code, """
        Action | Porteur | Coût total | Ville | Zinzolin
        Vélos | CCAS | 1 000 € | 600 € | 400 €
        Café | CCAS | 2 000 € | 1 500 € | 500 €
        """));

    [Fact]
    public void A_payer_that_is_the_porteur_itself_is_known() => Assert.Empty(Processing.Pointers(Code, """
        Action | Porteur | Financement
        Vélos | Association Roue libre | Coût total : 1 000 € Ville : 600 € Association Roue libre : 400 €
        Café | CCAS | Coût total : 2 000 € Ville : 1 500 € CCAS : 500 €
        """));
}
