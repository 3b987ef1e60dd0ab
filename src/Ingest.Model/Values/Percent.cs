using System.Globalization;

namespace Ingest.Model.Values;

/// <summary>A share of a whole.</summary>
/// <param name="Share">0..1 for 0 % to 100 %.</param>
public readonly record struct Percent(decimal Share)
{
    /// <summary>As French readers write it: « 35,77 % ».</summary>
    public string ToFrench() => ToString().Replace('.', ',') + " %";

    /// <summary>As English readers write it: « 35.77% ».</summary>
    public string ToEnglish() => ToString() + "%";

    /// <inheritdoc/>
    public override string ToString() => (Share * 100).ToString("0.##", CultureInfo.InvariantCulture);
}
