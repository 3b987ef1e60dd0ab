using System.Collections.Immutable;
using System.Globalization;

namespace Ingest.Pipeline;

/// <summary>
/// A map of a definition, read key by key. Each getter takes the inherited value and gives it back where the key is
/// absent; the keys asked for are the valid ones, and <see cref="RefuseTheRest"/> refuses all others.
/// </summary>
internal sealed class DefinitionSection
{
    private readonly DefinitionMap _map;
    private readonly string _path;
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    public DefinitionSection(string file, DefinitionMap map, string path = "")
    {
        File = file;
        _map = map;
        _path = path;
    }

    public string File { get; }

    public int Line => _map.Line;

    /// <summary>All keys with their values, for sections whose keys are data.</summary>
    public ImmutableArray<DefinitionEntry> Entries => _map.Entries;

    /// <summary>The section under a key, or null where it is absent.</summary>
    public DefinitionSection? Section(string key) => Find(key) switch
    {
        null => null,
        { Value: DefinitionMap map } => new DefinitionSection(File, map, PathOf(key)),
        { Value: DefinitionScalar { Text: null } } entry =>
            new DefinitionSection(File, new DefinitionMap(entry.Line, []), PathOf(key)),
        var entry => throw DefinitionProblem.NotAMap(File, entry.Line, PathOf(key)),
    };

    /// <summary>A word or a name, with its line; null where it is absent.</summary>
    public DefinitionScalar? Word(string key) => Find(key) switch
    {
        null => null,
        { Value: DefinitionScalar { Text: not null } scalar } => scalar,
        var entry => throw DefinitionProblem.NotAWord(File, entry.Line, PathOf(key)),
    };

    public T OneOf<T>(string key, T inherited, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        if (Word(key) is not { } scalar)
            return inherited;
        foreach (var choice in choices)
        {
            if (choice.Word == scalar.Text)
                return choice.Value;
        }

        var words = new string[choices.Length];
        for (var i = 0; i < words.Length; i++)
            words[i] = choices[i].Word;
        throw DefinitionProblem.BadWord(File, scalar.Line, PathOf(key), scalar.Text!, words);
    }

    public bool Flag(string key, bool inherited) => OneOf(key, inherited, ("true", true), ("false", false));

    public decimal Number(string key, decimal inherited, decimal least, decimal most)
    {
        if (Word(key) is not { } scalar)
            return inherited;
        var isNumber = decimal.TryParse(
            scalar.Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        return isNumber && number >= least && number <= most
            ? number
            : throw DefinitionProblem.BadNumber(File, scalar.Line, PathOf(key), scalar.Text!, least, most);
    }

    public double Real(string key, double inherited, double least, double most) =>
        Word(key) is null ? inherited : (double)Number(key, 0, (decimal)least, (decimal)most);

    public int Whole(string key, int inherited, int least, int most)
    {
        if (Word(key) is not { } scalar)
            return inherited;
        return int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
                ? number
                : throw DefinitionProblem.NotWhole(File, scalar.Line, PathOf(key), scalar.Text!, least, most);
    }

    /// <summary>A list of numbers, in order.</summary>
    public ImmutableArray<double> Numbers(string key, ImmutableArray<double> inherited, double least, double most)
    {
        var entry = Find(key);
        if (entry is null)
            return inherited;
        if (entry.Value is not DefinitionList list)
            throw DefinitionProblem.NotAList(File, entry.Line, PathOf(key));
        return [.. list.Items.Select(item => item is DefinitionScalar { Text: { } text }
            && double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? number
                : throw DefinitionProblem.BadNumber(File, item.Line, PathOf(key), (item as DefinitionScalar)?.Text ?? "", (decimal)least, (decimal)most))];
    }

    /// <summary>A list of words, none twice; <paramref name="allowed"/> null where any word may stand.</summary>
    public ImmutableArray<DefinitionScalar>? Words(string key, IReadOnlyCollection<string>? allowed)
    {
        var entry = Find(key);
        if (entry is null)
            return null;
        if (entry.Value is not DefinitionList list)
            throw DefinitionProblem.NotAList(File, entry.Line, PathOf(key));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var words = ImmutableArray.CreateBuilder<DefinitionScalar>(list.Items.Length);
        foreach (var item in list.Items)
        {
            if (item is not DefinitionScalar { Text: { } text } scalar)
                throw DefinitionProblem.NotAWord(File, item.Line, PathOf(key));
            if (allowed is not null && !allowed.Contains(text))
                throw DefinitionProblem.BadWord(File, item.Line, PathOf(key), text, allowed);
            if (!seen.Add(text))
                throw DefinitionProblem.Repeated(File, item.Line, PathOf(key), text);
            words.Add(scalar);
        }

        return words.ToImmutable();
    }

    /// <summary>A list of sections; none where it is absent.</summary>
    public ImmutableArray<DefinitionSection> Sections(string key)
    {
        var entry = Find(key);
        if (entry is null)
            return [];
        if (entry.Value is not DefinitionList list)
            throw DefinitionProblem.NotAList(File, entry.Line, PathOf(key));
        return [.. list.Items.Select(item => item is DefinitionMap map ? new DefinitionSection(File, map, PathOf(key)) : throw DefinitionProblem.NotAMap(File, item.Line, PathOf(key)))];
    }

    /// <summary>Refuses the first key that no getter asked for.</summary>
    public void RefuseTheRest()
    {
        foreach (var entry in _map.Entries)
        {
            if (!_known.Contains(entry.Key))
                throw DefinitionProblem.UnknownKey(File, entry.Line, PathOf(entry.Key), [.. _known.Select(PathOf)]);
        }
    }

    private DefinitionEntry? Find(string key)
    {
        _known.Add(key);
        foreach (var entry in _map.Entries)
        {
            if (entry.Key == key)
                return entry;
        }

        return null;
    }

    private string PathOf(string key) => _path.Length == 0 ? key : $"{_path}.{key}";
}
