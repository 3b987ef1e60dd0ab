using Ingest.Layout;
using Ingest.Model.Pages;

namespace Ingest.Tables;

/// <summary>A paragraph or a table part in the document's reading order; exactly one of the three is there.</summary>
internal sealed record ContentPiece
{
    /// <summary>The page it stands on.</summary>
    public required Page Page { get; init; }

    /// <summary>A paragraph of a geometric page, not yet told from headings.</summary>
    public LineParagraph? Paragraph { get; init; }

    /// <summary>A block that needs nothing more.</summary>
    public TextBlock? Block { get; init; }

    /// <summary>A table, or the part of one.</summary>
    public TablePart? Part { get; init; }
}
