using Ingest.Model.Documents;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>Whether a document holds a strategy: its words in headings and headers, not in running text.</summary>
internal sealed class StrategySigns(TerminologyVocabulary terms)
{
    // A strategy speaks of several of its parts; one word alone may be a title of an action.
    private const int LeastSigns = 3;

    /// <summary>Counts the different words of a convention in headings, short paragraphs and cells without figures.</summary>
    public bool Find(DocumentContent content)
    {
        var signs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in content.Blocks)
        {
            var texts = block switch
            {
                TextContent { Block.Text: var text } => [text],
                TableContent { Table: var table } => table.Cells.Where(cell => cell.Row < 2).Select(cell => cell.Text),
                _ => [],
            };
            foreach (var text in texts.Where(text => text.Words.Take(LongestHeading + 1).Count() <= LongestHeading))
            {
                foreach (var match in terms.MatchKinds(text.Text).Where(match => match.Kind == DocumentKind.Convention))
                    signs.Add(text.Text.Substring(match.Start, match.Length).ToUpperInvariant());
            }
        }

        return signs.Count >= LeastSigns;
    }

    private const int LongestHeading = 25;
}
