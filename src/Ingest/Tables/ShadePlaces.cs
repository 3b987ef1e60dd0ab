using Ingest.Model.Pages;

namespace Ingest.Tables;

/// <summary>The shaded areas of a page by height: what lies under a point is found without looking at all of them.</summary>
internal sealed class ShadePlaces
{
    private const string White = "#ffffff";

    // About a line of text: an area stands in few bands, and a band holds few areas.
    private const double Band = 12;

    private readonly Dictionary<int, List<FilledArea>> _bands = [];

    /// <summary>Sorts the areas, white ones left out.</summary>
    public ShadePlaces(IEnumerable<FilledArea> fills)
    {
        foreach (var fill in fills.Where(fill => fill.Colour != White))
        {
            for (var band = BandOf(fill.Box.Top); band <= BandOf(fill.Box.Bottom); band++)
            {
                if (!_bands.TryGetValue(band, out var areas))
                    _bands[band] = areas = [];
                areas.Add(fill);
            }
        }
    }

    /// <summary>Whether an area lies under the point.</summary>
    public bool IsShaded(double x, double y) => _bands.TryGetValue(BandOf(y), out var areas) && areas.Exists(fill => fill.Box.Contains(x, y));

    private static int BandOf(double height) => (int)Math.Floor(height / Band);
}
