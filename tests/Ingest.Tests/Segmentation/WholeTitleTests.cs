using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Segmentation;

public sealed class WholeTitleTests
{
    [Theory]
    [InlineData("Convention communale du contrat de ville de Cosne-\n\nCours-sur-Loire", "Convention communale du contrat de ville de Cosne-Cours-sur-Loire")]
    [InlineData("Convention communale du contrat de ville (2024-\n\n2030)", "Convention communale du contrat de ville (2024-2030)")]
    [InlineData("Convention d'application pour le quartier des\n\nTisserands", "Convention d'application pour le quartier des Tisserands")]
    [InlineData("Convention communale du contrat de ville\n\nVille de Lens", "Convention communale du contrat de ville")]
    public void A_title_goes_on_in_the_next_line_where_it_cannot_be_at_its_end(string opening, string title) =>
        Assert.Equal(title, Processing.Of(opening + "\n\nEnjeu 1 : Habiter\n\nObjectif 1.1 : Isoler\n- Aider les ménages à isoler leurs logements.").Title);
}
