using Ingest.Emission;

namespace Ingest.Export.Comparing.Charts;

/// <summary>The element around every drawing.</summary>
internal static class SvgFrame
{
    private const string Typeface = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

    /// <summary>Opens it; whoever draws closes it.</summary>
    /// <param name="svg">Where to.</param>
    /// <param name="width">Its width: points, or a share of the page.</param>
    /// <param name="height">Its height in points.</param>
    /// <param name="viewBox">Its own coordinates, or null where they are those of the page.</param>
    /// <param name="name">What a screen reader calls it.</param>
    /// <param name="standalone">Whether it is a file of its own, which brings its name space, its ground and its patterns.</param>
    public static void Open(MarkupWriter svg, string width, string height, string? viewBox, string name, bool standalone)
    {
        svg.Open(
            "svg", ("xmlns", standalone ? "http://www.w3.org/2000/svg" : null), ("role", "img"), ("aria-label", name), ("width", width), ("height", height), ("viewBox", viewBox),
            ("font-family", Typeface));
        if (!standalone)
            return;
        svg.Open("rect", ("width", "100%"), ("height", "100%"), ("fill", Paint.Paper)).Close();
        Paint.WritePatterns(svg);
    }
}
