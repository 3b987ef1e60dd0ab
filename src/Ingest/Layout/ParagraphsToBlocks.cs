using System.Collections.Immutable;
using Ingest.Model.Pages;

namespace Ingest.Layout;

/// <summary>Tells headings, list items and notes among the paragraphs of the body, by size, weight and markers.</summary>
internal sealed class ParagraphsToBlocks
{
    private readonly LayoutOptions _options;
    private readonly double _bodySize;
    private readonly ImmutableArray<double> _headingSizes;
    private readonly LineParagraph? _title;

    /// <summary>Takes the document's measure.</summary>
    /// <param name="bodySize">Usual font size in points.</param>
    /// <param name="paragraphs">All paragraphs of the body in reading order.</param>
    /// <param name="options">Thresholds.</param>
    public ParagraphsToBlocks(double bodySize, IReadOnlyCollection<LineParagraph> paragraphs, LayoutOptions options)
    {
        _options = options;
        _bodySize = bodySize;
        var large = paragraphs.Where(paragraph => MayHead(paragraph) && IsLarge(paragraph)).ToList();
        _title = large.Count == 0 ? null : large.MaxBy(Size);
        if (_title is not null && (_title.Lines[0].Page > 1 || large.Count(paragraph => Size(paragraph) >= Size(_title)) > 1))
            _title = null;
        _headingSizes = [.. large.Where(paragraph => paragraph != _title).Select(paragraph => Math.Round(Size(paragraph) * 2)).Distinct().OrderDescending()];
    }

    /// <summary>The paragraph as a block of the body.</summary>
    public TextBlock ToBlock(LineParagraph paragraph, double pageHeight)
    {
        var level = HeadingLevel(paragraph);
        return new TextBlock
        {
            Text = LinesToText.ToText([paragraph]),
            HeadingLevel = level,
            ListLevel = level is null && paragraph.Text.Marker is not null ? 0 : null,
            IsBold = paragraph.Lines.All(LineBreaks.IsBold),
            FontSize = Math.Round(Size(paragraph), 1),
            Role = level is null && IsNote(paragraph, pageHeight) ? FlowRole.Note : FlowRole.Body,
        };
    }

    /// <summary>Whether a paragraph may head what follows: short, and no sentence.</summary>
    public bool MayHead(LineParagraph paragraph)
    {
        var words = paragraph.Text.Words;
        return words.Length > 0 && words.Length <= _options.HeadingWords && words.Any(word => word.Text.Any(char.IsLetter))
            && words[^1].Text[^1] is not ('.' or ';' or ',');
    }

    private int? HeadingLevel(LineParagraph paragraph)
    {
        if (paragraph == _title)
            return 0;
        if (!MayHead(paragraph))
            return null;
        if (IsLarge(paragraph))
            return 1 + _headingSizes.IndexOf(Math.Round(Size(paragraph) * 2));
        return Size(paragraph) >= _bodySize && paragraph.Lines.All(LineBreaks.IsBold) ? 1 + _headingSizes.Length : null;
    }

    private bool IsLarge(LineParagraph paragraph) => Size(paragraph) >= _options.HeadingSize * _bodySize;

    // Small print in the lower half of the page that opens with its call: « 1 », « (2) », « * ».
    private bool IsNote(LineParagraph paragraph, double pageHeight)
    {
        var first = paragraph.Lines[0].Words[0].Text.Trim('(', ')', '.');
        return Size(paragraph) <= _options.NoteSize * _bodySize && paragraph.Lines[0].Baseline > pageHeight / 2
            && (first.Length == 0 || first[0] == '*' || (first.Length < 3 && first.All(char.IsAsciiDigit)));
    }

    private static double Size(LineParagraph paragraph) => paragraph.Lines.Max(line => line.Size());
}
