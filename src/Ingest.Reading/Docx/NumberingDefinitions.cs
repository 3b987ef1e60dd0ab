using System.Collections.Immutable;
using DocumentFormat.OpenXml;

namespace Ingest.Reading.Docx;

/// <summary>One level of a list.</summary>
internal sealed record NumberingLevel
{
    /// <summary>First number.</summary>
    public int Start { get; init; } = 1;

    /// <summary>Name of the number format, as in « lowerLetter ».</summary>
    public string Format { get; init; } = "decimal";

    /// <summary>Least number of digits of a decimal number.</summary>
    public int Digits { get; init; } = 1;

    /// <summary>What is shown, « %1 » to « %9 » standing for the numbers of the levels.</summary>
    public string Text { get; init; } = "";

    /// <summary>The level, from 1, whose use (or that of a higher one) restarts this one: 0 for never, null for any higher.</summary>
    public int? RestartAfter { get; init; }

    /// <summary>Whether all numbers are shown in digits.</summary>
    public bool IsLegal { get; init; }

    /// <summary>The paragraph style that this level numbers.</summary>
    public string? ParagraphStyle { get; init; }

    /// <summary>Font of the marker.</summary>
    public string? Font { get; init; }

    /// <summary>Whether the marker is a sign and no number.</summary>
    public bool IsBullet => Format == "bullet";

    /// <summary>The level that an « lvl » element defines.</summary>
    public static NumberingLevel Of(OpenXmlElement level)
    {
        // A custom format stands in alternate content; its fallback is the nearest plain one.
        var format = level.Child("numFmt")
            ?? level.Descendants().LastOrDefault(element => element.IsWord("numFmt"));
        var custom = level.Descendants().FirstOrDefault(element => element.IsWord("numFmt") && element.Attribute("format") is not null);
        var sample = custom.Attribute("format")?.Split(',')[0].Trim();
        return new NumberingLevel
        {
            Start = level.ChildNumber("start") ?? 0,
            Format = format.Attribute("val") ?? "decimal",
            Digits = sample is { Length: > 0 and < 10 } && sample.All(char.IsAsciiDigit) ? sample.Length : 1,
            Text = level.ChildValue("lvlText") ?? "",
            RestartAfter = level.ChildNumber("lvlRestart"),
            IsLegal = level.Switch("isLgl") == true,
            ParagraphStyle = level.ChildValue("pStyle"),
            Font = RunProperties.ToTraits(level.Child("rPr")).Font,
        };
    }
}

/// <summary>A list that paragraphs refer to.</summary>
/// <param name="Id">Number of the instance.</param>
/// <param name="Abstract">Id of the definition: instances of one definition count on together.</param>
/// <param name="Levels">Levels by depth.</param>
/// <param name="StartOverrides">Depths at which this instance starts anew, and with what.</param>
internal sealed record NumberedList(
    int Id, string Abstract, ImmutableDictionary<int, NumberingLevel> Levels, ImmutableDictionary<int, int> StartOverrides)
{
    /// <summary>The depth that is linked to a paragraph style, or null.</summary>
    public int? LevelOfStyle(string? style) =>
        style is null ? null : Levels.Where(level => level.Value.ParagraphStyle == style).Select(level => (int?)level.Key).Min();
}

/// <summary>The lists of a document: instances resolved to their definitions.</summary>
internal sealed class NumberingDefinitions
{
    /// <summary>Depths of a list in the format.</summary>
    public const int Depths = 9;

    private readonly Dictionary<int, OpenXmlElement> _instances = [];
    private readonly Dictionary<string, OpenXmlElement> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<int, NumberedList?> _lists = [];
    private readonly StyleSheet _styles;

    /// <summary>The lists of a « numbering » element; null where the document has none.</summary>
    public NumberingDefinitions(OpenXmlElement? numbering, StyleSheet styles)
    {
        _styles = styles;
        foreach (var definition in numbering.Children("abstractNum"))
            _definitions.TryAdd(definition.Attribute("abstractNumId") ?? "", definition);
        foreach (var instance in numbering.Children("num"))
        {
            if (WordXml.ToNumber(instance.Attribute("numId")) is { } id)
                _instances.TryAdd(id, instance);
        }
    }

    /// <summary>The list of an instance, or null when the file does not define it.</summary>
    public NumberedList? Find(int id)
    {
        if (!_lists.TryGetValue(id, out var list))
            _lists[id] = list = Resolve(id);
        return list;
    }

    private NumberedList? Resolve(int id)
    {
        if (!_instances.TryGetValue(id, out var instance) || Definition(instance) is not { } definition)
            return null;
        var levels = ImmutableDictionary.CreateBuilder<int, NumberingLevel>();
        var starts = ImmutableDictionary.CreateBuilder<int, int>();
        foreach (var level in definition.Children("lvl"))
        {
            if (Depth(level) is { } depth)
                levels[depth] = NumberingLevel.Of(level);
        }

        foreach (var change in instance.Children("lvlOverride"))
        {
            if (Depth(change) is not { } depth)
                continue;
            if (change.Child("lvl") is { } level)
                levels[depth] = NumberingLevel.Of(level);
            if (change.ChildNumber("startOverride") is { } start)
                starts[depth] = start;
        }

        return new NumberedList(id, definition.Attribute("abstractNumId") ?? "", levels.ToImmutable(), starts.ToImmutable());
    }

    // A definition may only name a numbering style, whose own instance leads to the definition that has the levels.
    private OpenXmlElement? Definition(OpenXmlElement instance)
    {
        for (var hops = 0; hops < Depths; hops++)
        {
            if (!_definitions.TryGetValue(instance.ChildValue("abstractNumId") ?? "", out var definition))
                return null;
            if (definition.ChildValue("numStyleLink") is not { } style || definition.Child("lvl") is not null)
                return definition;
            if (_styles.Numbering(style).Reference.List is not { } next || !_instances.TryGetValue(next, out var linked))
                return _definitions.Values.FirstOrDefault(other => other.ChildValue("styleLink") == style);
            instance = linked;
        }

        return null;
    }

    private static int? Depth(OpenXmlElement level) =>
        WordXml.ToNumber(level.Attribute("ilvl")) is { } depth and >= 0 and < Depths ? depth : null;
}
