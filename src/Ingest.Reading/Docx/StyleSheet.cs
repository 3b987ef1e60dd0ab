using System.Globalization;
using DocumentFormat.OpenXml;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Docx;

/// <summary>« rPr » elements → traits of letters.</summary>
internal static class RunProperties
{
    /// <summary>The properties of an « rPr » element itself.</summary>
    public static RunTraits ToTraits(OpenXmlElement? properties)
    {
        if (properties is null)
            return RunTraits.None;
        var capitals = properties.Switch("caps");
        var smallCapitals = properties.Switch("smallCaps");
        var fonts = properties.Child("rFonts");
        return new RunTraits
        {
            IsBold = properties.Switch("b"),
            IsHidden = properties.Switch("vanish"),
            IsStruck = properties.Switch("strike") is true || properties.Switch("dstrike") is true ? true : properties.Switch("strike") ?? properties.Switch("dstrike"),
            IsCapital = capitals == true || smallCapitals == true ? true : capitals ?? smallCapitals,
            Size = double.TryParse(properties.ChildValue("sz"), CultureInfo.InvariantCulture, out var halves) ? halves / 2 : null,
            Font = fonts.Attribute("ascii") ?? fonts.Attribute("hAnsi"),
        };
    }
}

/// <summary>What the style of a table says of the letters in its cells.</summary>
/// <param name="All">In any cell.</param>
/// <param name="FirstRow">In those of the first row; nothing where the table does not use it. So with the others.</param>
/// <param name="LastRow">In those of the last row.</param>
/// <param name="FirstColumn">In those of the first column.</param>
/// <param name="LastColumn">In those of the last column.</param>
internal sealed record TableTraits(RunTraits All, RunTraits FirstRow, RunTraits LastRow, RunTraits FirstColumn, RunTraits LastColumn)
{
    /// <summary>What it says for a cell: rows go before columns, the first before the last.</summary>
    public RunTraits For(CellPlace cell, TableShape shape)
    {
        var traits = All;
        if (cell.Column + cell.ColumnSpan == shape.ColumnCount)
            traits = LastColumn.Over(traits);
        if (cell.Column == 0)
            traits = FirstColumn.Over(traits);
        if (cell.Row + cell.RowSpan == shape.RowCount)
            traits = LastRow.Over(traits);
        return cell.Row == 0 ? FirstRow.Over(traits) : traits;
    }
}

/// <summary>The numbering that a paragraph or its style asks for; null where it says nothing, 0 for none.</summary>
/// <param name="List">The numbering instance.</param>
/// <param name="Level">The level, from 0.</param>
internal readonly record struct ListReference(int? List, int? Level)
{
    /// <summary>The reference in a « pPr » element.</summary>
    public static ListReference Of(OpenXmlElement? properties)
    {
        var numbering = properties.Child("numPr");
        return new ListReference(numbering.ChildNumber("numId"), numbering.ChildNumber("ilvl"));
    }
}

/// <summary>The styles of a document, with what each takes over from those that it is based on.</summary>
internal sealed class StyleSheet
{
    // Outline level « body text » of a style that takes itself out of the headings.
    private const int BodyLevel = 9;

    private readonly Dictionary<string, OpenXmlElement> _styles;
    private readonly Dictionary<string, string> _defaults;
    private readonly Dictionary<string, RunTraits> _traits = new(StringComparer.Ordinal);
    private readonly RunTraits _documentDefaults;

    /// <summary>The styles of a « styles » element; null where the document has none.</summary>
    public StyleSheet(OpenXmlElement? styles)
    {
        var named = new Dictionary<string, OpenXmlElement>(StringComparer.Ordinal);
        var defaults = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var style in styles.Children("style"))
        {
            if (style.Attribute("styleId") is not { } id)
                continue;
            named.TryAdd(id, style);
            if (style.Attribute("default") is { } isDefault && WordXml.IsOn(isDefault))
                defaults.TryAdd(style.Attribute("type") ?? "", id);
        }

