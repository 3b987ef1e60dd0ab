using System.Collections.Immutable;

namespace Ingest.Evaluation.Tables;

/// <summary>A cell of a table that is scored; its sides are inside it, and only their differences matter.</summary>
/// <param name="Top">First row.</param>
/// <param name="Left">First column.</param>
/// <param name="Bottom">Last row.</param>
/// <param name="Right">Last column.</param>
/// <param name="Text">Its text as written.</param>
public sealed record ScoredCell(int Top, int Left, int Bottom, int Right, string Text);

/// <summary>A table that is scored, true or predicted.</summary>
/// <param name="Pages">The pages that it may stand on, from 1; mostly one.</param>
/// <param name="Cells">Its cells; where two claim a place, the later one has it.</param>
public sealed record ScoredTable(ImmutableSortedSet<int> Pages, ImmutableArray<ScoredCell> Cells);
