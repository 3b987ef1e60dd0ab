using System.Collections.Immutable;
using Ingest.Model.Pages;

namespace Ingest.Reading.Pdf;

/// <summary>
/// Gradients and pictures are often painted as many thin slices side by side. Each is thin enough for a rule; together
/// they are an area.
/// </summary>
internal static class SlicesToAreas
{
    /// <summary>The rules without the slices, and the areas that the slices make.</summary>
    public static (ImmutableArray<Ruling> Rulings, ImmutableArray<FilledArea> Areas) Convert(
        ImmutableArray<Ruling> rulings, PdfReadingOptions options)
    {
        var slices = new HashSet<int>();
        var areas = ImmutableArray.CreateBuilder<FilledArea>();
        var indexed = rulings.Select((rule, index) => (Rule: rule, Index: index));
        foreach (var group in indexed.GroupBy(item => Extent(item.Rule, options)))
        {
            var run = new List<(Ruling Rule, int Index)>();
            foreach (var item in group.OrderBy(item => item.Rule.IsHorizontal ? item.Rule.Box.Top : item.Rule.Box.Left))
            {
                if (run.Count > 0 && !Touch(run[^1].Rule, item.Rule, options))
                {
                    Close(run, slices, areas, options);
                    run.Clear();
                }

                run.Add(item);
            }

            Close(run, slices, areas, options);
        }

        return ([.. rulings.Where((_, index) => !slices.Contains(index))], areas.ToImmutable());
    }

    private static (bool, long, long) Extent(Ruling rule, PdfReadingOptions options)
    {
        var (from, to) = rule.IsHorizontal ? (rule.Box.Left, rule.Box.Right) : (rule.Box.Top, rule.Box.Bottom);
        return (rule.IsHorizontal, (long)Math.Round(from / options.AxisTolerance), (long)Math.Round(to / options.AxisTolerance));
    }

    private static bool Touch(Ruling one, Ruling other, PdfReadingOptions options) =>
        (one.IsHorizontal ? other.Box.Top - one.Box.Bottom : other.Box.Left - one.Box.Right) <= options.HairlineThickness;

    // A border of several strokes is as thick as a rule; two rules over one another are no picture.
    private static void Close(
        List<(Ruling Rule, int Index)> run, HashSet<int> slices, ImmutableArray<FilledArea>.Builder areas, PdfReadingOptions options)
    {
        if (run.Count < options.MinSlices)
            return;
        var bounds = run.Select(item => item.Rule.Box).Aggregate((one, other) => one.Union(other));
        if (PathsToRulings.IsRule(bounds, options))
            return;
        slices.UnionWith(run.Select(item => item.Index));
        var colours = run.Select(item => item.Rule.Colour).Distinct().ToList();
        areas.Add(new FilledArea(bounds, colours.Count == 1 ? colours[0] : null));
    }
}
