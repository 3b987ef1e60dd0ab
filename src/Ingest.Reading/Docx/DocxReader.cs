using System.Collections.Immutable;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Reading.Flow;
using Ingest.Reading.Packages;

namespace Ingest.Reading.Docx;

/// <summary>
/// Reads a word-processing document (ECMA-376, both flavours; templates and macro files too) as one flowing page: what a
/// person sees who opens it with all tracked changes accepted. Macros and external targets are never opened.
/// </summary>
/// <param name="options">How it is read.</param>
public sealed class DocxReader(DocxOptions options) : IFormatReader
{
    private const string Format = "DOCX";

    // Document and template, without and with macros.
    private static readonly PackageSignature Signature = new(
        "word/", "word/document.xml",
        [
            "wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml",
            "ms-word.document.macroEnabled.main+xml", "ms-word.template.macroEnabledTemplate.main+xml",
        ]);

    /// <summary>A reader with the default options.</summary>
    public DocxReader()
        : this(new DocxOptions())
    {
    }

    /// <summary>A reader with the given options and limits.</summary>
    public DocxReader(DocxOptions options, ReadingLimits limits)
        : this(options with { Limits = limits })
    {
    }

    /// <inheritdoc/>
    public string MediaType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => Signature.Tell(bytes) != PackageKind.None;

    /// <inheritdoc/>
    public IEnumerable<Page> Read(ReadOnlyMemory<byte> bytes)
    {
        if (Signature.Tell(bytes.Span) == PackageKind.Encrypted)
            throw new UnreadableSourceException(SourceFindings.Encrypted.At(null, null));
        yield return ReadPage(bytes);
    }

    private Page ReadPage(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return ReadPage(bytes, []);
        }
        catch (UnreadableSourceException)
        {
            // Only a file that cannot be opened as it is pays for the repair.
            if (PackageRepair.Repair(bytes, PartsOf(bytes)) is not { } repaired)
                throw;
            return ReadPage(repaired.Bytes, repaired.Missing);
        }
    }

    private Page ReadPage(ReadOnlyMemory<byte> bytes, ImmutableArray<string> missing)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        var parts = PartsOf(bytes);
        using var document = Open(stream);
        var (main, body) = Body(document, parts);
        var tally = new ReadingTally();
        foreach (var part in missing)
            tally.Unread(part, "absent");
        return ReadPage(main, body, tally, parts);
    }

    private static WordprocessingDocument Open(Stream stream)
    {
        try
        {
            return WordprocessingDocument.Open(stream, isEditable: false);
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            throw Unreadable(damage.Message, damage);
        }
    }

    private PackageParts PartsOf(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return PackageParts.Of(bytes, Format, options.Limits);
        }
        catch (ArchiveLimitException limit)
        {
            throw limit.ToUnreadable();
        }
    }

    private (MainDocumentPart Main, OpenXmlElement Body) Body(WordprocessingDocument document, PackageParts parts)
    {
        try
        {
            if (document.MainDocumentPart is not { } main)
                throw Unreadable("w:document", null);
            parts.Take(main.Uri.OriginalString, options.Limits.StreamMegabytes);
            PartDepth.Check(main, options.LargestDepth);
            return main.RootElement.Child("body") is { } body ? (main, body) : throw Unreadable("w:body", null);
        }
        catch (ArchiveLimitException limit)
        {
            throw limit.ToUnreadable();
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            throw Unreadable(damage.Message, damage);
        }
    }

    private Page ReadPage(MainDocumentPart main, OpenXmlElement body, ReadingTally tally, PackageParts parts)
    {
        var settings = Root(main.DocumentSettingsPart, tally, parts);
        var styles = new StyleSheet(Root(main.StyleDefinitionsPart, tally, parts));
        var numbering = new ListNumbering(new NumberingDefinitions(Root(main.NumberingDefinitionsPart, tally, parts), styles), styles);
        var accepted = new AcceptedContent(tally);
        var objects = new UnreadObjects(main, tally);
        var stories = new StoryReader(
            accepted, new InlineReader(styles, accepted, objects, tally), new ParagraphBuilder(styles, numbering),
            new TableToShape(accepted, options, tally), styles, objects, tally, options.Limits);
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        blocks.AddRange(stories.Read(body, FlowRole.Body));
        blocks.AddRange(Edge(PageParts.Shown(main, body, settings, "header"), FlowRole.Header, stories, tally, parts));
        blocks.AddRange(Edge(PageParts.Shown(main, body, settings, "footer"), FlowRole.Footer, stories, tally, parts));

        var notes = new NoteReader(stories, settings, Root(main.FootnotesPart, tally, parts), Root(main.EndnotesPart, tally, parts));
        blocks.AddRange(notes.Read());
        return new Page { Number = 1, Blocks = blocks.ToImmutable(), Findings = Findings(tally, blocks, objects) };
    }

    // Word copies a header for each section that is cut loose from the one before: the same words are told once.
    private IEnumerable<FlowBlock> Edge(IEnumerable<OpenXmlPart> shown, FlowRole role, StoryReader stories, ReadingTally tally, PackageParts parts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in shown)
        {
            if (Root(part, tally, parts) is not { } root)
                continue;
            var blocks = stories.Read(root, role);
            if (!seen.Add(FlowBlocks.Words(blocks)))
                continue;
            foreach (var block in blocks)
                yield return block;
        }
    }

    private static ImmutableArray<Finding> Findings(ReadingTally tally, ImmutableArray<FlowBlock>.Builder blocks, UnreadObjects objects)
    {
        var findings = tally.ToFindings(1);
        // A document of scanned pages put into a text file has nothing to read either.
        return blocks.Count == 0 && objects.HasImage ? findings.Add(SourceFindings.ImageOnlyPage.At(null, null, 1)) : findings;
    }

    // A document without its styles or lists is still worth reading; the part is told.
    private OpenXmlPartRootElement? Root(OpenXmlPart? part, ReadingTally tally, PackageParts parts)
    {
        if (part is null)
            return null;
        try
        {
            parts.Take(part.Uri.OriginalString, options.Limits.StreamMegabytes);
            PartDepth.Check(part, options.LargestDepth);
            return part.RootElement;
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            tally.Unread(part.Uri.OriginalString.TrimStart('/'), damage);
            return null;
        }
    }

    // What the library throws on packages and parts that are not what they say.
    private static bool IsDamage(Exception exception) =>
        exception is ArchiveLimitException or XmlException or InvalidDataException or OpenXmlPackageException or IOException or FormatException
            or InvalidOperationException or ArgumentException;

    private static UnreadableSourceException Unreadable(string why, Exception? cause) =>
        new(SourceFindings.Unreadable.At(null, null, Format, why), cause);
}
