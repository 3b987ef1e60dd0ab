using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Ingest.Classification.Training;

/// <summary>
/// Multinomial logistic regression by ML.NET: the one place that touches it. One thread and no random start: the same texts give the same
/// weights on every run.
/// </summary>
internal static class MaximumEntropyFit
{
    /// <summary>Weights that make the labels of some texts most likely.</summary>
    /// <param name="texts">The texts with their classes and how much each counts.</param>
    /// <param name="features">Number of features.</param>
    /// <param name="classes">Number of classes; each must have a text.</param>
    /// <param name="options">How weights are held small, how long to seek.</param>
    public static LinearScores Fit(IReadOnlyList<WeightedVector> texts, int features, int classes, TrainingOptions options)
    {
        var context = new MLContext(seed: 1);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        schema[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), classes);
        var data = context.Data.LoadFromEnumerable(texts.Select(text => ToRow(text, features)).ToArray(), schema);
        var trainer = context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            LabelColumnName = nameof(Row.Label),
            FeatureColumnName = nameof(Row.Features),
            ExampleWeightColumnName = nameof(Row.Weight),
            L1Regularization = 0,
            L2Regularization = (float)options.WeightDecay,
            OptimizationTolerance = (float)options.Tolerance,
            MaximumNumberOfIterations = options.MostIterations,
            HistorySize = options.History,
            NumberOfThreads = 1,
            InitialWeightsDiameter = 0,
            DenseOptimizer = true,
        });
        VBuffer<float>[] rows = [];
        var model = trainer.Fit(data).Model;
        model.GetWeights(ref rows, out var found);
        return new LinearScores(Transposed(rows, features, found), [.. model.GetBiases()]);
    }

    private static Row ToRow(WeightedVector text, int features) => new()
    {
        // ML.NET counts the keys of objects from 0, those of columns from 1.
        Label = (uint)text.Class,
        Weight = (float)text.Weight,
        Features = new VBuffer<float>(features, text.Vector.Indices.Length, [.. text.Vector.Values], [.. text.Vector.Indices]),
    };

    private static float[] Transposed(VBuffer<float>[] rows, int features, int classes)
    {
        var weights = new float[features * classes];
        for (var c = 0; c < classes; c++)
        {
            foreach (var (feature, weight) in rows[c].Items())
                weights[(feature * classes) + c] = weight;
        }

        return weights;
    }

    private sealed class Row
    {
        public uint Label { get; init; }

        public float Weight { get; init; }

        public VBuffer<float> Features { get; init; }
    }
}
