using DocumentFormat.OpenXml;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Docx;

/// <summary>
/// Follows the fields of a story (body, header, note, text box) from run to run: only their results are text, not their
/// codes. A field may hold others, and may go on over many paragraphs (a table of contents).
/// </summary>
internal sealed class FieldTracker
{
    // One entry per open field: whether its result has begun.
    private readonly Stack<bool> _open = [];
    private readonly HashSet<OpenXmlElement> _unfinished;

    private FieldTracker(HashSet<OpenXmlElement> unfinished) => _unfinished = unfinished;

    /// <summary>Whether what is read now is the code of a field, which is not shown.</summary>
    public bool IsInCode => _open.Contains(false);

    /// <summary>
    /// A tracker for a story. A field that the file never ends would hide all text after it: such ones are found first,
    /// to be passed over.
    /// </summary>
    public static FieldTracker For(OpenXmlElement story)
    {
        var open = new Stack<OpenXmlElement>();
        foreach (var mark in story.Descendants().Where(element => element.IsWord("fldChar") && StoryOf(element) == story))
        {
            switch (mark.Attribute("fldCharType"))
            {
                case "begin":
                    open.Push(mark);
                    break;
                case "end" when open.Count > 0:
                    open.Pop();
                    break;
            }
        }

        return new FieldTracker([.. open]);

        OpenXmlElement StoryOf(OpenXmlElement element) =>
            element.Ancestors().FirstOrDefault(ancestor => ancestor == story || ancestor.IsWord("txbxContent")) ?? story;
    }

    /// <summary>Takes a field mark, and gives what a form field shows without a result of its own, or null.</summary>
    public string? Take(OpenXmlElement mark)
    {
        switch (mark.Attribute("fldCharType"))
        {
            case "begin" when !_unfinished.Contains(mark):
                var shown = IsInCode ? null : FormValue(mark.Child("ffData"));
                _open.Push(false);
                return shown;
            case "separate" when _open.Count > 0:
                _open.Pop();
                _open.Push(true);
                return null;
            case "end" when _open.Count > 0:
                _open.Pop();
                return null;
            default:
                return null;
        }
    }

    private static string? FormValue(OpenXmlElement? form)
    {
        if (form.Child("checkBox") is { } box)
            return box.Switch("checked") ?? box.Switch("default") ?? false ? SymbolFonts.Ticked : SymbolFonts.Unticked;
        if (form.Child("ddList") is not { } list)
            return null;
        var chosen = list.ChildNumber("result") ?? list.ChildNumber("default") ?? 0;
        return list.Children("listEntry").ElementAtOrDefault(chosen).Attribute("val");
    }
}
