using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Model.Values;

namespace Ingest.Grammar;

/// <summary>A neighbourhood named or coded in a text.</summary>
public sealed record QuartierMention
{
    /// <summary>Offset of its first character: that of the name, or of the code where there is no name.</summary>
    public required int Start { get; init; }

    /// <summary>Number of characters.</summary>
    public required int Length { get; init; }

    /// <summary>Name as written, a capitalised article with it, a lower-case one without; null where only a code is given.</summary>
    public string? Name { get; init; }

    /// <summary>QPV, QIC, QVA, ZUS, or « quartier » where the text says no more.</summary>
    public required string Type { get; init; }

    /// <summary>Code without spaces, as given; null where none is.</summary>
    public string? Code { get; init; }

    /// <summary>Whether « quartier » stands alone before it and nothing else says that it is one of the policy's.</summary>
    public bool IsPlain => Type == QuartierGrammar.PlainType;
}

/// <summary>
/// Neighbourhoods in a text: the codes « QP 06 20 16 » and « QN06216M », and the capitalised names that follow « quartier(s)
/// (prioritaire(s)) », « QPV », « QIC », « quartier de veille active », « ZUS ».
/// </summary>
public static partial class QuartierGrammar
{
    /// <summary>The type of a neighbourhood that the text calls no more than « quartier ».</summary>
    public const string PlainType = "quartier";

    /// <summary>Characters to look back from a code for its name: no name is longer, and the scan stays linear.</summary>
    private const int LookBehind = 80;

    private const int MostWordsOfName = 6;

    /// <summary>Words of a line that is nothing but a name before its code.</summary>
    private const int MostWordsOfLine = 4;

    /// <summary>Words of a name among others before its code.</summary>
    private const int MostWordsInList = 3;

    /// <summary>The folded name without its article: « Les Buis » and « (quartier des) Buis » are one.</summary>
    public static string Core(string name)
    {
        var folded = Folding.Fold(name);
        var article = Article().Match(folded).Length;
        return article < folded.Length ? folded[article..] : folded;
    }

