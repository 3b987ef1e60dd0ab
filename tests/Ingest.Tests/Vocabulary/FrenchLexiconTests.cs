using System.Text;
using Ingest.Pipeline;
using Ingest.Vocabulary;
using Xunit;

namespace Ingest.Tests.Vocabulary;

public sealed class FrenchLexiconTests
{
    private static FrenchLexicon Lexicon => ProductVocabularies.Lexicon;

    [Theory]
    [InlineData("thé")]
    [InlineData("Quartiers")]
    [InlineData("ÉMANCIPATION")]
    [InlineData("EMANCIPATION")]
    [InlineData("ECOLE")]
    [InlineData("Ecole")]
    [InlineData("environnementales")]
    [InlineData("œuvre")]
    [InlineData("oeuvre")]
    [InlineData("l'école")]
    [InlineData("L’Etat")]
    [InlineData("d’un")]
    [InlineData("jusqu'à")]
    [InlineData("qu'il")]
    [InlineData("aujourd'hui")]
    [InlineData("d'aujourd'hui")]
    [InlineData("quelqu'un")]
    [InlineData("porte-à-porte")]
    [InlineData("bien-être")]
    [InlineData("socio-éducatif")]
    [InlineData("psycho-sociales")]
    [InlineData("est-il")]
    [InlineData("a-t-il")]
    [InlineData("qu'est-ce")]
    [InlineData("celle-ci")]
    [InlineData("habitant(e)s")]
    [InlineData("habitant·e·s")]
    [InlineData("habitant.e.s")]
    [InlineData("professionnel·le·s")]
    [InlineData("acteur·rice·s")]
    [InlineData("tous·tes")]
    [InlineData("acteurs/actrices")]
    [InlineData("et/ou")]
    [InlineData("habitant/e/s")]
    [InlineData("«quartier»,")]
    public void Words_of_French(string word) => Assert.True(Lexicon.IsWord(word));

    [Theory]
    [InlineData("The")]
    [InlineData("the")]
    [InlineData("ecole")]
    [InlineData("environnemen")]
    [InlineData("tagamam")]
    [InlineData("fisango")]
    [InlineData("entireties")]
    [InlineData("l'quartier")]
    [InlineData("x'école")]
    [InlineData("j")]
    [InlineData("S")]
    [InlineData("")]
    [InlineData("•")]
    [InlineData("2024")]
    [InlineData("-")]
    [InlineData("tagamam-école")]
    public void Not_words_of_French(string word) => Assert.False(Lexicon.IsWord(word));

    [Theory]
    [InlineData("Marseille")]
    [InlineData("MARSEILLE")]
    [InlineData("d'Amiens")]
    public void Proper_nouns_are_told_apart(string word)
    {
        Assert.True(Lexicon.IsWord(word));
        Assert.True(Lexicon.IsProperNoun(word));
    }

    [Theory]
    [InlineData("pierre")]
    [InlineData("école")]
    [InlineData("tagamam")]
    public void What_is_also_a_common_word_is_no_proper_noun(string word) => Assert.False(Lexicon.IsProperNoun(word));

    [Theory]
    [InlineData("favoriser", false)]
    [InlineData("Renforcer", false)]
    [InlineData("SOUTENIR", false)]
    [InlineData("promouvoir", false)]
    [InlineData("permettre", false)]
    [InlineData("être", true)]
    [InlineData("pouvoir", true)]
    [InlineData("devoir", true)]
    [InlineData("dîner", true)]
    [InlineData("s'inscrire", false)]
    [InlineData("d’accompagner", false)]
    [InlineData("co-construire", false)]
    public void Infinitives_tell_whether_they_are_nouns_too(string word, bool isNoun)
    {
        Assert.True(Lexicon.IsInfinitive(word));
        Assert.Equal(isNoun, Lexicon.IsNoun(word));
    }

    [Theory]
    [InlineData("loisir")]
    [InlineData("avenir")]
    [InlineData("quartier")]
    [InlineData("atelier")]
    [InlineData("hiver")]
    [InlineData("soir")]
    [InlineData("livre")]
    [InlineData("premiers")]
    public void An_ending_makes_no_infinitive(string word)
    {
        Assert.False(Lexicon.IsInfinitive(word));
        Assert.True(Lexicon.IsNoun(word));
    }

    [Fact]
    public void A_small_list_will_do()
    {
        using var rows = new MemoryStream(Encoding.UTF8.GetBytes("form\tmarks\nagir\ti\némile\tp\nété\tn"));
        var lexicon = new FrenchLexicon(rows);
        Assert.True(lexicon.IsInfinitive("Agir"));
        Assert.True(lexicon.IsProperNoun("Emile"));
        Assert.True(lexicon.IsNoun("ETE"));
        Assert.False(lexicon.IsWord("Ete"));
        Assert.True(lexicon.IsWord("Eté"));
    }

    [Fact]
    public void A_mark_that_nobody_knows_is_an_error()
    {
        using var rows = new MemoryStream(Encoding.UTF8.GetBytes("form\tmarks\nagir\tz\n"));
        Assert.Throws<InvalidDataException>(() => new FrenchLexicon(rows));
    }

    [Fact]
    public void A_missing_list_is_the_callers_fault_before_the_first_word_is_asked_for() =>
        Assert.Throws<DefinitionException>(() => LexiconLoader.LoadLexicon("/nowhere/french-forms.txt.gz"));

    [Fact]
    public void Loading_the_list_takes_less_than_twenty_megabytes()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(LexiconLoader.LoadLexicon(ProductVocabularies.Files.FrenchForms).IsWord("ville"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 20_000_000);
    }
}
