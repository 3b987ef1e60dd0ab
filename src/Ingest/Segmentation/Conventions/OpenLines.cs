using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>A label, or the items of one, while the rows of their table are read.</summary>
internal abstract class OpenLine;

/// <summary>A label while the rows of its table are read: what goes on below is still added to it.</summary>
internal sealed class OpenLabel(int column, string kind, StrategyLevel? level) : OpenLine
{
    private readonly List<SourceWord> _words = [];

    public int Column => column;

    public string Kind => kind;

    public StrategyLevel? Level => level;

    public SourceText Text => SourceText.Of(_words);

    public void Add(SourceText text) => _words.AddRange(LabelText.WordsOf(text));
}

/// <summary>The items of one objective while the rows of its table are read.</summary>
internal sealed class OpenItems : OpenLine
{
    private readonly List<SourceParagraph> _paragraphs = [];
    private readonly List<SourceText> _quartiers = [];

    public SourceText Text => new() { Paragraphs = [.. _paragraphs] };

    public SourceText? Quartiers => _quartiers.Count == 0 ? null : SourceText.Concat(_quartiers);

    /// <summary>Adds text; what a break cut goes on in the last paragraph.</summary>
    public void Add(SourceText text, bool goesOn)
    {
        foreach (var (paragraph, index) in text.Paragraphs.Select((paragraph, index) => (paragraph, index)))
        {
            if (index == 0 && goesOn && _paragraphs.Count > 0 && paragraph.Marker is null)
                _paragraphs[^1] = _paragraphs[^1] with { Words = _paragraphs[^1].Words.AddRange(paragraph.Words) };
            else
                _paragraphs.Add(paragraph);
        }
    }

    public void AddQuartiers(SourceText text) => _quartiers.Add(text);
}
