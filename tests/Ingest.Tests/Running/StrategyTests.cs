using System.Text;
using Ingest.Pipeline;
using Ingest.Running;
using Ingest.Tables;
using Ingest.Tests.Segmentation;
using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.Running;

public sealed class StrategyTests
{
    [Fact]
    public void A_definition_chooses_the_ways_in_which_tables_are_found()
    {
        var bytes = Encoding.UTF8.GetBytes(Drafts.Text("Programmation 2025\nAction | Porteur | Coût total\nVélos | CCAS | 1 000 €\nCafé | Ville | 2 000 €"));
        var definition = new DefinitionLoader(ProductVocabularies.Files).Load("default");
        var ruledOnly = definition with { Tables = definition.Tables with { Strategies = [TableStrategy.Ruled] } };

        Assert.Equal(2, Engine.Create(definition, ProductVocabularies.Files).Process("a", bytes, CancellationToken.None).Actions.Length);
        var content = Engine.CreateContentReader(ruledOnly, ProductVocabularies.Files).Read(bytes, CancellationToken.None);
        Assert.Empty(content.PageTables);
        Assert.Contains(content.Blocks, block => block is TextContent { Block.Text.Text: "1 000 €" });
    }
}
