using System.Collections.Immutable;
using Ingest.Model.Pages;

namespace Ingest.Tables;

/// <summary>
/// Filled areas → shades as they are seen. Word processors shade a cell line by line: areas of one colour that lie flush above
/// each other are one, and no edge runs between them.
/// </summary>
internal static class FillsToShades
{
    /// <summary>The colour of what shades nothing.</summary>
    public const string White = "#ffffff";

    // Wider than rounding, narrower than any white rule.
    private const double Touch = 0.4;

    /// <summary>The shades, white ones left out.</summary>
    public static ImmutableArray<FilledArea> Merge(IEnumerable<FilledArea> fills)
    {
        var merged = ImmutableArray.CreateBuilder<FilledArea>();
        foreach (var stack in fills.Where(fill => fill.Colour != White).GroupBy(fill => (fill.Colour, Math.Round(fill.Box.Left), Math.Round(fill.Box.Right))))
        {
            FilledArea? open = null;
            foreach (var fill in stack.OrderBy(fill => fill.Box.Top).ThenBy(fill => fill.Box.Bottom))
            {
                if (open is not null && fill.Box.Top <= open.Box.Bottom + Touch)
                {
                    open = open with { Box = open.Box.Union(fill.Box) };
                    continue;
                }

                if (open is not null)
                    merged.Add(open);
                open = fill;
            }

            if (open is not null)
                merged.Add(open);
        }

        return merged.ToImmutable();
    }
}
