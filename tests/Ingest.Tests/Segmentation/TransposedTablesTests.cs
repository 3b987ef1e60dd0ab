using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Segmentation;

/// <summary>Tables with one action a column, and tables that only look like them.</summary>
public sealed class TransposedTablesTests
{
    [Theory]
    [InlineData("Action | Café | Vélos | Navette")]
    [InlineData(" | Café | Vélos | Navette")]
    public void Each_column_is_an_action(string titles)
    {
        var document = Processing.Of($"""
            Programmation 2025 du contrat de ville de Rodez

            {titles}
            Porteur | CCAS | Association Racines | MJC
            Coût total | 1 000 € | 2 000 € | 3 000 €
            État | 600 € | 1 500 € | 1 000 €
            Ville | 400 € | 500 € | 2 000 €
            """);

        Assert.Equal(["Café, CCAS: 600 + 400 = 1000", "Vélos, Association Racines: 1500 + 500 = 2000", "Navette, MJC: 1000 + 2000 = 3000"], document.Actions.Select(action =>
            $"{action.Title}, {action.Porteur!.Label}: {string.Join(" + ", action.Financers.Select(financer => $"{financer.Amount!.Value.Amount:0}"))} = {action.TotalCost!.Value.Amount:0}"));
    }

    [Fact]
    public void Titles_that_look_like_labels_turn_no_table()
    {
        var document = Processing.Of("""
            Programmation 2025 du contrat de ville de Rodez

            Action | Porteur | Coût | E | V | FP
            Lire ensemble | CCAS | 1 000 € | 600 € | 400 € |
            Jardins | Association Racines | 2 000 € | 1 500 € | 200 € | 300 €
            Club nature | MJC | 3 000 € | 1 000 € | 1 000 € | 1 000 €
            """);

        Assert.Equal(["Lire ensemble", "Jardins", "Club nature"], document.Actions.Select(action => action.Title));
        Assert.Equal([1000m, 2000m, 3000m], document.Actions.Select(action => action.TotalCost!.Value.Amount));
    }
}
