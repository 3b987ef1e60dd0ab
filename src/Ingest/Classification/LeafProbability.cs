namespace Ingest.Classification;

/// <summary>A place with its probability.</summary>
/// <param name="Leaf">Id of the place.</param>
/// <param name="Probability">Calibrated probability, 0..1.</param>
public sealed record LeafProbability(string Leaf, double Probability);
