using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>A text without what text recognition made of rules and pictures.</summary>
/// <param name="Text">The text, mended where one reading is sure; empty where nothing is left.</param>
/// <param name="Left">What was taken out.</param>
/// <param name="Findings">Each drop, each doubt.</param>
internal sealed record CleanText(SourceText Text, ImmutableArray<DraftUnassigned> Left, ImmutableArray<Finding> Findings)
{
    /// <summary>Whether the text may be no French, and only its place can tell.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Whether every word of it is known.</summary>
    public bool IsKnown { get; init; }
}

/// <summary>Keeps out of texts what is no French, and mends words that recognition broke.</summary>
internal sealed class NoiseFilter(FrenchText judge, WordRepair repair, FrenchLexicon lexicon)
{
    // Shorter words are found in any noise.
    private const int LeastContentWord = 4;

    /// <summary>Whether a text holds a word that chance does not make.</summary>
    public bool HasContent(SourceText text) => text.Words.Any(word => word.Text.Length >= LeastContentWord && lexicon.IsWord(word.Text));

    /// <summary>The text of a cell or a paragraph.</summary>
    public CleanText Clean(SourceText text)
    {
        // A stray mark alone is none of anything.
        if (!text.Text.Any(char.IsLetterOrDigit))
            return Drop(text);
        var mended = repair.Repair(text);
        var french = judge.Judge(mended.Text);
        return french.Verdict switch
        {
            FrenchVerdict.Gibberish => Drop(text),
            FrenchVerdict.Doubtful => new CleanText(mended, [], [TextFindings.DoubtfulText.At(null, text.ToEvidence(), text.Text)]) { IsDoubtful = true },
            _ => new CleanText(mended, [], []) { IsKnown = french.KnownWords >= 1 },
        };
    }

    /// <summary>A text of lines that were put together, its words made whole over their ends; other texts as they are.</summary>
    public SourceText MendLines(SourceText text) => text.Words.FirstOrDefault() is { } word && word.Regions.Any(region => region.Line is not null) ? repair.Repair(text) : text;

    /// <summary>A text that is taken out.</summary>
    public static CleanText Drop(SourceText text) => new(
        SourceText.Empty, [new DraftUnassigned(text, UnassignedReason.Gibberish)], [TextFindings.Gibberish.At(null, text.ToEvidence(), text.Text)]);
}
