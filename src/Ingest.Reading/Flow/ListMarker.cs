namespace Ingest.Reading.Flow;

/// <summary>What a list shows before a paragraph.</summary>
/// <param name="Text">The number or sign; null where the list shows nothing.</param>
/// <param name="Level">Depth in the list, from 0.</param>
/// <param name="IsBullet">Whether it is a sign and no number.</param>
internal readonly record struct ListMarker(string? Text, int Level, bool IsBullet);
