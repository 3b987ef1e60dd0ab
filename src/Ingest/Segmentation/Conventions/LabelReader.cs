using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>A label with the mark that opens it.</summary>
internal sealed record ReadLabel
{
    /// <summary>The level that its word names; null where only a number opens it.</summary>
    public StrategyLevel? Level { get; init; }

    /// <summary>What labels of the same level share: their word, else the depth of their number.</summary>
    public required string Kind { get; init; }

    /// <summary>The mark as printed, without what closes it.</summary>
    public required string Code { get; init; }

    /// <summary>The numbers of the mark: 1, 2 and 3 for « 1.2.3 »; empty without a number.</summary>
    public ImmutableArray<int> Numbers { get; init; } = [];

    /// <summary>Whether a number or a colon stands behind the word: « Axe 1 », « Axe : … ».</summary>
    public bool IsExplicit { get; init; }

    /// <summary>Whether a colon or a dash closes the mark.</summary>
    public bool HasColon { get; init; }

    /// <summary>The words behind the mark.</summary>
    public required SourceText Title { get; init; }

    /// <summary>All the words.</summary>
    public required SourceText Source { get; init; }

    /// <summary>The label as a draft.</summary>
    public DraftLabel ToDraft() => new(Code.Length == 0 ? null : Code, Numbers.IsEmpty ? null : Numbers[^1], Title, Whole);

    // A mark that was parted from its label as the marker of a list is a part of what was read.
    private SourceText Whole => Source.Paragraphs is [{ MarkerRegions.IsEmpty: false, Marker: { } marker } first, .. var rest] && marker.Any(char.IsLetterOrDigit)
        ? new SourceText { Paragraphs = [new SourceParagraph([.. first.WordsWithMarker]), .. rest] }
        : Source;
}

/// <summary>Reads the mark that opens a label: « ENJEU 2 : », « Orientation n° 1.2 – », « OS 3 », « 1.2.1 ».</summary>
internal sealed partial class LabelReader(StrategyVocabulary vocabulary)
{
    /// <summary>The label, or null where the text opens with no mark.</summary>
    public ReadLabel? Read(SourceText text)
    {
        if (text.IsEmpty)
            return null;
        var marker = text.Paragraphs[0].Marker is { } drawn && drawn.Any(char.IsLetterOrDigit) ? drawn + " " : "";
        // A number that is drawn by the list and typed as well is one.
        if (marker.TrimEnd(' ', '.', ')') is { Length: > 0 } number && text.Text.StartsWith(number, StringComparison.Ordinal) && !(text.Text.Length > number.Length && char.IsLetterOrDigit(text.Text[number.Length])))
            marker = "";
        // « 1. OO 1.1.1 Traiter l'humidité »: the list counts what has a mark of its own.
        if (marker.Length > 0 && vocabulary.MatchLabel(text.Text) is { } own && ReadWord(text, text.Text.Replace('\n', ' '), 0, own) is { Numbers.IsEmpty: false } marked)
            return marked with { Source = WithoutMarker(text) };
        var full = marker + text.Text.Replace('\n', ' ');
        if (OrdinalBefore().Match(full) is { Success: true } ordinal && vocabulary.MatchLabel(full[ordinal.Length..]) is { } named
            && Separator().Match(full, ordinal.Length + named.End) is { Success: true } separator)
        {
            return new ReadLabel
            {
                Level = named.Level,
                Kind = named.Term,
                Code = full[..(ordinal.Length + named.End)],
                Numbers = [OfOrdinal(ordinal.Groups["word"].Value)],
                IsExplicit = true,
                HasColon = true,
                Title = Rest(text, full, separator.Index + separator.Length - marker.Length),
                Source = text,
            };
        }

        return vocabulary.MatchLabel(full) is { } word
            ? ReadWord(text, full, marker.Length, word) ?? ReadNumber(text, full, marker.Length)
            : ReadNumber(text, full, marker.Length);
    }

