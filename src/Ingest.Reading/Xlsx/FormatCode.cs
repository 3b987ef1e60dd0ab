using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Reading.Xlsx;

/// <summary>What a piece of a number format stands for.</summary>
internal enum FormatPiece
{
    /// <summary>Words and signs, as they are.</summary>
    Literal,

    /// <summary>A digit: « 0 » always shown, « # » and « ? » only where there is one.</summary>
    Digit,

    /// <summary>The decimal point of the file, a comma as shown.</summary>
    Point,

    /// <summary>Groups digits or, behind the last of them, divides by a thousand.</summary>
    Comma,

    /// <summary>Multiplies by a hundred.</summary>
    Percent,

    /// <summary>Days, months, years, hours: a run of one letter.</summary>
    Date,

    /// <summary>A time that goes on beyond a day: « [h] ».</summary>
    Elapsed,

    /// <summary>Powers of ten.</summary>
    Exponent,

    /// <summary>The plain form of a number.</summary>
    General,

    /// <summary>The place of a text.</summary>
    Text,
}

/// <summary>A piece of a number format.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Text">Its characters.</param>
internal readonly record struct FormatToken(FormatPiece Kind, string Text);

/// <summary>When a section holds: « [&gt;=1000] ».</summary>
/// <param name="Operator">« &lt; », « &gt; », « = », « &lt;= », « &gt;= » or « &lt;&gt; ».</param>
/// <param name="Bound">What the value is compared to.</param>
internal sealed record FormatCondition(string Operator, decimal Bound)
{
    /// <summary>Whether it holds for the value.</summary>
    public bool Holds(decimal value) => Operator switch
    {
        "<" => value < Bound,
        ">" => value > Bound,
        "=" => value == Bound,
        "<=" => value <= Bound,
        ">=" => value >= Bound,
        _ => value != Bound,
    };
}

/// <summary>One of the sections of a number format that semicolons part.</summary>
/// <param name="Tokens">Its pieces.</param>
/// <param name="Condition">When it holds, null where its place decides.</param>
internal sealed record FormatSection(ImmutableArray<FormatToken> Tokens, FormatCondition? Condition)
{
    /// <summary>Whether it shows a date or a time. Digits belong to none, but for fractions of a second.</summary>
    public bool IsDate => Has(FormatPiece.Elapsed) || (Has(FormatPiece.Date)
        && (!Has(FormatPiece.Digit) || Tokens.Any(token => token.Kind == FormatPiece.Date && token.Text[0] is 's' or 'S')));

    /// <summary>Whether it has a piece of the kind.</summary>
    public bool Has(FormatPiece kind) => Tokens.Any(token => token.Kind == kind);
}

/// <summary>A number format of a workbook in its sections (ECMA-376, part 1, 18.8.31).</summary>
internal sealed partial class FormatCode
{
    // The programs allow 255 characters; more is made to cost time.
    private const int LongestCode = 1024;

    private const string DateLetters = "yYmMdDhHsS";

    private FormatCode(ImmutableArray<FormatSection> sections) => Sections = sections;

    /// <summary>The plain format.</summary>
    public static FormatCode General { get; } = Parse("General");

    /// <summary>The sections, at least one.</summary>
    public ImmutableArray<FormatSection> Sections { get; }

    /// <summary>Whether it shows no number at all: « ;;; ».</summary>
    public bool ShowsNothing => Sections.Length > 1 && Sections.Take(3).All(section => section.Tokens.IsEmpty);

    /// <summary>Whether it shows no text.</summary>
    public bool HidesText => Sections.Length > 3 && Sections[3].Tokens.IsEmpty;

    /// <summary>Reads a format as files write it, in the English manner.</summary>
    public static FormatCode Parse(string code)
    {
        if (code.Length > LongestCode)
            return General;
        code = FromFrench(code);
        var sections = ImmutableArray.CreateBuilder<FormatSection>();
        var at = 0;
        do
        {
            sections.Add(ReadSection(code, ref at));
        }
        while (at <= code.Length);
        return new FormatCode(sections.ToImmutable());
    }

    /// <summary>The section for a number.</summary>
    public FormatSection For(decimal value)
    {
        // A section for texts comes last and is none for numbers.
        var sections = Sections.Length > 1 && Sections[^1].Has(FormatPiece.Text) ? Sections[..^1] : Sections;
        if (sections.Any(section => section.Condition is not null))
            return sections.FirstOrDefault(section => section.Condition?.Holds(value) ?? false)
                ?? sections.FirstOrDefault(section => section.Condition is null) ?? General.Sections[0];
        return sections.Length switch
        {
            1 => sections[0],
            2 => value < 0 ? sections[1] : sections[0],
            _ => value > 0 ? sections[0] : value < 0 ? sections[1] : sections[2],
        };
    }

