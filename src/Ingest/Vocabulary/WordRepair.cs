using System.Collections.Immutable;
using Ingest.Model.Provenance;

namespace Ingest.Vocabulary;

/// <summary>
/// Mends what text recognition and line breaks do to words, where there is no doubt: words with a space in them
/// (« environnemen tales »), with a space behind their hyphen (« bien- être »), with an apostrophe that belongs to nothing
/// (« rôle 'éducatif »). Nothing else is touched, no letter is lost, and mending twice changes nothing more. A mended word
/// keeps the places of its parts, and as <see cref="SourceWord.Raw"/> what was read.
/// </summary>
public sealed class WordRepair
{
    private readonly SplitWords _splitWords;
    private readonly OpenHyphens _openHyphens;
    private readonly StrayApostrophes _strayApostrophes;

    /// <summary>A repair by the given words.</summary>
    public WordRepair(FrenchLexicon lexicon)
    {
        _splitWords = new SplitWords(lexicon);
        _openHyphens = new OpenHyphens(lexicon);
        _strayApostrophes = new StrayApostrophes(lexicon);
    }

    /// <summary>The text with its words mended; the same object where nothing was to be done.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isKnownHere">
    /// Whether what is no French word is known to occur elsewhere in the document, as names do: such a word is no half of another.
    /// </param>
    public SourceText Repair(SourceText text, Func<string, bool>? isKnownHere = null)
    {
        // A quotation may open in one paragraph and close in another.
        var hasQuotation = text.Paragraphs.Any(paragraph => StrayApostrophes.MayQuote(paragraph.Words));
        var paragraphs = text.Paragraphs.Select(paragraph => Repair(paragraph, hasQuotation, isKnownHere ?? (_ => false))).ToImmutableArray();
        return paragraphs.Zip(text.Paragraphs).All(pair => ReferenceEquals(pair.First, pair.Second)) ? text : new SourceText { Paragraphs = paragraphs };
    }

    /// <summary>The paragraph with its words mended; the same object where nothing was to be done.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="isKnownHere">As for a text.</param>
    public SourceParagraph Repair(SourceParagraph paragraph, Func<string, bool>? isKnownHere = null) =>
        Repair(paragraph, StrayApostrophes.MayQuote(paragraph.Words), isKnownHere ?? (_ => false));

    private SourceParagraph Repair(SourceParagraph paragraph, bool hasQuotation, Func<string, bool> isKnownHere)
    {
        var words = paragraph.Words;
        while (RepairOnce(words, hasQuotation, isKnownHere) is { } repaired)
            words = repaired;
        return words == paragraph.Words ? paragraph : paragraph with { Words = words };
    }

    /// <summary>The words after one pass, or null where nothing was to be done. Each repair leaves fewer words or apostrophes: passes come to an end.</summary>
    private ImmutableArray<SourceWord>? RepairOnce(ImmutableArray<SourceWord> words, bool hasQuotation, Func<string, bool> isKnownHere)
    {
        var repaired = ImmutableArray.CreateBuilder<SourceWord>(words.Length);
        var isChanged = false;
        for (var i = 0; i < words.Length;)
        {
            var repair = _openHyphens.At(words, i) ?? _splitWords.At(words, i, isKnownHere)
                ?? (hasQuotation ? null : _strayApostrophes.At(words, i));
            repaired.Add(repair is { } found ? Merge(words.AsSpan(i, found.Count), found.Text) : words[i]);
            isChanged |= repair is not null;
            i += repair?.Count ?? 1;
        }

        return isChanged ? repaired.DrainToImmutable() : null;
    }

    private static SourceWord Merge(ReadOnlySpan<SourceWord> parts, string text)
    {
        var (regions, raw, origin, confidence) = (ImmutableArray<EvidenceRegion>.Empty, "", Origin.Text, 1.0);
        foreach (var part in parts)
        {
            regions = regions.AddRange(part.Regions);
            raw = raw.Length == 0 ? part.Raw ?? part.Text : $"{raw} {part.Raw ?? part.Text}";
            origin = origin == Origin.Text ? part.Origin : origin;
            confidence = Math.Min(confidence, part.Confidence);
        }

        return new SourceWord { Text = text, Regions = regions, Raw = raw, Origin = origin, Confidence = confidence };
    }
}

/// <summary>A repair of the words that begin at one.</summary>
/// <param name="Count">How many words it is about.</param>
/// <param name="Text">The word that they are.</param>
internal readonly record struct RepairedWord(int Count, string Text);
