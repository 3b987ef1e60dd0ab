using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;

namespace Ingest.Tables;

/// <summary>A page whose text is turned, as a reader sees it who tilts the head: what finds tables is written once, for upright text.</summary>
internal sealed class TurnedPage
{
    private readonly PageLayout _original;
    private readonly TextDirection _direction;
    private readonly Dictionary<Word, Word> _words;

    private TurnedPage(PageLayout original, PageLayout layout, TextDirection direction, Dictionary<Word, Word> words) =>
        (_original, Layout, _direction, _words) = (original, layout, direction, words);

    /// <summary>The page in the frame of its direction; its coordinates may be negative.</summary>
    public PageLayout Layout { get; }

    /// <summary>Tilts the page.</summary>
    public static TurnedPage Turn(PageLayout layout, TextDirection direction)
    {
        var words = new Dictionary<Word, Word>(ReferenceEqualityComparer.Instance);
        var isAcross = direction is TextDirection.Up or TextDirection.Down;
        Word TurnWord(Word word)
        {
            var turned = word with { Box = ReadingFrame.PageToFrame(word.Box, direction), Direction = Turned(word.Direction, direction), Baseline = BaselineOf(word, direction) };
            words[turned] = word;
            return turned;
        }

        // Tagged tables name their words by their place among all: each is turned once.
        var all = layout.Page.Words.Concat(layout.Body).Distinct<Word>(ReferenceEqualityComparer.Instance).ToDictionary<Word, Word, Word>(word => word, TurnWord, ReferenceEqualityComparer.Instance);

        var page = layout.Page with
        {
            Words = [.. layout.Page.Words.Select(word => all[word])],
            Rulings = [.. layout.Page.Rulings.Select(rule => new Ruling(ReadingFrame.PageToFrame(rule.Box, direction), rule.IsHorizontal != isAcross, rule.Colour))],
            Fills = [.. layout.Page.Fills.Select(fill => fill with { Box = ReadingFrame.PageToFrame(fill.Box, direction) })],
        };
        return new TurnedPage(layout, layout with { Page = page, Body = [.. layout.Body.Select(word => all[word])] }, direction, words);
    }

    /// <summary>What was found, back on the page.</summary>
    public PageGrids TurnBack(PageGrids found) => new(
        _original,
        [.. found.Tables.Select(TurnBack)],
        [.. found.Single.Select(TurnBack)],
        [.. found.Rejected.Select(candidate => candidate.Bbox is { } box ? candidate with { Bbox = ReadingFrame.FrameToPage(box, _direction) } : candidate)])
    {
        Direction = _direction,
    };

    private FilledGrid TurnBack(FilledGrid filled) => filled with
    {
        Direction = _direction,
        Words = [.. filled.Words.Select(cell => cell.Select(word => _words[word]).ToImmutableArray())],
    };

    private static TextDirection Turned(TextDirection word, TextDirection page) => word == page ? TextDirection.Horizontal : word == TextDirection.Horizontal ? page : word;

    private static double BaselineOf(Word word, TextDirection direction) =>
        word.Direction == direction ? ReadingFrame.Baseline(word) : ReadingFrame.PageToFrame(word.Box, direction).Bottom;
}
