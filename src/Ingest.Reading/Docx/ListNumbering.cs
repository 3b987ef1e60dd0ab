using System.Text;
using DocumentFormat.OpenXml;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Docx;

/// <summary>
/// Counts the lists of a document while its paragraphs are read in order, and gives the marker that a reader sees
/// (ECMA-376, part 1, 17.9).
/// </summary>
internal sealed class ListNumbering(NumberingDefinitions definitions, StyleSheet styles)
{
    private readonly Dictionary<string, int?[]> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<(int List, int Level)> _started = [];

    /// <summary>The marker of the next paragraph, counted; null outside lists.</summary>
    public ListMarker? Next(OpenXmlElement paragraph)
    {
        var direct = ListReference.Of(paragraph.Child("pPr"));
        var (styled, origin) = styles.Numbering(styles.ParagraphStyle(paragraph));
        if ((direct.List ?? styled.List) is not { } id || definitions.Find(id) is not { } list)
            return null;
        var linked = direct.List is null ? list.LevelOfStyle(origin) : null;
        var depth = direct.Level ?? linked ?? styled.Level ?? 0;
        if (!list.Levels.TryGetValue(depth, out var level))
            return null;
        var counts = Count(list, depth);
        var text = level.IsBullet ? Bullet(level) : Number(list, level, counts);
        return new ListMarker(text.Length == 0 ? null : text, depth, level.IsBullet);
    }

    private int?[] Count(NumberedList list, int depth)
    {
        if (!_counts.TryGetValue(list.Abstract, out var counts))
            _counts[list.Abstract] = counts = new int?[NumberingDefinitions.Depths];
        // A level above that no paragraph has used yet shows its first number, and that number is then taken.
        for (var higher = 0; higher < depth; higher++)
            counts[higher] ??= Start(list, higher);
        var startsAnew = _started.Add((list.Id, depth)) && list.StartOverrides.ContainsKey(depth);
        counts[depth] = startsAnew || counts[depth] is not { } count ? Start(list, depth) : count + 1;
        for (var deeper = depth + 1; deeper < counts.Length; deeper++)
        {
            var restart = list.Levels.TryGetValue(deeper, out var level) ? level.RestartAfter : null;
            if (restart is null || depth < restart)
                counts[deeper] = null;
        }

        return counts;
    }

    private static int Start(NumberedList list, int depth) =>
        list.StartOverrides.TryGetValue(depth, out var start) ? start : list.Levels.TryGetValue(depth, out var level) ? level.Start : 1;

    private static string Number(NumberedList list, NumberingLevel level, int?[] counts)
    {
        var text = new StringBuilder();
        for (var i = 0; i < level.Text.Length; i++)
        {
            var isNumber = level.Text[i] == '%' && i + 1 < level.Text.Length && level.Text[i + 1] is >= '1' and <= '9';
            if (!isNumber)
            {
                text.Append(level.Text[i]);
                continue;
            }

            var depth = level.Text[++i] - '1';
            var shown = list.Levels.GetValueOrDefault(depth);
            text.Append(NumberFormats.Write(
                counts[depth] ?? Start(list, depth), level.IsLegal ? "decimal" : shown?.Format ?? "decimal", shown?.Digits ?? 1));
        }

        return text.ToString().Trim();
    }

    private static string Bullet(NumberingLevel level)
    {
        var (text, unknown) = SymbolFonts.Decode(level.Text.Trim(), level.Font);
        // Word's own second level is the letter « o »: a bullet is no letter, whatever draws it.
        return unknown > 0 || text.Any(char.IsLetterOrDigit) ? SymbolFonts.Bullet : text;
    }
}
