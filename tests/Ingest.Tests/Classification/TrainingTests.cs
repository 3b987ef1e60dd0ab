using Ingest.Classification;
using Ingest.Classification.Training;
using Ingest.Evaluation.Placing;
using Xunit;

namespace Ingest.Tests.Classification;

public sealed class TrainingTests
{
    [Theory]
    [InlineData("Un médecin au centre de santé", "1.1.1")]
    [InlineData("Gymnastique douce au gymnase", "1.1.2")]
    [InlineData("Réparer des vélos", "2.1.1")]
    public void Texts_are_placed_by_what_was_learned(string text, string leaf) =>
        Assert.Equal(leaf, Samples.Classifier.Place(text).Leaves[0].Leaf);

    [Fact]
    public void Boilerplate_is_none_of_the_taxonomy_s_business_and_has_places_all_the_same()
    {
        var placing = Samples.Classifier.Place("Vu la délibération, le comité de pilotage");

        Assert.True(placing.None > 0.5);
        Assert.Equal(3, placing.Leaves.Length);
    }

    [Fact]
    public void Probabilities_make_one_and_levels_sum_their_leaves()
    {
        var placing = Samples.Classifier.Place("Un dentiste et des vélos");

        Assert.Equal(1, placing.Leaves.Sum(leaf => leaf.Probability) + placing.None, 6);
        Assert.Equal(
            placing.Leaves.Where(leaf => leaf.Leaf.StartsWith("1.1.", StringComparison.Ordinal)).Sum(leaf => leaf.Probability),
            placing.Levels[1].Single(place => place.Leaf == "1.1").Probability, 6);
        Assert.Equal(["1", "2"], placing.Levels[0].Select(place => place.Leaf).Order());
    }

    [Fact]
    public void The_same_texts_give_the_same_model()
    {
        Assert.Equal(Content(), Content());

        static byte[] Content()
        {
            using var memory = new MemoryStream();
            new ClassifierFit(Samples.Resources, Samples.Options).Fit(Samples.Set, (_, write) => write(memory));
            return memory.ToArray();
        }
    }

    [Fact]
    public void A_model_s_name_changes_with_its_data()
    {
        var fit = new ClassifierFit(Samples.Resources, Samples.Options);

        Assert.NotEqual(fit.FileName(Samples.Set), fit.FileName(Samples.Set with { Hash = "01" }));
        Assert.NotEqual(fit.FileName(Samples.Set), new ClassifierFit(Samples.Resources with { Hash = "01" }, Samples.Options).FileName(Samples.Set));
        Assert.NotEqual(fit.FileName(Samples.Set), new ClassifierFit(Samples.Resources, Samples.Options with { Smoothing = 0.4 }).FileName(Samples.Set));
    }

    [Fact]
    public void A_model_file_places_texts_as_the_model_did()
    {
        using var memory = new MemoryStream();
        var fitted = new ClassifierFit(Samples.Resources, Samples.Options).Fit(Samples.Set, (_, write) => write(memory));
        memory.Position = 0;

        var loaded = Samples.Resources.Load(memory);

        foreach (var text in Samples.Set.Training.Concat(Samples.Set.Development))
        {
            var (one, other) = (fitted.Place(text.Text), loaded.Place(text.Text));
            // Weights are kept as bytes: what is sure stays, what hangs in the balance may tip.
            Assert.Equal(one.None, other.None, 0.05);
            Assert.All(one.Leaves, leaf => Assert.Equal(leaf.Probability, other.Leaves.Single(same => same.Leaf == leaf.Leaf).Probability, 0.05));
        }
    }

    [Fact]
    public void What_is_no_model_of_the_taxonomy_is_refused()
    {
        using var memory = new MemoryStream();
        new ClassifierFit(Samples.Resources, Samples.Options).Fit(Samples.Set, (_, write) => write(memory));
        var other = Samples.Resources with { Taxonomy = new Taxonomy("autre", 1, Samples.Taxonomy.Roots) };

        Assert.Throws<InvalidDataException>(() => other.Load(new MemoryStream(memory.ToArray())));
        Assert.Throws<InvalidDataException>(() => Samples.Resources.Load(new MemoryStream(memory.ToArray()[..100])));
        Assert.Throws<InvalidDataException>(() => Samples.Resources.Load(new MemoryStream("pas un modèle"u8.ToArray())));
    }

    [Fact]
    public void The_words_that_weighed_most_speak_for_the_leaf() =>
        Assert.Equal("dentiste", Samples.Classifier.Words("Le dentiste et le vélo", "1.1.1", 1).Single());

