using Ingest.Classification.Training;

namespace Ingest.Evaluation.Placing;

/// <summary>How far two labellers agree.</summary>
/// <param name="Texts">Texts that both labelled.</param>
/// <param name="Accuracy">Share on which they agree.</param>
/// <param name="Kappa">Cohen's kappa: agreement beyond what chance would give.</param>
public sealed record LabelAgreement(int Texts, double Accuracy, double Kappa)
{
    /// <summary>The agreement of first and second labels; null where no text has a second.</summary>
    public static LabelAgreement? Of(IEnumerable<LabelledText> texts)
    {
        var pairs = texts.Where(text => text.SecondLabel is not null).Select(text => (First: text.Label, Second: text.SecondLabel!)).ToArray();
        if (pairs.Length == 0)
            return null;
        var agreed = pairs.Count(pair => pair.First == pair.Second) / (double)pairs.Length;
        var chance = pairs.Select(pair => pair.First).Distinct()
            .Sum(label => (double)pairs.Count(pair => pair.First == label) * pairs.Count(pair => pair.Second == label)) / ((double)pairs.Length * pairs.Length);
        return new LabelAgreement(pairs.Length, agreed, chance >= 1 ? 1 : (agreed - chance) / (1 - chance));
    }
}
