namespace Ingest.Tables.Aligned;

/// <summary>The chunks of a line → the columns that each of them covers.</summary>
internal static class ChunksToCovers
{
    /// <summary>The columns of the chunks of a line.</summary>
    /// <remarks>
    /// A label that stands on a gutter, beside figures that are set to the other side, is that of the column at its side which no
    /// other chunk of the line has.
    /// </remarks>
    public static List<(int First, int Last)> Convert(List<Chunk> chunks, AlignedColumns columns, double size)
    {
        var covers = chunks.Select(chunk => Cover(chunk, columns, size)).ToList();
        for (var i = 0; i < chunks.Count; i++)
        {
            if (covers[i].Last != covers[i].First + 1 || !IsOnGutter(chunks[i], columns, covers[i].First))
                continue;
            var (left, right) = covers[i];
            if (i > 0 && covers[i - 1].Last == left)
                covers[i] = (right, right);
            else if (i + 1 < chunks.Count && covers[i + 1].First == right && !IsOnGutter(chunks[i + 1], columns, right))
                covers[i] = (left, left);
        }

        return covers;
    }

    private static bool IsOnGutter(Chunk chunk, AlignedColumns columns, int left) => left + 1 < columns.Count
        && chunk.Box.Left >= columns.Stripes[left].End && chunk.Box.Right <= columns.Stripes[left + 1].Start;

    private static (int First, int Last) Cover(Chunk chunk, AlignedColumns columns, double size)
    {
        var (first, last) = (-1, -1);
        for (var column = 0; column < columns.Count; column++)
        {
            var stripe = columns.Stripes[column];
            if (chunk.Box.Left >= stripe.End || chunk.Box.Right <= stripe.Start)
                continue;
            first = first < 0 ? column : first;
            last = column;
        }

        if (first < 0)
            return OnGutter(chunk, columns);

        // A label wider than the figures that it is centred over.
        if (last == first + 1 && chunk.Words.Length < 4)
        {
            var centred = Enumerable.Range(first, 2).Where(column => Math.Abs(((columns.Stripes[column].Start + columns.Stripes[column].End) / 2) - chunk.Box.CenterX) <= 0.25 * size).ToList();
            if (centred.Count == 1)
                return (centred[0], centred[0]);
        }

        // A text that is longer than the others of its column reaches over the gutter: it stands where it is flush.
        while (last > first && IsFlush(chunk.Box.Left, columns.Stripes[first].Start, size) && chunk.Box.Right - columns.Stripes[last].Start < 0.8 * size)
            last--;
        while (last > first && IsFlush(chunk.Box.Right, columns.Stripes[last].End, size) && (chunk.IsValue || columns.Stripes[first].End - chunk.Box.Left < 0.8 * size))
            first++;
        return (first, last);
    }

    private static bool IsFlush(double side, double other, double size) => Math.Abs(side - other) <= 0.3 * size;

    // Wholly on a gutter: over both its columns.
    private static (int First, int Last) OnGutter(Chunk chunk, AlignedColumns columns)
    {
        for (var column = 0; column < columns.Count - 1; column++)
        {
            if (chunk.Box.CenterX <= columns.Stripes[column + 1].Start)
                return (column, column + 1);
        }

        return (columns.Count - 1, columns.Count - 1);
    }
}
