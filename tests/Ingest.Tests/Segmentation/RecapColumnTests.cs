using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Segmentation;

/// <summary>What the columns and lines of a recapitulation stand for.</summary>
public sealed class RecapColumnTests
{
    private const string Actions = """
        Thème | Action | Porteur | Coût total | Ville | Amis du Zinzolin
        Emploi | Vélos | Association Roue libre | 1 000 € | 600 € | 400 €
        Santé | Marche | Maison des parents | 500 € | 300 € | 200 €

        """;

    [Fact]
    public void A_column_headed_by_one_who_pays_the_actions_holds_what_he_pays() => Assert.Equal(
        ["Theme Emploi, cost Coût total 1000", "Theme Emploi, Amis du Zinzolin 400", "Theme Santé, cost Coût total 500", "Theme Santé, Amis du Zinzolin 200"],
        Drafts.Of(Actions + """

            Thème | Coût total | Amis du Zinzolin
            Emploi | 1 000 € | 400 €
            Santé | 500 € | 200 €
            """).Sums());

    [Fact]
    public void Columns_of_years_date_their_sums()
    {
        var draft = Drafts.Of(Actions + """

            Financeur | 2023 | 2024 | Total
            Ville | 500 € | 400 € | 900 €
            CAF | 200 € | 400 € | 600 €
            """);

        Assert.Equal(
            [(500m, (int?)2023), (400m, 2024), (900m, null), (200m, 2023), (400m, 2024), (600m, null)],
            draft.Totals.Select(total => (total.Amount!.Amount.Amount, total.Year)));
    }

    [Fact]
    public void The_year_of_a_sum_is_published() => Assert.Equal(
        [2023, 2024, 2023, 2024],
        Processing.Of("Programmation 2024 du contrat de ville\n\n" + Actions + "\n\nFinanceur | 2023 | 2024\nVille | 500 € | 400 €\nCAF | 200 € | 400 €").Totals.Select(total => total.Year!.Value));

    [Fact]
    public void What_a_line_recalls_of_another_year_sums_nothing()
    {
        var draft = Drafts.Of(Actions + """

            Thème | Coût total | Ville
            Emploi | 1 000 € | 600 €
            Santé | 500 € | 300 €
            Rappel 2022 | 1 400 € | 800 €
            """);

        Assert.Equal(["Theme Emploi, cost Coût total 1000", "Theme Emploi, Ville 600", "Theme Santé, cost Coût total 500", "Theme Santé, Ville 300"], draft.Sums());
        Assert.Equal(["Rappel 2022 (other-year)", "1 400 € (other-year)", "800 € (other-year)"], draft.Left());
    }

    [Fact]
    public void A_theme_may_be_named_by_its_end() => Assert.Equal(
        ["Theme Pilier « Cohésion sociale », cost Cohésion sociale 1000", "Theme Pilier « Cadre de vie », cost Cadre de vie 500"],
        Drafts.Of("""
            Action | Porteur | Coût total | Ville | CAF
            Pilier « Cohésion sociale » | | | |
            Vélos | Association Roue libre | 1 000 € | 600 € | 400 €
            Pilier « Cadre de vie » | | | |
            Marche | Maison des parents | 500 € | 300 € | 200 €


            Synthèse | Montant
            Cohésion sociale | 1 000 €
            Cadre de vie | 500 €
            """).Sums());
}
