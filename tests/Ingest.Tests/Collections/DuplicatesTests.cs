using System.Collections.Immutable;
using Ingest.Collections;
using Ingest.Model.Documents;
using Ingest.Model.Values;
using Ingest.Tests.Emission;
using Xunit;

namespace Ingest.Tests.Collections;

public sealed class DuplicatesTests
{
    [Fact]
    public void The_same_bytes_under_another_name_are_a_duplicate_whatever_they_say()
    {
        var empty = SampleDocument.Failed();

        Assert.Equal([new Duplicate("b.pdf", "a.pdf", DuplicateKind.IdenticalBytes)], Find(("b.pdf", empty), ("a.pdf", empty)));
    }

    [Fact]
    public void One_act_in_two_formats_is_a_duplicate_however_it_is_written()
    {
        var pdf = Programmation(1) with { Filing = null };
        var docx = Programmation(2) with
        {
            Actions = [.. Programmation(2).Actions.Reverse().Select(action => action with { Title = action.Title!.ToUpperInvariant().Replace(' ', '\n') })],
        };

        Assert.Equal([new Duplicate("a.pdf", "a.docx", DuplicateKind.SameContent)], Find(("a.pdf", pdf), ("a.docx", docx)));
    }

    [Fact]
    public void A_convention_is_known_again_without_any_amount()
    {
        Assert.Equal(
            [new Duplicate("a.pdf", "a.docx", DuplicateKind.SameContent)],
            Find(("a.pdf", Convention(1, "Ouvrir une maison de santé au pied des immeubles")), ("a.docx", Convention(2, "Ouvrir une maison de santé au pied des immeubles"))));
    }

    [Fact]
    public void A_title_read_amiss_leaves_the_same_act_where_all_amounts_agree()
    {
        var other = Programmation(2);
        other = other with { Actions = other.Actions.SetItem(0, other.Actions[0] with { Title = "Accompagnernent" }) };

        Assert.Equal(DuplicateKind.SameContent, Assert.Single(Find(("a", Programmation(1)), ("b", other))).Kind);
    }

    [Fact]
    public void A_programmation_voted_with_another_amount_is_told_and_is_no_double()
    {
        var voted = Programmation(2);
        voted = voted with { Actions = voted.Actions.SetItem(3, voted.Actions[3] with { TotalCost = new Euros(9999m) }) };

        var found = Assert.Single(Find(("planned", Programmation(1)), ("voted", voted)));

        Assert.Equal((DuplicateKind.Near, false), (found.Kind, found.IsSame));
    }

    [Fact]
    public void The_same_texts_of_other_years_or_other_communes_are_other_documents()
    {
        var next = Programmation(2) with { Period = new Period(2027, 2027) };
        var neighbour = Programmation(3) with { Territory = new Territory { Communes = [new Commune("Ailleurs", "62001", null)] } };

        Assert.Empty(Find(("a", Programmation(1)), ("b", next), ("c", neighbour)));
    }

    [Fact]
    public void The_same_texts_in_another_act_are_near_each_other()
    {
        var again = Programmation(2) with { Filing = Programmation(2).Filing! with { ActNumber = "2024-01" } };

        Assert.Equal(DuplicateKind.Near, Assert.Single(Find(("a", Programmation(1)), ("b", again))).Kind);
    }

    [Fact]
    public void Documents_that_say_nothing_are_not_all_the_same()
    {
        var silent = SampleDocument.Failed();

        Assert.Empty(Find(("a", silent), ("b", silent with { Source = silent.Source with { Sha256 = new string('1', 64) } })));
    }

    [Fact]
    public void Of_many_copies_the_first_by_path_counts_and_the_order_given_does_not()
    {
        var documents = Enumerable.Range(0, 9).Select(i => ($"{(char)('a' + i)}", Programmation(i))).ToArray();

        var found = Find(documents);

        Assert.Equal(8, found.Length);
        Assert.All(found, duplicate => Assert.Equal("a", duplicate.Of));
        Assert.Equal(found, Find([.. documents.Reverse()]));
    }

    [Fact]
    public void Thousands_of_documents_of_one_template_are_told_apart()
    {
        // All share their bands: no two may be taken for one.
        var documents = Enumerable.Range(0, 3_000)
            .Select(i => DocumentFingerprint.Of($"{i:00000}", Convention(i, $"Objectif propre à la commune numéro {i}")) with { Communes = [$"{i:00000}"] })
            .ToList();

        Assert.Empty(Duplicates.Find(documents));
    }

    [Fact]
    public void A_sketch_tells_how_much_two_sets_share()
    {
        string[] Words(int from, int count) => [.. Enumerable.Range(from, count).Select(i => $"mot{i}")];

        Assert.Equal(1, TextSketch.Resemblance(TextSketch.Of(Words(0, 500)), TextSketch.Of(Words(0, 500).Reverse().Concat(Words(0, 9)))));
        Assert.InRange(TextSketch.Resemblance(TextSketch.Of(Words(0, 500)), TextSketch.Of(Words(250, 500))), 0.2, 0.47);
        Assert.InRange(TextSketch.Resemblance(TextSketch.Of(Words(0, 500)), TextSketch.Of(Words(500, 500))), 0, 0.05);
        Assert.Equal(0, TextSketch.Resemblance(TextSketch.Of([]), TextSketch.Of([])));
    }

    private static ImmutableArray<Duplicate> Find(params (string Path, IngestedDocument Document)[] documents) =>
        Duplicates.Find([.. documents.Select(document => DocumentFingerprint.Of(document.Path, document.Document))]);

    private static IngestedDocument Programmation(int bytes)
    {
        string[] titles = ["Accompagnement vers l'emploi des habitants", "Ateliers d'écriture et de théâtre", "Chantiers éducatifs d'été", "Jardins partagés au pied des tours", "Permanences d'accès aux droits"];
        var full = SampleDocument.Full();
        return full with
        {
            Source = full.Source with { Sha256 = $"{bytes:x64}" },
            Enjeux = [],
            Actions = [.. titles.Select((title, index) => full.Actions[0] with { Title = title, TotalCost = new Euros(1000m * (index + 1)), Financers = [full.Actions[0].Financers[0] with { Amount = new Euros(500m * (index + 1)) }] })],
        };
    }

    private static IngestedDocument Convention(int bytes, string own)
    {
        var full = SampleDocument.Full();
        var objective = full.Enjeux[0].Orientations[0].Objectives[0];
        string[] items = ["Renforcer la présence humaine dans les quartiers", "Lutter contre le non-recours aux droits", "Développer les mobilités douces", own];
        return full with
        {
            Source = full.Source with { Sha256 = $"{bytes:x64}" },
            Actions = [],
            Enjeux = [full.Enjeux[0] with { Orientations = [full.Enjeux[0].Orientations[0] with { Objectives = [objective with { OperationalObjectives = [.. items.Select(item => objective.OperationalObjectives[0] with { Text = item })] }] }] }],
        };
    }
}
