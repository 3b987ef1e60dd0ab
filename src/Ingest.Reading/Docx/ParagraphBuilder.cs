using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using Ingest.Model.Pages;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Docx;

/// <summary>A paragraph whose runs are read; the next one may still belong to it.</summary>
/// <param name="Element">The element whose properties hold.</param>
/// <param name="Number">Its number in the document.</param>
/// <param name="Pieces">Its text.</param>
/// <param name="GoesOn">Whether the next paragraph goes on with it.</param>
internal sealed record ParagraphDraft(OpenXmlElement Element, int Number, ImmutableArray<TextPiece> Pieces, bool GoesOn)
{
    /// <summary>Both as one: the properties are those of the mark that is left, the place is where its text begins.</summary>
    public ParagraphDraft Join(ParagraphDraft next) =>
        next with { Number = Pieces.IsEmpty ? next.Number : Number, Pieces = Pieces.AddRange(next.Pieces) };
}

/// <summary>Makes paragraphs of drafts: text, marker, heading level, look.</summary>
internal sealed class ParagraphBuilder(StyleSheet styles, ListNumbering numbering)
{
    /// <summary>The paragraph of a draft. Its list is counted.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="role">Where in the document it belongs.</param>
    /// <param name="isCell">Whether it stands in a table.</param>
    public FlowParagraph Build(ParagraphDraft draft, FlowRole role, bool isCell)
    {
        var isFrame = role == FlowRole.Body && !isCell
            && draft.Element.Child("pPr").Child("framePr") is { } frame && frame.Attribute("dropCap") is null or "none";
        return PiecesToParagraph.Make(
            draft.Pieces, draft.Number, isFrame ? FlowRole.TextBox : role, isCell, HeadingLevel(draft.Element), numbering.Next(draft.Element));
    }

    private int? HeadingLevel(OpenXmlElement paragraph) =>
        paragraph.Child("pPr").ChildNumber("outlineLvl") is { } level
            ? StyleSheet.FromOutline(level)
            : styles.HeadingLevel(styles.ParagraphStyle(paragraph));
}
