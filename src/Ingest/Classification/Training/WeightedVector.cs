using Ingest.Classification.Features;

namespace Ingest.Classification.Training;

/// <summary>A text to learn from.</summary>
/// <param name="Vector">Its features.</param>
/// <param name="Class">Its class, from 0.</param>
/// <param name="Weight">How much it counts; 1 for a labelled text.</param>
internal readonly record struct WeightedVector(SparseVector Vector, int Class, double Weight);
