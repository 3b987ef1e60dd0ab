using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Ingest.Layout;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Xunit;

namespace Ingest.Tests.Tables;

public sealed class ConservationTests
{
    [Fact]
    public void Every_visible_word_stands_once_in_the_content_whatever_the_rules()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 4).ToArbitrary(), IsConserved).QuickCheckThrowOnFailure();
    }

    // What a rule strikes out is told by a finding and stands nowhere else.
    private static bool IsConserved(int seed)
    {
        var pages = Enumerable.Range(1, 3).Select(number => StruckWords.TakeOut(RandomPage(new Random(seed + number), number).ToPage()).Page).ToList();
        var content = ContentBuilder.Build(pages);
        var expected = pages.SelectMany(page => page.Words.Select(word => $"{page.Number} {word.Text} {word.Box}"));
        var told = content.Blocks.SelectMany(WordsOf).Concat(content.Furniture.SelectMany(piece => piece.Text.Words));
        return content.Findings.IsEmpty && expected.Order(StringComparer.Ordinal).SequenceEqual(
            told.Select(word => $"{word.Regions[0].Page} {word.Text} {word.Regions[0].Bbox}").Order(StringComparer.Ordinal));
    }

    // A word whose centre lay on the border of two tables stood in both.
    [Theory]
    [InlineData(1379519052)]
    public void Pages_on_which_words_were_once_lost_or_told_twice(int seed) => Assert.True(IsConserved(seed));

    [Fact]
    public void The_cells_of_a_grid_cover_each_place_once_whatever_edges_are_missing()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var edges = ImmutableArray.CreateBuilder<Edge>();
            for (var i = 0; i < 30; i++)
            {
                var (isHorizontal, position, start) = (random.Next(2) == 0, 20.0 * random.Next(8), 20.0 * random.Next(7));
                edges.Add(new Edge(isHorizontal, position, start, start + (20 * random.Next(1, 6))));
            }

            return EdgesToCells.Fill(edges.ToImmutable(), TableOptions.Default) is not { } grid || CoversOnce(grid);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Words_in_no_cell_are_found_out()
    {
        var grid = new CellGrid { Columns = [0, 10], Rows = [0, 10], Cells = [new GridCell(0, 0, 1, 1)] };
        var words = new PageSketch(1).Text(1, 8, "a b").ToPage().Words;

        Assert.Null(WordsToCells.Check(words, new FilledGrid(grid, [words]), page: 1));
        Assert.Equal("structure.words-not-conserved", WordsToCells.Check(words, new FilledGrid(grid, [[words[0]]]), page: 1)!.Code);
        Assert.Equal("structure.words-not-conserved", WordsToCells.Check(words, new FilledGrid(grid, [[words[0], words[1], words[1]]]), page: 1)!.Code);
    }

    private static bool CoversOnce(CellGrid grid)
    {
        var count = new int[Math.Max(0, grid.RowCount), Math.Max(0, grid.ColumnCount)];
        foreach (var cell in grid.Cells)
        {
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                    count[row, column]++;
            }
        }

        return count.Cast<int>().All(times => times == 1);
    }

    private static IEnumerable<SourceWord> WordsOf(ContentBlock block) => block switch
    {
        TextContent text => text.Block.Text.Words,
        TableContent table => table.Table.Cells.SelectMany(cell => cell.Text.Words),
        _ => [],
    };

    // Words of capital letters: no markers, no hyphens, nothing that a page would repeat or a line end would join.
    private static PageSketch RandomPage(Random random, int number)
    {
        var page = new PageSketch(number);
        for (var i = random.Next(60); i > 0; i--)
            page.Text(random.Next(560), random.Next(10, 830), new string((char)('A' + random.Next(26)), random.Next(2, 9)), size: random.Next(6, 16));
        for (var i = random.Next(25); i > 0; i--)
        {
            var (place, from, length) = (random.Next(10, 500), random.Next(10, 400), random.Next(5, 400));
            if (random.Next(2) == 0)
                page.Across(place, from, from + length);
            else
                page.Down(place, from, from + length);
        }

        return random.Next(2) == 0 ? page : page.Table([40, 150, 300, 500], [100, 200, 300], ["UN", "DEUX", "TROIS"], ["QUATRE"]);
    }
}
