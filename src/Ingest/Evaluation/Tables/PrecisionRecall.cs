namespace Ingest.Evaluation.Tables;

/// <summary>Precision and recall with their harmonic mean, each from 0 to 1.</summary>
/// <param name="Precision">Share of what was predicted that is right.</param>
/// <param name="Recall">Share of what is true that was predicted.</param>
public readonly record struct PrecisionRecall(double Precision, double Recall)
{
    /// <summary>Harmonic mean of both.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    /// <summary>From counts; nothing predicted where nothing is true is right.</summary>
    /// <param name="correct">Number of right things.</param>
    /// <param name="predicted">Number of predicted things.</param>
    /// <param name="truth">Number of true things.</param>
    public static PrecisionRecall Of(int correct, int predicted, int truth) => new(
        predicted > 0 ? (double)correct / predicted : truth == 0 ? 1 : 0,
        truth > 0 ? (double)correct / truth : predicted == 0 ? 1 : 0);
}
