using System.Collections.Immutable;
using System.Text;

namespace Ingest.Model.Provenance;

/// <summary>A word that still knows where it was read.</summary>
public sealed record SourceWord
{
    /// <summary>The word, repaired (NFC, no soft hyphen); never empty, no white space inside.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands: one region, or two when it was hyphenated at a line end.</summary>
    public required ImmutableArray<EvidenceRegion> Regions { get; init; }

    /// <summary>The characters as read where the repair changed them, else null.</summary>
    public string? Raw { get; init; }

    /// <summary>How the word was read.</summary>
    public Origin Origin { get; init; }

    /// <summary>Trust in the reading, 0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>What a second reading made of the figure that the word belongs to, where it differs; else null.</summary>
    public string? SecondReading { get; init; }
}

/// <summary>Words that follow one another without a hard break: wrapped lines are already joined.</summary>
/// <param name="Words">The words in reading order, without the marker.</param>
/// <param name="Marker">The list marker that opens it (« • », « - », « 1.2 – »), or null.</param>
public sealed record SourceParagraph(ImmutableArray<SourceWord> Words, string? Marker = null)
{
    /// <summary>Where the marker stands; empty where the source draws it by itself.</summary>
    public ImmutableArray<EvidenceRegion> MarkerRegions { get; init; } = [];

    /// <summary>The words with the marker as the first; without a place of its own it has the first word's.</summary>
    public IEnumerable<SourceWord> WordsWithMarker => Marker is null || Words.IsEmpty
        ? Words
        : Words.Prepend(Words[0] with { Text = Marker, Raw = null, Regions = MarkerRegions.IsEmpty ? Words[0].Regions : MarkerRegions });
}

/// <summary>
/// A run of text that keeps the place of each word, so that any part of it can be given as evidence.
/// <see cref="Text"/> is the plain text: words joined by a space, paragraphs by a line feed, markers left out.
/// </summary>
public sealed record SourceText
{
    private readonly string _text = "";
    private readonly ImmutableArray<(int Start, SourceWord Word)> _index = [];
    private readonly ImmutableArray<SourceParagraph> _paragraphs = [];

    /// <summary>No text at all.</summary>
    public static SourceText Empty { get; } = new();

    /// <summary>The paragraphs, in reading order.</summary>
    public ImmutableArray<SourceParagraph> Paragraphs
    {
        get => _paragraphs;
        init
        {
            _paragraphs = value;
            (_text, _index) = Flatten(value);
        }
    }

    /// <summary>The plain text; offsets of <see cref="Slice"/> count in it.</summary>
    public string Text => _text;

    /// <summary>Whether there is no word.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>The words of all paragraphs.</summary>
    public IEnumerable<SourceWord> Words => _paragraphs.SelectMany(paragraph => paragraph.Words);

    /// <summary>One paragraph of words.</summary>
    public static SourceText Of(IEnumerable<SourceWord> words) => new() { Paragraphs = [new SourceParagraph([.. words])] };

    /// <summary>The texts one after the other, each paragraph kept.</summary>
    public static SourceText Concat(IEnumerable<SourceText> parts) => new() { Paragraphs = [.. parts.SelectMany(part => part.Paragraphs)] };

    /// <summary>
    /// The words that the characters from <paramref name="start"/> on touch. A word that is only touched in part is cut
    /// to that part, and keeps its whole region.
    /// </summary>
    /// <param name="start">Offset into <see cref="Text"/>.</param>
    /// <param name="length">Number of characters.</param>
    public SourceText Slice(int start, int length)
    {
        if (length <= 0)
            return Empty;
        var end = start + length;
        var paragraphs = ImmutableArray.CreateBuilder<SourceParagraph>();
        var (first, position) = (FirstWordBehind(start), 0);
        foreach (var paragraph in _paragraphs)
        {
            var kept = ImmutableArray.CreateBuilder<SourceWord>();
            var skipped = Math.Clamp(first - position, 0, paragraph.Words.Length);
            var isWhole = skipped == 0;
            for (var i = skipped; i < paragraph.Words.Length && _index[position + i].Start < end; i++)
            {
                var (at, word) = _index[position + i];
                var from = Math.Max(start, at);
                var to = Math.Min(end, at + word.Text.Length);
                isWhole &= from == at;
                kept.Add(from == at && to == at + word.Text.Length
                    ? word
                    : word with { Text = word.Text[(from - at)..(to - at)], Raw = null });
            }

            if (kept.Count > 0)
                paragraphs.Add(new SourceParagraph(kept.ToImmutable(), isWhole ? paragraph.Marker : null) { MarkerRegions = isWhole ? paragraph.MarkerRegions : [] });
            position += paragraph.Words.Length;
            if (position < _index.Length && _index[position].Start >= end)
                break;
        }

        return new SourceText { Paragraphs = paragraphs.ToImmutable() };
    }

    // Position of the first word that ends behind an offset.
    private int FirstWordBehind(int offset)
    {
        var (low, high) = (0, _index.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_index[middle].Start + _index[middle].Word.Text.Length > offset)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    /// <summary>The evidence for the whole text: one region per page (or line, paragraph, cell) and the words as read.</summary>
    public Evidence ToEvidence()
    {
        var regions = ImmutableArray.CreateBuilder<EvidenceRegion>();
        var raw = new StringBuilder();
        var confidence = 1.0;
        var origin = Origin.Text;
        string? second = null;
        foreach (var word in Words)
        {
            second ??= word.SecondReading;
            if (raw.Length > 0)
                raw.Append(' ');
            raw.Append(word.Raw ?? word.Text);
            confidence = Math.Min(confidence, word.Confidence);
            if (word.Origin != Origin.Text)
                origin = word.Origin;
            foreach (var region in word.Regions)
                AddRegion(regions, region);
        }

        return new Evidence { Regions = regions.ToImmutable(), Text = raw.ToString(), Origin = origin, Confidence = confidence, SecondReading = second };
    }

    /// <summary>The plain text.</summary>
    public override string ToString() => _text;

    private static void AddRegion(ImmutableArray<EvidenceRegion>.Builder regions, EvidenceRegion region)
    {
        for (var i = 0; i < regions.Count; i++)
        {
            if (!regions[i].IsSamePlace(region))
                continue;
            if (regions[i].Bbox is { } box && region.Bbox is { } other)
                regions[i] = regions[i] with { Bbox = box.Union(other), Straight = regions[i].Straight is { } straight && region.Straight is { } next ? straight.Union(next) : null };
            return;
        }

        regions.Add(region);
    }

    private static (string, ImmutableArray<(int, SourceWord)>) Flatten(ImmutableArray<SourceParagraph> paragraphs)
    {
        var text = new StringBuilder();
        var index = ImmutableArray.CreateBuilder<(int, SourceWord)>();
        foreach (var paragraph in paragraphs)
        {
            if (text.Length > 0 && paragraph.Words.Length > 0)
                text.Append('\n');
            for (var i = 0; i < paragraph.Words.Length; i++)
            {
                if (i > 0)
                    text.Append(' ');
                index.Add((text.Length, paragraph.Words[i]));
                text.Append(paragraph.Words[i].Text);
            }
        }

        return (text.ToString(), index.ToImmutable());
    }
}