    /// <summary>
    /// The text parted where another label with its number opens inside it, because a line break was lost: « … au lycée Objectif
    /// 1.1.1 : Repérer … ».
    /// </summary>
    public ImmutableArray<SourceText> Part(SourceText text)
    {
        var parts = ImmutableArray.CreateBuilder<SourceText>();
        var (from, position) = (0, 0);
        foreach (var paragraph in text.Paragraphs)
        {
            for (var i = 0; i < paragraph.Words.Length; i++)
            {
                var word = paragraph.Words[i].Text;
                if (position > from && char.IsUpper(word[0]) && !(i > 0 && vocabulary.IsFunctionWord(paragraph.Words[i - 1].Text))
                    && Read(text.Slice(position, text.Text.Length - position)) is { Level: not null, Numbers.Length: > 0, HasColon: true } mark && !mark.Title.IsEmpty)
                {
                    parts.Add(text.Slice(from, position - from));
                    from = position;
                }

                position += word.Length + 1;
            }
        }

        parts.Add(from == 0 ? text : text.Slice(from, text.Text.Length - from));
        return parts.ToImmutable();
    }

    private static ReadLabel? ReadWord(SourceText text, string full, int marker, LevelMatch word)
    {
        if (Ordinal().Match(full, word.End) is { Success: true } ordinal)
        {
            return new ReadLabel
            {
                Level = word.Level,
                Kind = word.Term,
                Code = full[..(ordinal.Groups["word"].Index + ordinal.Groups["word"].Length)],
                Numbers = [OfOrdinal(ordinal.Groups["word"].Value)],
                IsExplicit = true,
                HasColon = true,
                Title = Rest(text, full, ordinal.Index + ordinal.Length - marker),
                Source = text,
            };
        }

        var number = NumberBehind().Match(full, word.End);
        var isNumbered = number.Groups["number"].Success;
        var isParted = number.Groups["colon"].Success;
        var rest = full[(number.Index + number.Length)..];
        // « Axe prioritaire de la politique… » is the subject of a sentence; « Pilier Cohésion sociale » may be a heading.
        if (!isNumbered && !isParted && !(rest.Length > 0 && (char.IsUpper(rest[0]) || rest[0] is '«' or '"' or '“')))
            return null;
        var code = isNumbered ? Spaced(full[..word.End], full[word.End..(number.Groups["number"].Index + number.Groups["number"].Length)]) : full[..word.End];
        return new ReadLabel
        {
            Level = word.Level,
            Kind = word.Term,
            Code = isNumbered ? code : "",
            Numbers = isNumbered ? ToNumbers(number.Groups["number"].Value) : [],
            IsExplicit = isNumbered || isParted,
            HasColon = isParted,
            Title = Rest(text, full, number.Index + number.Length - marker),
            Source = text,
        };
    }

    private static ReadLabel? ReadNumber(SourceText text, string full, int marker)
    {
        var match = NumberAlone().Match(full);
        if (!match.Success)
            return null;
        var numbers = ToNumbers(match.Groups["number"].Value);
        return new ReadLabel
        {
            Kind = Depth(match.Groups["number"].Value, numbers),
            Code = match.Groups["number"].Value,
            Numbers = numbers,
            IsExplicit = numbers.Length > 1,
            Title = Rest(text, full, match.Length - marker),
            Source = text,
        };
    }

    // Roman numbers, letters and figures of one part are different depths of one outline.
    private static string Depth(string written, ImmutableArray<int> numbers) => numbers.Length > 1
        ? $"#{numbers.Length}"
        : char.IsAsciiDigit(written[0]) ? "#1" : char.IsLower(written[0]) ? "#small" : char.IsAsciiDigit(written[^1]) ? "#" + written.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') : written.All(c => "IVX".Contains(c, StringComparison.Ordinal)) ? "#roman" : "#letter";

    private static SourceText Rest(SourceText text, string full, int start)
    {
        var from = Math.Max(0, start);
        while (from < text.Text.Length && (char.IsWhiteSpace(text.Text[from]) || text.Text[from] is '–' or '—' or '-' or ':' or '.'))
            from++;
        // The mark is no part of the title, whether it was typed or drawn by a list.
        return from >= text.Text.Length ? SourceText.Empty : from == 0 ? WithoutMarker(text) : text.Slice(from, text.Text.Length - from);
    }

    /// <summary>The words without the marker that opens them.</summary>
    public static SourceText WithoutMarker(SourceText text) => new() { Paragraphs = [.. text.Paragraphs.Select((paragraph, index) => index == 0 ? paragraph with { Marker = null } : paragraph)] };

    // « ENJEU1 » lost the space that « ENJEU 2 » has; « OS1 » is written so.
    private static string Spaced(string word, string number) =>
        number.Length > 0 && char.IsAsciiDigit(number[0]) && word.Length > 3 && char.IsLetter(word[^1]) ? $"{word} {number}" : (word + number).Trim();

