using Ingest.Grammar;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation.Conventions;

/// <summary>The lines of a strategy that one table holds.</summary>
/// <param name="First">Index of the first.</param>
/// <param name="Count">Their number.</param>
internal readonly record struct TableLines(int First, int Count);

/// <summary>Tables that only repeat what the rest of a strategy says: an overview at its head, a recapitulation behind it.</summary>
internal static class RepeatedTables
{
    // So many (0..1) of the texts of a table must be told elsewhere.
    private const double MostTold = 0.8;

    // So much (0..1) of a text's letters may be the marks of its labels.
    private const double Marks = 0.15;

    // Shorter texts are found anywhere.
    private const int LeastLetters = 6;

    /// <summary>The lines without those of such tables.</summary>
    /// <param name="events">All lines.</param>
    /// <param name="tables">Which of them stand in which table.</param>
    public static List<StrategyEvent> Without(List<StrategyEvent> events, IReadOnlyList<TableLines> tables)
    {
        var dropped = new HashSet<StrategyEvent>(ReferenceEqualityComparer.Instance);
        foreach (var table in tables.Where(table => table.Count > 1))
        {
            var own = events.GetRange(table.First, table.Count);
            var others = events.Except(own).Except(dropped).SelectMany(TextsOf).Select(text => Folding.Fold(text.Text)).Where(text => text.Length >= LeastLetters)
                .Distinct().OrderByDescending(text => text.Length).ToList();
            var texts = own.SelectMany(TextsOf).Select(text => Folding.Fold(text.Text)).Where(text => text.Length >= LeastLetters).ToList();
            if (others.Count > 0 && texts.Count > 1 && texts.Count(text => IsTold(text, others)) >= MostTold * texts.Count)
                dropped.UnionWith(own);
        }

        return [.. events.Where(line => !dropped.Contains(line))];
    }

    private static IEnumerable<SourceText> TextsOf(StrategyEvent line) => line switch
    {
        LabelEvent label => [label.Label.Title],
        ItemsEvent items => items.Items.Select(item => item.Text),
        _ => [],
    };

    // « Repérer les situations C.1.2 Traiter les copropriétés »: two labels, each told elsewhere, and a mark.
    private static bool IsTold(string text, List<string> others)
    {
        var rest = text;
        foreach (var other in others.Where(other => other.Length <= text.Length))
            rest = rest.Replace(other, "", StringComparison.Ordinal);
        return rest.Count(char.IsLetterOrDigit) <= Marks * text.Length;
    }
}
