using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Reading.Text;

namespace Ingest.Reading.Flow;

/// <summary>Pieces of text → paragraph: words repaired, marker and look beside them.</summary>
internal static class PiecesToParagraph
{
    /// <summary>The paragraph.</summary>
    /// <param name="pieces">Its text.</param>
    /// <param name="number">Its number in the document, from 1.</param>
    /// <param name="role">Where in the document it belongs.</param>
    /// <param name="isCell">Whether it stands in a table.</param>
    /// <param name="heading">Its level as a heading, from 1, 0 for a title; null for plain text.</param>
    /// <param name="marker">What its list shows; null outside lists.</param>
    public static FlowParagraph Make(
        ImmutableArray<TextPiece> pieces, int number, FlowRole role, bool isCell, int? heading, ListMarker? marker)
    {
        var (text, raw) = TypographicRepair.Apply(string.Concat(pieces.Select(piece => piece.Text)), TypographicRepair.Repair);
        // A number alone in its cell (a column of row numbers) is what the cell says.
        var isNumberAlone = isCell && text.Length == 0 && marker is { IsBullet: false, Text: not null };
        return new FlowParagraph
        {
            Role = role,
            Region = new EvidenceRegion { Paragraph = number },
            Text = isNumberAlone ? marker!.Value.Text! : text,
            Raw = raw,
            Marker = isNumberAlone ? null : marker?.Text,
            ListLevel = heading is null && !isNumberAlone ? marker?.Level : null,
            HeadingLevel = heading,
            IsBold = TextPieces.IsBold(pieces),
            FontSize = TextPieces.Size(pieces),
        };
    }
}
