using System.Globalization;

namespace Ingest.RandomDocuments.Drawing;

/// <summary>Sets a document on pages.</summary>
internal sealed class PartsToPdf
{
    private const double Margin = 40;
    private const double TextSize = 10;
    private const double LongSide = 842;
    private const double ShortSide = 595;

    private readonly PageLook _look;
    private readonly FontWidths _plain;
    private readonly FontWidths _bold;
    private readonly double _width;
    private readonly double _height;
    private readonly PdfFile _file;
    private double _y;

    private PartsToPdf(DocumentParts document)
    {
        var look = document.Look;
        _look = look;
        (_plain, _bold) = look.HasSerifs ? (FontWidths.Times, FontWidths.TimesBold) : (FontWidths.Helvetica, FontWidths.HelveticaBold);
        (_width, _height) = look.IsLandscape ? (LongSide, ShortSide) : (ShortSide, LongSide);
        // What does not fit goes on a page that lies, else on A3, as people print it.
        foreach (var (width, height) in ((double, double)[])[(LongSide, ShortSide), (LongSide * Math.Sqrt(2), LongSide), (LongSide * 2, ShortSide * 2)])
        {
            if (document.Parts.OfType<TablePart>().All(table => new TableSetting(table, look, _plain, _bold, _width - (2 * Margin)).Fits))
                break;
            (_width, _height) = (width, height);
        }

        _file = new PdfFile(_width, _height, _plain, _bold);
        AddPage();
    }

    private double Bottom => _height - Margin - 10;

    /// <summary>The document as a PDF.</summary>
    public static byte[] Write(DocumentParts document)
    {
        var pages = new PartsToPdf(document);
        foreach (var (index, part) in document.Parts.Index())
        {
            if (part is TextPart text)
                pages.Set(text, index + 1 < document.Parts.Length && document.Parts[index + 1] is TablePart);
            else if (part is TablePart table)
                pages.Set(table);
        }

        if (document.Look.HasPageNumbers)
            pages.NumberPages();
        return pages._file.ToBytes();
    }

    private void AddPage()
    {
        _file.AddPage();
        _y = Margin;
    }

    private void Set(TextPart part, bool isAboveTable)
    {
        var (size, isBold) = part.Look switch
        {
            TextLook.Title => (15.0, true),
            TextLook.Heading => (12.5, true),
            TextLook.SubHeading => (11.0, true),
            TextLook.MinorHeading => (TextSize, true),
            _ => (TextSize, false),
        };
        var indent = part.Look == TextLook.Item ? 14.0 : 0;
        var lines = TextLines.Of(part.Text, isBold ? _bold : _plain, size, _width - (2 * Margin) - indent);
        var leading = size * 1.25;
        // A heading stays with what follows it.
        if (isBold && _y + (lines.Count * leading) + (isAboveTable ? 90 : 40) > Bottom)
            AddPage();
        _y += isBold ? 6 : 2;
        foreach (var (index, line) in lines.Index())
        {
            if (_y + leading > Bottom)
                AddPage();
            _y += leading;
            // Lines of an item hang behind its sign.
            _file.Write(_file.PageCount - 1, Margin + indent + (part.Look == TextLook.Item && index > 0 ? 8 : 0), _y, line, size, isBold);
        }

        _y += isBold ? 6 : 4;
    }

    private void Set(TablePart table)
    {
        var setting = new TableSetting(table, _look, _plain, _bold, _width - (2 * Margin));
        var header = setting.Heights.Take(table.HeaderRows).Sum();
        if (_y + header + setting.Heights.Skip(table.HeaderRows).FirstOrDefault() > Bottom)
            AddPage();
        var top = _y;
        var row = 0;
        var strips = new List<Strip>();
        while (row < table.Rows.Length)
        {
            // Rows that a cell ties together go together where they fit on a page.
            var next = setting.EndOfGroup(row);
            var height = setting.Heights[row..next].Sum();
            var fits = _y + height <= Bottom;
            if (!fits && (next - row == 1 || height > Bottom - Margin - header))
                next = row + 1;
            if (_y + setting.Heights[row..next].Sum() <= Bottom)
            {
                for (; row < next; row++)
                    strips.Add(Place(new Strip(row, 0, setting.LineCount(row), setting.Heights[row], true)));
                continue;
            }

            var lines = setting.LineCount(row);
            var room = (int)((Bottom - _y - (2 * setting.Padding)) / setting.Leading);
            var first = 0;
            if (_look.CutsRows && next - row == 1 && room >= 1 && room < lines)
            {
                strips.Add(Place(new Strip(row, 0, room, setting.HeightOf(room), false)));
                first = room;
            }

            Draw(setting, strips, top);
            strips.Clear();
            AddPage();
            top = _y;
            if (_look.RepeatsHeaders && row >= table.HeaderRows)
            {
                for (var again = 0; again < table.HeaderRows; again++)
                    strips.Add(Place(new Strip(again, 0, setting.LineCount(again), setting.Heights[again], true)));
            }

            if (first == 0)
                continue;
            strips.Add(Place(new Strip(row, first, lines, setting.HeightOf(lines - first), true)));
            row++;
        }

        Draw(setting, strips, top);
        _y += 12;

        Strip Place(Strip strip)
        {
            _y += strip.Height;
            return strip;
        }
    }

    // Draws rows that stand on one page: grounds, then rules, then words.
    private void Draw(TableSetting setting, List<Strip> strips, double top)
    {
        var page = _file.PageCount - 1;
        var boxes = setting.BoxesOf(strips, top, Margin);
        foreach (var box in boxes.Where(box => box.Cell.IsShaded))
            _file.Shade(page, box.X0, box.Y0, box.X1, box.Y1);
        foreach (var (x0, y0, x1, y1) in setting.RulesOf(boxes, strips, top, Margin))
            _file.Rule(page, x0, y0, x1, y1);
        foreach (var box in boxes)
        {
            var isBold = box.Cell.IsBold;
            for (var i = 0; i < box.Lines.Count; i++)
            {
                var length = (isBold ? _bold : _plain).Of(box.Lines[i], setting.Size);
                var x = box.Cell.Side switch
                {
                    Side.Right => box.X1 - setting.Padding - length,
                    Side.Middle => (box.X0 + box.X1 - length) / 2,
                    _ => box.X0 + setting.Padding,
                };
                _file.Write(page, x, box.Y0 + setting.Padding + ((i + 1) * setting.Leading) - (0.2 * setting.Size), box.Lines[i], setting.Size, isBold);
            }
        }
    }

    private void NumberPages()
    {
        for (var page = 0; page < _file.PageCount; page++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"Page {page + 1} sur {_file.PageCount}");
            _file.Write(page, _width - Margin - _plain.Of(text, 8), _height - Margin + 12, text, 8, false);
        }
    }
}

/// <summary>A row, or the part of it that stands on one page.</summary>
/// <param name="Row">The row from 0.</param>
/// <param name="First">First line of its cells.</param>
/// <param name="End">Line behind the last one.</param>
/// <param name="Height">How high it is.</param>
/// <param name="IsLast">Whether the row ends here.</param>
internal sealed record Strip(int Row, int First, int End, double Height, bool IsLast);
