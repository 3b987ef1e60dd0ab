using System.Text;

namespace Ingest.Reading.Html;

/// <summary>
/// Gathers the text of a paragraph as a browser shows it: white space runs are one space, none at the ends of a line
/// (CSS Text, « white space processing »); where it counts, it stays.
/// </summary>
internal sealed class ParagraphText
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<double, int> _sizes = [];
    private int _boldLetters;
    private int _letters;
    private bool _hasSpace;

    /// <summary>Line of the source where the text begins; null before it does.</summary>
    public int? Line { get; private set; }

    /// <summary>Whether nothing is shown yet.</summary>
    public bool IsEmpty => _letters == 0;

    /// <summary>Whether the last that was added is a line break.</summary>
    public bool EndsWithBreak => _text.Length > 0 && _text[^1] == '\n';

    /// <summary>Whether all letters are bold.</summary>
    public bool IsBold => _letters > 0 && _boldLetters == _letters;

    /// <summary>Size of most letters in points; null when unknown.</summary>
    public double? Size => _sizes.Count == 0
        ? null
        : _sizes.OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key).First().Key;

    /// <summary>The text.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>Adds text of one look.</summary>
    /// <param name="text">The characters of the source.</param>
    /// <param name="look">How they look.</param>
    /// <param name="line">Line of the source where they begin.</param>
    public void Add(string text, TextLook look, int line)
    {
        foreach (var character in look.Show(text))
        {
            if (character == '\n' && Line is null)
                line++;
            if (look.IsPre)
                AddKept(character, look, line);
            else if (character is ' ' or '\t' or '\n' or '\f' or '\r')
                _hasSpace = true;
            else
                AddShown(character, look, line);
        }
    }

    /// <summary>Adds a line break.</summary>
    public void Break()
    {
        _hasSpace = false;
        _text.Append('\n');
    }

    private void AddKept(char character, TextLook look, int line)
    {
        if (character == '\n')
            Break();
        else if (char.IsWhiteSpace(character))
            _text.Append(' ');
        else
            AddShown(character, look, line);
    }

    private void AddShown(char character, TextLook look, int line)
    {
        if (_hasSpace && _text.Length > 0 && !EndsWithBreak)
            _text.Append(' ');
        _hasSpace = false;
        _text.Append(character);
        if (char.IsWhiteSpace(character))
            return;
        Line ??= line;
        _letters++;
        if (look.IsBold)
            _boldLetters++;
        if (look.Size is { } size)
            _sizes[size] = _sizes.GetValueOrDefault(size) + 1;
    }
}
