using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Ingest.Reading.Html;

/// <summary>
/// Words that an author used in « class » and « id ». Names are compared part by part: « mainMenu », « main-menu » and « main_menu »
/// have the word « menu », « menuiserie » has not. A word after « = » is compared with whole names.
/// </summary>
internal sealed partial class NameWords
{
    private const char WholeName = '=';

    private readonly ImmutableHashSet<string> _words;
    private readonly int _longest;

    /// <summary>A vocabulary.</summary>
    /// <param name="words">Words in lower case, the parts of each joined by hyphens.</param>
    public NameWords(ImmutableArray<string> words)
    {
        _words = words.ToImmutableHashSet(StringComparer.Ordinal);
        _longest = words.Select(word => word.Split('-').Length).DefaultIfEmpty(0).Max();
    }

    /// <summary>Whether the class or the id of the element has one of the words.</summary>
    public bool Mark(IElement element) =>
        element.ClassList.Any(HasWord) || (element.Id is { Length: > 0 } id && HasWord(id));

    private bool HasWord(string name)
    {
        var parts = Hump().Replace(name, "-").ToLowerInvariant().Split(['-', '_', ':', '.', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (_words.Contains(WholeName + string.Join('-', parts)))
            return true;
        for (var start = 0; start < parts.Length; start++)
        {
            for (var length = 1; length <= Math.Min(_longest, parts.Length - start); length++)
            {
                if (_words.Contains(string.Join('-', parts, start, length)))
                    return true;
            }
        }

        return false;
    }

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Hump();
}
