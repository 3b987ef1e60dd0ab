using System.Collections.Immutable;
using System.Text;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Text;

/// <summary>
/// Reads plain text as one flowing page: a line is a paragraph, neighbouring lines with tabs are the rows of a table, which a
/// blank line (a page break of the document it was taken from) or a line without a tab ends. To be asked last: any text
/// of a format of its own is also text.
/// </summary>
/// <param name="options">How text is told and read.</param>
public sealed class PlainTextReader(PlainTextOptions options) : IFormatReader
{
    // How files of markup begin: their words are not what their bytes say.
    private static readonly ImmutableArray<string> MarkupOpenings = ["{\\rtf", "<?xml", "<!doctype", "<html"];

    /// <summary>A reader with the default options.</summary>
    public PlainTextReader()
        : this(new PlainTextOptions())
    {
    }

    /// <summary>A reader with the given options and limits.</summary>
    public PlainTextReader(PlainTextOptions options, ReadingLimits limits)
        : this(options with { Limits = limits })
    {
    }

    /// <inheritdoc/>
    public string MediaType => "text/plain";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes)
    {
        var text = TextDecoding.Decode(bytes).Text;
        if (text.Contains('\0', StringComparison.Ordinal) || IsMarkup(text))
            return false;
        return text.Count(IsStray) <= options.LargestControlShare * text.Length;
    }

    /// <inheritdoc/>
    public IEnumerable<Page> Read(ReadOnlyMemory<byte> bytes)
    {
        var (text, isLegacy) = TextDecoding.Decode(bytes.Span);
        var stray = text.Count(IsStray);
        var clean = stray == 0 ? text : string.Concat(text.Where(character => !IsStray(character)));
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (isLegacy)
            findings.Add(TextFindings.LegacyEncoding.At(null, null));
        if (stray > 0)
            findings.Add(TextFindings.Undecodable.At(null, null, stray, 1));
        var blocks = Blocks(clean, findings);
        if (blocks.IsEmpty)
            throw new UnreadableSourceException(SourceFindings.Empty.At(null, null));
        yield return new Page { Number = 1, Blocks = blocks, Findings = findings.ToImmutable() };
    }

    private ImmutableArray<FlowBlock> Blocks(string text, ImmutableArray<Finding>.Builder findings)
    {
        var runs = TextToRuns.Cut(text);
        var kinds = RunShapes.Tell(runs, options);
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        for (var i = 0; i < runs.Length; i++)
        {
            switch (kinds[i])
            {
                case RunKind.Table when !runs[i].Rows.Any(row => row.Filled.Any()):
                    break;
                case RunKind.Table:
                    blocks.Add(Table(runs[i], findings));
                    break;
                case RunKind.List:
                    blocks.AddRange(runs[i].Rows.Select(row => Item(row)).OfType<FlowParagraph>());
                    break;
                default:
                    blocks.AddRange(runs[i].Rows
                        .Select(row => LineToParagraph.Make(string.Join(' ', row.Filled), row.Line, isCell: false))
                        .OfType<FlowParagraph>());
                    break;
            }
        }

        return blocks.ToImmutable();
    }

    private static FlowParagraph? Item(TextRow row) =>
        LineToParagraph.Make(row.Cells[1], row.Line, isCell: false) is { } item
            ? item with { Marker = row.Cells[0].Trim(), ListLevel = 0 }
            : null;

    private FlowTable Table(RowRun run, ImmutableArray<Finding>.Builder findings)
    {
        // One long row makes all rows as long.
        var most = options.Limits.TableCells;
        var columns = Math.Min(most, run.Rows.Max(row => row.Cells.Length));
        var rows = Math.Min(run.Rows.Length, Math.Max(1, most / columns));
        if (rows < run.Rows.Length || run.Rows.Any(row => row.Cells.Length > columns))
            findings.Add(LargeTable.Finding(run.Rows.Length, rows * columns));
        var cells = ImmutableArray.CreateBuilder<FlowCell>();
        for (var row = 0; row < rows; row++)
        {
            var (line, parts) = run.Rows[row];
            for (var column = 0; column < columns; column++)
            {
                var paragraph = column < parts.Length ? LineToParagraph.Make(parts[column], line, isCell: true) : null;
                cells.Add(new FlowCell { Row = row, Column = column, Content = paragraph is null ? [] : [paragraph] });
            }
        }

        return new FlowTable { RowCount = rows, ColumnCount = columns, Cells = cells.ToImmutable() };
    }

    private static bool IsMarkup(string text)
    {
        var start = text.AsSpan().TrimStart();
        foreach (var opening in MarkupOpenings)
        {
            if (start.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // Control characters that no text has, and what stands for bytes without a meaning.
    private static bool IsStray(char character) =>
        character == Rune.ReplacementChar.Value || (char.IsControl(character) && character is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085'));
}
