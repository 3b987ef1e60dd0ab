using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Grammar;

/// <summary>What a part of a filing stamp says.</summary>
public enum FilingPart
{
    /// <summary>A reference of the national form.</summary>
    Reference,

    /// <summary>Something that stands for a reference and has not the national form.</summary>
    MalformedReference,

    /// <summary>Day of transmission: « Date de télétransmission », « Envoyé en préfecture le ».</summary>
    SentOn,

    /// <summary>Day of reception: « Date de réception préfecture », « Reçu en préfecture le ».</summary>
    ReceivedOn,

    /// <summary>Day of publication: « Affiché le », « Publié le ».</summary>
    PublishedOn,
}

/// <summary>
/// A reference of the préfecture's acknowledgement: department on three characters, SIREN, date, local number (which may
/// contain hyphens), nature.
/// </summary>
/// <param name="Text">The whole reference, without white space.</param>
/// <param name="Department">« 062 », « 02A », « 974 ».</param>
/// <param name="Siren">Nine digits; the check digit is not looked at here.</param>
/// <param name="ActDate">Date of the act; null when the calendar does not have it.</param>
/// <param name="ActNumber">Local number.</param>
/// <param name="ActType">DE, AR, AI, CC, BF or AU.</param>
public sealed record FilingReference(
    string Text, string Department, string Siren, DateOnly? ActDate, string ActNumber, string ActType);

/// <summary>A part of a filing stamp in a text.</summary>
public sealed record FilingMention
{
    /// <summary>Offset of its first character.</summary>
    public required int Start { get; init; }

    /// <summary>Number of characters.</summary>
    public required int Length { get; init; }

    /// <summary>What it says.</summary>
    public required FilingPart Part { get; init; }

    /// <summary>The reference, for <see cref="FilingPart.Reference"/>.</summary>
    public FilingReference? Reference { get; init; }

    /// <summary>The day, for the dates.</summary>
    public DateOnly? Date { get; init; }
}

/// <summary>Filing stamps of both styles: « Accusé de réception en préfecture … » and « Envoyé … Reçu … Affiché … ID : … ».</summary>
public static partial class FilingGrammar
{
    /// <summary>How far behind its label a date may begin, in characters: « le », a colon and spaces are already counted in the label.</summary>
    private const int LabelGap = 3;

    /// <summary>All parts of stamps in a text, in order.</summary>
    public static ImmutableArray<FilingMention> Find(string text)
    {
        var mentions = ImmutableArray.CreateBuilder<FilingMention>();
        foreach (Match match in Reference().Matches(text))
            mentions.Add(ToReference(match));
        foreach (Match match in Malformed().Matches(text))
        {
            var value = match.Groups["value"];
            var span = new TextSpan(value.Index, value.Index + value.Length);
            if (!mentions.Any(known => span.Overlaps(new TextSpan(known.Start, known.Start + known.Length))))
                mentions.Add(new FilingMention { Start = span.Start, Length = span.Length, Part = FilingPart.MalformedReference });
        }

        AddDates(text, mentions);
        mentions.Sort((left, right) => left.Start.CompareTo(right.Start));
        return mentions.ToImmutable();
    }

    private static FilingMention ToReference(Match match)
    {
        var groups = match.Groups;
        var number = WithoutSpaces(groups["number"].Value);
        var type = groups["type"].Value.ToUpperInvariant();
        var (department, siren, day) = (groups["department"].Value.ToUpperInvariant(), groups["siren"].Value, groups["date"].Value);
        return new FilingMention
        {
            Start = match.Index,
            Length = match.Length,
            Part = FilingPart.Reference,
            Reference = new FilingReference(
                $"{department}-{siren}-{day}-{number}-{type}", department, siren,
                DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
                number, type),
        };
    }

    private static string WithoutSpaces(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static void AddDates(string text, ImmutableArray<FilingMention>.Builder mentions)
    {
        // Dates first: they are found faster than labels, and most texts have none.
        var dates = DateGrammar.Find(text);
        if (dates.IsEmpty)
            return;
        foreach (Match label in Label().Matches(text))
        {
            var end = label.Index + label.Length;
            foreach (var date in dates)
            {
                if (date.Start < end || date.Start > end + LabelGap)
                    continue;
                var part = label.Groups["sent"].Success ? FilingPart.SentOn
                    : label.Groups["received"].Success ? FilingPart.ReceivedOn
                    : FilingPart.PublishedOn;
                mentions.Add(new FilingMention { Start = date.Start, Length = date.Length, Part = part, Date = date.Date });
                break;
            }
        }
    }

    // A line break inside a narrow stamp leaves a space beside a hyphen. The local number ends at the last nature of its run.
    [GeneratedRegex(
        """
        (?<![\w-])(?<department>\d{3}|02[AB])[ ]?[-–][ ]?(?<siren>\d{9})[ ]?[-–][ ]?(?<date>\d{8})[ ]?[-–][ ]?
        (?<number>[\w.]{1,30}(?:(?:[ ]?[-/][ ]?)[\w.]{1,30}){0,8}?)[ ]?[-–][ ]?(?<type>DE|AR|AI|CC|BF|AU)(?![\w]|-\w)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex(
        """
        (?:accus[ée]\sde\sr[ée]ception\s(?:en|de\sla)\spr[ée]fecture|\bID)\s*:?\s*(?<value>[0-9]\w{1,3}[-–_]\S{8,80})
        | (?<![\w-])(?<value>\d{2,3}-\d{8,10}-\d{6,8}-\S{1,60}-[A-Z]{2})(?!\w)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Malformed();

    [GeneratedRegex(
        """
        (?<sent>date\s+de\s+(?:t[ée]l[ée])?transmission(?:\s+en\s+pr[ée]fecture)?|(?:t[ée]l[ée]transmis|transmis|envoy[ée])e?\s+(?:en|[àa]\s+la)\s+(?:sous-)?pr[ée]fecture\s+le)\s*:?
        | (?<received>date\s+de\s+r[ée]ception(?:\s+(?:en|de\s+la|par\s+la))?\s+(?:sous-)?pr[ée]fecture|re[çc]ue?\s+(?:en|[àa]\s+la)\s+(?:sous-)?pr[ée]fecture\s+le|r[ée]ception\s+par\s+le\s+pr[ée]fet)\s*:?
        | (?<received>(?<=(?:DE|AR|AI|CC|BF|AU)[\s–-]{1,4})re[çc]ue?\s+le)\s*:?
        | (?<published>(?:affich[ée]|publi[ée]|mise?\s+en\s+ligne)e?(?:\s*/\s*(?:publi|affich)[ée]e?)?\s+le|date\s+(?:d['’]affichage|de\s+publication)|publication(?=\s*:))\s*:?
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Label();
}
