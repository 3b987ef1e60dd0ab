namespace Ingest.Classification.Training;

/// <summary>
/// Complement naive Bayes (J. Rennie et al., « Tackling the poor assumptions of naive Bayes text classifiers », 2003): each class is told by
/// what stands in the texts of all others, which is steadier where a class has few texts. Weights are scaled to the length of their class.
/// </summary>
internal static class ComplementBayesFit
{
    /// <summary>The weights, as scores to be mixed with others.</summary>
    /// <param name="texts">The texts with their classes and how much each counts.</param>
    /// <param name="features">Number of features that are counted, the first ones of a vector.</param>
    /// <param name="values">Number of values of a vector; those that are not counted weigh nothing.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="smoothing">What is added to each count.</param>
    public static LinearScores Fit(IReadOnlyList<WeightedVector> texts, int features, int values, int classes, double smoothing)
    {
        var counts = new double[features * classes];
        var all = new double[features];
        foreach (var text in texts)
        {
            for (var i = 0; i < text.Vector.Indices.Length && text.Vector.Indices[i] < features; i++)
            {
                var value = text.Weight * text.Vector.Values[i];
                counts[(text.Vector.Indices[i] * classes) + text.Class] += value;
                all[text.Vector.Indices[i]] += value;
            }
        }

        var total = all.Sum();
        var weights = new float[values * classes];
        for (var c = 0; c < classes; c++)
        {
            var own = 0.0;
            for (var f = 0; f < features; f++)
                own += counts[(f * classes) + c];
            var rest = total - own + (smoothing * features);
            var length = 0.0;
            for (var f = 0; f < features; f++)
            {
                var weight = -Math.Log((all[f] - counts[(f * classes) + c] + smoothing) / rest);
                weights[(f * classes) + c] = (float)weight;
                length += weight;
            }

            for (var f = 0; f < features; f++)
                weights[(f * classes) + c] = (float)(weights[(f * classes) + c] / length * features);
        }

        return new LinearScores(weights, new float[classes]);
    }
}
