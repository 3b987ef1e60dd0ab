using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Ingest.Model.Findings;
using Ingest.Reading.Sheets;

namespace Ingest.Reading.Xlsx;

/// <summary>What a person or a program put into a cell.</summary>
public enum CellContent
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number, shown as one.</summary>
    Number,

    /// <summary>A number that is shown in per cent.</summary>
    Percent,

    /// <summary>A day.</summary>
    Day,

    /// <summary>Yes or no.</summary>
    Truth,

    /// <summary>An error of a formula.</summary>
    Error,

    /// <summary>A formula that no program has computed.</summary>
    Uncomputed,
}

/// <summary>A cell as it was filled, not as it is shown.</summary>
/// <param name="Row">Its row, from 0.</param>
/// <param name="Column">Its column, from 0.</param>
/// <param name="Content">What is in it.</param>
/// <param name="Text">The text; of a number as the file writes it.</param>
public sealed record FilledCell(int Row, int Column, CellContent Content, string Text)
{
    /// <summary>As a person names it: « J12 ».</summary>
    public string Name => CellName.Of(Row, Column);

    /// <summary>The number, where it holds one.</summary>
    public decimal? Number { get; init; }

    /// <summary>The day, where it holds one.</summary>
    public DateOnly? Day { get; init; }
}

/// <summary>The filled cells of one sheet of a workbook: for what a person types into it, which its look must not change.</summary>
public sealed class WorkbookCells
{
    private const string Format = "XLSX";

    private static readonly XlsxOptions Options = new();

    private readonly PartXml _xml = new(Options);

    /// <summary>The cells in the order of the file; null where the workbook has no sheet of that name.</summary>
    /// <param name="bytes">The workbook.</param>
    /// <param name="sheet">Name of the sheet.</param>
    /// <exception cref="UnreadableSourceException">It is no workbook, or a damaged one.</exception>
    public ImmutableArray<FilledCell>? Read(ReadOnlyMemory<byte> bytes, string sheet)
    {
        try
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes.ToArray(), writable: false), isEditable: false);
            var part = document.WorkbookPart ?? throw new InvalidDataException("workbook");
            var workbook = Workbook.Read(part, _xml);
            if (workbook.Tabs.FirstOrDefault(tab => tab.Name == sheet)?.Part is not { } id || !part.TryGetPartById(id, out var found) || found is not WorksheetPart worksheet)
                return null;
            var texts = SharedTexts.Read(part.SharedStringTablePart, _xml, Options);
            if (texts.Damage is { } damage)
                throw new InvalidDataException(damage.Message, damage);
            return Cells(worksheet, texts, CellLooks.Read(part.WorkbookStylesPart, _xml), workbook.Is1904);
        }
        catch (Exception damage) when (PartXml.IsDamage(damage))
        {
            throw new UnreadableSourceException(SourceFindings.Unreadable.At(null, null, Format, damage.Message), damage);
        }
    }

    private ImmutableArray<FilledCell> Cells(WorksheetPart worksheet, SharedTexts texts, CellLooks looks, bool is1904)
    {
        var cells = ImmutableArray.CreateBuilder<FilledCell>();
        var at = (Row: -1, Column: -1);
        using var reader = _xml.Open(worksheet);
        while (reader.Read())
        {
            if (reader.Opens("row"))
                at = ((reader.Number("r") ?? (at.Row + 2)) - 1, -1);
            if (!reader.Opens("c"))
                continue;
            at = CellName.Parse(reader.GetAttribute("r")) ?? (Math.Max(at.Row, 0), at.Column + 1);
            var cell = ToCell(reader, at.Row, at.Column, texts, looks.At(reader.Number("s")).Format, is1904);
            if (cell is not null)
                cells.Add(cell);
        }

        return cells.ToImmutable();
    }

    private static FilledCell? ToCell(XmlReader reader, int row, int column, SharedTexts texts, FormatCode format, bool is1904)
    {
        var type = reader.GetAttribute("t") ?? "n";
        var (written, inline, hasFormula) = CellReader.ReadInside(reader);
        if (hasFormula && string.IsNullOrEmpty(written) && type != "str")
            return new FilledCell(row, column, CellContent.Uncomputed, "");
        if (inline is { } rich)
            return OfText(row, column, rich.Text);
        if (string.IsNullOrEmpty(written))
            return null;
        return type switch
        {
            "s" => SheetXmlReading.ToNumber(written) is { } number && texts.At(number) is { } shared
                ? OfText(row, column, shared.Text)
                : throw new InvalidDataException($"sharedStrings #{written}"),
            "str" or "inlineStr" => OfText(row, column, RichTextReader.Unescape(written)),
            "b" => new FilledCell(row, column, CellContent.Truth, written is "1" or "true" ? "1" : "0"),
            "e" => new FilledCell(row, column, CellContent.Error, written),
            "d" => DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment)
                ? new FilledCell(row, column, CellContent.Day, written) { Day = DateOnly.FromDateTime(moment) }
                : OfText(row, column, written),
            _ => OfNumber(row, column, written, format, is1904),
        };
    }

    private static FilledCell? OfText(int row, int column, string text) => text.Length == 0 ? null : new FilledCell(row, column, CellContent.Text, text);

    private static FilledCell OfNumber(int row, int column, string written, FormatCode format, bool is1904)
    {
        // Fifteen digits are what the programs keep: what lies behind them is noise of binary fractions.
        if (!double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)
            || !decimal.TryParse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            throw new InvalidDataException(written);
        var section = format.For(value);
        if (section.IsDate && DateToFrench.ToMoment(number, is1904) is { } moment)
            return new FilledCell(row, column, CellContent.Day, written) { Day = DateOnly.FromDateTime(moment) };
        return new FilledCell(row, column, section.Has(FormatPiece.Percent) ? CellContent.Percent : CellContent.Number, written) { Number = value };
    }
}
