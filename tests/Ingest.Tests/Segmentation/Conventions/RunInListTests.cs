using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>What will be done, set as one sentence.</summary>
public sealed class RunInListTests
{
    private static readonly string[] Three = ["ouvrir une halte-garderie", "réserver dix places aux parents", "former deux accueillantes"];

    [Theory]
    [InlineData("Les partenaires s'engagent à : 1° ouvrir une halte-garderie ; 2° réserver dix places aux parents ; 3° former deux accueillantes")]
    [InlineData("Les partenaires s'engagent à : 1) ouvrir une halte-garderie, 2) réserver dix places aux parents, 3) former deux accueillantes")]
    [InlineData("La commune prévoit de : a) ouvrir une halte-garderie ; b) réserver dix places aux parents ; c) former deux accueillantes")]
    [InlineData("La commune prévoit de : ouvrir une halte-garderie ; réserver dix places aux parents ; former deux accueillantes")]
    [InlineData("La commune prévoit de : ouvrir une halte-garderie ; réserver dix places aux parents ; et former deux accueillantes")]
    [InlineData("La commune prévoit de : i) ouvrir une halte-garderie ; ii) réserver dix places aux parents ; iii) former deux accueillantes")]
    [InlineData("La commune prévoit de : (1) ouvrir une halte-garderie, (2) réserver dix places aux parents, (3) former deux accueillantes")]
    public void Marks_and_semicolons_part_its_items(string sentence) =>
        Assert.Equal(Three, Under("Objectif 1 : Garder les petits", sentence));

    [Fact]
    public void Labels_of_one_level_hold_such_a_list_as_well() => Assert.Equal(
        ["ouvrir une halte-garderie", "former deux accueillantes"],
        Drafts.Of(Strategy + "Enjeu 1 : Garder les petits\n\nLes partenaires s'engagent à : 1° ouvrir une halte-garderie ; 2° former deux accueillantes\n\nEnjeu 2 : Lire\n\nLes partenaires s'engagent à : 1° prêter des livres ; 2° payer un conteur").Items().Take(2));

    [Theory]
    [InlineData("La commune ouvrira une halte-garderie : les parents la demandent depuis longtemps.")]
    [InlineData("La commune ouvrira une halte-garderie ; les parents y laisseront leurs petits le matin.")]
    [InlineData("La commune ouvrira une halte-garderie : dix places seront réservées. Elle formera deux accueillantes ; elles seront du quartier.")]
    [InlineData("La commune ouvrira : une halte-garderie 2° cycle pour les petits du quartier.")]
    public void Ordinary_prose_stays_one(string prose) => Assert.Equal([prose], Under("Objectif 1 : Garder les petits", prose));

    private static IEnumerable<string> Under(string objective, string text) => Drafts.Of(Strategy + "Enjeu 1 : Grandir\n\n" + objective + "\n\n" + text).Items();
}
