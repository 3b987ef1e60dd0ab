using System.Globalization;
using Ingest.Layout;
using Ingest.Model.Pages;

namespace Ingest.Emission.Inspection;

/// <summary>What a block of text is, in a word for programs, a few signs for a drawing, and a line for a reader.</summary>
internal static class BlockWords
{
    /// <summary>A word for the style: « heading », « item », « note », « box » or « paragraph ».</summary>
    public static string KindOf(TextBlock block) => block switch
    {
        { Role: FlowRole.Note } => "note",
        { HeadingLevel: not null } => "heading",
        { ListLevel: not null } => "item",
        { Marker: not null } => "item",
        { Role: FlowRole.TextBox } => "box",
        _ => "paragraph",
    };

    /// <summary>As in « H2 », « •1 », « ¶ ».</summary>
    public static string LabelOf(TextBlock block) => KindOf(block) switch
    {
        "heading" => string.Create(CultureInfo.InvariantCulture, $"H{block.HeadingLevel}"),
        "item" => string.Create(CultureInfo.InvariantCulture, $"•{block.ListLevel}"),
        "note" => "†",
        "box" => "▭",
        _ => "¶",
    };

    /// <summary>The kind with its level, marker and size.</summary>
    public static string Describe(TextBlock block, InspectionTexts texts)
    {
        var parts = new List<string> { texts["block." + KindOf(block)] };
        if ((block.HeadingLevel ?? block.ListLevel) is { } level)
            parts.Add(texts.Format("level", level.ToString(CultureInfo.InvariantCulture)));
        if (block.Marker is { } marker)
            parts.Add(texts.Format("marker", marker));
        if (block.FontSize is { } size)
            parts.Add(size.ToString("0.##", CultureInfo.InvariantCulture) + " pt");
        if (block.IsBold)
            parts.Add(texts["bold"]);
        return string.Join(", ", parts);
    }
}
