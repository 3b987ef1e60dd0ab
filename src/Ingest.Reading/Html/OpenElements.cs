using System.Collections.Frozen;

namespace Ingest.Reading.Html;

/// <summary>
/// The elements that are open while the tags of a page go by, near enough to what a parser holds: an item ends the item before
/// it, a cell the cell, whether their end tags stand there or not (HTML standard, « Optional tags »).
/// </summary>
internal sealed class OpenElements
{
    private static readonly FrozenDictionary<string, (FrozenSet<string> Ends, FrozenSet<string> Within)> Implied =
        new Dictionary<string, (FrozenSet<string>, FrozenSet<string>)>
        {
            ["p"] = (Set("p"), Set("table td th li dd div section article main body blockquote center form fieldset")),
            ["li"] = (Set("li"), Set("ul ol menu dir table td th")),
            ["dt"] = (Set("dt dd"), Set("dl table td th")),
            ["dd"] = (Set("dt dd"), Set("dl table td th")),
            ["option"] = (Set("option"), Set("select optgroup")),
            ["td"] = (Set("td th"), Set("table")),
            ["th"] = (Set("td th"), Set("table")),
            ["tr"] = (Set("td th tr"), Set("table")),
            ["tbody"] = (Set("td th tr tbody thead tfoot"), Set("table")),
            ["thead"] = (Set("td th tr tbody thead tfoot"), Set("table")),
            ["tfoot"] = (Set("td th tr tbody thead tfoot"), Set("table")),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly List<(string Name, bool IsKept)> _open = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _kept;
    private int _looks;

    /// <summary>How many elements of look are open.</summary>
    public int Looks => _looks;

    /// <summary>Whether a drawing or a formula is open, which have rules of their own.</summary>
    public bool IsForeign => _counts.GetValueOrDefault("svg") + _counts.GetValueOrDefault("math") > 0;

    /// <summary>Takes a start tag; false where the element would stand too deep and is to be left out.</summary>
    /// <param name="name">Name of the element.</param>
    /// <param name="largestDepth">The most elements that may be open.</param>
    /// <param name="mostLooks">The most of look among them.</param>
    public bool Start(string name, int largestDepth, int mostLooks)
    {
        if (Implied.TryGetValue(name, out var rule))
            EndNearest(rule.Ends, rule.Within);
        else if (HtmlElements.IsBlock(name))
            EndNearest(Implied["p"].Ends, Implied["p"].Within);
        var isLook = HtmlElements.IsLook(name);
        var isKept = _kept < largestDepth && !(isLook && _looks >= mostLooks);
        _open.Add((name, isKept));
        _counts[name] = _counts.GetValueOrDefault(name) + 1;
        if (isKept)
            _kept++;
        if (isKept && isLook)
            _looks++;
        return isKept;
    }

    /// <summary>Takes an end tag; false where it ends an element that was left out.</summary>
    public bool End(string name)
    {
        if (_counts.GetValueOrDefault(name) == 0)
            return true;
        var at = _open.FindLastIndex(element => element.Name == name);
        var isKept = _open[at].IsKept;
        RemoveFrom(at);
        return isKept;
    }

    private void EndNearest(FrozenSet<string> ends, FrozenSet<string> within)
    {
        var outermost = -1;
        for (var i = _open.Count - 1; i >= 0 && !within.Contains(_open[i].Name); i--)
        {
            if (ends.Contains(_open[i].Name))
                outermost = i;
            else if (outermost < 0 && !ends.Any(_counts.ContainsKey))
                break;
        }

        if (outermost >= 0)
            RemoveFrom(outermost);
    }

    private void RemoveFrom(int at)
    {
        for (var i = at; i < _open.Count; i++)
        {
            var (name, isKept) = _open[i];
            _counts[name]--;
            if (!isKept)
                continue;
            _kept--;
            if (HtmlElements.IsLook(name))
                _looks--;
        }

        _open.RemoveRange(at, _open.Count - at);
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
