using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Layout;

/// <summary>A paragraph, heading or list item of the body, whatever format it comes from.</summary>
public sealed record TextBlock
{
    /// <summary>The text; one paragraph as a rule, several where the source has hard breaks inside. The marker is on the paragraph.</summary>
    public required SourceText Text { get; init; }

    /// <summary>Level of a heading, from 1 (0 for a document title); null for plain text.</summary>
    public int? HeadingLevel { get; init; }

    /// <summary>Depth in a list, from 0; null outside lists.</summary>
    public int? ListLevel { get; init; }

    /// <summary>Whether the whole text is bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>Size of most of the text in points; null when unknown.</summary>
    public double? FontSize { get; init; }

    /// <summary>Where in the document it belongs.</summary>
    public FlowRole Role { get; init; }

    /// <summary>List marker that opens it, or null.</summary>
    public string? Marker => Text.Paragraphs.IsDefaultOrEmpty ? null : Text.Paragraphs[0].Marker;
}

/// <summary>What a piece of page furniture is.</summary>
public enum FurnitureRole
{
    /// <summary>Repeated at the top of pages.</summary>
    RunningHead,

    /// <summary>Repeated at the foot of pages.</summary>
    RunningFoot,

    /// <summary>A page number.</summary>
    PageNumber,

    /// <summary>A filing stamp of the préfecture.</summary>
    Stamp,

    /// <summary>Text across the page at an angle.</summary>
    Watermark,

    /// <summary>In the file and not shown: a hidden sheet, row or column.</summary>
    Hidden,
}

/// <summary>Text that belongs to the page and not to what it says: kept out of cells and paragraphs, never lost.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Text">The text.</param>
public sealed record Furniture(FurnitureRole Role, SourceText Text);

/// <summary>A line of words on one page, in the direction in which it is read.</summary>
/// <param name="Page">Page, from 1.</param>
/// <param name="Words">The words in reading order.</param>
/// <param name="Box">Box of all words in points.</param>
/// <param name="Baseline">
/// Height of the baseline in points, growing from line to line: from the top of the page, for turned lines from the side
/// where reading begins (a negative number counts from the other side).
/// </param>
public sealed record TextLine(int Page, ImmutableArray<Word> Words, Box Box, double Baseline)
{
    /// <summary>The way all its words run.</summary>
    public TextDirection Direction { get; init; }
}

/// <summary>A page whose furniture is told from its body.</summary>
public sealed record PageLayout
{
    /// <summary>The page as read.</summary>
    public required Page Page { get; init; }

    /// <summary>The words that are no furniture, visible, in the order of the content stream.</summary>
    public required ImmutableArray<Word> Body { get; init; }

    /// <summary>The furniture of this page.</summary>
    public required ImmutableArray<Furniture> Furniture { get; init; }
}
