using System.Collections.Immutable;

namespace Ingest.Layout;

/// <summary>How a paragraph looks, as far as looks tell headings.</summary>
/// <param name="Size">Font size in points.</param>
/// <param name="IsBold">Whether all of it is bold.</param>
/// <param name="MayHead">Whether it may head what follows: short, and no sentence.</param>
/// <param name="MayTitle">Whether it stands where the title of a document does.</param>
internal sealed record Look(double Size, bool IsBold, bool MayHead, bool MayTitle);

/// <summary>Levels of headings by looks: the larger the higher, bold text of the usual size lowest.</summary>
internal sealed class HeadingScale
{
    private readonly LayoutOptions _options;
    private readonly double _bodySize;
    private readonly Look? _title;
    private readonly ImmutableArray<double> _sizes;

    /// <summary>Takes the document's measure.</summary>
    /// <param name="bodySize">Usual font size in points.</param>
    /// <param name="looks">All paragraphs of the body in reading order.</param>
    /// <param name="options">Thresholds.</param>
    public HeadingScale(double bodySize, IReadOnlyCollection<Look> looks, LayoutOptions options)
    {
        _options = options;
        _bodySize = bodySize;
        var large = looks.Where(look => look.MayHead && IsLarge(look)).ToList();
        _title = large.MaxBy(look => look.Size);
        if (_title is not null && (!_title.MayTitle || large.Count(look => look.Size >= _title.Size) > 1))
            _title = null;
        _sizes = [.. large.Where(look => !ReferenceEquals(look, _title)).Select(look => Step(look.Size)).Distinct().OrderDescending()];
    }

    /// <summary>The level of a heading from 1, 0 for the title, null for other text.</summary>
    /// <param name="look">One of the looks that the scale was taken of.</param>
    public int? LevelOf(Look look)
    {
        if (ReferenceEquals(look, _title))
            return 0;
        if (!look.MayHead)
            return null;
        if (IsLarge(look))
            return 1 + _sizes.IndexOf(Step(look.Size));
        return look.IsBold && look.Size >= _bodySize ? 1 + _sizes.Length : null;
    }

    private bool IsLarge(Look look) => look.Size >= _options.HeadingSize * _bodySize;

    // Half points.
    private static double Step(double size) => Math.Round(size * 2);
}
