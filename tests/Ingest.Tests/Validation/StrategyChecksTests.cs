using Ingest.Model.Documents;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Validation;

public sealed class StrategyChecksTests
{
    private const string Repeated = "structure.repeated-label";

    private const string Empty = "structure.empty-objective";

    private const string Gap = "structure.numbering-gap";

    private const string Clean = """
        Convention d'application 2024-2030

        Objectifs poursuivis sur le quartier

        Enjeu 1 : Se loger mieux

        Orientation 1 : Rénover les immeubles

        Objectif 1 : Isoler les façades

        • Poser un isolant sur trois immeubles

        Objectif 2 : Entretenir les halls

        • Repeindre les halls chaque printemps

        Orientation 2 : Apaiser le voisinage

        Objectif 3 : Prévenir les conflits

        • Former dix médiateurs

        Enjeu 2 : Sortir de chez soi

        Orientation 3 : Ouvrir les équipements

        Objectif 4 : Allonger les horaires

        • Ouvrir la bibliothèque le dimanche
        """;

    [Fact]
    public void A_clean_strategy_gives_none_of_them()
    {
        var document = Processing.Of(Clean);

        Assert.Equal(2, document.Enjeux.Length);
        Assert.Empty(document.Codes().Intersect([Repeated, Empty, Gap]));
    }

    [Theory]
    [InlineData("Objectif 4 : Allonger les horaires", "Objectif 4 : Entretenir les halls", "/enjeux/1/orientations/0/objectives/0")]
    [InlineData("Objectif 4 : Allonger les horaires", "Objectif 4 : ENTRETENIR LES HALLS", "/enjeux/1/orientations/0/objectives/0")]
    [InlineData("Orientation 3 : Ouvrir les équipements", "Orientation 3 : Rénover les immeubles", "/enjeux/1/orientations/0")]
    [InlineData("Enjeu 2 : Sortir de chez soi", "Enjeu 2 : Se loger mieux", "/enjeux/1")]
    public void A_label_that_stands_twice_at_its_level_is_told_the_second_time(string label, string other, string pointer) =>
        Assert.Equal([pointer], Processing.Pointers(Repeated, With(label, other)));

    [Fact]
    public void One_label_at_two_levels_is_none_repeated() =>
        Assert.Empty(Processing.Pointers(Repeated, With("Objectif 4 : Allonger les horaires", "Objectif 4 : Ouvrir les équipements")));

    [Fact]
    public void Missing_levels_repeat_nothing() => Assert.Empty(Processing.Pointers(Repeated, """
        Convention d'application 2024-2030

        Objectifs poursuivis sur le quartier

        Enjeu 1 : Se loger mieux

        Objectif 1 : Isoler les façades

        • Poser un isolant sur trois immeubles

        Enjeu 2 : Sortir de chez soi

        Objectif 2 : Allonger les horaires

        • Ouvrir la bibliothèque le dimanche
        """));

    [Fact]
    public void An_objective_without_items_beside_others_is_told() =>
        Assert.Equal(["/enjeux/0/orientations/0/objectives/1"], Processing.Pointers(Empty, With("• Repeindre les halls chaque printemps\n\n", "")));

    [Fact]
    public void Where_no_objective_has_items_none_is_missing()
    {
        var document = Processing.Of("""
            Convention d'application 2024-2030

            Diagnostic

            Orientations

            Objectifs opérationnels

            Enjeu 1 : Se loger mieux

            Objectif 1 : Isoler les façades

            Objectif 2 : Entretenir les halls
            """);

        Assert.Equal(DocumentKind.Convention, document.Kind);
        Assert.Empty(document.Pointers(Empty));
    }

    [Theory]
    [InlineData("Objectif 2 : Entretenir", "Objectif 3 : Entretenir", "/enjeux/0/orientations/0/objectives/1")]
    [InlineData("Orientation 2 : Apaiser", "Orientation 4 : Apaiser", "/enjeux/0/orientations/1")]
    [InlineData("Enjeu 2 : Sortir", "Enjeu 3 : Sortir", "/enjeux/1")]
    [InlineData("Enjeu 1 : Se loger", "Enjeu 2 : Se loger", "/enjeux/0")]
    public void A_number_that_is_left_out_between_sisters_is_told(string label, string other, string pointer) =>
        Assert.Contains(pointer, Processing.Pointers(Gap, With(label, other)));

    [Fact]
    public void Numbers_may_begin_again_under_each_parent() => Assert.Empty(Processing.Pointers(
        Gap, Clean.Replace("Orientation 3", "Orientation 1", StringComparison.Ordinal).Replace("Objectif 4", "Objectif 1", StringComparison.Ordinal)));

    private static string With(string text, string other)
    {
        Assert.Contains(text, Clean, StringComparison.Ordinal);
        return Clean.Replace(text, other, StringComparison.Ordinal);
    }
}