    /// <summary>The known neighbourhoods that a text names without any word before them (« Au Vert-Bois, le taux … »), as written, each once.</summary>
    /// <param name="text">The text.</param>
    /// <param name="known">Cores of their names.</param>
    public static ImmutableArray<string> Known(string text, IReadOnlySet<string> known)
    {
        var words = NameWord().Matches(text);
        var found = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!char.IsUpper(words[i].Value[0]))
                continue;
            for (var last = Math.Min(words.Count, i + MostWordsOfName) - 1; last >= i; last--)
            {
                var name = text[words[i].Index..(words[last].Index + words[last].Length)];
                if (!known.Contains(Core(name)))
                    continue;
                found.Add(name);
                i = last;
                break;
            }
        }

        return [.. found.DistinctBy(Core)];
    }

    /// <summary>All neighbourhoods of a text, in order; a name and the code beside it are one.</summary>
    public static ImmutableArray<QuartierMention> Find(string text)
    {
        var mentions = new List<QuartierMention>();
        var end = 0;
        foreach (Match trigger in Trigger().Matches(text))
        {
            if (trigger.Index < end)
                continue;
            var type = TypeOf(trigger);
            foreach (var span in NamesAfter(text, trigger, type))
            {
                mentions.Add(new QuartierMention { Start = span.Start, Length = span.Length, Name = text[span.Start..span.End], Type = type });
                end = span.End;
            }
        }

        return WithCodes(text, mentions);
    }

    /// <summary>Whether a text holds the code of a neighbourhood.</summary>
    public static bool HasCode(string text) => Code().IsMatch(text);

    /// <summary>Whether a label names one neighbourhood and says nothing else: « Quartier du Colombier », « QPV Bourgneuf (QN01801M) ».</summary>
    public static bool IsWhole(string label)
    {
        var end = label.TrimEnd(' ', '\u00A0', ':', '.', ')').Length;
        // « Quartier prioritaire Île de Thau (QN03411M) – Sète » says where it lies as well.
        // « Grazailles (QN01101N) » needs no word before it: the code says what it is.
        return Find(label) is [{ Name: not null } only] && ((only.Code is not null && only.Start == 0) || Trigger().Match(label) is { Success: true } trigger && (trigger.Index == 0 || only.Code is not null && PlaceBefore().IsMatch(label[..trigger.Index]))) && (only.Start + only.Length >= end || PlaceBehind().IsMatch(label, only.Start + only.Length));
    }

    // « Anzin – QPV Carpeaux »: the commune before its neighbourhood.
    [GeneratedRegex(@"^\p{Lu}[\p{L}'’-]*(?:[ \u00A0-][\p{L}'’]+){0,5}[ \u00A0]*[–—:-][ \u00A0]*$", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceBefore();

    /// <summary>
    /// Reads a cell that is meant to hold neighbourhoods: « Garenne / Beauséjour », « Petite Hollande (QN02501M) ». Names need no
    /// word before them; « tous les quartiers » names none.
    /// </summary>
    public static ImmutableArray<QuartierMention> ParseCell(string text)
    {
        var found = Find(text);
        if (!found.IsEmpty || AnyQuartier().IsMatch(text))
            return found;
        var mentions = ImmutableArray.CreateBuilder<QuartierMention>();
        foreach (var part in CellSeparator().EnumerateSplits(text))
        {
            var (offset, length) = part.GetOffsetAndLength(text.Length);
            var start = offset + Opener().Match(text, offset).Length;
            var end = offset + text.AsSpan(offset, length).TrimEnd(" \u00A0\"»”.)").Length;
            if (start < end && (char.IsUpper(text[start]) || char.IsAsciiDigit(text[start])))
                mentions.Add(new QuartierMention { Start = start, Length = end - start, Name = text[start..end], Type = PlainType });
        }

        return mentions.ToImmutable();
    }

    /// <summary>Adds the codes: to the name they stand beside, else with a name of their own or alone.</summary>
    private static ImmutableArray<QuartierMention> WithCodes(string text, List<QuartierMention> names)
    {
        var mentions = new List<QuartierMention>();
        var next = 0;
        foreach (Match match in Code().Matches(text))
        {
            if (!QuartierCode.TryParse(match.Value.Replace('\u00A0', ' '), out var code))
                continue;
            while (next < names.Count && names[next].Start + names[next].Length <= match.Index)
                mentions.Add(names[next++]);
            // « QPV QN01234M Belle Rive »: the code stood where the name begins.
            if (next < names.Count && names[next].Start < match.Index + match.Length)
                next++;
            AddCode(text, mentions, new TextSpan(match.Index, match.Index + match.Length), code.Value.Value);
        }

        mentions.AddRange(names.Skip(next));
        return [.. mentions.OrderBy(mention => mention.Start)];
    }

    private static string TypeOf(Match trigger)
    {
        foreach (var type in (ReadOnlySpan<string>)["QPV", "QIC", "QVA", "ZUS"])
        {
            if (trigger.Groups[type].Success)
                return type;
        }

        return PlainType;
    }

    private static List<TextSpan> NamesAfter(string text, Match trigger, string type)
    {
        var names = new List<TextSpan>();
        var isPlural = trigger.Groups["plural"].Success || PluralBefore().IsMatch(text.AsSpan(Math.Max(0, trigger.Index - 8), Math.Min(8, trigger.Index)));
        var isShouted = IsShouted(trigger.Value);
        var at = trigger.Index + trigger.Length;
        var opener = Opener().Match(text, at);
        // « Quartiers Solidaires » is the name of a project: a plain plural with a capital needs a colon or an article.
        if (type == PlainType && trigger.Groups["plural"].Success && char.IsUpper(trigger.Value[0]) && opener.Value.Trim().Length == 0)
            return names;
        // « UN QUARTIER VIVANT » says what it is like.
        if (type == PlainType && opener.Value.Trim().Length == 0 && IndefiniteBefore().IsMatch(text.AsSpan(Math.Max(0, trigger.Index - 8), Math.Min(8, trigger.Index))))
            return names;
        while (QuartierName.Scan(text, at + opener.Length, isShouted, opener.Groups["quote"].Value) is { } name)
        {
            names.Add(name);
            at = name.End;
            var separator = isPlural ? Separator().Match(text, at) : Match.Empty;
            if (!separator.Success)
                break;
            at += separator.Length;
            opener = Opener().Match(text, at);
        }

        // « Trois quartiers de Beauvais »: several lie in what bears one name.
        return names.Count == 1 && trigger.Groups["plural"].Success && InPlace().IsMatch(text, trigger.Index + trigger.Length) ? [] : names;
    }

    private static bool IsShouted(string trigger) => trigger.Length > 5 && !trigger.Any(char.IsLower);

    private static void AddCode(string text, List<QuartierMention> mentions, TextSpan span, string code)
    {
        // « Les Ewües (Cluses, QN07421M) »: the commune stands between the name and its code.
        if (CommuneBefore().Match(text, Math.Max(0, span.Start - LookBehind), Math.Min(span.Start, LookBehind)) is { Success: true } commune)
            span = span with { Start = commune.Index + 1 };
        if (mentions is [.., { Code: null } name] && name.Start + name.Length is var nameEnd && nameEnd <= span.Start
            && span.Start - nameEnd <= LookBehind && NameToCode().IsMatch(text[nameEnd..span.Start]))
        {
            mentions[^1] = name with { Code = code, Type = name.IsPlain ? "QPV" : name.Type };
            return;
        }

        // « Centre ancien – Quartier haut (QN03412N) »: a word in small letters right before the bracket is the name's last, unless it tells something of it (« situé », « uniquement »).
        if (mentions is [.., { Code: null, Name: { } known } open] && open.Start + open.Length is var openEnd && openEnd < span.Start && LastWord().Match(text[openEnd..span.Start]) is { Success: true } last)
        {
            mentions[^1] = open with { Code = code, Type = open.IsPlain ? "QPV" : open.Type, Name = known + last.Groups["word"].Value, Length = open.Length + last.Groups["word"].Length };
            return;
        }

        var link = CodeToName().Match(text, span.End);
        var after = link.Success ? QuartierName.Scan(text, span.End + link.Length, false, "") : null;
        var before = after is null ? NameBefore(text, span.Start) : null;
        var (start, end) = after is { } right ? (right.Start, right.End) : before is { } left ? (left.Start, left.End) : (span.Start, span.End);
        mentions.Add(new QuartierMention
        {
            Start = start,
            Length = end - start,
            Name = after is null && before is null ? null : text[start..end],
            Type = "QPV",
            Code = code,
        });
    }

    /// <summary>« Belle Rive (QP012034) »: a line or cell that holds nothing but a name and its code.</summary>
    private static TextSpan? NameBefore(string text, int codeStart)
    {
        if (codeStart == 0)
            return null;
        var lineStart = Math.Max(text.LastIndexOfAny(['\n', ';', ',', ':', ')'], codeStart - 1, Math.Min(codeStart, LookBehind)) + 1, codeStart - LookBehind);
        var et = text.LastIndexOf(" et ", codeStart - 1, codeStart - lineStart, StringComparison.Ordinal);
        lineStart = et < 0 ? lineStart : et + " et ".Length;
        var candidate = text[lineStart..codeStart];
        if (!NameToCode().IsMatch(NameTail().Match(candidate).Value))
            return null;
        lineStart += QuartiersBefore().Match(text, lineStart).Length;
        var opener = Opener().Match(text, lineStart);
        var start = lineStart + opener.Length;
        if (QuartierName.Scan(text, start, false, opener.Groups["quote"].Value) is { } name && name.End <= codeStart && NameToCode().IsMatch(text[name.End..codeStart]))
            return name;
        // « Provinces françaises (QP059073) »: a line of few words before a code in brackets is a name, whatever its letters.
        var end = codeStart - NameTail().Match(candidate).Length;
        if (start >= end || !text[end..codeStart].Contains('(', StringComparison.Ordinal))
            return null;
        // « …, et l'Est romanais (QN02605N) »: one of a list, in fewer words.
        var most = lineStart == 0 || text[lineStart - 1] == '\n' ? MostWordsOfLine : et >= 0 || text[lineStart - 1] is ',' or ';' or ':' ? MostWordsInList : 0;
        return char.IsUpper(text[start]) && !AnyQuartier().IsMatch(text[start..end])
            && text[start..end].Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Length <= most
            ? new TextSpan(start, end)
            : CapitalsBefore(text, start, end);
    }

    /// <summary>« … prioritaires demeurent Beaulieu (QP036001) »: the words with capitals right before a code in brackets, and what links them.</summary>
    private static TextSpan? CapitalsBefore(string text, int from, int end)
    {
        var words = NameWord().Matches(text[from..end]);
        var first = words.Count;
        for (var i = words.Count - 1; i >= 0 && words.Count - i <= MostWordsOfName; i--)
        {
            if (char.IsUpper(words[i].Value[0]))
                first = i;
            else if (!LinkOfName().IsMatch(words[i].Value))
                break;
        }

        return first < words.Count && words[^1].Index + words[^1].Length == end - from && !AnyQuartier().IsMatch(text[(from + words[first].Index)..end]) ? new TextSpan(from + words[first].Index, end) : null;
    }

    [GeneratedRegex(
        """
        (?<!\p{L}|\p{L}['’])(?:
            (?<QVA>(?<plural>quartiers)[ ](?:de|en)[ ]veille(?:[ ]active)?|quartier[ ](?:de|en)[ ]veille(?:[ ]active)?|QVA)
          | (?<QIC>(?<plural>quartiers)[ ]d['’]int[ée]r[êe]t[ ]communautaire|quartier[ ]d['’]int[ée]r[êe]t[ ]communautaire|QIC)
          | (?<ZUS>(?<plural>zones[ ]urbaines)[ ]sensibles|zone[ ]urbaine[ ]sensible|ZUS)
          | (?<QPV>(?:(?<plural>quartiers[ ]prioritaires)|quartier[ ]prioritaire)(?:[ ](?:de|pour)[ ]la[ ](?:politique[ ]de[ ]la[ ]ville|ville))?|QPV)
          | (?<!r[ée]gies?[ ]de[ ])(?:(?<plural>quartiers)|quartier)
        )s?(?![\p{L}\d-])(?:[ ]?["»”])?(?:[ ][(«“"]?[ ]?(?:QPV|QIC|QVA|ZUS)s?\)?(?![\p{L}\d]))?(?:[ ](?:dits?|dénommés?|nommés?|appelés?|suivants?))?
        (?:[ ](?:de[ ]la[ ](?:commune|ville|communauté[ ]d['’]agglomération)|de[ ]l['’]agglomération|du[ ]territoire)[ ]?[,:])?
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Trigger();

    [GeneratedRegex(
        """
        \G[ \u00A0]?(?:(?::|-|–|—|\()[ \u00A0]?)?(?:(?:de|du|des|d['’]|le|la|les|l['’]|DE|DU|DES|D['’])[ \u00A0]?(?<=[ \u00A0'’])){0,2}(?:(?<quote>["«“])[ \u00A0]?)?
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Opener();

    [GeneratedRegex("\\G[ \u00A0]?[\"»”)]?(?:[ \u00A0]?,[ \u00A0]?(?:et[ \u00A0])?|[ \u00A0]?[;/][ \u00A0]?|[ \u00A0]et[ \u00A0]|[ \u00A0]&[ \u00A0])(?:(?:ceux|celui)[ ])?", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"(?<!\p{L})(?:les|des|aux|ces|ses|\d|deux|trois|quatre|cinq)[ \u00A0]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PluralBefore();

    [GeneratedRegex("\\G[ \u00A0](?:de[ \u00A0]|d['’])(?=\\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex InPlace();

    [GeneratedRegex(@"(?<!\p{L})(?:un|chaque|tout|aucun|quel)[ \u00A0]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IndefiniteBefore();

    [GeneratedRegex(@"(?<!\w)Q[ \u00A0]?[PN](?:[ \u00A0]?[\dAB]){5,6}(?:[ \u00A0]?[NMI])?(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex("^[ \u00A0]?[\"»”]?[ \u00A0]?(?:\\(|-|–|—|:|,)?[ \u00A0]?(?:(?:QPV|code)[ \u00A0]?:?[ \u00A0]?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NameToCode();

    [GeneratedRegex("\\G[ \u00A0]?(?:(?:-|–|—|:|\\()[ \u00A0]?)?(?:[«\"“][ \u00A0]?)?(?:(?:les?|la)[ \u00A0]|l['’])?", RegexOptions.CultureInvariant)]
    private static partial Regex CodeToName();

    [GeneratedRegex(@"(?<![\p{L}\d])(?:tous|toutes|ensemble|divers|plusieurs|quartiers?|QPV|QVA|QIC)(?![\p{L}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AnyQuartier();

    // A slash between digits is part of a name (« Cité 12/14 »), a hyphen between spaces too (« Lac - Centre ancien »).
    [GeneratedRegex(@"[,;\n•]|\s(?:et|&)\s|(?<!\d)\s?/|/(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex CellSeparator();

    [GeneratedRegex(@"\G[ \u00A0]?(?:\(?Q[ \u00A0]?[PN](?:[ \u00A0]?[\dAB]){5,6}(?:[ \u00A0]?[NMI])?\)?)?(?:[ \u00A0]*[–—,(-][ \u00A0]*(?:(?:commune[ \u00A0])?(?:de[ \u00A0]|d['’]|à[ \u00A0]))?\p{Lu}[\p{L}'’ -]{0,40}\)?)?[ \u00A0:.]*$", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceBehind();

    [GeneratedRegex(@"^(?<word>[ \u00A0]\p{Ll}{2,}(?<!ée?s?|ment|dit|dite))[ \u00A0]\($", RegexOptions.CultureInvariant)]
    private static partial Regex LastWord();

    [GeneratedRegex(@"[\p{L}\d][\p{L}\d'’/-]*", RegexOptions.CultureInvariant)]
    private static partial Regex NameWord();

    [GeneratedRegex(@"\((?=\p{Lu}[^(),\n]{1,40},[ \u00A0]$)", RegexOptions.CultureInvariant)]
    private static partial Regex CommuneBefore();

    // « Quartiers de Guinette (QN09121I) »: the word is none of the name.
    [GeneratedRegex(@"\G[ \u00A0]*(?:[Qq]uartiers?|QPV)[ \u00A0](?:prioritaires?[ \u00A0])?", RegexOptions.CultureInvariant)]
    private static partial Regex QuartiersBefore();

    [GeneratedRegex("^(?:les?|la|l) ", RegexOptions.CultureInvariant)]
    private static partial Regex Article();

    [GeneratedRegex("^(?:de|du|des|la|le|les|en|sur|sous|à|aux?|d['’].*|l['’].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex LinkOfName();

    [GeneratedRegex("[ \u00A0(–—:-]{0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex NameTail();
}
