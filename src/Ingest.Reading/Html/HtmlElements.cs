using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Ingest.Reading.Html;

/// <summary>What the names of elements mean (HTML standard, « Elements » and « Rendering »).</summary>
internal static class HtmlElements
{
    private static readonly FrozenSet<string> Blocks = Set(
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset "
        + "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary "
        + "table tbody td tfoot th thead tr ul xmp");

    // Without words for a reader, or with words that are no part of the page: what a field offers, what stands in for a plug-in.
    private static readonly FrozenSet<string> Silent = Set(
        "script style template svg noscript head title meta link base object applet embed iframe frame noframes audio video canvas map "
        + "datalist select textarea input param source track");

    private static readonly FrozenSet<string> Bold = Set("b strong th h1 h2 h3 h4 h5 h6");

    private static readonly FrozenSet<string> Frames = Set("frame iframe object embed");

    private static readonly FrozenSet<string> Voids = Set(
        "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");

    private static readonly FrozenSet<string> Looks = Set("a b big code em font i nobr s small strike strong tt u");

    /// <summary>Whether the element begins on a line of its own.</summary>
    public static bool IsBlock(this IElement element) => Blocks.Contains(element.LocalName);

    /// <summary>Whether the name is that of such an element.</summary>
    public static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>Whether nothing in the element is read.</summary>
    public static bool IsSilent(this IElement element) => Silent.Contains(element.LocalName);

    /// <summary>Whether its text is bold where no style says otherwise.</summary>
    public static bool IsBold(this IElement element) => Bold.Contains(element.LocalName);

    /// <summary>Whether it shows another document.</summary>
    public static bool IsFrame(this IElement element) => Frames.Contains(element.LocalName);

    /// <summary>Whether elements of this name have no content and no end.</summary>
    public static bool IsVoid(string name) => Voids.Contains(name);

    /// <summary>Whether the parser repeats elements of this name in the blocks that follow until they are closed (« formatting »).</summary>
    public static bool IsLook(string name) => Looks.Contains(name);

    /// <summary>Level of a heading element, from 1; null for another.</summary>
    public static int? HeadingLevel(this IElement element) =>
        element.LocalName is ['h', >= '1' and <= '6'] name ? name[1] - '0' : null;

    /// <summary>The children that are elements of these names.</summary>
    public static IEnumerable<IElement> ChildrenNamed(this IElement element, params string[] names) =>
        element.Children.Where(child => names.Contains(child.LocalName, StringComparer.Ordinal));

    /// <summary>Line of the element's start tag, from 1; null for one that the parser added.</summary>
    public static int? Line(this IElement element) => element.SourceReference?.Position.Line is { } line and > 0 ? line : null;

    /// <summary>The words of a text, cut at white space.</summary>
    public static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
