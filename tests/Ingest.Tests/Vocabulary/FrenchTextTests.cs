using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Pipeline;
using Ingest.Tests.Normalization;
using Ingest.Vocabulary;
using Xunit;

namespace Ingest.Tests.Vocabulary;

public sealed class FrenchTextTests
{
    /// <summary>Share of the French lines of the held-out half that are told as French; the others are doubtful.</summary>
    private const double LeastFrench = 0.98;

    /// <summary>Share of the gibberish of the held-out half that is told as such.</summary>
    private const double LeastGibberish = 0.85;

    /// <summary>Share of the gibberish of the held-out half that passes for French: mostly real words in no order.</summary>
    private const double MostGibberishAsFrench = 0.03;

    /// <summary>
    /// Lines with what they are, in two halves, of which the rules were tuned on one: titles, themes, descriptions and labels of
    /// the truth of documents of the tune split, terms of the vocabularies, lines written for the purpose, and damaged ones.
    /// </summary>
    internal static ImmutableArray<(string Expected, string Origin, string Half, string Text)> Lines { get; } =
    [
        .. File.ReadLines(Path.Combine(ProductVocabularies.Files.Home, "tests", "Ingest.Tests", "Vocabulary", "frenchness-lines.tsv"))
            .Skip(1).Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1], cells[2], cells[3])),
    ];

    private static FrenchText Judge => ProductVocabularies.Judge;

    [Fact]
    public void No_French_line_is_called_gibberish()
    {
        var french = Lines.Where(line => line.Expected == "french").ToList();
        Assert.True(french.Count > 900);
        Assert.DoesNotContain(french, line => Judge.Judge(line.Text).Verdict == FrenchVerdict.Gibberish);
    }

    [Fact]
    public void Lines_that_the_rules_were_not_tuned_on_are_told_apart()
    {
        var table = TableOf("held");
        TestContext.Current.TestOutputHelper?.WriteLine(Describe("tuning") + Describe("held"));
        Assert.True(Share(table, "french", FrenchVerdict.French) >= LeastFrench, Describe("held"));
        Assert.True(Share(table, "gibberish", FrenchVerdict.Gibberish) >= LeastGibberish, Describe("held"));
        Assert.True(Share(table, "gibberish", FrenchVerdict.French) <= MostGibberishAsFrench, Describe("held"));
    }

    [Fact]
    public void Names_of_places_are_not_gibberish()
    {
        var names = Texts.Register.Epcis.Select(epci => epci.Name)
            .Concat(Texts.Register.Epcis.SelectMany(epci => epci.Members).Where((_, index) => index % 10 == 0).Select(insee => Texts.Register.CommuneByInsee(insee)!.Name));
        Assert.DoesNotContain(names, name => Judge.Judge(name).Verdict == FrenchVerdict.Gibberish);
    }

    [Theory]
    [InlineData("j j a S")]
    [InlineData("Mary to the")]
    [InlineData("em • and an entireties")]
    [InlineData("lash tagamam fisango")]
    [InlineData("Attention on when the same the same the same")]
    [InlineData("la ville la ville la ville la ville")]
    [InlineData("^ ~ _ | ¬")]
    public void What_recognition_makes_up_is_gibberish(string text) => Assert.Equal(FrenchVerdict.Gibberish, Judge.Judge(text).Verdict);

    [Theory]
    [InlineData("CLAS, REAAP")]
    [InlineData("ANCT 9 200 €")]
    [InlineData("2024")]
    [InlineData("-")]
    [InlineData("X X X X")]
    [InlineData("")]
    [InlineData("QN06201A")]
    [InlineData("contact@exemple.fr")]
    public void Acronyms_numbers_and_codes_are_no_evidence(string text)
    {
        var judged = Judge.Judge(text);
        Assert.Equal((FrenchVerdict.French, 1.0), (judged.Verdict, judged.Support));
    }

    [Theory]
    [InlineData("On joue")]
    [InlineData("Or et argent")]
    [InlineData("But")]
    [InlineData("On a tous des idées")]
    public void A_French_word_that_is_English_too_is_French_among_French(string text) =>
        Assert.Equal(FrenchVerdict.French, Judge.Judge(text).Verdict);

    [Fact]
    public void A_caller_vouches_for_words_of_the_document()
    {
        Assert.NotEqual(FrenchVerdict.French, Judge.Judge("tagamam fisango").Verdict);
        Assert.Equal(FrenchVerdict.French, Judge.Judge("tagamam fisango", word => word is "tagamam" or "fisango").Verdict);
    }

    [Fact]
    public void Shares_count_words_and_their_letters()
    {
        var judged = Judge.Judge("quartier zkfrw");
        Assert.Equal((8.0 / 13, 0.5), (judged.KnownLetters, judged.KnownWords));
        Assert.True(judged.MeanScore < Judge.Judge("quartier").MeanScore);
    }

    [Fact]
    public void A_missing_file_is_the_callers_fault() =>
        Assert.Throws<DefinitionException>(() => LexiconLoader.LoadJudge(new ProductFiles("/nowhere"), ProductVocabularies.Lexicon));

    private static Dictionary<(string Expected, FrenchVerdict Verdict), int> TableOf(string half) => Lines
        .Where(line => line.Half == half)
        .CountBy(line => (line.Expected, Judge.Judge(line.Text).Verdict))
        .ToDictionary();

    private static double Share(Dictionary<(string Expected, FrenchVerdict Verdict), int> table, string expected, FrenchVerdict verdict) =>
        table.GetValueOrDefault((expected, verdict)) / (double)table.Where(cell => cell.Key.Expected == expected).Sum(cell => cell.Value);

    private static string Describe(string half)
    {
        var table = TableOf(half);
        var text = new StringBuilder();
        foreach (var expected in (string[])["french", "gibberish"])
        {
            var counts = Enum.GetValues<FrenchVerdict>().Select(verdict => $"{verdict} {table.GetValueOrDefault((expected, verdict))}");
            text.AppendLine(CultureInfo.InvariantCulture, $"{half}, {expected}: {string.Join(", ", counts)}");
        }

        return text.ToString();
    }
}
