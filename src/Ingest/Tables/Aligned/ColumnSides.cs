using System.Collections.Immutable;
using Ingest.Model.Provenance;

namespace Ingest.Tables.Aligned;

/// <summary>
/// Which sides of columns words are set to. The side of a column that only its longest text reaches says nothing of where
/// another has to stand.
/// </summary>
internal sealed class ColumnSides
{
    // Words that stand at one side differ by less, in em.
    private const double Near = 0.12;

    private readonly AlignedColumns _columns;
    private readonly ImmutableArray<bool> _isLeft;
    private readonly ImmutableArray<bool> _isRight;
    private readonly double _near;

    private ColumnSides(AlignedColumns columns, ImmutableArray<bool> isLeft, ImmutableArray<bool> isRight, double near) =>
        (_columns, _isLeft, _isRight, _near) = (columns, isLeft, isRight, near);

    /// <summary>The sides at which half of the lines of a column begin or end.</summary>
    public static ColumnSides Of(ImmutableArray<ChunkLine> lines, AlignedColumns columns)
    {
        var near = Near * lines[lines.Length / 2].Size;
        var words = lines.Select(line => line.Chunks.SelectMany(chunk => chunk.Words).Select(word => word.Box).ToList()).ToList();
        var values = lines.SelectMany(line => line.Chunks).Where(chunk => chunk.IsValue).Select(chunk => chunk.Box).ToList();
        bool IsSet(Run stripe, double side, Func<Box, double> sideOf)
        {
            var filled = words.Count(line => line.Exists(word => word.CenterX > stripe.Start && word.CenterX < stripe.End));
            return filled > 2 && words.Count(line => line.Exists(word => Math.Abs(sideOf(word) - side) <= near)) * 2 >= filled;
        }

        // Figures of one length begin at one place as well as they end at one: they are set to the right.
        ImmutableArray<bool> isRight = [.. columns.Stripes.Select(stripe => IsSet(stripe, stripe.End, word => word.Right))];
        bool AreFigures(Run stripe) => values.Count(box => Math.Abs(box.Right - stripe.End) <= near) > 2;
        return new ColumnSides(
            columns,
            [.. columns.Stripes.Select((stripe, column) => IsSet(stripe, stripe.Start, word => word.Left) && !(isRight[column] && AreFigures(stripe)))],
            isRight,
            near);
    }

    /// <summary>Whether the column's texts begin at its left side, and the place is there.</summary>
    public bool BeginsAt(int column, double place) => _isLeft[column] && Math.Abs(place - _columns.Stripes[column].Start) <= _near;

    /// <summary>Whether the column's texts end at its right side, and the place is there.</summary>
    public bool EndsAt(int column, double place) => _isRight[column] && Math.Abs(place - _columns.Stripes[column].End) <= _near;
}
