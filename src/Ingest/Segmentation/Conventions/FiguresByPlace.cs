using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation.Conventions;

/// <summary>
/// One statistic of several neighbourhoods in a sentence: « Le taux de pauvreté s'établit à 44 % à A, à 40 % à B et à 37 % à C, contre 14 % dans
/// l'agglomération ».
/// </summary>
internal sealed partial class FiguresByPlace(FigureGrammar figures)
{
    /// <summary>The indicator of each place; the indicator itself where the sentence gives no two places.</summary>
    /// <param name="source">The sentence.</param>
    /// <param name="indicator">What was read of it.</param>
    /// <param name="named">The neighbourhoods that the document names.</param>
    public IEnumerable<DraftIndicator> Part(SourceText source, DraftIndicator indicator, IReadOnlySet<string> named)
    {
        var text = source.Text;
        var placed = named.Count == 0 ? [] : figures.Find(text).Where(figure => !figure.IsChange && figure.Unit == indicator.Unit)
            .Select(figure => (Figure: figure, Place: PlaceBehind(text, figure.End, named))).ToList();
        var told = placed.Where(figure => figure.Place is not null).ToList();
        if (told.Count < 2 || told[0].Figure.Value != indicator.Value)
            return [indicator];
        // The reference is what stands behind no place.
        var isReference = indicator.Reference is { } reference && placed.Exists(figure => figure.Place is null && figure.Figure.Value == reference);
        return told.Select(figure => indicator with
        {
            Value = figure.Figure.Value,
            Quartier = figure.Place,
            Reference = isReference ? indicator.Reference : null,
            ReferenceArea = isReference ? indicator.ReferenceArea : null,
        });
    }

    private static string? PlaceBehind(string text, int at, IReadOnlySet<string> named)
    {
        var link = Link().Match(text, at);
        if (!link.Success)
            return null;
        var from = link.Index + link.Length;
        var end = NameEnd().Match(text, from) is { Success: true } stop ? stop.Index : text.Length;
        return QuartierGrammar.Known(text[from..end], named) is [var only] ? only : null;
    }

    [GeneratedRegex(@"\G[ \u00A0](?:à|au|aux|dans|pour|sur|chez)[ \u00A0](?:(?:le|la|les)[ \u00A0]|l['’])?(?:quartiers?[ \u00A0](?:de[ \u00A0]la[ \u00A0]|des?[ \u00A0]|du[ \u00A0]|d['’])?)?(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"[,;.()]|[ \u00A0](?:et|contre|pour|tandis|quand)[ \u00A0]", RegexOptions.CultureInvariant)]
    private static partial Regex NameEnd();
}
