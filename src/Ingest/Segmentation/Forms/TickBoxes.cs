using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation.Forms;

/// <summary>An option with its box.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsTicked">Whether the box is ticked.</param>
internal sealed record TickedOption(SourceText Text, bool IsTicked);

/// <summary>Boxes with what stands beside them: « ☒ Nouvelle action ☐ Reconduction », « Oui ☐ Non ☒ », « [x] oui [ ] non ».</summary>
internal static partial class TickBoxes
{
    /// <summary>The options of a text; empty where it has no box. Boxes lead where the text opens with one, else they follow.</summary>
    public static ImmutableArray<TickedOption> Read(SourceText text)
    {
        var boxes = Box().Matches(text.Text).ToList();
        if (boxes.Count == 0)
            return [];
        var options = ImmutableArray.CreateBuilder<TickedOption>();
        var leads = text.Text[..boxes[0].Index].Trim(' ', '\u00A0', ':', '-').Length == 0;
        for (var i = 0; i < boxes.Count; i++)
        {
            var (from, to) = leads
                ? (boxes[i].Index + boxes[i].Length, i + 1 < boxes.Count ? boxes[i + 1].Index : text.Text.Length)
                : (i == 0 ? 0 : boxes[i - 1].Index + boxes[i - 1].Length, boxes[i].Index);
            if (to > from && text.Slice(from, to - from) is { IsEmpty: false } words)
                options.Add(new TickedOption(words, boxes[i].Groups["ticked"].Success));
        }

        return options.ToImmutable();
    }

    [GeneratedRegex(@"(?<ticked>🗹|[☒☑✓✔✗✘■⊠]|[\[(][ ]?[xX×✓✔][ ]?[\])])|[☐□❏❑❒○◻]|\[[ _]{0,3}\]|\([ _]{1,3}\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Box();
}
