using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ingest.Reading.Xlsx;

/// <summary>How a section of a format lays a number out.</summary>
internal sealed partial record NumberShape
{
    /// <summary>Words before the number.</summary>
    public required string Before { get; init; }

    /// <summary>The places of digits before the comma, with the words between them.</summary>
    public required ImmutableArray<FormatToken> Whole { get; init; }

    /// <summary>Words behind the number.</summary>
    public required string Behind { get; init; }

    /// <summary>Decimals that are always shown.</summary>
    public int FewestDecimals { get; init; }

    /// <summary>Decimals that are shown at most.</summary>
    public int MostDecimals { get; init; }

    /// <summary>Whether thousands are set apart.</summary>
    public bool IsGrouped { get; init; }

    /// <summary>How often the value is divided by a thousand.</summary>
    public int Thousands { get; init; }

    /// <summary>How often it is multiplied by a hundred.</summary>
    public int Percents { get; init; }

    /// <summary>Whether it is shown as a fraction.</summary>
    public bool IsFraction { get; init; }

    /// <summary>Whether nothing is shown for zero.</summary>
    public bool IsZeroOptional => Whole.All(token => token.Kind != FormatPiece.Digit || token.Text != "0");

    /// <summary>Whether it names thousands or millions of euros.</summary>
    public bool HasScaledEuro => ScaledEuro().IsMatch(Before + "|" + Behind);

    /// <summary>The shape of a section that has digits.</summary>
    public static NumberShape Of(FormatSection section)
    {
        var tokens = section.Tokens;
        var first = Index(tokens, FormatPiece.Digit);
        var point = Index(tokens, FormatPiece.Point);
        if (first < 0 || (point >= 0 && point < first))
            first = point >= 0 ? point : 0;
        var last = LastIndex(tokens, FormatPiece.Digit);
        var wholeEnd = point >= 0 ? point : last + 1;
        var whole = tokens[Math.Min(first, wholeEnd)..wholeEnd];
        var lastWhole = LastIndex(whole, FormatPiece.Digit);
        var decimals = point >= 0 ? tokens[point..].Where(token => token.Kind == FormatPiece.Digit).ToList() : [];
        // Commas behind the last digit divide; those between two digits group.
        var trailing = whole[(lastWhole + 1)..].Concat(tokens[Math.Max(last + 1, point)..]).Count(token => token.Kind == FormatPiece.Comma);
        return new NumberShape
        {
            Before = Words(tokens[..Math.Min(first, tokens.Length)]),
            Whole = [.. whole.Where(token => token.Kind != FormatPiece.Comma)],
            Behind = Words(tokens[Math.Max(last + 1, wholeEnd)..]),
            FewestDecimals = decimals.Count(token => token.Text == "0"),
            MostDecimals = decimals.Count,
            IsGrouped = lastWhole >= 0 && whole[..lastWhole].Any(token => token.Kind == FormatPiece.Comma),
            Thousands = first < 0 || lastWhole < 0 ? 0 : trailing,
            Percents = tokens.Count(token => token.Kind == FormatPiece.Percent),
            IsFraction = whole.Any(token => token is { Kind: FormatPiece.Literal, Text: "/" }),
        };
    }

    /// <summary>The same in euros, where the format shows thousands of them.</summary>
    public NumberShape InEuros() => this with
    {
        Thousands = 0,
        FewestDecimals = 0,
        MostDecimals = 0,
        IsGrouped = true,
        Before = ScaledEuro().Replace(Before, "€"),
        Behind = ScaledEuro().Replace(Behind, "€"),
    };

    // A French reader sees a space before the sign of percent, typed or not.
    private static string Words(IEnumerable<FormatToken> tokens) => string.Concat(tokens.Select(token => token.Kind switch
    {
        FormatPiece.Percent => " %",
        FormatPiece.Comma or FormatPiece.Point or FormatPiece.Digit => "",
        _ => token.Text,
    }));

    private static int Index(ImmutableArray<FormatToken> tokens, FormatPiece kind)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == kind)
                return i;
        }

        return -1;
    }

    private static int LastIndex(ImmutableArray<FormatToken> tokens, FormatPiece kind)
    {
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            if (tokens[i].Kind == kind)
                return i;
        }

        return -1;
    }

    [GeneratedRegex(@"(?:[kKmM]|Md)\s?€", RegexOptions.CultureInvariant)]
    private static partial Regex ScaledEuro();
}