    [Fact]
    public void The_temperature_cools_or_heats_scores_until_they_are_honest()
    {
        // Right three times in four, and equally sure each time: the honest probability is .75, that is ln 3 between the scores.
        (double[], int)[] scored = [([10, 0], 0), ([10, 0], 0), ([10, 0], 0), ([10, 0], 1)];

        Assert.Equal(10 / Math.Log(3), TemperatureFit.Fit(scored), 2);
    }

    [Fact]
    public void The_bootstrap_tells_a_sure_difference_from_chance()
    {
        bool[] bad = [.. Enumerable.Repeat(false, 60), .. Enumerable.Repeat(true, 40)];
        bool[] good = [.. Enumerable.Repeat(true, 90), .. Enumerable.Repeat(false, 10)];
        bool[] other = [.. bad[1..], false];

        var sure = PairedBootstrap.Compare(bad, good);
        var chance = PairedBootstrap.Compare(bad, other);

        Assert.Equal(0.5, sure.Difference, 6);
        Assert.True(sure.Low > 0 && sure.IsWorse < 0.001);
        Assert.True(chance.Low < 0 && chance.High >= 0);
    }

    [Fact]
    public void Near_duplicates_are_found_whatever_their_order()
    {
        LabelledText[] texts =
        [
            Samples.Text("1.1.1", "un deux trois quatre cinq six"), Samples.Text("1.1.2", "tout autre chose que cela"),
            Samples.Text("1.1.1", "Six, cinq, quatre, trois, deux et un"), Samples.Text("1.1.1", "un deux trois sept huit neuf"),
        ];

        var found = Assert.Single(NearDuplicates.Find(texts, 0.6));
        Assert.Equal((texts[0].Id, texts[2].Id), (found.One, found.Other));
    }

    [Fact]
    public void Noise_touches_the_share_that_was_asked_for_and_is_the_same_each_time()
    {
        const string text = "Accompagner les habitants dans leurs démarches administratives et numériques au centre social";

        Assert.Equal(text, OcrNoise.Apply(text, 0));
        Assert.Equal(OcrNoise.Apply(text, 0.1), OcrNoise.Apply(text, 0.1));
        Assert.NotEqual(text, OcrNoise.Apply(text, 0.1));
        Assert.InRange(OcrNoise.Apply(text, 0.1).Length, text.Length - 10, text.Length + 10);
    }

    [Fact]
    public void Two_stages_place_texts_and_their_probabilities_make_one()
    {
        var placing = new TwoStageFit(Samples.Resources, Samples.Options).Fit(Samples.Set)("Un médecin au centre de santé");

        Assert.Equal("1.1.1", placing.Leaves[0].Leaf);
        Assert.Equal(1, placing.Leaves.Sum(leaf => leaf.Probability) + placing.None, 6);
    }

    [Fact]
    public void A_thesaurus_tells_words_by_those_of_like_meaning()
    {
        var thesaurus = Thesaurus.Load(new StringReader("UTF-8\ntoubib|1\n(Nom)|médecin|homme de l'art|rebouteux\nvélo|2\n(Nom)|bicyclette\n(Nom)|cycle\n"));
        var known = Thesaurus.Stems(["Des médecins, un vélo"]);

        Assert.Equal("Les toubibs à vélo médecin rebouteux bicyclette cycle", thesaurus.Expand("Les toubibs à vélo", null));
        Assert.Equal("Les toubibs à vélo médecin", thesaurus.Expand("Les toubibs à vélo", known));
        Assert.Throws<InvalidDataException>(() => Thesaurus.Load(new StringReader("UTF-8\ntoubib\n")));
        Assert.Throws<InvalidDataException>(() => Thesaurus.Load(new StringReader("UTF-8\ntoubib|1\n")));
        Assert.Throws<InvalidDataException>(() => Thesaurus.Load(new StringReader("toubib|1\n(Nom)|médecin\n")));
    }

    [Fact]
    public void Baselines_and_left_out_groups_are_scored_alike()
    {
        var set = Samples.Set with { Training = [.. Samples.Set.Training.Select((text, index) => text with { Writer = index % 3 == 0 ? "a" : "b" })] };
        var protocol = new PlacingProtocol(Samples.Resources, set, Samples.Options);

        var left = protocol.LeaveOneOut(text => text.Writer, TestContext.Current.CancellationToken);

        Assert.Equal(set.Training.Length, left.Length);
        Assert.Equal(set.Training.Select(text => text.Id).Order(), left.Select(text => text.Text.Id).Order());
        Assert.Equal(left.Select(text => text.Text), protocol.LeaveOneOutInTwoStages(text => text.Writer, TestContext.Current.CancellationToken).Select(text => text.Text));
        Assert.All(protocol.Baselines(set.Development), baseline => Assert.Equal(set.Development.Length, baseline.Placed.Length));
        Assert.Equal(set.Development.Length, protocol.Learned(2).Length);
    }
}
