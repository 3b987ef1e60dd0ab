using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Reading.Pdf.Forms;

/// <summary>What one annotation shows on its page, in points from the top left of the page as shown.</summary>
/// <param name="Box">Its place.</param>
internal sealed record AnnotationInk(Box Box)
{
    /// <summary>The letters that its appearance paints.</summary>
    public ImmutableArray<Glyph> Glyphs { get; init; } = [];

    /// <summary>Its value set into its place, where no appearance paints it.</summary>
    public ImmutableArray<Word> Words { get; init; } = [];

    /// <summary>Whether it is a box that is ticked, or one that is not; null for any other annotation.</summary>
    public bool? IsTicked { get; init; }
}

/// <summary>A text that an annotation holds.</summary>
/// <param name="Box">The annotation's place.</param>
/// <param name="Text">The text.</param>
internal readonly record struct HeldText(Box Box, string Text);

/// <summary>The annotations of a page.</summary>
internal sealed record PageAnnotations
{
    /// <summary>A page without any.</summary>
    public static readonly PageAnnotations None = new();

    /// <summary>What is seen on the page.</summary>
    public ImmutableArray<AnnotationInk> Shown { get; init; } = [];

    /// <summary>Values of fields that are not shown.</summary>
    public ImmutableArray<HeldText> Hidden { get; init; } = [];

    /// <summary>What people remarked on the page: notes, marked passages with a comment.</summary>
    public ImmutableArray<HeldText> Remarks { get; init; } = [];

    /// <summary>Fields whose appearance shows another text than they hold: what is read, what is held.</summary>
    public ImmutableArray<(HeldText Read, string Other)> Differing { get; init; } = [];

    /// <summary>Whether the pages of the file only stand in for a form that another program draws.</summary>
    public bool IsStandIn { get; init; }

    /// <summary>Why some of them were left out, else null.</summary>
    public string? Unread { get; init; }
}