    // Programs that do not know the rule write the format as their French user typed it: « # ##0,00 », « jj/mm/aaaa ».
    private static string FromFrench(string code)
    {
        code = SpacedGroups().Replace(code, "#,##0");
        if (!code.Contains('.'))
            code = DecimalComma().Replace(code, ".");
        return FrenchDate().IsMatch(code) ? code.Replace('j', 'd').Replace('J', 'd').Replace('a', 'y').Replace('A', 'y') : code;
    }

    private static FormatSection ReadSection(string code, ref int at)
    {
        var tokens = ImmutableArray.CreateBuilder<FormatToken>();
        FormatCondition? condition = null;
        while (at < code.Length && code[at] != ';')
        {
            if (code[at] == '[')
            {
                var end = code.IndexOf(']', at) is var close and >= 0 ? close : code.Length;
                var inside = code[(at + 1)..end];
                at = Math.Min(end + 1, code.Length);
                condition ??= ToCondition(inside);
                if (ToToken(inside) is { } token)
                    tokens.Add(token);
                continue;
            }

            tokens.Add(ReadToken(code, ref at));
        }

        // Behind the semicolon; behind the end where there is none.
        at++;
        return new FormatSection(tokens.ToImmutable(), condition);
    }

    private static FormatToken ReadToken(string code, ref int at)
    {
        var c = code[at];
        switch (c)
        {
            case '"':
                var end = code.IndexOf('"', at + 1) is var close and >= 0 ? close : code.Length;
                var words = code[(at + 1)..end];
                at = Math.Min(end + 1, code.Length);
                return new FormatToken(FormatPiece.Literal, words);
            case '\\' or '_' or '*':
                // An escaped character; a space as wide as a character; a character that fills the cell, of which none is words.
                var next = at + 1 < code.Length ? code[at + 1].ToString() : "";
                at += 2;
                return new FormatToken(FormatPiece.Literal, c == '\\' ? next : c == '_' ? " " : "");
        }

        if (code.AsSpan(at).StartsWith("General", StringComparison.OrdinalIgnoreCase))
            return Take(code, ref at, 7, FormatPiece.General);
        if (code.AsSpan(at).StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase))
            return Take(code, ref at, 5, FormatPiece.Date);
        if (c is 'E' or 'e' && at + 1 < code.Length && code[at + 1] is '+' or '-')
            return Take(code, ref at, 2, FormatPiece.Exponent);
        if (DateLetters.Contains(c))
        {
            var length = 1;
            while (at + length < code.Length && char.ToLowerInvariant(code[at + length]) == char.ToLowerInvariant(c))
                length++;
            return Take(code, ref at, length, FormatPiece.Date);
        }

        return Take(code, ref at, 1, c switch
        {
            '0' or '#' or '?' => FormatPiece.Digit,
            '.' => FormatPiece.Point,
            ',' => FormatPiece.Comma,
            '%' => FormatPiece.Percent,
            '@' => FormatPiece.Text,
            _ => FormatPiece.Literal,
        });
    }

    private static FormatToken Take(string code, ref int at, int length, FormatPiece kind)
    {
        var text = code.Substring(at, length);
        at += length;
        return new FormatToken(kind, text);
    }

    // Colours, languages and digit shapes in brackets are no words; a currency is, and so is a running time.
    private static FormatToken? ToToken(string inside)
    {
        if (inside.StartsWith('$'))
            return new FormatToken(FormatPiece.Literal, inside[1..].Split('-')[0]);
        return inside.Length > 0 && inside.All(c => char.ToLowerInvariant(c) == char.ToLowerInvariant(inside[0])) && inside[0] is 'h' or 'H' or 'm' or 'M' or 's' or 'S'
            ? new FormatToken(FormatPiece.Elapsed, inside)
            : null;
    }

    private static FormatCondition? ToCondition(string inside)
    {
        var length = inside.TakeWhile(c => c is '<' or '>' or '=').Count();
        return length is 1 or 2 && decimal.TryParse(inside.AsSpan(length), NumberStyles.Float, CultureInfo.InvariantCulture, out var bound)
            ? new FormatCondition(inside[..length], bound)
            : null;
    }

    [GeneratedRegex(@"#\\?[ \u00A0\u202F]##0", RegexOptions.CultureInvariant)]
    private static partial Regex SpacedGroups();

    [GeneratedRegex(@"(?<=[0#]),(?=00(?![0#?,]))", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^(?:\[[^\]]*\])?j{1,4}\\?[-/. ]m{1,4}\\?[-/. ]a{2,4}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FrenchDate();
}
