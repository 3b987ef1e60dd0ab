using System.Collections.Frozen;
using DocumentFormat.OpenXml;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Docx;

/// <summary>
/// The children of an element as they stand once tracked changes are accepted, wrappers without a look of their own are
/// opened (content controls, smart tags, custom XML) and one branch of alternate content is taken.
/// </summary>
internal sealed class AcceptedContent(ReadingTally tally)
{
    private static readonly FrozenSet<string> Wrappers = FrozenSet.Create(
        StringComparer.Ordinal, "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "dir", "bdo");

    private static readonly FrozenSet<string> Dropped = FrozenSet.Create(StringComparer.Ordinal, "del", "moveFrom");

    // What the newer branch of alternate content may need for its words to be read here: shapes, groups, canvases and
    // the additions of Word, all of which only hold text boxes or settings.
    private static readonly FrozenSet<string> Understood = FrozenSet.Create(
        StringComparer.Ordinal, "wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "w16cex", "w16sdtdh", "a14");

    /// <summary>The children that are left. A check box among runs comes as its content control, which knows its state.</summary>
    public IEnumerable<OpenXmlElement> Of(OpenXmlElement? parent)
    {
        for (var child = parent?.FirstChild; child is not null; child = child.NextSibling())
        {
            if (IsChange(child))
                Count(child);
            if (child.NamespaceUri == WordXml.Word && Dropped.Contains(child.LocalName))
                continue;
            if (!IsWrapper(child))
            {
                yield return child;
                continue;
            }

            foreach (var descendant in Of(Inside(child)))
                yield return descendant;
        }
    }

    /// <summary>The check box state of a content control that stands among runs, null for any other element.</summary>
    public static bool? CheckBox(OpenXmlElement control)
    {
        if (!control.IsWord("sdt") || control.Child("sdtContent")?.ChildElements.Any(child => child.IsWord("r")) != true)
            return null;
        var box = control.Child("sdtPr")?.ChildElements.FirstOrDefault(child => child.LocalName == "checkbox" && child.NamespaceUri == WordXml.Word2010);
        var state = box?.ChildElements.FirstOrDefault(child => child.LocalName == "checked");
        return box is null ? null : state is not null && WordXml.IsOn(state.Attribute("val"));
    }

    /// <summary>The branch of alternate content that is read: the first whose needs are understood, else the fallback.</summary>
    public static OpenXmlElement? Branch(OpenXmlElement alternate)
    {
        foreach (var branch in alternate.ChildElements)
        {
            if (branch.IsCompatibility("Fallback"))
                return branch;
            if (branch.IsCompatibility("Choice") && branch.Attribute("Requires") is { } needs
                && needs.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(Understood.Contains))
                return branch;
        }

        return null;
    }

    /// <summary>Whether the text of a paragraph goes on in the next: its mark was deleted, or is hidden.</summary>
    public static bool IsMarkGone(OpenXmlElement paragraph)
    {
        var mark = paragraph.Child("pPr").Child("rPr");
        return mark.Child("del") is not null || mark.Child("moveFrom") is not null
            || (mark.Switch("vanish") == true && mark.Switch("specVanish") != true);
    }

    /// <summary>Whether a row or cell is gone with the changes accepted.</summary>
    public static bool IsDeleted(OpenXmlElement rowOrCell) =>
        rowOrCell.Child("trPr").Child("del") is not null || rowOrCell.Child("tcPr").Child("cellDel") is not null;

    // A run of neighbours is one change, as a person sees it.
    private void Count(OpenXmlElement mark)
    {
        if (mark.PreviousSibling() is { } before && before.LocalName == mark.LocalName && before.NamespaceUri == mark.NamespaceUri)
            return;
        if (mark.LocalName is "ins" or "moveTo")
            tally.Insertion();
        else
            tally.Deletion();
    }

    private static bool IsChange(OpenXmlElement element) =>
        element.HasChildren && element.NamespaceUri == WordXml.Word
        && element.LocalName is ("ins" or "del" or "moveTo" or "moveFrom");

    private static bool IsWrapper(OpenXmlElement element) =>
        element.IsCompatibility("AlternateContent")
        || (element.NamespaceUri == WordXml.Word
            && (element.LocalName == "sdt" ? CheckBox(element) is null : Wrappers.Contains(element.LocalName)));

    private static OpenXmlElement? Inside(OpenXmlElement wrapper) => wrapper.LocalName switch
    {
        "AlternateContent" => Branch(wrapper),
        "sdt" => wrapper.Child("sdtContent"),
        _ => wrapper,
    };
}
