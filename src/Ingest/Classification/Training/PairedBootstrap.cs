namespace Ingest.Classification.Training;

/// <summary>How sure the difference of two models is.</summary>
/// <param name="Difference">Accuracy of the second less that of the first, on all texts.</param>
/// <param name="Low">Lower end of its interval of 95 %.</param>
/// <param name="High">Upper end.</param>
/// <param name="IsWorse">Share of the draws in which the second is worse.</param>
public sealed record BootstrapResult(double Difference, double Low, double High, double IsWorse);

/// <summary>Paired bootstrap: the same texts, drawn anew many times, for both models.</summary>
public static class PairedBootstrap
{
    private const int Draws = 10_000;
    private const double Tail = 0.025;

    /// <summary>Compares two models on the same texts.</summary>
    /// <param name="before">Whether the first is right on each text.</param>
    /// <param name="after">Whether the second is.</param>
    public static BootstrapResult Compare(IReadOnlyList<bool> before, IReadOnlyList<bool> after)
    {
        var gains = before.Zip(after, (one, other) => (other ? 1 : 0) - (one ? 1 : 0)).ToArray();
        // A fixed seed: the same models give the same interval.
        var random = new Random(1);
        var differences = new double[Draws];
        foreach (ref var difference in differences.AsSpan())
        {
            var sum = 0;
            for (var i = 0; i < gains.Length; i++)
                sum += gains[random.Next(gains.Length)];
            difference = (double)sum / gains.Length;
        }

        Array.Sort(differences);
        return new BootstrapResult(
            gains.Average(), differences[(int)(Draws * Tail)], differences[(int)(Draws * (1 - Tail))], differences.Count(difference => difference < 0) / (double)Draws);
    }
}
