using Ingest.Model.Findings;

namespace Ingest.Reading.Flow;

/// <summary>
/// Gathers text that is struck out. Whoever strikes an amount out takes it back: it is no value, and stays told word by word.
/// </summary>
internal sealed class StruckText
{
    private readonly List<string> _runs = [];

    /// <summary>Text of one look was left out.</summary>
    public void Add(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            _runs.Add(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>One finding for each piece.</summary>
    public IEnumerable<Finding> ToFindings() => _runs.Select(run => TextFindings.StruckOut.At(null, null, run));
}
