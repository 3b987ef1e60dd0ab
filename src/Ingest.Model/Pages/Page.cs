using System.Collections.Immutable;
using Ingest.Model.Findings;

namespace Ingest.Model.Pages;

/// <summary>
/// What a reader can say of one page, before any interpretation. A geometric source (PDF, scan) fills words, rulings,
/// fills and images; a flowing source (DOCX, text, HTML, a sheet) fills <see cref="Blocks"/>. The record is serialisable:
/// a reader may run in another process and send pages one by one.
/// </summary>
public sealed record Page
{
    /// <summary>Number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>How many pages the source has; null where the format has no pages.</summary>
    public int? PageCount { get; init; }

    /// <summary>Width and height in points as the page is read; null for a flowing source.</summary>
    public PageSize? Size { get; init; }

    /// <summary>How the page as it is read lies on the page as shown; null where they are the same.</summary>
    public PageTurn? Turn { get; init; }

    /// <summary>Words in the order of the content stream, coordinates as the page is read.</summary>
    public ImmutableArray<Word> Words { get; init; } = [];

    /// <summary>Straight horizontal or vertical strokes, thin filled rectangles among them.</summary>
    public ImmutableArray<Ruling> Rulings { get; init; } = [];

    /// <summary>Filled areas too thick to be a rule: shaded cells and bands.</summary>
    public ImmutableArray<FilledArea> Fills { get; init; } = [];

    /// <summary>Where images stand.</summary>
    public ImmutableArray<ImageArea> Images { get; init; } = [];

    /// <summary>
    /// What the source's own structure tree says of tables on this page, an outer table before those in its cells. The tree is
    /// made by programs and never shown: it may be wrong.
    /// </summary>
    public ImmutableArray<TaggedTable> TaggedTables { get; init; } = [];

    /// <summary>Paragraphs and tables of a flowing source, in reading order.</summary>
    public ImmutableArray<FlowBlock> Blocks { get; init; } = [];

    /// <summary>What was read with doubt or not at all on this page.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}

/// <summary>Size of a page in points, as it is shown (rotation applied).</summary>
/// <param name="Width">Width in points.</param>
/// <param name="Height">Height in points.</param>
public readonly record struct PageSize(double Width, double Height);
