using System.Collections.Immutable;

namespace Ingest.Evaluation.Scans;

/// <summary>What does not count when two readings of a page are compared. Both sides are treated alike.</summary>
public sealed record ComparedTextOptions
{
    /// <summary>The options in use.</summary>
    public static ComparedTextOptions Default { get; } = new();

    /// <summary>Signs that a printed page does not tell apart, or that say the same: each of them, and what stands for it.</summary>
    public ImmutableArray<(string Signs, string Sign)> Alike { get; init; } =
    [
        // Straight and curly: a matter of the typesetter.
        ("’‘‛ʼ′´`", "'"),
        ("“”„‟″«»", "\""),
        // Dashes of every length: at 200 dots per inch they differ by a few dots.
        ("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00AD", "-"),
        // List signs: shapes of the style sheet.
        ("•●∙·▪■◦○‣⁃❖➢➤►▶", "•"),
        // One sign or three, one or two letters: the same ink.
        ("…", "..."),
        ("ﬁ", "fi"),
        ("ﬂ", "fl"),
        ("ﬀ", "ff"),
        ("ﬃ", "ffi"),
        ("ﬄ", "ffl"),
    ];

    /// <summary>Signs, as printed, before which a space does not count: a thin one is often not seen.</summary>
    public string NoSpaceBefore { get; init; } = "»”€%;:!?";

    /// <summary>Signs, as printed, behind which a space does not count.</summary>
    public string NoSpaceAfter { get; init; } = "«“";

    /// <summary>Signs that cut a word at the end of a line.</summary>
    public string Hyphens { get; init; } = "-\u2010\u00AD";

    /// <summary>
    /// Whether a word that is cut by a hyphen at the end of a line is put together: the product does so, a plain program leaves lines
    /// as they are and would be charged for it.
    /// </summary>
    public bool JoinsCutWords { get; init; } = true;
}
