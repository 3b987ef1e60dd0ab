using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation;

/// <summary>What a band over rows tells of them.</summary>
internal enum BandKind
{
    /// <summary>Their theme, or whatever the document orders them by.</summary>
    Theme,

    /// <summary>The neighbourhood that they are for.</summary>
    Quartier,

    /// <summary>Their year.</summary>
    Year,

    /// <summary>Who carries them.</summary>
    Porteur,
}

/// <summary>
/// The bands that a row stands under, the outermost first. A band ends its like and what stood inside that: a new quartier the themes
/// of the last one, a new theme its own quartiers.
/// </summary>
internal sealed partial record RowBands
{
    private readonly ImmutableArray<(BandKind Kind, SourceText Text)> _open = [];

    private RowBands(ImmutableArray<(BandKind Kind, SourceText Text)> open) => _open = open;

    /// <summary>None.</summary>
    public static RowBands None { get; } = new([]);

    /// <summary>The theme; empty without.</summary>
    public SourceText Theme => Of(BandKind.Theme);

    /// <summary>The neighbourhood; empty without.</summary>
    public SourceText Quartier => Of(BandKind.Quartier);

    /// <summary>The year; empty without.</summary>
    public SourceText Year => Of(BandKind.Year);

    /// <summary>Who carries; empty without.</summary>
    public SourceText Porteur => Of(BandKind.Porteur);

    /// <summary>The bands below one more.</summary>
    /// <param name="text">The band.</param>
    /// <param name="areBodies">Whether the bands of the table name bodies.</param>
    public RowBands Under(SourceText text, bool areBodies = false)
    {
        if (text.IsEmpty)
            return this;
        var kind = KindOf(text.Text) is var own && own == BandKind.Theme && areBodies ? BandKind.Porteur : own;
        var place = _open.Select(band => band.Kind).ToList().IndexOf(kind);
        return new([.. place < 0 ? _open : _open[..place], (kind, text)]);
    }

    /// <summary>What a label tells: « Quartier du Colombier » and nothing else is no theme, nor is « 2025 ».</summary>
    public static BandKind KindOf(string label)
    {
        var length = label.TrimEnd(' ', ':', '.').Length;
        if (YearGrammar.FindPeriods(label) is [{ IsSingleYear: true, Start: 0 } year] && year.Length == length)
            return BandKind.Year;
        return QuartierGrammar.IsWhole(label) || AllQuartiers().IsMatch(label) ? BandKind.Quartier : BandKind.Theme;
    }

    // « Tous quartiers » ends the neighbourhood above it and names none.
    [GeneratedRegex(@"^(?:tous[ \u00A0](?:les[ \u00A0])?|ensemble[ \u00A0]des[ \u00A0]|(?:inter|multi|hors)[ \u00A0-]?)(?:quartiers?|QPV)(?:[ \u00A0]prioritaires?)?[ \u00A0.:]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AllQuartiers();

    private SourceText Of(BandKind kind) => _open.Where(band => band.Kind == kind).Select(band => band.Text).FirstOrDefault() ?? SourceText.Empty;
}
