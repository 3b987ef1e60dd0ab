using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Odf;

/// <summary>What stands in a paragraph.</summary>
/// <param name="Pieces">The text.</param>
/// <param name="Boxes">Text boxes and shapes with text that are anchored in it.</param>
/// <param name="Notes">Footnotes and endnotes that it refers to.</param>
internal sealed record OdtInlineContent(ImmutableArray<TextPiece> Pieces, ImmutableArray<XElement> Boxes, ImmutableArray<XElement> Notes);

/// <summary>Reads the content of paragraphs: the text that is shown, the text boxes and notes that hang on it.</summary>
internal sealed class OdtInlines(OdfStyles styles, OdtShapes shapes, ReadingTally tally)
{
    // The most spaces that one element stands for; more is no text.
    private const int MostSpaces = 1000;
    private const string CheckBox = "vnd.oasis.opendocument.field.FORMCHECKBOX";
    private const string CheckBoxState = "vnd.oasis.opendocument.field.Checkbox_Checked";

    /// <summary>Reads a paragraph or heading.</summary>
    public OdtInlineContent Read(XElement paragraph) => Read(paragraph, styles.ParagraphTraits(styles.ParagraphStyle(paragraph)));

    /// <summary>Reads a paragraph whose letters look as the cell around it says.</summary>
    public OdtInlineContent Read(XElement paragraph, RunTraits traits)
    {
        var line = new Line();
        // A field may hide the whole paragraph that it stands in.
        var isHidden = paragraph.Descendants(OdfXml.Text + "hidden-paragraph").Any(field => field.IsOn(OdfXml.Text + "is-hidden"));
        ReadChildren(paragraph, isHidden ? traits with { IsHidden = true } : traits, line);
        return new OdtInlineContent(line.Pieces.ToImmutable(), line.Boxes.ToImmutable(), line.Notes.ToImmutable());
    }

    private void ReadChildren(XElement parent, RunTraits traits, Line line)
    {
        foreach (var node in parent.Nodes())
        {
            if (node is XText text)
                Append(line, line.Collapsed(text.Value), traits);
            else if (node is XElement element)
                ReadElement(element, traits, line);
        }
    }

    private void ReadElement(XElement element, RunTraits traits, Line line)
    {
        if (element.Name.Namespace == OdfXml.Text)
            ReadText(element, traits, line);
        else if (element.Name == OdfXml.Draw + "a")
            ReadChildren(element, traits, line);
        else if (element.Name.Namespace == OdfXml.Draw)
            ReadShape(element, traits, line);
        else if (element.Name == OdfXml.Extension + "content-control")
            ReadControl(element, traits, line);
        else if (element.Name == OdfXml.Field + "fieldmark" && element.Get(OdfXml.Field + "type") == CheckBox)
            Add(line, Box(element.Elements().Any(state => state.Get(OdfXml.Field + "name") == CheckBoxState && state.IsOn(OdfXml.Field + "value"))), traits);
        else if (element.Name.Namespace != OdfXml.Office && element.Name.Namespace != OdfXml.Field)
            ReadChildren(element, traits, line);
    }

    private void ReadText(XElement element, RunTraits traits, Line line)
    {
        switch (element.Name.LocalName)
        {
            case "s":
                Add(line, new string(' ', element.Times(OdfXml.Text + "c", MostSpaces)), traits);
                break;
            case "tab":
                Add(line, " ", traits);
                break;
            case "line-break":
                Add(line, "\n", traits);
                break;
            case "span" or "a":
                ReadChildren(element, styles.SpanTraits(element.Get(OdfXml.Text + "style-name"), traits), line);
                break;
            case "note":
                ReadNote(element, traits, line);
                break;
            case "ruby":
                ReadChildren(element.Element(OdfXml.Text + "ruby-base") ?? element, traits, line);
                break;
            case "hidden-text" when element.IsOn(OdfXml.Text + "is-hidden"):
                tally.Hidden(element.Get(OdfXml.Text + "string-value") ?? element.Value);
                break;
            case "placeholder":
                tally.EmptyControl();
                break;
            // The number of a list item as the writer computed it: it is counted here too. A script is no text.
            case "number" or "script":
                break;
            case not null when element.Get(OdfXml.Text + "display") == "none":
                break;
            default:
                ReadChildren(element, traits, line);
                break;
        }
    }

    private void ReadNote(XElement note, RunTraits traits, Line line)
    {
        line.Notes.Add(note);
        // A mark of the author's own is a part of the text; a counted one is not.
        if (note.Element(OdfXml.Text + "note-citation").Get(OdfXml.Text + "label") is { Length: > 0 } mark)
            Add(line, mark, traits);
    }

    private void ReadShape(XElement shape, RunTraits traits, Line line)
    {
        if (traits.IsHidden != true && shapes.FieldText(shape) is { } value)
            Add(line, value, traits);
        line.Boxes.AddRange(shapes.Boxes(shape));
    }

    private void ReadControl(XElement control, RunTraits traits, Line line)
    {
        if (control.IsOn(OdfXml.Extension + "checkbox"))
            Add(line, Box(control.IsOn(OdfXml.Extension + "checked")), traits);
        else if (control.IsOn(OdfXml.Extension + "showing-place-holder"))
            tally.EmptyControl();
        else
            ReadChildren(control, traits, line);
    }

    private static string Box(bool isTicked) => isTicked ? SymbolFonts.Ticked : SymbolFonts.Unticked;

    // What an element stands for; white space of the file after it counts.
    private void Add(Line line, string text, RunTraits traits)
    {
        line.IsAfterSpace = false;
        Append(line, text, traits);
    }

    private void Append(Line line, string text, RunTraits traits)
    {
        if (text.Length == 0)
            return;
        if (traits.IsHidden == true)
        {
            tally.Hidden(text);
            return;
        }

        if (traits.IsStruck == true)
        {
            tally.Struck(text);
            return;
        }

        var (decoded, unknown) = SymbolFonts.Decode(text, traits.Font);
        tally.Undecodable(unknown);
        line.Pieces.Add(new TextPiece(traits.IsCapital == true ? decoded.ToUpperInvariant() : decoded, traits.IsBold == true, traits.Size ?? 0));
    }

    // What one reading of a paragraph gathers.
    private sealed class Line
    {
        // White space at the beginning of a paragraph, and after other white space of the file, only lays the file out.
        public bool IsAfterSpace { get; set; } = true;

        public ImmutableArray<TextPiece>.Builder Pieces { get; } = ImmutableArray.CreateBuilder<TextPiece>();

        public ImmutableArray<XElement>.Builder Boxes { get; } = ImmutableArray.CreateBuilder<XElement>();

        public ImmutableArray<XElement>.Builder Notes { get; } = ImmutableArray.CreateBuilder<XElement>();

        public string Collapsed(string text)
        {
            var kept = new StringBuilder(text.Length);
            foreach (var character in text)
            {
                var isSpace = character is ' ' or '\t' or '\n' or '\r';
                if (!isSpace || !IsAfterSpace)
                    kept.Append(isSpace ? ' ' : character);
                IsAfterSpace = isSpace;
            }

            return kept.ToString();
        }
    }
}
