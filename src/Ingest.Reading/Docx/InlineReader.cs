using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Docx;

/// <summary>A reference from the body to a footnote or endnote.</summary>
/// <param name="IsEndnote">Whether it is an endnote.</param>
/// <param name="Id">Its id in the file.</param>
/// <param name="HasOwnMark">Whether the author wrote the mark, so that the note is not counted.</param>
internal readonly record struct NoteReference(bool IsEndnote, string Id, bool HasOwnMark);

/// <summary>What stands in a paragraph.</summary>
/// <param name="Pieces">The text.</param>
/// <param name="TextBoxes">Contents of the text boxes that are anchored in it.</param>
/// <param name="Notes">References to notes.</param>
internal sealed record InlineContent(
    ImmutableArray<TextPiece> Pieces, ImmutableArray<OpenXmlElement> TextBoxes, ImmutableArray<NoteReference> Notes);

/// <summary>Reads the runs of a paragraph: the text that is shown, the text boxes and notes that hang on it.</summary>
internal sealed class InlineReader(StyleSheet styles, AcceptedContent accepted, UnreadObjects objects, ReadingTally tally)
{
    // The size that the format gives to text of which nothing is said (ECMA-376, part 1, 17.3.2.38), in points.
    private const double DefaultSize = 10;

    /// <summary>Reads a paragraph.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="table">What the style of the surrounding table says.</param>
    /// <param name="fields">The fields that are open where it begins.</param>
    public InlineContent Read(OpenXmlElement paragraph, RunTraits table, FieldTracker fields)
    {
        var line = new Line(styles.ParagraphStyle(paragraph), table, fields);
        ReadChildren(paragraph, line);
        return new InlineContent(line.Pieces.ToImmutable(), line.TextBoxes.ToImmutable(), line.Notes.ToImmutable());
    }

    private void ReadChildren(OpenXmlElement parent, Line line)
    {
        foreach (var child in accepted.Of(parent))
        {
            if (child.IsWord("r"))
                ReadRun(child, line);
            else if (AcceptedContent.CheckBox(child) is { } isTicked)
                ReadCheckBox(child, isTicked, line);
            else if (child.IsMath("oMath") || child.IsMath("oMathPara"))
                Add(line, string.Concat(child.Descendants().Where(part => part.IsMath("t")).Select(part => part.InnerText)), RunTraits.None);
        }
    }

    private void ReadCheckBox(OpenXmlElement control, bool isTicked, Line line)
    {
        var run = control.Child("sdtContent").Child("r");
        var traits = Traits(run, line);
        if (traits.IsHidden == true)
            tally.Hidden(control.InnerText);
        else
            Add(line, isTicked ? SymbolFonts.Ticked : SymbolFonts.Unticked, traits);
    }

    private void ReadRun(OpenXmlElement run, Line line)
    {
        var traits = Traits(run, line);
        var isPrompt = IsPrompt(run);
        foreach (var part in accepted.Of(run))
        {
            if (part.IsWord("fldChar"))
            {
                if (line.Fields.Take(part) is { } value && traits.IsHidden != true)
                    Add(line, value, traits);
                continue;
            }

            if (line.Fields.IsInCode)
                continue;
            if (traits.IsHidden == true)
                tally.Hidden(part.IsWord("t") ? part.InnerText : "");
            else if (traits.IsStruck == true && part.IsWord("t"))
                tally.Struck(part.InnerText);
            else if (!isPrompt)
                ReadPart(part, traits, line);
        }
    }

    private void ReadPart(OpenXmlElement part, RunTraits traits, Line line)
    {
        if (part.NamespaceUri != WordXml.Word)
            return;
        switch (part.LocalName)
        {
            case "t":
                Add(line, Decoded(part.InnerText.ReplaceLineEndings(" ").Replace('\t', ' '), traits.Font), traits);
                break;
            case "tab" or "ptab":
                Add(line, " ", traits);
                break;
            case "br" or "cr":
                Add(line, "\n", traits);
                break;
            case "noBreakHyphen":
                Add(line, "-", traits);
                break;
            case "sym":
                Add(line, Symbol(part), traits);
                break;
            case "ruby":
                ReadChildren(part.Child("rubyBase") ?? part, line);
                break;
            case "footnoteReference" or "endnoteReference":
                if (part.Attribute("id") is { } id)
                    line.Notes.Add(new NoteReference(part.LocalName == "endnoteReference", id, WordXml.IsOn(part.Attribute("customMarkFollows") ?? "0")));
                break;
            case "drawing" or "pict" or "object":
                line.TextBoxes.AddRange(TextBoxContents(part));
                objects.Note(part);
                break;
        }
    }

    // A shape may stand in a group in a group; a box inside a box is read with the outer one.
    private static IEnumerable<OpenXmlElement> TextBoxContents(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            if (child.IsWord("txbxContent"))
            {
                yield return child;
                continue;
            }

            var inner = child.IsCompatibility("AlternateContent") ? AcceptedContent.Branch(child) : child;
            if (inner is null)
                continue;
            foreach (var content in TextBoxContents(inner))
                yield return content;
        }
    }

    private bool IsPrompt(OpenXmlElement run)
    {
        var style = run.Child("rPr").ChildValue("rStyle");
        if (style is null || !styles.IsPrompt(style))
            return false;
        // The look alone does not make a prompt: people type over it. The control says whether its content still is one.
        var control = run.Ancestors().FirstOrDefault(ancestor =>
            ancestor.IsWord("sdt") && ancestor.Child("sdtPr").Switch("showingPlcHdr") == true);
        if (control is not null && control.Descendants().First(element => element.IsWord("r")) == run)
            tally.EmptyControl();
        return control is not null;
    }

    private string Symbol(OpenXmlElement symbol)
    {
        var isCode = int.TryParse(symbol.Attribute("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code);
        var text = isCode ? SymbolFonts.ToUnicode(symbol.Attribute("font"), code) : null;
        if (text is null)
            tally.Undecodable(1);
        return text ?? SymbolFonts.Unknown;
    }

    private string Decoded(string text, string? font)
    {
        var (decoded, unknown) = SymbolFonts.Decode(text, font);
        tally.Undecodable(unknown);
        return decoded;
    }

    private RunTraits Traits(OpenXmlElement? run, Line line)
    {
        var properties = run.Child("rPr");
        return styles.Traits(properties, properties.ChildValue("rStyle"), line.ParagraphStyle, line.Table);
    }

    private static void Add(Line line, string text, RunTraits traits)
    {
        var shown = traits.IsCapital == true ? text.ToUpperInvariant() : text;
        if (shown.Length > 0)
            line.Pieces.Add(new TextPiece(shown, traits.IsBold == true, traits.Size ?? DefaultSize));
    }

    // What one reading of a paragraph gathers.
    private sealed class Line(string? paragraphStyle, RunTraits table, FieldTracker fields)
    {
        public string? ParagraphStyle => paragraphStyle;

        public RunTraits Table => table;

        public FieldTracker Fields => fields;

        public ImmutableArray<TextPiece>.Builder Pieces { get; } = ImmutableArray.CreateBuilder<TextPiece>();

        public ImmutableArray<OpenXmlElement>.Builder TextBoxes { get; } = ImmutableArray.CreateBuilder<OpenXmlElement>();

        public ImmutableArray<NoteReference>.Builder Notes { get; } = ImmutableArray.CreateBuilder<NoteReference>();
    }
}
