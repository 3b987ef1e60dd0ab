using System.Collections.Immutable;
using System.Xml.Linq;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Reading.Flow;
using Ingest.Reading.Protection;

namespace Ingest.Reading.Odf;

/// <summary>
/// Reads an OpenDocument text (ISO/IEC 26300; packages, flat files, templates) as one flowing page: what a person sees who
/// opens it with all tracked changes accepted. Macros and what lies outside of the file are never opened.
/// </summary>
/// <param name="options">How it is read.</param>
public sealed class OdtReader(OdfOptions options) : IFormatReader
{
    private const string Format = "ODT";

    /// <summary>A reader with the default options.</summary>
    public OdtReader()
        : this(new OdfOptions())
    {
    }

    /// <summary>A reader with the given options, limits and passwords of protected documents.</summary>
    public OdtReader(OdfOptions options, ReadingLimits limits, Passwords? passwords = null)
        : this(options with { Limits = limits, Passwords = passwords ?? Passwords.None })
    {
    }

    /// <inheritdoc/>
    public string MediaType => "application/vnd.oasis.opendocument.text";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => OdfSignature.Tell(bytes, options)?.IsOf("text") == true;

    /// <inheritdoc/>
    public IEnumerable<Page> Read(ReadOnlyMemory<byte> bytes)
    {
        yield return ReadPage(bytes);
    }

    private Page ReadPage(ReadOnlyMemory<byte> bytes)
    {
        var tally = new ReadingTally();
        var package = OdfPackage.Open(bytes, Format, options, tally);
        if (package.Body("text") is not { } body)
            throw new UnreadableSourceException(SourceFindings.Unreadable.At(null, null, Format, "office:text"));
        CountChanges(body, tally);
        var shapes = new OdtShapes(body, tally);
        var stories = new OdtStories(new OdtTableToShape(options, tally), shapes, tally);
        var content = Scope(new OdfStyles(package.Content, package.Styles), shapes, tally);
        var edges = package.Styles is { } styles ? Scope(new OdfStyles(styles, styles), shapes, tally) : content;

        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        blocks.AddRange(stories.Read(body, FlowRole.Body, content));
        foreach (var (edge, role) in (ReadOnlySpan<(string, FlowRole)>)[("header", FlowRole.Header), ("footer", FlowRole.Footer)])
            blocks.AddRange(Edge(OdtMasterPages.Shown(package.Styles, body, content.Styles, edge), role, stories, edges));
        blocks.AddRange(Notes(stories, content));
        return new Page { Number = 1, Blocks = blocks.ToImmutable(), Findings = Findings(tally, blocks, shapes) };
    }

    private static OdtScope Scope(OdfStyles styles, OdtShapes shapes, ReadingTally tally) =>
        new(styles, new OdfListNumbering(styles), new OdtInlines(styles, shapes, tally));

    // A header copied for other pages is told once.
    private static IEnumerable<FlowBlock> Edge(ImmutableArray<XElement> parts, FlowRole role, OdtStories stories, OdtScope scope)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var blocks = stories.Read(part, role, scope);
            if (!seen.Add(FlowBlocks.Words(blocks)))
                continue;
            foreach (var block in blocks)
                yield return block;
        }
    }

    // Footnotes first; the mark that the reader sees becomes the marker of a note's first paragraph.
    private static ImmutableArray<FlowBlock> Notes(OdtStories stories, OdtScope scope)
    {
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        // The list grows when a note refers to another: only what the text itself refers to is read.
        foreach (var note in stories.Notes.OrderBy(note => note.Get(OdfXml.Text + "note-class") == "endnote").ToList())
        {
            if (note.Element(OdfXml.Text + "note-body") is not { } body)
                continue;
            var citation = note.Element(OdfXml.Text + "note-citation");
            var marker = citation.Get(OdfXml.Text + "label") is { Length: > 0 } ? null : citation?.Value.Trim();
            var content = stories.Read(body, FlowRole.Note, scope);
            blocks.AddRange(content is [FlowParagraph { Marker: null } first, ..] && !string.IsNullOrEmpty(marker)
                ? content.SetItem(0, first with { Marker = marker })
                : content);
        }

        return blocks.ToImmutable();
    }

    // What was deleted stands apart and is not read; what was added stands in the text.
    private static void CountChanges(XElement body, ReadingTally tally)
    {
        foreach (var change in body.Elements(OdfXml.Text + "tracked-changes").Elements().Elements())
        {
            if (change.Name == OdfXml.Text + "insertion")
                tally.Insertion();
            else if (change.Name == OdfXml.Text + "deletion")
                tally.Deletion();
        }
    }

    private static ImmutableArray<Finding> Findings(ReadingTally tally, ImmutableArray<FlowBlock>.Builder blocks, OdtShapes shapes)
    {
        var findings = tally.ToFindings(1);
        // A document of scanned pages put into a text file has nothing to read either.
        return blocks.Count == 0 && shapes.HasImage ? findings.Add(SourceFindings.ImageOnlyPage.At(null, null, 1)) : findings;
    }
}
