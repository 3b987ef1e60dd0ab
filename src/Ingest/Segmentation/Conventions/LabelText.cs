using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>What the words of a label tell about where it begins and ends.</summary>
internal sealed class LabelText(StrategyVocabulary vocabulary, FrenchLexicon lexicon, LabelReader marks)
{
    /// <summary>Whether a label cannot be at its end: it closes with a comma, a hyphen or a word that needs another.</summary>
    public bool IsOpen(SourceText label) => label.Words.LastOrDefault() is { } last
        && (last.Text[^1] is ',' or '-' or '\'' or '’' or '(' or '/' || vocabulary.IsFunctionWord(last.Text));

    /// <summary>Whether a word with a capital is an infinitive: with it a label or an item begins.</summary>
    public bool OpensItem(string word) =>
        word.Length > 2 && char.IsUpper(word[0]) && word.Skip(1).Any(char.IsLower) && lexicon.IsInfinitive(Bare(word));

    /// <summary>
    /// The labels that stand in one cell, parted where an infinitive with a capital opens another: « … résidentiels Associer
    /// les habitants … ». Paragraphs that open with a capital are labels of their own.
    /// </summary>
    public ImmutableArray<SourceText> Part(SourceText cell)
    {
        if (SentenceGrammar.IsShouted(cell.Text))
            return [Flat(WordsOf(cell))];
        var parts = ImmutableArray.CreateBuilder<SourceText>();
        var open = new List<SourceWord>();
        foreach (var labelled in marks.Part(cell))
        {
            // A label with a mark of its own begins here: « … logements Objectif 2.3 : Aider … ».
            if (open.Count > 0)
                parts.Add(Flat(open));
            open.Clear();
            AddParts(labelled, open, parts);
        }

        if (open.Count > 0)
            parts.Add(Flat(open));
        return parts.ToImmutable();
    }

    private void AddParts(SourceText cell, List<SourceWord> open, ImmutableArray<SourceText>.Builder parts)
    {
        foreach (var paragraph in cell.Paragraphs)
        {
            var words = WordsOf(paragraph).ToList();
            for (var i = 0; i < words.Count; i++)
            {
                var word = words[i];
                if (open.Count > 0 && Begins(open, word, i == 0))
                {
                    parts.Add(Flat(open));
                    open.Clear();
                }

                open.Add(word);
            }
        }
    }

    /// <summary>
    /// How many first words of a text are only the neighbouring cell's, bled over the border: words of it in their order, some
    /// left out, none of them opening a label. 0 where the text is its own.
    /// </summary>
    public static int Bled(SourceText text, SourceText neighbour)
    {
        if (!SentenceGrammar.StartsLower(text.Text))
            return 0;
        var others = neighbour.Words.Select(word => Folding.Fold(word.Text)).ToList();
        var (taken, at) = (0, 0);
        foreach (var word in text.Words)
        {
            var folded = Folding.Fold(word.Text);
            var found = others.FindIndex(at, other => other == folded);
            // A word told twice by the recognition (« aux aux ») has its second in the first.
            if (found < 0 && taken > 0 && at > 0 && others[at - 1] == folded)
                found = at - 1;
            if (found < 0)
                break;
            (taken, at) = (taken + 1, found + 1);
        }

        const int Least = 2; // One word in common is chance.
        return taken >= Least && text.Words.Take(taken).Any(word => word.Text.Length > 3) ? taken : 0;
    }

    /// <summary>The words of a label, the number that opens it among them.</summary>
    public static IEnumerable<SourceWord> WordsOf(SourceText text) => text.Paragraphs.SelectMany(WordsOf);

    private static IEnumerable<SourceWord> WordsOf(SourceParagraph paragraph) => paragraph.Marker is { } marker && marker.Any(char.IsLetterOrDigit) && !paragraph.Words.IsEmpty
        ? paragraph.WordsWithMarker
        : paragraph.Words;

    /// <summary>Words as one paragraph.</summary>
    public static SourceText Flat(IEnumerable<SourceWord> words) => SourceText.Of(words);

    private bool Begins(List<SourceWord> open, SourceWord word, bool isParagraph)
    {
        var previous = open[^1].Text;
        if (isParagraph && char.IsUpper(word.Text[0]) && SentenceGrammar.StartsUpper(open[0].Text) && OpensItem(word.Text) && open.Count > 2)
            return true;
        return OpensItem(word.Text) && open.Count > 2 && !vocabulary.IsFunctionWord(previous) && previous[^1] is not (':' or ',' or '(' or '«' or '"' or '“' or '/' or '-' or '–');
    }

    private static string Bare(string word) => word.TrimEnd('.', ',', ';', ':', '!', '?', '»', '"', '”', ')');
}
