using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Ingest.Tests.Segmentation;

/// <summary>Random programmations, laid out as communes do, come back whole.</summary>
public sealed class AnyProgrammationTests
{
    private static readonly string[] Themes = ["Emploi", "Santé", "Cadre de vie", "Culture"];

    private static readonly string[] Names = ["Vélos solidaires", "Café des parents", "Jardin partagé", "Marche active", "Ciné plein air", "Atelier cuisine", "Chorale du soir"];

    private static readonly string[] Porteurs = ["CCAS", "Mission locale", "Association Roue libre", "Centre social"];

    private static readonly string[] Payers = ["Ville", "CAF", "État", "Région"];

    [Fact]
    public void A_theme_band_and_one_cell_for_the_money() => ComesBack(WithBandsAndOneCell);

    [Fact]
    public void A_theme_column_and_a_column_for_each_payer() => ComesBack(WithColumns);

    [Fact]
    public void One_line_for_each_payer() => ComesBack(WithLines);

    [Fact]
    public void Bands_a_column_for_each_payer_and_sums() => ComesBack(WithSums);

    private static void ComesBack(Func<List<Sample>, string> layOut)
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var actions = Programmation(new Random(seed));
            var sketch = layOut(actions);
            var draft = Drafts.Of(sketch);
            var told = draft.Actions.Select(action => (action.Theme.Text, action.Title.Text, action.Porteur.Text, action.Cost?.Amount.Amount, string.Join(',', action.Financings.Select(money => $"{money.Label.Text}={Cents(money.Amount!.Amount.Amount)}"))));
            var expected = actions.Select(action => (action.Theme, action.Title, action.Porteur, (decimal?)action.Cost, string.Join(',', action.Money.Select(money => $"{money.Payer}={Cents(money.Amount)}"))));
            Assert.Equal(expected, told);
            Assert.Empty(draft.Left());
            Assert.Empty(draft.Findings);
        }).QuickCheckThrowOnFailure();
    }

    private static List<Sample> Programmation(Random random)
    {
        var actions = new List<Sample>();
        var names = new Queue<string>(Names.OrderBy(_ => random.Next()));
        foreach (var theme in Themes.OrderBy(_ => random.Next()).Take(random.Next(1, 4)))
        {
            for (var count = random.Next(1, 3); count > 0; count--)
            {
                var money = Payers.Where(_ => random.Next(2) == 0).Select(payer => (payer, random.Next(1, 5_000_000) / (random.Next(2) == 0 ? 100m : 1m))).ToList();
                if (money.Count == 0)
                    money.Add(("Ville", random.Next(1, 100_000)));
                actions.Add(new Sample(theme, names.Dequeue(), Porteurs[random.Next(Porteurs.Length)], money.Sum(part => part.Item2), money));
            }
        }

        return actions;
    }

    private static string WithBandsAndOneCell(List<Sample> actions)
    {
        var text = new StringBuilder("Intitulé de l'action | Porteur | Plan de financement\n");
        foreach (var theme in actions.GroupBy(action => action.Theme))
        {
            text.Append(theme.Key).Append(" | |\n");
            foreach (var action in theme)
                text.Append(CultureInfo.InvariantCulture, $"{action.Title} | {action.Porteur} | Coût total : {Written(action.Cost)}¶{string.Join('¶', action.Money.Select(money => $"{money.Payer} : {Written(money.Amount)}"))}\n");
        }

        return text.ToString();
    }

    private static string WithColumns(List<Sample> actions)
    {
        var text = new StringBuilder($"Thématique | Intitulé de l'action | Porteur | Coût total | {string.Join(" | ", Payers)}\n");
        var before = "";
        foreach (var action in actions)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(action.Theme == before ? "" : action.Theme)} | {action.Title} | {action.Porteur} | {Written(action.Cost)} | {ByPayer(action)}\n");
            before = action.Theme;
        }

        return text.ToString();
    }

    private static string WithLines(List<Sample> actions)
    {
        var text = new StringBuilder("Thématique | Intitulé de l'action | Porteur | Coût total | Financeur | Montant\n");
        foreach (var action in actions)
        {
            var lead = $"{action.Theme} | {action.Title} | {action.Porteur} | {Written(action.Cost)}";
            foreach (var (payer, amount) in action.Money)
            {
                text.Append(CultureInfo.InvariantCulture, $"{lead} | {payer} | {Written(amount)}\n");
                lead = " |  |  | ";
            }
        }

        return text.ToString();
    }

    private static string WithSums(List<Sample> actions)
    {
        var text = new StringBuilder($"Intitulé de l'action | Porteur | Coût total | {string.Join(" | ", Payers)}\n");
        foreach (var theme in actions.GroupBy(action => action.Theme))
        {
            text.Append(theme.Key).Append(" | | | | | |\n");
            foreach (var action in theme)
                text.Append(CultureInfo.InvariantCulture, $"{action.Title} | {action.Porteur} | {Written(action.Cost)} | {ByPayer(action)}\n");
            text.Append(CultureInfo.InvariantCulture, $"Sous-total |  | {Written(theme.Sum(action => action.Cost))} | {SumByPayer([.. theme])}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"Total général |  | {Written(actions.Sum(action => action.Cost))} | {SumByPayer(actions)}\n").ToString();
    }

    private static string ByPayer(Sample action) =>
        string.Join(" | ", Payers.Select(payer => action.Money.Exists(money => money.Payer == payer) ? Written(action.Money.Find(money => money.Payer == payer).Amount) : ""));

    private static string SumByPayer(List<Sample> actions) =>
        string.Join(" | ", Payers.Select(payer => actions.SelectMany(action => action.Money).Where(money => money.Payer == payer).Sum(money => money.Amount)).Select(sum => sum == 0 ? "" : Written(sum)));

    private static string Written(decimal amount) =>
        (amount == Math.Truncate(amount) ? amount.ToString("#,0", CultureInfo.InvariantCulture) : amount.ToString("#,0.00", CultureInfo.InvariantCulture))
            .Replace(',', ' ').Replace('.', ',') + " €";

    private static string Cents(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private sealed record Sample(string Theme, string Title, string Porteur, decimal Cost, List<(string Payer, decimal Amount)> Money);
}
