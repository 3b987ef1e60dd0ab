using AngleSharp.Dom;

namespace Ingest.Reading.Html;

/// <summary>Gathers the words of a page that stand outside its content, shown or not, in order.</summary>
internal static class LeftWords
{
    /// <summary>The words.</summary>
    public static IReadOnlyList<string> Of(IElement body, PageContent content)
    {
        var words = new List<string>();
        Add(body, isLeft: true, content, words);
        return words;
    }

    private static void Add(IElement element, bool isLeft, PageContent content, List<string> words)
    {
        isLeft = content.IsLeft(element) || (isLeft && !content.Roots.Contains(element));
        foreach (var child in element.ChildNodes)
        {
            if (child is IText text && isLeft)
                words.AddRange(HtmlElements.Words(text.Data));
            else if (child is IElement inner && !inner.IsSilent())
                Add(inner, isLeft, content, words);
        }
    }
}
