using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Reading.Flow;
using Ingest.Reading.Text;

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
        var properties = draft.Element.Child("pPr");
        var (text, raw) = TypographicRepair.Apply(string.Concat(draft.Pieces.Select(piece => piece.Text)), TypographicRepair.Repair);
        var heading = HeadingLevel(draft.Element);
        var marker = numbering.Next(draft.Element);
        // A number alone in its cell (a column of row numbers) is what the cell says.
        var isNumberAlone = isCell && text.Length == 0 && marker is { IsBullet: false, Text: not null };
        var isFrame = role == FlowRole.Body && !isCell
            && properties.Child("framePr") is { } frame && frame.Attribute("dropCap") is null or "none";
        return new FlowParagraph
        {
            Role = isFrame ? FlowRole.TextBox : role,
            Region = new EvidenceRegion { Paragraph = draft.Number },
            Text = isNumberAlone ? marker!.Value.Text! : text,
            Raw = raw,
            Marker = isNumberAlone ? null : marker?.Text,
            ListLevel = heading is null && !isNumberAlone ? marker?.Level : null,
            HeadingLevel = heading,
            IsBold = TextPieces.IsBold(draft.Pieces),
            FontSize = TextPieces.Size(draft.Pieces),
        };
    }

    private int? HeadingLevel(OpenXmlElement paragraph) =>
        paragraph.Child("pPr").ChildNumber("outlineLvl") is { } level
            ? StyleSheet.FromOutline(level)
            : styles.HeadingLevel(styles.ParagraphStyle(paragraph));
}
