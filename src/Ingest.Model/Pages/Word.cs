using Ingest.Model.Provenance;

namespace Ingest.Model.Pages;

/// <summary>The way a word runs on the page as it is shown.</summary>
public enum TextDirection
{
    /// <summary>Left to right.</summary>
    Horizontal,

    /// <summary>Bottom to top: a header turned a quarter to the left.</summary>
    Up,

    /// <summary>Top to bottom: turned a quarter to the right.</summary>
    Down,

    /// <summary>Upside down.</summary>
    Reversed,

    /// <summary>Any other angle: a watermark.</summary>
    Slanted,
}

/// <summary>The font of a word.</summary>
/// <param name="Name">Name without the subset prefix; empty when unknown.</param>
/// <param name="Size">Size in points as shown.</param>
/// <param name="IsBold">Whether it is bold, by name, descriptor or double strike.</param>
/// <param name="IsItalic">Whether it is italic or oblique.</param>
public readonly record struct WordFont(string Name, double Size, bool IsBold, bool IsItalic);

/// <summary>A word on a page of a geometric source: no white space inside.</summary>
public sealed record Word
{
    /// <summary>The word, repaired: NFC, ligatures undone, no soft hyphen, private-use bullets as « • ».</summary>
    public required string Text { get; init; }

    /// <summary>Box in points from the top left of the page as it is shown; ascent and descent of the font included.</summary>
    public required Box Box { get; init; }

    /// <summary>Box of its ink on the page as shown where the page was straightened to be read (see <see cref="PageTurn"/>), else null: <see cref="Box"/> is both.</summary>
    public Box? Shown { get; init; }

    /// <summary>Height of the baseline from the top of the page, in points; for turned words, its distance from the left.</summary>
    public required double Baseline { get; init; }

    /// <summary>The font of most of its letters.</summary>
    public WordFont Font { get; init; }

    /// <summary>The way it runs.</summary>
    public TextDirection Direction { get; init; }

    /// <summary>False for text that is not painted (render mode 3): a hidden recognition layer.</summary>
    public bool IsVisible { get; init; } = true;

    /// <summary>Number, on its page, of the marked content in which it is painted; null outside of any.</summary>
    public int? MarkedContent { get; init; }

    /// <summary>Whether the source marks it as no part of the text: a page number, a table header that is repeated.</summary>
    public bool IsArtifact { get; init; }

    /// <summary>Fill colour as « #rrggbb », null when unknown.</summary>
    public string? Colour { get; init; }

    /// <summary>The characters as the file has them where the repair changed them, else null.</summary>
    public string? Raw { get; init; }

    /// <summary>Text or recognition.</summary>
    public Origin Origin { get; init; }

    /// <summary>Trust in the reading, 0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>What a second reading made of the figure that the word belongs to, where it differs; else null.</summary>
    public string? SecondReading { get; init; }
}

/// <summary>A straight rule, horizontal or vertical.</summary>
/// <param name="Box">The painted area in points: its shorter side is the thickness.</param>
/// <param name="IsHorizontal">Whether it runs from left to right.</param>
/// <param name="Colour">Colour as « #rrggbb », null when unknown.</param>
public sealed record Ruling(Box Box, bool IsHorizontal, string? Colour = null);

/// <summary>A filled area that is no rule.</summary>
/// <param name="Box">Its box in points.</param>
/// <param name="Colour">Colour as « #rrggbb », null when unknown.</param>
public sealed record FilledArea(Box Box, string? Colour = null);

/// <summary>The place of an image.</summary>
/// <param name="Box">Its box in points.</param>
/// <param name="Dpi">Its pixels per inch as it is shown; null when unknown.</param>
public sealed record ImageArea(Box Box, double? Dpi = null);
