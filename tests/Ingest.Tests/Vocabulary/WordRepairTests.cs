using System.Collections.Immutable;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;
using Xunit;

namespace Ingest.Tests.Vocabulary;

public sealed class WordRepairTests
{
    private static WordRepair Repair { get; } = new(ProductVocabularies.Lexicon);

    [Theory]
    [InlineData("transitions urbaines et environnemen tales", "transitions urbaines et environnementales")]
    [InlineData("les violen ces, puis", "les violences, puis")]
    [InlineData("l'environnemen t", "l'environnement")]
    [InlineData("é ducation", "éducation")]
    [InlineData("Contrat de ville (programma tion)", "Contrat de ville (programmation)")]
    [InlineData("Enfan ce et jeunesse", "Enfance et jeunesse")]
    public void A_word_that_a_space_cuts_is_put_together(string read, string meant) => Assert.Equal(meant, Mend(read));

    [Theory]
    [InlineData("bien- être", "bien-être")]
    [InlineData("du bien- être.", "du bien-être.")]
    [InlineData("compétences psycho- sociales", "compétences psycho-sociales")]
    [InlineData("socio- éducatif", "socio-éducatif")]
    [InlineData("environne- mentales", "environnementales")]
    [InlineData("d'inser- tion", "d'insertion")]
    [InlineData("loge- ment", "logement")]
    [InlineData("inter- venir", "intervenir")]
    [InlineData("inter- générations", "inter-générations")]
    [InlineData("porte- à- porte", "porte-à-porte")]
    [InlineData("rendez- vous", "rendez-vous")]
    [InlineData("médico- sociale", "médico-sociale")]
    [InlineData("15- 25 ans", "15-25 ans")]
    public void A_hyphen_with_a_space_behind_it_is_closed_or_goes(string read, string meant) => Assert.Equal(meant, Mend(read));

    [Theory]
    [InlineData("leur rôle 'éducatif", "leur rôle éducatif")]
    [InlineData("les 'habitants", "les habitants")]
    [InlineData("l' accès aux ’droits", "l' accès aux droits")]
    public void An_apostrophe_that_belongs_to_nothing_goes(string read, string meant) => Assert.Equal(meant, Mend(read));

    [Theory]
    [InlineData("à fin de 2024")]
    [InlineData("a fin")]
    [InlineData("micro- et macro-économie")]
    [InlineData("pré- ou post-natal")]
    [InlineData("les 'quartiers d'été' de la ville")]
    [InlineData("'quartiers' et 'villages'")]
    [InlineData("Garantir l 'accès")]
    [InlineData("d une ville")]
    [InlineData("lot S port")]
    [InlineData("peut être")]
    [InlineData("en formation")]
    [InlineData("in formation")]
    [InlineData("pro rata")]
    [InlineData("loge ment")]
    [InlineData("CAF rice")]
    [InlineData("les habitants- les familles")]
    [InlineData("tagamam fisango")]
    [InlineData("environnemen. tales")]
    [InlineData("Insertion - emploi")]
    [InlineData("bien -être")]
    public void Nothing_else_is_touched(string text) => Assert.Equal(text, Mend(text));

    [Fact]
    public void A_name_of_the_document_is_no_half_of_a_word()
    {
        Assert.Equal("environnementales", Mend("environnemen tales"));
        Assert.Equal("environnemen tales", Repair.Repair(Read("environnemen tales"), word => word is "environnemen" or "tales").Text);
    }

    [Fact]
    public void A_mended_word_keeps_what_was_read_and_where()
    {
        var text = Repair.Repair(Read("transitions environnemen tales 'urbaines"));
        Assert.Equal("transitions environnementales urbaines", text.Text);
        var word = text.Words.ElementAt(1);
        Assert.Equal("environnemen tales", word.Raw);
        Assert.Equal([1, 2], word.Regions.Select(region => region.Line!.Value));
        Assert.Equal(0.5, word.Confidence);
        Assert.Equal("transitions environnemen tales 'urbaines", text.ToEvidence().Text);
    }

    [Fact]
    public void A_quotation_may_close_in_another_paragraph()
    {
        var text = SourceText.Concat([Read("les 'quartiers"), Read("d'été' en fête")]);
        Assert.Same(text, Repair.Repair(text));
    }

    [Fact]
    public void Text_without_damage_is_the_same_object()
    {
        var texts = TruthTexts();
        Assert.True(texts.Length > 400);
        Assert.All(texts, text => Assert.Equal(text, Mend(text)));
        Assert.All(texts.Select(Read), text => Assert.Same(text, Repair.Repair(text)));
    }

    [Fact]
    public void Letters_are_kept_and_mending_twice_changes_nothing_more()
    {
        Assert.All(TruthTexts().SelectMany(Damaged).Concat(FrenchTextTests.Lines.Select(line => line.Text)).Select(Read), text =>
        {
            var once = Repair.Repair(text);
            Assert.Equal(text.Text.Where(char.IsLetterOrDigit), once.Text.Where(char.IsLetterOrDigit));
            Assert.Equal(text.Words.SelectMany(word => word.Regions), once.Words.SelectMany(word => word.Regions));
            Assert.Same(once, Repair.Repair(once));
        });
    }

    /// <summary>The text with each of its long words cut by a space, by a hyphen and a space, and behind an apostrophe.</summary>
    private static IEnumerable<string> Damaged(string text)
    {
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i += 5)
        {
            var middle = words[i].Length / 2;
            if (middle < 3)
                continue;
            yield return With(words, i, words[i].Insert(middle, " "));
            yield return With(words, i, words[i].Insert(middle, "- "));
            yield return With(words, i, "'" + words[i]);
        }
    }

    private static string With(string[] words, int at, string word) => string.Join(' ', [.. words[..at], word, .. words[(at + 1)..]]);

    /// <summary>The texts of the truth of documents that may be looked at.</summary>
    private static ImmutableArray<string> TruthTexts() =>
        [.. FrenchTextTests.Lines.Where(line => line.Origin is "truth" or "vocabulary").Select(line => line.Text)];

    private static string Mend(string text) => Repair.Repair(Read(text)).Text;

    private static SourceText Read(string text) => SourceText.Of(text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, index) => new SourceWord
    {
        Text = word,
        Regions = [new EvidenceRegion { Line = index }],
        Confidence = word == "tales" ? 0.5 : 1,
    }));
}
