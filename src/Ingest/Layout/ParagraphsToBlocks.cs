using Ingest.Model.Pages;

namespace Ingest.Layout;

/// <summary>Tells headings, list items and notes among the paragraphs of the body, by size, weight and markers.</summary>
internal sealed class ParagraphsToBlocks
{
    private readonly LayoutOptions _options;
    private readonly double _bodySize;
    private readonly Dictionary<LineParagraph, Look> _looks;
    private readonly HeadingScale _scale;

    /// <summary>Takes the document's measure.</summary>
    /// <param name="bodySize">Usual font size in points.</param>
    /// <param name="paragraphs">All paragraphs of the body in reading order.</param>
    /// <param name="options">Thresholds.</param>
    public ParagraphsToBlocks(double bodySize, IReadOnlyCollection<LineParagraph> paragraphs, LayoutOptions options)
    {
        _options = options;
        _bodySize = bodySize;
        _looks = new Dictionary<LineParagraph, Look>(ReferenceEqualityComparer.Instance);
        foreach (var paragraph in paragraphs)
            _looks[paragraph] = new Look(Size(paragraph), paragraph.Lines.All(LineBreaks.IsBold), MayHead(paragraph), paragraph.Lines[0].Page <= 1);
        _scale = new HeadingScale(bodySize, _looks.Values, options);
    }

    /// <summary>The paragraph as a block of the body.</summary>
    public TextBlock ToBlock(LineParagraph paragraph, double pageHeight)
    {
        var look = _looks[paragraph];
        var level = _scale.LevelOf(look);
        return new TextBlock
        {
            Text = LinesToText.ToText([paragraph]),
            HeadingLevel = level,
            ListLevel = level is null && paragraph.Text.Marker is not null ? 0 : null,
            IsBold = look.IsBold,
            FontSize = Math.Round(look.Size, 1),
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

    // Small print in the lower half of the page that opens with its call: « 1 », « (2) », « * ».
    private bool IsNote(LineParagraph paragraph, double pageHeight)
    {
        var first = paragraph.Lines[0].Words[0].Text.Trim('(', ')', '.');
        return Size(paragraph) <= _options.NoteSize * _bodySize && paragraph.Lines[0].Baseline > pageHeight / 2
            && (first.Length == 0 || first[0] == '*' || (first.Length < 3 && first.All(char.IsAsciiDigit)));
    }

    private static double Size(LineParagraph paragraph) => paragraph.Lines.Max(line => line.Size());
}