    private static ImmutableArray<int> ToNumbers(string written)
    {
        return [.. (CodeWithPrefix().Match(written) is { Success: true } prefixed ? Parts().Matches(prefixed.Groups["number"].Value) : Parts().Matches(written)).Select(part => ToNumber(part.Value))];
    }

    private static int OfOrdinal(string word) => char.ToLowerInvariant(word[0]) switch
    {
        >= '1' and <= '9' and var digit => digit - '0',
        'p' => 1,
        's' when word.StartsWith("si", StringComparison.OrdinalIgnoreCase) => 6,
        's' => 2,
        'd' => 2,
        't' => 3,
        'q' => 4,
        _ => 5,
    };

    private static int ToNumber(string part) => char.IsAsciiDigit(part[0])
        ? int.Parse(part, CultureInfo.InvariantCulture)
        : char.IsLower(part[0]) ? part[0] - 'a' + 1 : part.All(c => "IVX".Contains(c, StringComparison.Ordinal)) ? OfRoman(part) : part[0] - 'A' + 1;

    private static int OfRoman(string written)
    {
        static int Value(char c) => c switch { 'I' => 1, 'V' => 5, _ => 10 };
        var sum = 0;
        for (var i = 0; i < written.Length; i++)
            sum += i + 1 < written.Length && Value(written[i]) < Value(written[i + 1]) ? -Value(written[i]) : Value(written[i]);
        return sum;
    }

    [GeneratedRegex(
        """
        \G[ \u00A0]*(?:[nN][°oº][ \u00A0]*)?(?<number>\d{1,2}(?:[.-](?:\d{1,2}|[A-Ha-h](?![\p{L}\d]))){0,4}(?:[A-Ha-h](?![\p{L}\d]))?(?![\d%])|[IVX]{1,5}(?:[.-](?:\d{1,2}|[A-Ha-h](?![\p{L}\d]))){1,3}(?![\d%])|[A-H][.-]?\d{1,2}(?:[.-](?:\d{1,2}|[A-Ha-h](?![\p{L}\d]))){0,3}(?![\d%])|[IVX]{1,5}(?![\p{L}\d])|[A-H](?=[ \u00A0]*[:.)–—-]|[ \u00A0]+\p{Lu}\p{Ll}))?[.)°]?[ \u00A0]*(?<colon>[:–—·•|/-])?[ \u00A0]*
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberBehind();

    [GeneratedRegex(
        """
        ^[ \u00A0]*(?<number>\d{1,2}(?:[.-](?:\d{1,2}|[A-Ha-h](?![\p{L}\d]))){1,3}(?![\d%])|(?:[IVX]{1,4}|[A-H])(?:[.-](?:\d{1,2}|[a-h](?![\p{L}\d]))){1,3}(?![\d%])|\d{1,2}(?=[ \u00A0]*[.)°/–—-])|(?:I|[IVX]{2,5})(?=[ \u00A0]*[.)/–—-])|[A-H](?=[ \u00A0]*[.)/:–—-])|[A-Z]{1,3}\d{1,2}(?:[.-]\d{1,2}){1,3}(?![\d%])|[A-Z]{1,3}\d{1,2}(?=[ \u00A0]*[.)/:–—-])|[a-h](?=\)))[ \u00A0]*[.)°/:–—·•|-]*[ \u00A0]+(?=\p{L}|["«“])
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberAlone();

    [GeneratedRegex(@"\G[ \u00A0](?<word>premi(?:er|ère)|seconde?|deuxième|troisième|quatrième|cinquième|sixième)[ \u00A0]*[:–—-][ \u00A0]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Ordinal();

    // « Première priorité – … », « 2e axe : … »
    [GeneratedRegex(@"^(?<word>premi(?:er|ère)|seconde?|deuxième|troisième|quatrième|cinquième|sixième|\d(?:er|re|ère|nde?|e|ème))[ \u00A0]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OrdinalBefore();

    [GeneratedRegex(@"\G[ \u00A0]*[:–—-][ \u00A0]*", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?:[A-Z]{2,3}(?<number>\d{1,2}(?:[.-]\d{1,2}){0,3})|[A-Z](?<number>\d{1,2}))$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeWithPrefix();

    [GeneratedRegex(@"\d+|[IVX]+|[A-Z]|[a-z]", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
