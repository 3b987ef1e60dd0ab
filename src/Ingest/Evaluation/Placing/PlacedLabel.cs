using Ingest.Classification;
using Ingest.Classification.Training;

namespace Ingest.Evaluation.Placing;

/// <summary>A labelled text with what a model says of it.</summary>
/// <param name="Text">The text with its right place.</param>
/// <param name="Placing">The model's answer.</param>
public sealed record PlacedLabel(LabelledText Text, TextPlacing Placing)
{
    /// <summary>Whether the right place is « none ».</summary>
    public bool IsNone => Text.Label == NoneName;

    /// <summary>The answer: the best leaf, or « none » where it is likelier.</summary>
    public string Answer => Placing.None > Placing.Leaves[0].Probability ? NoneName : Placing.Leaves[0].Leaf;

    /// <summary>Probability of the answer.</summary>
    public double Confidence => Math.Max(Placing.None, Placing.Leaves[0].Probability);

    /// <summary>Whether the answer is right.</summary>
    public bool IsRight => Answer == Text.Label;

    internal static string NoneName => "none";
}
