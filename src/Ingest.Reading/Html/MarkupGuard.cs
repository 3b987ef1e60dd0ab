using System.Text;

namespace Ingest.Reading.Html;

/// <summary>Markup that a parser can take.</summary>
/// <param name="Text">The markup; what was taken out left its line feeds, so that lines keep their numbers.</param>
/// <param name="IsFlattened">Whether tags were taken out that stood too deep.</param>
/// <param name="IsCut">Whether the rest was cut off, because there were too many elements.</param>
internal sealed record GuardedMarkup(string Text, bool IsFlattened, bool IsCut);

/// <summary>
/// Looks at the tags of a page before the parser does. Elements nested without end make the parser slow (it looks through all that
/// are open at each tag) and exhaust the stack of whoever walks them; tags of look that are never closed are repeated in every
/// block. Both happen in files made for it and in broken ones. The words stay: only tags are taken out.
/// </summary>
internal sealed class MarkupGuard(HtmlOptions options)
{
    /// <summary>The markup with tags that stand too deep taken out. Elements closed in XML's way are written out.</summary>
    public GuardedMarkup Guard(string markup)
    {
        var run = new Run(markup, HtmlSignature.IsXml(markup), options);
        var position = 0;
        while (!run.IsCut && (position = markup.IndexOf('<', position)) >= 0)
            position = run.Take(position);
        return run.Finish();
    }

    private sealed class Run(string markup, bool isXml, HtmlOptions options)
    {
        private static readonly string[] RawText = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

        private readonly OpenElements _open = new();
        private StringBuilder? _text;
        private int _copied;
        private long _elements;
        private bool _isFlattened;

        public bool IsCut { get; private set; }

        /// <summary>Takes what begins at a « &lt; »; gives where to go on.</summary>
        public int Take(int at)
        {
            var next = at + 1 < markup.Length ? markup[at + 1] : '\0';
            if (next == '!' && string.CompareOrdinal(markup, at, "<!--", 0, 4) == 0)
                return Math.Min(After("-->", at + 2), After("--!>", at + 4));
            if (next == '/' && at + 2 < markup.Length && char.IsAsciiLetter(markup[at + 2]))
                return TakeEnd(at);
            return char.IsAsciiLetter(next) ? TakeStart(at) : at + 1;
        }

        public GuardedMarkup Finish()
        {
            if (_text is null)
                return new GuardedMarkup(markup, _isFlattened, IsCut);
            if (!IsCut)
                _text.Append(markup, _copied, markup.Length - _copied);
            return new GuardedMarkup(_text.ToString(), _isFlattened, IsCut);
        }

        private int TakeEnd(int at)
        {
            var name = NameAt(at + 2);
            var end = TagEnd(at + 2 + name.Length);
            if (!_open.End(name))
                Replace(at, end, "");
            return end;
        }

        private int TakeStart(int at)
        {
            var name = NameAt(at + 1);
            var end = TagEnd(at + 1 + name.Length);
            // Each block repeats the looks that are open around it.
            _elements += 1 + (HtmlElements.IsBlock(name) ? _open.Looks : 0);
            if (_elements > options.MostElements)
            {
                Replace(at, markup.Length, "");
                IsCut = true;
                return markup.Length;
            }

            if (HtmlElements.IsVoid(name))
                return end;
            if (isXml && end >= 2 && markup[end - 2] == '/')
            {
                Replace(end - 2, end, $"></{name}>");
                return end;
            }

            // In a drawing or a formula these are elements like any other.
            if (!_open.IsForeign && RawText.Contains(name, StringComparer.Ordinal))
                return RawEnd(name, end);
            if (!_open.Start(name, options.LargestDepth, options.MostOpenLooks))
            {
                _isFlattened = true;
                Replace(at, end, "");
            }

            return end;
        }

        private string NameAt(int start)
        {
            var end = start;
            while (end < markup.Length && markup[end] is not ('>' or '/') && !char.IsWhiteSpace(markup[end]))
                end++;
            return markup[start..end].ToLowerInvariant();
        }

        // A « > » in quotes does not end the tag.
        private int TagEnd(int from)
        {
            var quote = '\0';
            for (var i = from; i < markup.Length; i++)
            {
                var character = markup[i];
                if (quote != '\0')
                    quote = character == quote ? '\0' : quote;
                else if (character is '"' or '\'' && IsValue(i))
                    quote = character;
                else if (character == '>')
                    return i + 1;
            }

            // A quote that is never closed: the next « > » is a better guess than the end of the file.
            return After(">", from);
        }

        private bool IsValue(int at) => markup.AsSpan(0, at).TrimEnd().EndsWith('=');

        private int RawEnd(string name, int from)
        {
            var end = markup.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
            return end < 0 ? markup.Length : TagEnd(end + 2 + name.Length);
        }

        private int After(string end, int from) =>
            markup.IndexOf(end, Math.Min(from, markup.Length), StringComparison.Ordinal) is var at and >= 0 ? at + end.Length : markup.Length;

        private void Replace(int from, int to, string by)
        {
            _text ??= new StringBuilder(markup.Length);
            _text.Append(markup, _copied, from - _copied).Append(by.Length > 0 ? by : " ");
            if (!by.StartsWith('>'))
                _text.Append('\n', markup.AsSpan(from, to - from).Count('\n'));
            _copied = to;
        }
    }
}
