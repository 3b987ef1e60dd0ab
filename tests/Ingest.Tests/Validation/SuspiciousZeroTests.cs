using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Validation;

public sealed class SuspiciousZeroTests
{
    private const string Code = "structure.amounts-without-action";

    [Fact]
    public void A_programme_that_names_an_amount_and_gives_no_action_is_suspicious()
    {
        var codes = Processing.Of("Programmation 2024 du contrat de ville\n\nUne aide de 5 000 € est prévue.").Codes().ToList();

        Assert.Contains(Code, codes);
        Assert.DoesNotContain("structure.nothing-found", codes);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void A_document_of_another_kind_may_name_a_few(int amounts, bool isSuspicious)
    {
        var text = "Communiqué de presse\n\n" + string.Join("\n\n", Enumerable.Repeat("La fête a coûté 500 € à la ville.", amounts));

        Assert.Equal(isSuspicious, Processing.Of(text).Codes().Contains(Code));
    }

    [Fact]
    public void A_document_whose_actions_are_read_is_not() =>
        Assert.DoesNotContain(Code, Processing.Of("Action | Porteur | Coût total | Ville\nVélos | CCAS | 1 000 € | 1 000 €").Codes());
}
