using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>The parts on steering: one for each heading that has a text.</summary>
internal sealed class GovernanceReader(ConventionOutline outline, NoiseFilter noise)
{
    /// <summary>The parts in order.</summary>
    public ImmutableArray<DraftGovernance> Read(IEnumerable<Section> sections)
    {
        var parts = ImmutableArray.CreateBuilder<DraftGovernance>();
        foreach (var section in sections.Where(section => section.Kind == SectionKind.Governance))
        {
            var heading = section.Heading?.Text ?? SourceText.Empty;
            var texts = new List<SourceText>();
            void Close()
            {
                if (texts.Count > 0)
                    parts.Add(new DraftGovernance(heading, Whole(SourceText.Concat(texts))));
                texts.Clear();
            }

            foreach (var block in section.Blocks)
            {
                if (block is TextContent { Block: var text } && IsHeading(text))
                {
                    Close();
                    heading = text.Text;
                    continue;
                }

                texts.Add(block switch
                {
                    TextContent { Block.Text: var own } => ItemSplitter.WithoutSeparator(own),
                    TableContent { Table: var table } => SourceText.Concat(table.Cells.Select(cell => cell.Text)),
                    _ => SourceText.Empty,
                });
            }

            Close();
        }

        return parts.ToImmutable();
    }

    // Lines of plain text are no paragraphs: words may be broken over their ends.
    private SourceText Whole(SourceText text) => noise.MendLines(text) is var mended && text.Words.Any(word => word.Regions.Any(region => region.Line is not null))
        ? noise.MendLines(SourceText.Of(mended.Words))
        : text;

    // In plain text a short line without a full stop heads what follows.
    private bool IsHeading(TextBlock block) => block.HeadingLevel is not null
        || ((block.IsBold || StrategyLines.IsOfLines(block)) && block.Marker is null && outline.MayHead(block) && block.Text.Text.TrimEnd()[^1] != ':');
}