        _styles = named;
        _defaults = defaults;
        _documentDefaults = RunProperties.ToTraits(styles.Child("docDefaults").Child("rPrDefault").Child("rPr"));
    }

    /// <summary>The style of a paragraph: the one it names where that exists, else the default.</summary>
    public string? ParagraphStyle(OpenXmlElement paragraph) =>
        Known(paragraph.Child("pPr").ChildValue("pStyle")) ?? _defaults.GetValueOrDefault("paragraph");

    /// <summary>The look of the letters of a run.</summary>
    /// <param name="run">The properties of the run itself.</param>
    /// <param name="characterStyle">Its character style.</param>
    /// <param name="paragraphStyle">The style of its paragraph.</param>
    /// <param name="table">What the style of the table says for the cell.</param>
    public RunTraits Traits(OpenXmlElement? run, string? characterStyle, string? paragraphStyle, RunTraits table)
    {
        var styled = Traits(characterStyle).ToggledOver(Traits(paragraphStyle).ToggledOver(table));
        return RunProperties.ToTraits(run).Over(styled).Over(_documentDefaults);
    }

    /// <summary>What the style of a table says for its cells.</summary>
    public TableTraits TableTraits(OpenXmlElement table)
    {
        var properties = table.Child("tblPr");
        var id = Known(properties.ChildValue("tblStyle")) ?? _defaults.GetValueOrDefault("table");
        var look = new TableLook(properties.Child("tblLook"));
        return new TableTraits(
            Traits(id), Conditional(id, "firstRow", look.FirstRow), Conditional(id, "lastRow", look.LastRow),
            Conditional(id, "firstCol", look.FirstColumn), Conditional(id, "lastCol", look.LastColumn));
    }

    /// <summary>Level of a heading style, from 1, 0 for a title, null for body text.</summary>
    public int? HeadingLevel(string? styleId)
    {
        foreach (var style in Chain(styleId))
        {
            if (style.Child("pPr").ChildNumber("outlineLvl") is { } level)
                return FromOutline(level);
            if (NamedLevel(style.ChildValue("name")) is { } named)
                return named;
        }

        return null;
    }

    /// <summary>Level of a heading from an outline level, which counts from 0 and ends with body text.</summary>
    public static int? FromOutline(int level) => level is >= 0 and < BodyLevel ? level + 1 : null;

    /// <summary>
    /// The numbering of a style and the style of the chain that gives it: a level of the list may be linked to it.
    /// </summary>
    public (ListReference Reference, string? Origin) Numbering(string? styleId)
    {
        int? level = null;
        foreach (var style in Chain(styleId))
        {
            var reference = ListReference.Of(style.Child("pPr"));
            level ??= reference.Level;
            if (reference.List is { } list)
                return (new ListReference(list, level), style.Attribute("styleId"));
        }

        return (new ListReference(null, level), null);
    }

    /// <summary>Whether it is the style of prompts in empty content controls.</summary>
    public bool IsPrompt(string? characterStyle) =>
        Chain(characterStyle).Any(style => string.Equals(style.ChildValue("name"), "Placeholder Text", StringComparison.OrdinalIgnoreCase));

    /// <summary>The style and those it is based on, nearest first.</summary>
    public IEnumerable<OpenXmlElement> Chain(string? styleId)
    {
        // A broken file may be based on itself: no style comes twice.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (styleId is not null && seen.Add(styleId) && _styles.TryGetValue(styleId, out var style))
        {
            yield return style;
            styleId = style.ChildValue("basedOn");
        }
    }

    private string? Known(string? styleId) => styleId is not null && _styles.ContainsKey(styleId) ? styleId : null;

    private RunTraits Traits(string? styleId)
    {
        if (styleId is null)
            return RunTraits.None;
        if (!_traits.TryGetValue(styleId, out var traits))
            _traits[styleId] = traits = Merge(Chain(styleId).Select(style => style.Child("rPr")));
        return traits;
    }

    private RunTraits Conditional(string? styleId, string condition, bool isUsed) => isUsed
        ? Merge(Chain(styleId).SelectMany(style => style.Children("tblStylePr"))
            .Where(part => part.Attribute("type") == condition).Select(part => part.Child("rPr")))
        : RunTraits.None;

    private static RunTraits Merge(IEnumerable<OpenXmlElement?> nearestFirst) =>
        nearestFirst.Aggregate(RunTraits.None, (traits, properties) => traits.Over(RunProperties.ToTraits(properties)));

    private static readonly string[] HeadingNames = ["heading ", "titre "];

    // Built-in styles keep their English names in the file whatever the language of the program; styles that other programs
    // write may bear the French ones.
    private static int? NamedLevel(string? name)
    {
        if (name is null)
            return null;
        if (name.Equals("title", StringComparison.OrdinalIgnoreCase) || name.Equals("titre", StringComparison.OrdinalIgnoreCase))
            return 0;
        var heading = HeadingNames.FirstOrDefault(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        return heading is not null && WordXml.ToNumber(name[heading.Length..]) is { } level and >= 1 and <= BodyLevel ? level : null;
    }

    // Which conditions of its style a table uses, by named switches or by the older bits.
    private readonly struct TableLook(OpenXmlElement? look)
    {
        private readonly int _bits = int.TryParse(
            look.Attribute("val"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var bits) ? bits : 0;

        public bool FirstRow => Has("firstRow", 0x20);

        public bool LastRow => Has("lastRow", 0x40);

        public bool FirstColumn => Has("firstColumn", 0x80);

        public bool LastColumn => Has("lastColumn", 0x100);

        private bool Has(string name, int bit) => look.Attribute(name) is { } value ? WordXml.IsOn(value) : (_bits & bit) != 0;
    }
}
