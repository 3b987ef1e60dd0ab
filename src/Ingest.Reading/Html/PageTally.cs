using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Html;

/// <summary>Counts, during one reading, what was not read as it stands, so that nothing is dropped in silence.</summary>
internal sealed class PageTally
{
    private readonly SortedDictionary<string, string> _unread = new(StringComparer.Ordinal);
    private readonly List<(string What, int Cells)> _hiddenCells = [];
    private readonly List<FlowBlock> _hidden = [];
    private readonly StruckText _struck = new();
    private readonly List<Finding> _limits = [];
    private int _insertions;
    private int _deletions;
    private int _hiddenWords;
    private int _undecodable;

    /// <summary>What is not shown and was read apart.</summary>
    public IReadOnlyList<FlowBlock> Hidden => _hidden;

    /// <summary>An insertion that the page marks was kept.</summary>
    public void Insertion() => _insertions++;

    /// <summary>A deletion that the page marks was left out.</summary>
    public void Deletion() => _deletions++;

    /// <summary>Text that is not shown was left out.</summary>
    public void HiddenText(string text) => _hiddenWords += HtmlElements.Words(text).Length;

    /// <summary>Cells that are not shown were read apart.</summary>
    /// <param name="what">What is hidden, in words that French and English share.</param>
    /// <param name="cells">How many of its cells are filled.</param>
    /// <param name="blocks">What they hold.</param>
    public void HiddenCells(string what, int cells, IEnumerable<FlowBlock> blocks)
    {
        _hiddenCells.Add((what, cells));
        _hidden.AddRange(blocks);
    }

    /// <summary>Text that is struck out was left out.</summary>
    public void Struck(string text) => _struck.Add(text);

    /// <summary>Characters had no meaning.</summary>
    public void Undecodable(int count) => _undecodable += count;

    /// <summary>A part of the page was not read.</summary>
    /// <param name="part">What it is.</param>
    /// <param name="why">Why, in words that French and English share.</param>
    public void Unread(string part, string why) => _unread.TryAdd(part, why);

    /// <summary>A limit was met.</summary>
    public void Limit(Finding finding) => _limits.Add(finding);

    /// <summary>What is to be told.</summary>
    public ImmutableArray<Finding> ToFindings()
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (_insertions + _deletions > 0)
            findings.Add(TextFindings.TrackedChanges.At(null, null, _insertions, _deletions));
        if (_hiddenWords > 0)
            findings.Add(TextFindings.Invisible.At(null, null, _hiddenWords, 1));
        findings.AddRange(_struck.ToFindings());
        findings.AddRange(_hiddenCells.Select(hidden => TextFindings.HiddenCells.At(null, null, hidden.What, hidden.Cells)));
        if (_undecodable > 0)
            findings.Add(TextFindings.Undecodable.At(null, null, _undecodable, 1));
        findings.AddRange(_unread.Select(part => SourceFindings.UnreadPart.At(null, null, part.Key, part.Value)));
        findings.AddRange(_limits);
        return findings.ToImmutable();
    }
}
