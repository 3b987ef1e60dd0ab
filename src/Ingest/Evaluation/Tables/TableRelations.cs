using System.Collections.Immutable;

namespace Ingest.Evaluation.Tables;

/// <summary>Two cells with text that follow one another in a row or a column, with nothing or blanks between them.</summary>
/// <param name="First">Stripped text of the left or upper cell.</param>
/// <param name="Second">Stripped text of the right or lower cell.</param>
/// <param name="IsAcross">Whether they stand in one row; else in one column.</param>
/// <param name="Blanks">Number of blank places between them.</param>
internal readonly record struct AdjacencyRelation(string First, string Second, bool IsAcross, int Blanks);

/// <summary>
/// What the score knows of a table: the adjacency relations of its cells (M. Göbel, T. Hassan, E. Oro and G. Orsi, « A methodology
/// for evaluating algorithms for table understanding in PDF documents », 2012) and its words.
/// </summary>
internal sealed class TableRelations
{
    private TableRelations(ImmutableSortedSet<int> pages, IReadOnlyList<AdjacencyRelation> relations, IEnumerable<string> words)
    {
        Pages = pages;
        Relations = new Bag<AdjacencyRelation>(relations);
        BlanksIgnored = new Bag<AdjacencyRelation>(relations.Select(relation => relation with { Blanks = 0 }));
        Words = new Bag<string>(words);
    }

    /// <summary>The pages that the table may stand on.</summary>
    public ImmutableSortedSet<int> Pages { get; }

    /// <summary>Its relations.</summary>
    public Bag<AdjacencyRelation> Relations { get; }

    /// <summary>Its relations, as if no blank place stood between two cells.</summary>
    public Bag<AdjacencyRelation> BlanksIgnored { get; }

    /// <summary>Its stripped words.</summary>
    public Bag<string> Words { get; }

    /// <summary>The relations and words of a table.</summary>
    public static TableRelations Of(ScoredTable table)
    {
        var texts = table.Cells.Select(cell => StrippedText.Of(cell.Text)).ToArray();
        var places = new Dictionary<(int Row, int Column), int>();
        for (var index = 0; index < texts.Length; index++)
        {
            if (texts[index].Length == 0)
                continue;
            var cell = table.Cells[index];
            for (var row = cell.Top; row <= cell.Bottom; row++)
            {
                for (var column = cell.Left; column <= cell.Right; column++)
                    places[(row, column)] = index;
            }
        }

        var across = places.Select(place => new Place(place.Key.Row, place.Key.Column, place.Value));
        var down = places.Select(place => new Place(place.Key.Column, place.Key.Row, place.Value));
        return new TableRelations(
            table.Pages,
            [.. RelationsOf(across, texts, isAcross: true), .. RelationsOf(down, texts, isAcross: false)],
            table.Cells.SelectMany(cell => StrippedText.WordsOf(cell.Text)));
    }

    /// <summary>Whether the tables may stand on one page.</summary>
    public bool SharesPageWith(TableRelations other) => Pages.Overlaps(other.Pages);

    // Two cells that touch along several lines make one relation: the first line's.
    private static IEnumerable<AdjacencyRelation> RelationsOf(IEnumerable<Place> places, string[] texts, bool isAcross)
    {
        var seen = new HashSet<(int, int)>();
        Place? before = null;
        foreach (var place in places.OrderBy(place => place.Line).ThenBy(place => place.Position))
        {
            if (before is { } other && other.Line == place.Line && other.Cell != place.Cell && seen.Add((other.Cell, place.Cell)))
                yield return new AdjacencyRelation(texts[other.Cell], texts[place.Cell], isAcross, place.Position - other.Position - 1);
            before = place;
        }
    }

    private readonly record struct Place(int Line, int Position, int Cell);
}
