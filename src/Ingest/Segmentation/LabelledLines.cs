using System.Collections.Immutable;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>
/// Lines of a cell that say themselves what they are: « Porteur : MJC des Capucins » below the title of the action. The label is none of
/// the value.
/// </summary>
/// <param name="Rest">The other lines.</param>
/// <param name="Fields">What the labelled ones say, by role; the first of each.</param>
internal sealed record LabelledLines(SourceText Rest, ImmutableDictionary<ColumnRole, SourceText> Fields)
{
    private const int LongestLabel = 4;

    // From this score on, the words before a colon are a label and no title.
    private const double SureLabel = 0.9;

    private static readonly ImmutableDictionary<HeaderRole, ColumnRole> Roles = new Dictionary<HeaderRole, ColumnRole>
    {
        [HeaderRole.Porteur] = ColumnRole.Porteur,
        [HeaderRole.Quartier] = ColumnRole.Quartier,
        [HeaderRole.Description] = ColumnRole.Description,
        [HeaderRole.Theme] = ColumnRole.Theme,
        [HeaderRole.Title] = ColumnRole.Title,
    }.ToImmutableDictionary();

    /// <summary>Parts the lines of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="headers">Words of labels.</param>
    public static LabelledLines Part(SourceText cell, HeaderVocabulary headers)
    {
        var fields = ImmutableDictionary.CreateBuilder<ColumnRole, SourceText>();
        var rest = ImmutableArray.CreateBuilder<SourceParagraph>();
        foreach (var paragraph in cell.Paragraphs)
        {
            var line = cell with { Paragraphs = [paragraph] };
            var colon = line.Text.IndexOf(':', StringComparison.Ordinal);
            var label = colon > 0 ? line.Text[..colon].Trim() : "";
            if (label.Length > 0 && label.Split(' ').Length <= LongestLabel && headers.Match(label) is [{ Score: >= SureLabel } match, ..] && Roles.TryGetValue(match.Role, out var role)
                && line.Text[(colon + 1)..].Trim().Length > 0 && fields.TryAdd(role, line.Slice(colon + 1, line.Text.Length - colon - 1)))
                continue;
            rest.Add(paragraph);
        }

        return fields.Count == 0 ? new LabelledLines(cell, fields.ToImmutable()) : new LabelledLines(cell with { Paragraphs = rest.ToImmutable() }, fields.ToImmutable());
    }
}
