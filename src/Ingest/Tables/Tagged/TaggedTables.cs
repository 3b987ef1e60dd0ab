using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;

namespace Ingest.Tables.Tagged;

/// <summary>Tables that the structure tree of the source tells of → those that the places of their words bear out.</summary>
internal sealed class TaggedTables(PageLayout layout, ContentOptions options)
{
    private readonly TaggedOptions _options = options.Tables.Tagged;
    private readonly HashSet<Word> _body = layout.Body.ToHashSet<Word>(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Word> _taken = new(ReferenceEqualityComparer.Instance);

    /// <summary>The tables, and those that are not believed.</summary>
    public (ImmutableArray<FilledGrid> Tables, ImmutableArray<TableCandidate> Rejected) Find()
    {
        var tables = ImmutableArray.CreateBuilder<FilledGrid>();
        var rejected = ImmutableArray.CreateBuilder<TableCandidate>();
        foreach (var cells in layout.Page.TaggedTables.Select(table => new TaggedCells(table, layout, _body, _options)).Where(cells => cells.Own.Count > 0))
        {
            var score = TaggedScore.Of(cells, _options);
            if (Judge(cells, score, out var filled) is { } reason)
            {
                rejected.Add(new TableCandidate(layout.Page.Number, cells.Box, TableMethod.Tagged, cells.Table.Rows.Length, cells.Table.ColumnCount, reason) { Score = score });
                continue;
            }

            tables.Add(filled! with { Score = score });
            _taken.UnionWith(cells.Own);
        }

        return (tables.ToImmutable(), rejected.ToImmutable());
    }

    private Rejection? Judge(TaggedCells cells, TableScore score, out FilledGrid? filled)
    {
        filled = null;
        var least = options.Tables.MinLines;
        if (_taken.Overlaps(cells.Own))
            return Rejection.Nested;
        if ((cells.FilledRows < least && !cells.Table.IsPart) || cells.FilledColumns < least)
            return Rejection.Box;
        if ((long)cells.Table.Rows.Length * cells.Table.ColumnCount > options.Tables.MaxPlaces)
            return Rejection.Drawing;
        filled = Foreign(cells) > _options.MaxForeignShare * cells.Own.Count ? null : cells.ToGrid() ?? cells.WithOmitted()?.ToGrid();
        return filled is null ? Rejection.Disagrees : score.Value < _options.MinScore ? Rejection.Unlikely : null;
    }

    // What stands among the cells and is in none.
    private int Foreign(TaggedCells cells)
    {
        var box = cells.Box;
        return layout.Body.Count(word => Centres<Word>.IsInside(word.Box, box) && !cells.Own.Contains(word));
    }
}
