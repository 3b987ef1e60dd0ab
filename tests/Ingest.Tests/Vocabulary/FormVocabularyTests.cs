using Ingest.Vocabulary;
using Xunit;

namespace Ingest.Tests.Vocabulary;

public sealed class FormVocabularyTests
{
    [Theory]
    [InlineData("Fiche action n° 4 – Jardins partagés", "Jardins partagés")]
    [InlineData("FICHE ACTION 4 : Jardins", "Jardins")]
    [InlineData("Fiche projet n°12 « Jardins »", "« Jardins »")]
    [InlineData("Action n° 3 : Jardins", "Jardins")]
    [InlineData("Fiche action n° 4", "")]
    public void A_heading_opens_a_sheet_and_may_hold_its_title(string text, string title)
    {
        var heading = ProductVocabularies.Forms.MatchHeading(text)!.Value;

        Assert.Equal(title, text[heading.TitleStart..]);
    }

    [Theory]
    [InlineData("Fiches actions 2025 – Politique de la ville")]
    [InlineData("Fiche action 2025")]
    [InlineData("Action sociale")]
    [InlineData("Les fiches action sont jointes")]
    public void The_heading_of_a_collection_opens_no_sheet(string text) => Assert.Null(ProductVocabularies.Forms.MatchHeading(text));

    [Theory]
    [InlineData("Pilote de l'action", HeaderRole.Porteur)]
    [InlineData("Responsable", HeaderRole.Contact)]
    [InlineData("Nom de l'action", HeaderRole.Title)]
    [InlineData("Nom", HeaderRole.Contact)]
    [InlineData("Coût total de l'action", HeaderRole.TotalCost)]
    [InlineData("Moyens humains", HeaderRole.Remarks)]
    public void Labels_of_sheets_come_before_headers_of_columns(string label, HeaderRole role) => Assert.Equal(role, ProductVocabularies.Forms.MatchLabel(label)?.Role);

    [Theory]
    [InlineData("Total des charges", true)]
    [InlineData("TOTAL", true)]
    [InlineData("Total général des produits (A)", true)]
    [InlineData("Achats", false)]
    public void Some_labels_sum_up_a_side(string label, bool isTotal) => Assert.Equal(isTotal, ProductVocabularies.Forms.IsTotal(label));

    [Theory]
    [InlineData("CHARGES", true)]
    [InlineData("Dépenses prévisionnelles 2025", true)]
    [InlineData("Charges de personnel", false)]
    public void A_head_of_a_side_is_that_and_nothing_else(string text, bool isHead) => Assert.Equal(isHead, ProductVocabularies.Forms.HeadsCharges(text));
}
