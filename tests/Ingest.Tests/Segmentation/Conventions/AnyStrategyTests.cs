using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>Random strategies, laid out as communes do, come back whole and in order.</summary>
public sealed class AnyStrategyTests
{
    private static readonly string[] Enjeux = ["Se loger mieux", "Sortir de chez soi", "Prendre soin de sa santé", "Apprendre à tout âge"];

    private static readonly string[] Verbs = ["Rénover", "Apaiser", "Ouvrir", "Soutenir", "Préparer", "Développer", "Accueillir", "Améliorer", "Protéger", "Valoriser"];

    private static readonly string[] Things = ["les immeubles", "les jardins", "les écoles", "le marché", "les chemins", "la médiathèque", "les associations", "les familles", "le stade", "les ateliers"];

    private static readonly string[] Ends = ["chaque printemps avec les habitants", "avant la fin de l'année", "avec les bénévoles", "deux soirs par semaine", "dans les halls des résidences"];

    [Fact]
    public void Headings_with_words_and_lists() => ComesBack(WithWords, Told.WithWords);

    [Fact]
    public void Headings_with_numbers_and_lists() => ComesBack(WithNumbers, Told.WithNumbers);

    [Fact]
    public void A_table_with_bands() => ComesBack(WithBands, Told.WithBands);

    [Fact]
    public void A_table_with_a_column_for_each_level() => ComesBack(WithColumns, Told.WithNumbers);

    private enum Told
    {
        WithWords,
        WithNumbers,
        WithBands,
    }

    private static void ComesBack(Func<List<Node>, string> layOut, Told told)
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var strategy = Strategy(new Random(seed));
            var draft = Drafts.Of(ConventionSketches.Strategy + layOut(strategy));
            Assert.Equal(Outline(strategy, told), draft.Outline());
            Assert.Empty(draft.Left());
            Assert.Empty(draft.FindingCodes());
        }).QuickCheckThrowOnFailure();
    }

    private static List<Node> Strategy(Random random)
    {
        var labels = new Queue<string>(Verbs.SelectMany(verb => Things.Select(thing => $"{verb} {thing}")).OrderBy(_ => random.Next()));
        var items = new Queue<string>(labels.SelectMany(label => Ends.Select(end => $"{label} {end}")).OrderBy(_ => random.Next()));
        List<Node> Level(int depth, string code, int most) => [.. Enumerable.Range(1, random.Next(depth == 0 ? 2 : 1, most + 1)).Select(number =>
        {
            var own = depth == 0 ? $"{number}" : $"{code}.{number}";
            var title = depth == 0 ? Enjeux[number - 1] : depth == 3 ? items.Dequeue() : labels.Dequeue();
            return new Node(own, title, depth == 3 ? [] : Level(depth + 1, own, depth == 2 ? 4 : 3));
        })];
        return Level(0, "", 4);
    }

    private static string WithWords(List<Node> strategy)
    {
        var text = new StringBuilder();
        Walk(strategy, 0, (node, depth) => text.Append(depth switch
        {
            0 => $"ENJEU {node.Code} : {node.Title}\n\n",
            1 => $"Orientation {node.Code} : {node.Title}\n\n",
            2 => $"Objectif {node.Code} : {node.Title}\n\n",
            _ => $"• {node.Title}\n",
        }), () => text.Append('\n'));
        return text.ToString();
    }

    private static string WithNumbers(List<Node> strategy)
    {
        var text = new StringBuilder();
        Walk(strategy, 0, (node, depth) => text.Append(depth switch
        {
            0 => $"{node.Code}. {node.Title}\n\n",
            3 => $"- {node.Title}\n",
            _ => $"{node.Code} {node.Title}\n\n",
        }), () => text.Append('\n'));
        return text.ToString();
    }

    private static string WithBands(List<Node> strategy)
    {
        var text = new StringBuilder();
        foreach (var enjeu in strategy)
        {
            text.Append(CultureInfo.InvariantCulture, $"ENJEU {enjeu.Code} : {enjeu.Title} | |\nOrientations | Objectifs | Objectifs opérationnels pour le quartier\n");
            foreach (var orientation in enjeu.Children)
            {
                var lead = orientation.Title;
                foreach (var objective in orientation.Children)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{lead} | {objective.Title} | {string.Join(' ', objective.Children.Select(item => "• " + item.Title))}\n");
                    lead = "";
                }
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string WithColumns(List<Node> strategy)
    {
        var text = new StringBuilder("Enjeux | Orientations | Objectifs | Objectifs opérationnels\n");
        foreach (var enjeu in strategy)
        {
            var first = $"{enjeu.Code}. {enjeu.Title}";
            foreach (var orientation in enjeu.Children)
            {
                var second = $"{orientation.Code} {orientation.Title}";
                foreach (var objective in orientation.Children)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{first} | {second} | {objective.Code} {objective.Title} | {string.Join('¶', objective.Children.Select(item => item.Title))}\n");
                    (first, second) = ("", "");
                }
            }
        }

        return text.ToString();
    }

    private static void Walk(List<Node> nodes, int depth, Action<Node, int> tell, Action close)
    {
        foreach (var node in nodes)
        {
            tell(node, depth);
            Walk(node.Children, depth + 1, tell, close);
        }

        if (depth == 3)
            close();
    }

    private static string Outline(List<Node> strategy, Told told)
    {
        var lines = new List<string>();
        Walk(strategy, 0, (node, depth) => lines.Add(new string(' ', 2 * depth) + depth switch
        {
            3 => $"- {node.Title}",
            _ when told == Told.WithNumbers => $"{node.Code} = {node.Title}",
            0 => $"ENJEU {node.Code} = {node.Title}",
            _ when told == Told.WithBands => node.Title,
            1 => $"Orientation {node.Code} = {node.Title}",
            _ => $"Objectif {node.Code} = {node.Title}",
        }), () => { });
        return string.Join('\n', lines);
    }

    private sealed record Node(string Code, string Title, List<Node> Children);
}
