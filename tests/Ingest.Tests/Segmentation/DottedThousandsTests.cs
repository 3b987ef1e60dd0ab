using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Segmentation;

/// <summary>« 54.600 », a thousand or a decimal.</summary>
public sealed class DottedThousandsTests
{
    private const string Doubt = "budget.ambiguous-amount";

    [Fact]
    public void Many_of_them_and_no_decimals_are_thousands() => Assert.DoesNotContain(Doubt, Codes("10.000 | 6.000 | 4.000", "5.500 | 3.500 | 2.000"));

    [Fact]
    public void Decimals_behind_a_point_leave_them_in_doubt() => Assert.Contains(Doubt, Codes("10.000 | 6.000 | 4.000", "5.500 | 3.500 | 2.000", "500.50 | 300.25 | 200.25"));

    [Fact]
    public void A_few_alone_stay_in_doubt() => Assert.Contains(Doubt, Codes("1.000 | 600 | 400", "500 | 300 | 200"));

    private static IEnumerable<string> Codes(params string[] rows) => Processing.Of(
        "Programmation 2024 du contrat de ville\n\nAction | Porteur | Coût total | Ville | CAF\n" + string.Join('\n', rows.Index().Select(row => $"Action {(char)('A' + row.Index)} | CCAS | {row.Item}"))).Codes();
}
