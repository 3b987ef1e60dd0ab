using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>Problems, assets and priorities: lists under a heading, or columns under headers that say so.</summary>
internal sealed class DiagnosisReader(StrategyVocabulary vocabulary, ItemSplitter splitter, ConventionOutline outline, NoiseFilter noise)
{
    private const double Telling = 1; // A header of a column is the term itself, or begins with it.

    /// <summary>The items of all sections of a kind, in order.</summary>
    public ImmutableArray<SourceText> Read(IEnumerable<Section> sections, SectionKind kind, IReadOnlySet<Table> otherTables)
    {
        var items = ImmutableArray.CreateBuilder<SourceText>();
        foreach (var section in sections)
        {
            if (section.Kind == kind)
                items.AddRange(splitter.Split(ListOf(section), hasLostBullets: false).Select(noise.MendLines));
            if (section.Kind == SectionKind.Strategy)
                continue;
            foreach (var table in section.Blocks.OfType<TableContent>().Select(block => block.Table).Where(table => !otherTables.Contains(table)))
                items.AddRange(FromColumns(table, kind));
        }

        return items.ToImmutable();
    }

    /// <summary>Whether columns of the table hold such items.</summary>
    public bool IsDiagnosis(Table table) =>
        ((ReadOnlySpan<SectionKind>)[SectionKind.Irritants, SectionKind.Opportunites, SectionKind.Priorites]).ToArray().Any(kind => ColumnsOf(new TableGrid(table), kind).Any());

    // Sentences that lead to a list and headings inside it are none of its items.
    private SourceText ListOf(Section section)
    {
        var blocks = section.Blocks.OfType<TextContent>().Select(block => block.Block).Where(block => block.HeadingLevel is null && !IsHeading(block)).ToList();
        var first = blocks.FindIndex(IsItem);
        var listed = first < 0
            ? blocks.Where(block => block.Text.Text.TrimEnd()[^1] != ':')
            : blocks.Where((block, index) => IsItem(block) || IsBesideItem(blocks, index) || (index > first && MayBeItem(blocks, index)));
        return SourceText.Concat(listed.Select(block => block.Text));
    }

    private bool IsHeading(TextBlock block) => block.IsBold && block.Marker is null && outline.MayHead(block);

    private static bool IsItem(TextBlock block) => block.Marker is not null;

    // Lines right above or below an item are of its list, with a mark or without: blank lines part lists.
    private static bool IsBesideItem(List<TextBlock> blocks, int index)
    {
        if (blocks[index].Text.Text.TrimEnd()[^1] == ':' || LineOf(blocks[index]) is not { } line)
            return false;
        for (var step = -1; step <= 1; step += 2)
        {
            var expected = line + step;
            for (var i = index + step; i >= 0 && i < blocks.Count && LineOf(blocks[i]) == expected; i += step, expected += step)
            {
                if (IsItem(blocks[i]))
                    return true;
            }
        }

        return false;
    }

    private static int? LineOf(TextBlock block) => block.Text.Words.FirstOrDefault()?.Regions[0] is { Paragraph: null, Line: { } line } ? line : null;

    // An item that lost its mark stands right between others, and what goes on with a small letter belongs to one.
    private static bool MayBeItem(List<TextBlock> blocks, int index) =>
        SentenceGrammar.StartsLower(blocks[index].Text.Text)
        || (blocks[index].Text.Text.TrimEnd()[^1] != ':' && blocks.Skip(index + 1).Any(IsItem) && StrategyLines.IsOfLines(blocks[index]));

    private IEnumerable<SourceText> FromColumns(Table table, SectionKind kind)
    {
        var grid = new TableGrid(table);
        foreach (var column in ColumnsOf(grid, kind))
        {
            for (var row = 1; row < grid.RowCount; row++)
            {
                if (grid.At(row, column) is { } cell && cell.Row == row && cell.Column == column && !cell.Text.IsEmpty)
                {
                    foreach (var item in splitter.Split(cell.Text, hasLostBullets: false))
                        yield return item;
                }
            }
        }
    }

    private IEnumerable<int> ColumnsOf(TableGrid grid, SectionKind kind) => grid.RowCount < 2 || grid.ColumnCount < 2
        ? []
        : Enumerable.Range(0, grid.ColumnCount).Where(column => grid.At(0, column) is { ColumnSpan: 1 } cell && cell.Column == column
            && vocabulary.MatchSection(cell.Text.Text) is [{ Score: >= Telling } best, ..] && best.Section == kind);
}
