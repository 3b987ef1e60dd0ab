using System.Collections.Immutable;

namespace Ingest.Reading.Sheets;

/// <summary>
/// Puts parts together again that blank rows only space out: the columns go on, and no new header opens. Lines of text
/// between the two (a theme with air around it) become rows.
/// </summary>
internal static class PartsToRegions
{
    // Blank rows in a row that still look like spacing inside one table; more than a few set two things apart.
    private const int MostBlankRows = 3;

    // Lines of text that may stand between: a theme and what explains it.
    private const int MostLinesBetween = 2;

    // How many parts are looked back through for the table above: tables beside each other on one sheet are few.
    private const int MostPartsBack = 8;

    /// <summary>The regions, in the order of the parts.</summary>
    public static ImmutableArray<SheetPart> Join(ImmutableArray<SheetPart> parts)
    {
        var regions = new List<Region>();
        foreach (var part in parts)
        {
            if (part.IsText || Above(regions, part) is not { } at)
            {
                regions.Add(new Region(part));
                continue;
            }

            for (var next = regions.Count - 1; next > at; next--)
            {
                if (!regions[next].IsInColumnsOf(regions[at]))
                    continue;
                regions[at].Add(regions[next].Last);
                regions.RemoveAt(next);
            }

            regions[at].Add(part);
        }

        return [.. regions.Select(region => region.ToPart())];
    }

    // The table that the part goes on with: its place among the regions.
    private static int? Above(List<Region> regions, SheetPart part)
    {
        var between = new List<Region>();
        for (var at = regions.Count - 1; at >= 0 && regions.Count - at <= MostPartsBack; at--)
        {
            var region = regions[at];
            if (region.Model.IsText)
                between.Add(region);
            else if (region.Left <= part.Right && part.Left <= region.Right)
                return region.Holds(part) && IsNear(region, between, part) && ColumnAgreement.GoesOn(region.Model, part) ? at : null;
        }

        return null;
    }

    // Whether little but air lies between: themes, no notes.
    private static bool IsNear(Region table, List<Region> between, SheetPart part)
    {
        var (lines, top) = (0, part.Top);
        foreach (var region in between.Where(region => region.IsInColumnsOf(table)))
        {
            lines += region.Last.Rows.Length;
            if (top - region.Last.Bottom - 1 > MostBlankRows || lines > MostLinesBetween || region.Last.Rows.Any(row => EdgeLines.IsNote(row.Cells[0])))
                return false;
            top = region.Last.Top;
        }

        return top - table.Last.Bottom - 1 <= MostBlankRows;
    }

    // Parts that are one, joined at the end only: a table may be spaced out row by row.
    private sealed class Region(SheetPart first)
    {
        private readonly List<SheetPart> _parts = [first];

        /// <summary>The part that tells what the columns hold: the first that has more than a header.</summary>
        public SheetPart Model { get; private set; } = first;

        public SheetPart Last => _parts[^1];

        public int Left { get; private set; } = first.Left;

        public int Right { get; private set; } = first.Right;

        public bool IsInColumnsOf(Region other) => Left <= other.Right && other.Left <= Right;

        public bool Holds(SheetPart part) => part.Left >= Left && part.Right <= Right;

        public void Add(SheetPart part)
        {
            if (Model.Profile.Body.IsEmpty && !part.IsText)
                Model = part;
            (Left, Right) = (Math.Min(Left, part.Left), Math.Max(Right, part.Right));
            _parts.Add(part);
        }

        public SheetPart ToPart() => _parts.Count == 1 ? _parts[0] : new SheetPart(_parts.SelectMany(part => part.Cells));
    }
}
