using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Ingest.Reading.Html;

/// <summary>
/// What the « style » elements of a page hide on the screen, by selectors of one class or one id, with a name of element before it or
/// none. Other selectors, and style sheets in other files, are not looked at: what they hide is read, which is the lesser fault.
/// </summary>
internal sealed partial class StyleRules
{
    private readonly ImmutableHashSet<(string Element, string Selector)> _hidden;

    private StyleRules(ImmutableHashSet<(string Element, string Selector)> hidden) => _hidden = hidden;

    /// <summary>The rules of a page.</summary>
    public static StyleRules Of(IDocument document)
    {
        var hidden = ImmutableHashSet.CreateBuilder<(string, string)>();
        foreach (var style in document.GetElementsByTagName("style"))
        {
            if (IsForScreen(style.GetAttribute("media") ?? ""))
                Take(Comments().Replace(style.TextContent, ""), hidden);
        }

        return new StyleRules(hidden.ToImmutable());
    }

    /// <summary>Whether a rule hides the element itself.</summary>
    public bool Hides(IElement element)
    {
        if (_hidden.IsEmpty)
            return false;
        return (element.Id is { Length: > 0 } id && IsHidden(element, "#" + id)) || element.ClassList.Any(name => IsHidden(element, "." + name));
    }

    private bool IsHidden(IElement element, string selector) =>
        _hidden.Contains(("", selector)) || _hidden.Contains((element.LocalName, selector));

    // Rules stand between braces; those inside an « @media » block count where this is the screen of any width.
    private static void Take(string css, ImmutableHashSet<(string, string)>.Builder hidden)
    {
        var skipped = 0;
        var depth = 0;
        var start = 0;
        for (var i = 0; i < css.Length; i++)
        {
            switch (css[i])
            {
                case '{':
                    var prelude = css[start..i].Trim();
                    depth++;
                    if (skipped == 0 && prelude.StartsWith('@') && !IsScreenBlock(prelude))
                        skipped = depth;
                    else if (skipped == 0 && !prelude.StartsWith('@'))
                        TakeRule(prelude, BodyAt(css, i + 1), hidden);
                    start = i + 1;
                    break;
                case '}':
                    skipped = skipped == depth ? 0 : skipped;
                    depth = Math.Max(0, depth - 1);
                    start = i + 1;
                    break;
                case ';':
                    start = i + 1;
                    break;
            }
        }
    }

    private static void TakeRule(string selectors, string body, ImmutableHashSet<(string, string)>.Builder hidden)
    {
        var style = InlineStyle.Parse(body);
        var isHidden = style.IsHidden;
        // A later rule that shows undoes an earlier one that hides.
        if (!isHidden && style["display"] is null && style["visibility"] is null)
            return;
        foreach (var selector in selectors.Split(','))
        {
            if (Simple().Match(selector.Trim()) is not { Success: true } match)
                continue;
            var key = (match.Groups["element"].Value.ToLowerInvariant(), match.Groups["selector"].Value);
            if (isHidden)
                hidden.Add(key);
            else
                hidden.Remove(key);
        }
    }

    private static string BodyAt(string css, int start) =>
        css.IndexOf('}', start) is var end and >= 0 ? css[start..end] : css[start..];

    private static bool IsScreenBlock(string prelude) =>
        prelude.StartsWith("@media", StringComparison.OrdinalIgnoreCase) && IsForScreen(prelude["@media".Length..]);

    private static bool IsForScreen(string media) => media.Trim().ToLowerInvariant() is "" or "all" or "screen" or "only screen";

    [GeneratedRegex(@"/\*.*?\*/|<!--|-->", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comments();

    [GeneratedRegex(@"^(?<element>[A-Za-z][A-Za-z0-9]*)?(?<selector>[.#][\w-]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Simple();
}
