using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Ingest.Classification.Training;

/// <summary>What ML.NET does out of the box: <c>FeaturizeText</c> with its defaults and maximum entropy by SDCA. A baseline, for evaluation alone.</summary>
public static class PlainTextBaseline
{
    /// <summary>Fits it and places texts.</summary>
    /// <param name="taxonomy">The taxonomy.</param>
    /// <param name="training">What it learns from.</param>
    /// <param name="texts">What it places.</param>
    public static ImmutableArray<TextPlacing> Place(Taxonomy taxonomy, IReadOnlyList<LabelledText> training, IReadOnlyList<LabelledText> texts)
    {
        var context = new MLContext(seed: 1);
        var learned = context.Data.LoadFromEnumerable(training.Select(ToRow).ToArray());
        var sdca = new SdcaMaximumEntropyMulticlassTrainer.Options { LabelColumnName = nameof(Row.Key), FeatureColumnName = nameof(Row.Features), NumberOfThreads = 1 };
        var model = context.Transforms.Text.FeaturizeText(nameof(Row.Features), nameof(Row.Text))
            .Append(context.Transforms.Conversion.MapValueToKey(nameof(Row.Key), nameof(Row.Label)))
            .Append(context.MulticlassClassification.Trainers.SdcaMaximumEntropy(sdca))
            .Fit(learned);
        var placed = model.Transform(context.Data.LoadFromEnumerable(texts.Select(ToRow).ToArray()));
        var names = default(VBuffer<ReadOnlyMemory<char>>);
        placed.Schema[nameof(Row.Key)].GetKeyValues(ref names);
        var toPlacing = new ClassesToPlacing(taxonomy, [.. names.DenseValues().Select(name => name.ToString())]);
        return [.. placed.GetColumn<float[]>("Score").Select(scores => toPlacing.Convert(Array.ConvertAll(scores, static score => (double)score)))];
    }

    private static Row ToRow(LabelledText text) => new() { Text = text.Text, Label = text.Label };

    private sealed class Row
    {
        public string Text { get; init; } = "";

        public string Label { get; init; } = "";

        // Columns that the pipeline adds: named here alone.
        [NoColumn]
        public uint Key { get; init; }

        [NoColumn]
        public float[] Features { get; init; } = [];
    }
}
