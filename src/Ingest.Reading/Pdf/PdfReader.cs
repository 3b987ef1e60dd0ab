using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Reading.Pdf.Forms;
using Ingest.Reading.Pdf.Limits;
using Ingest.Reading.Protection;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Ingest.Reading.Pdf;

/// <summary>Reads PDF files page by page: words, rules, filled areas, images, each where it is seen.</summary>
public sealed class PdfReader : IFormatReader
{
    // ISO 32000-1, annex H.3.4.1: viewers accept the header anywhere in the first 1024 bytes.
    private const int HeaderReach = 1024;

    private const string Format = "PDF";

    private readonly PdfReadingOptions _options;
    private readonly ReadingLimits _limits;
    private readonly Passwords _passwords;

    /// <summary>A reader with the given thresholds and limits, or the default ones, and passwords for files that need one.</summary>
    public PdfReader(PdfReadingOptions? options = null, ReadingLimits? limits = null, Passwords? passwords = null) =>
        (_options, _limits, _passwords) = (options ?? new PdfReadingOptions(), limits ?? new ReadingLimits(), passwords ?? Passwords.None);

    /// <inheritdoc/>
    public string MediaType => "application/pdf";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, HeaderReach)].IndexOf("%PDF-"u8) >= 0;

    /// <inheritdoc/>
    public IEnumerable<Page> Read(ReadOnlyMemory<byte> bytes)
    {
        if (RawStructure.ProblemOf(bytes.Span) is { } problem)
            throw new UnreadableSourceException(SourceFindings.Unreadable.At(null, null, Format, problem));
        var budget = new UnpackingBudget(_limits);
        using var document = Open(bytes, budget);
        var count = document.NumberOfPages;
        var tagged = new TaggedTables(StructureTree.Read(document, _options));
        if (count == 0)
            throw new UnreadableSourceException(SourceFindings.Unreadable.At(null, null, Format, "no page"));
        var before = budget.Tell(page: null);
        for (var number = 1; number <= count; number++)
        {
            if (budget.IsSpent)
                throw new UnreadableSourceException(budget.TellSpent(number - 1, count));
            if (number > _limits.Pages)
                throw new UnreadableSourceException(SourceFindings.PageLimit.At(null, null, _limits.Pages, count));
            var page = ReadPage(document, number, count, tagged);
            yield return page with { Findings = [.. Of(before), .. page.Findings, .. Of(budget.Tell(number))] };
            before = null;
        }
    }

    private static ReadOnlySpan<Finding> Of(Finding? finding) => finding is null ? [] : new[] { finding };

    private PdfDocument Open(ReadOnlyMemory<byte> bytes, UnpackingBudget budget)
    {
        try
        {
            var options = new InkParsingOptions(_options, _limits, budget)
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                FilterProvider = new BoundedFilters(budget),
                Passwords = [.. _passwords.Values],
            };
            var document = PdfDocument.Open(bytes, options);
            options.HiddenLayers = HiddenLayers.Of(document.Structure.Catalog.CatalogDictionary, document.Structure.TokenScanner);
            options.Form = FormSettings.Of(document.Structure.Catalog.CatalogDictionary, new PdfObjects(document.Structure.TokenScanner));
            document.AddPageFactory<PageInk, InkPageFactory>();
            return document;
        }
        catch (PdfDocumentEncryptedException error)
        {
            throw new UnreadableSourceException(_passwords.IsEmpty ? SourceFindings.Encrypted.At(null, null) : SourceFindings.WrongPassword.At(null, null, _passwords.Values.Length), error);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The library states no list of what it throws on broken files; nothing of ours runs in there.
            throw new UnreadableSourceException(SourceFindings.Unreadable.At(null, null, Format, error.Message), error);
        }
    }

    private Page ReadPage(PdfDocument document, int number, int count, TaggedTables tagged)
    {
        PageInk ink;
        try
        {
            ink = document.GetPage<PageInk>(number);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return new Page
            {
                Number = number,
                PageCount = count,
                Findings = [SourceFindings.UnreadablePage.At(null, PageEvidence.Whole(number), number, error.Message)],
            };
        }

        return InkToPage.Convert(ink, number, count, tagged, _options, _limits);
    }
}

/// <summary>The library hands its options to the makers of pages: ours travel with them.</summary>
internal sealed class InkParsingOptions(PdfReadingOptions reading, ReadingLimits limits, UnpackingBudget budget) : ParsingOptions
{
    public PdfReadingOptions Reading { get; } = reading;

    public ReadingLimits Limits { get; } = limits;

    public UnpackingBudget Budget { get; } = budget;

    /// <summary>Known as soon as the document is open, before its first page is made.</summary>
    public HiddenLayers HiddenLayers { get; set; } = new([]);

    /// <summary>As <see cref="HiddenLayers"/>.</summary>
    public FormSettings Form { get; set; } = FormSettings.None;
}
