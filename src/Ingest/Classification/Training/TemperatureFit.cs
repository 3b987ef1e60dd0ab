namespace Ingest.Classification.Training;

/// <summary>
/// The temperature that makes scores honest probabilities (C. Guo et al., « On calibration of modern neural networks », 2017): the one under
/// which the right classes of some texts are likeliest.
/// </summary>
internal static class TemperatureFit
{
    // Beyond these a model knows nothing, or everything.
    private const double Coldest = 1e-3;
    private const double Hottest = 1e3;
    private const int Steps = 60;
    private const double LeastProbability = 1e-12;

    /// <summary>The best temperature, by golden section over its logarithm.</summary>
    /// <param name="scored">Scores of texts with their right class.</param>
    public static double Fit(IReadOnlyList<(double[] Scores, int Class)> scored)
    {
        var golden = (Math.Sqrt(5) - 1) / 2;
        var (low, high) = (Math.Log(Coldest), Math.Log(Hottest));
        for (var step = 0; step < Steps; step++)
        {
            var (left, right) = (high - (golden * (high - low)), low + (golden * (high - low)));
            if (Loss(scored, Math.Exp(left)) < Loss(scored, Math.Exp(right)))
                high = right;
            else
                low = left;
        }

        return Math.Exp((low + high) / 2);
    }

    /// <summary>Mean negative logarithm of the right classes' probabilities.</summary>
    public static double Loss(IReadOnlyList<(double[] Scores, int Class)> scored, double temperature) =>
        scored.Average(text => -Math.Log(Math.Max(LinearScores.Probabilities(text.Scores, temperature)[text.Class], LeastProbability)));
}
