using Ingest.Evaluation.Tables;
using Ingest.Layout;

namespace Ingest.Evaluation.Scans;

/// <summary>How much of a text was read.</summary>
/// <param name="Letters">Letters of the twin.</param>
/// <param name="Distance">Edit distance of what was read to it: letters that are wrong, missing or too many.</param>
/// <param name="Words">Words of the twin.</param>
/// <param name="Read">Words that were read.</param>
/// <param name="Shared">Words that both have, whatever their order: each of one answers for one of the other.</param>
public sealed record TextScore(int Letters, int Distance, int Words, int Read, int Shared)
{
    /// <summary>Nothing compared.</summary>
    public static TextScore None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Character error rate: the distance over the letters of the twin; more than 1 where more was invented than there is, null without letters.</summary>
    public double? CharacterErrors => Letters == 0 ? null : (double)Distance / Letters;

    /// <summary>Precision and recall of words without regard to their order.</summary>
    public PrecisionRecall WordScore => PrecisionRecall.Of(Shared, Read, Words);

    /// <summary>Compares two texts.</summary>
    /// <param name="twin">What is printed.</param>
    /// <param name="read">What was read.</param>
    /// <param name="options">What does not count; null for the defaults.</param>
    public static TextScore Of(string twin, string read, ComparedTextOptions? options = null)
    {
        var text = new ComparedText(options ?? ComparedTextOptions.Default);
        var (printed, found) = (text.Fold(twin), text.Fold(read));
        var (printedWords, foundWords) = (new Bag<string>(ComparedText.WordsOf(printed)), new Bag<string>(ComparedText.WordsOf(found)));
        return new TextScore(printed.Length, EditDistance.Of(printed, found), printedWords.Count, foundWords.Count, printedWords.CountShared(foundWords));
    }

    /// <summary>All texts together.</summary>
    public static TextScore Sum(IEnumerable<TextScore> scores) => scores.Aggregate(None, (sum, score) => new TextScore(
        sum.Letters + score.Letters, sum.Distance + score.Distance, sum.Words + score.Words, sum.Read + score.Read, sum.Shared + score.Shared));
}

/// <summary>What a page is, by its twin.</summary>
public enum PageKind
{
    /// <summary>Text without a ruled table.</summary>
    Text,

    /// <summary>A ruled table is on it.</summary>
    Table,
}

/// <summary>How a scanned page was read.</summary>
public sealed record PageScore
{
    /// <summary>Name of the scan.</summary>
    public required string Scan { get; init; }

    /// <summary>The split of the scan.</summary>
    public required Split Split { get; init; }

    /// <summary>Page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>What is on it.</summary>
    public required PageKind Kind { get; init; }

    /// <summary>What this program read.</summary>
    public required TextScore Own { get; init; }

    /// <summary>What plain text recognition read; null where it was not asked.</summary>
    public TextScore? Plain { get; init; }

    /// <summary>Whether this program makes fewer errors than plain text recognition.</summary>
    public bool IsLower => Plain is not null && Own.Distance < Plain.Distance;
}
