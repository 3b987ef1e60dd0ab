using System.Globalization;
using System.Text;

namespace Ingest.Emission;

/// <summary>
/// Writes HTML and the SVG in it, element by element. Text and values of attributes go through one door that escapes them:
/// nothing that a document says can become markup.
/// </summary>
public sealed class MarkupWriter
{
    // Elements that never have an end tag in HTML.
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal) { "meta", "input", "br", "img" };

    private readonly TextWriter _output;
    private readonly Stack<string> _open = [];

    /// <summary>A writer to an output that stays open.</summary>
    public MarkupWriter(TextWriter output) => _output = output;

    /// <summary>A number of points as an attribute wants it.</summary>
    public static string Number(double number) => (Math.Round((decimal)number, 2) + 0m).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The doctype.</summary>
    public void Begin() => _output.Write("<!DOCTYPE html>\n");

    /// <summary>Opens an element; an attribute without value is left out.</summary>
    public MarkupWriter Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        WriteTag(name, attributes);
        if (!Void.Contains(name))
            _open.Push(name);
        return this;
    }

    /// <summary>Closes the innermost element.</summary>
    public MarkupWriter Close()
    {
        _output.Write("</");
        _output.Write(_open.Pop());
        _output.Write('>');
        return this;
    }

    /// <summary>Closes the innermost element and ends the line.</summary>
    public MarkupWriter CloseLine()
    {
        Close();
        _output.Write('\n');
        return this;
    }

    /// <summary>An element with text alone.</summary>
    public MarkupWriter Element(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        WriteTag(name, attributes);
        Escape(text);
        _output.Write("</");
        _output.Write(name);
        _output.Write('>');
        return this;
    }

    /// <summary>Text.</summary>
    public MarkupWriter Text(string text)
    {
        Escape(text);
        return this;
    }

    /// <summary>An element whose content is the program's own (its style, its script), written as it is.</summary>
    public void Own(string name, string content)
    {
        _output.Write($"<{name}>");
        _output.Write(content);
        _output.Write($"</{name}>\n");
    }

    private void WriteTag(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _output.Write('<');
        _output.Write(name);
        foreach (var (key, value) in attributes)
        {
            if (value is null)
                continue;
            _output.Write(' ');
            _output.Write(key);
            _output.Write("=\"");
            Escape(value);
            _output.Write('"');
        }

        _output.Write('>');
    }

    // Control characters and lone surrogates are in no HTML document; they are shown as what they are, unreadable.
    private void Escape(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': _output.Write("&amp;"); break;
                case '<': _output.Write("&lt;"); break;
                case '>': _output.Write("&gt;"); break;
                case '"': _output.Write("&quot;"); break;
                case '\'': _output.Write("&#39;"); break;
                case '\n' or '\t': _output.Write((char)rune.Value); break;
                default: _output.Write(Rune.IsControl(rune) ? "\uFFFD" : rune.ToString()); break;
            }
        }
    }
}
