using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Reading.Packages;

namespace Ingest.Reading.Flow;

/// <summary>Counts, during one reading, what was not read as it stands, so that nothing is dropped in silence.</summary>
internal sealed class ReadingTally
{
    private readonly SortedDictionary<string, string> _unreadParts = new(StringComparer.Ordinal);
    private int _insertions;
    private int _deletions;
    private int _hiddenWords;
    private int _undecodable;
    private int _emptyControls;
    private readonly List<(string What, int Cells)> _hiddenCells = [];
    private readonly StruckText _struck = new();
    private readonly List<Finding> _limits = [];

    /// <summary>A tracked insertion was kept.</summary>
    public void Insertion() => _insertions++;

    /// <summary>A tracked deletion was left out.</summary>
    public void Deletion() => _deletions++;

    /// <summary>Text that is not shown was left out.</summary>
    public void Hidden(string text) => _hiddenWords += text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Text that is struck out was left out.</summary>
    public void Struck(string text) => _struck.Add(text);

    /// <summary>Characters had no meaning.</summary>
    public void Undecodable(int count) => _undecodable += count;

    /// <summary>A content control held nothing but its prompt.</summary>
    public void EmptyControl() => _emptyControls++;

    /// <summary>Cells that are not shown were read apart.</summary>
    /// <param name="what">Name of the table or sheet that they stand in.</param>
    /// <param name="cells">How many of them say something.</param>
    public void HiddenCells(string what, int cells) => _hiddenCells.Add((what, cells));

    /// <summary>A part of the file was not read.</summary>
    /// <param name="part">Its name in the file.</param>
    /// <param name="why">Its content type, what is wrong with it, or « absent »: words that French and English share.</param>
    public void Unread(string part, string why) => _unreadParts.TryAdd(part, why);

    /// <summary>A part of the file was not read.</summary>
    /// <param name="part">Its name in the file.</param>
    /// <param name="damage">What was thrown when it was opened.</param>
    public void Unread(string part, Exception damage)
    {
        if (damage is ArchiveLimitException limit)
            Limit(limit.Finding);
        else
            Unread(part, damage.Message);
    }

    /// <summary>A limit was met.</summary>
    public void Limit(Finding finding) => _limits.Add(finding);

    /// <summary>What is to be told.</summary>
    /// <param name="page">The page that the counts are for.</param>
    public ImmutableArray<Finding> ToFindings(int page)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (_insertions + _deletions > 0)
            findings.Add(TextFindings.TrackedChanges.At(null, null, _insertions, _deletions));
        if (_hiddenWords > 0)
            findings.Add(TextFindings.Invisible.At(null, null, _hiddenWords, page));
        findings.AddRange(_struck.ToFindings());
        if (_emptyControls > 0)
            findings.Add(TextFindings.EmptyControls.At(null, null, _emptyControls));
        if (_undecodable > 0)
            findings.Add(TextFindings.Undecodable.At(null, null, _undecodable, page));
        foreach (var (what, cells) in _hiddenCells)
            findings.Add(TextFindings.HiddenCells.At(null, null, what, cells));
        foreach (var (part, why) in _unreadParts)
            findings.Add(SourceFindings.UnreadPart.At(null, null, part, why));
        findings.AddRange(_limits.Distinct());
        return findings.ToImmutable();
    }
}
