using System.Collections.Immutable;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Ingest.Model.Pages;
using Ingest.Reading.Sheets;

namespace Ingest.Reading.Xlsx;

/// <summary>
/// Reads the part of a sheet in one pass. Damage ends the reading; what stands before it is kept, and told.
/// </summary>
internal sealed class WorksheetReader(PartXml xml, CellReader cells, SheetTally tally, XlsxOptions options)
{
    private readonly ImmutableArray<SheetCell>.Builder _cells = ImmutableArray.CreateBuilder<SheetCell>();
    private readonly HashSet<(int Row, int Column)> _taken = [];
    private readonly List<SheetRange> _merges = [];
    private readonly List<LineSpan> _hiddenRows = [];
    private readonly List<LineSpan> _hiddenColumns = [];
    private readonly List<SheetRange> _headers = [];
    private readonly List<SheetText> _edges = [];
    private (int Row, int Column) _at = (-1, -1);
    private bool _isFull;

    /// <summary>The sheet of a part, without the texts that other parts hold.</summary>
    public Sheet Read(OpenXmlPart part, SheetTab tab)
    {
        try
        {
            using var reader = xml.Open(part);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                    ReadElement(reader);
            }
        }
        catch (Exception damage) when (PartXml.IsDamage(damage))
        {
            tally.Unread(part.Uri.OriginalString, damage);
        }

        return new Sheet
        {
            Name = tab.Name,
            IsHidden = tab.IsHidden,
            Cells = _cells.ToImmutable(),
            Merges = [.. _merges],
            HiddenRows = new LineSpans(_hiddenRows),
            HiddenColumns = new LineSpans(_hiddenColumns),
            HeaderRanges = [.. tab.PrintTitles, .. _headers],
            // Views that people saved for themselves repeat the edges of the page.
            Texts = [.. _edges.Distinct()],
        };
    }

    private void ReadElement(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "row":
                _at = ((reader.Number("r") ?? (_at.Row + 2)) - 1, -1);
                if (reader.IsOn("hidden") || reader.Real("ht") == 0)
                    _hiddenRows.Add(new LineSpan(_at.Row, _at.Row));
                break;
            case "c":
                ReadCell(reader);
                break;
            case "col":
                if ((reader.IsOn("hidden") || reader.Real("width") == 0) && reader.Number("min") is { } first && reader.Number("max") is { } last)
                    _hiddenColumns.Add(new LineSpan(first - 1, last - 1));
                break;
            case "mergeCell":
                if (_merges.Count < options.MostCells && CellName.ParseRange(reader.GetAttribute("ref")) is { } range)
                    _merges.Add(range);
                break;
            case "pane":
                // Rows that stay in sight while the others move: those above them, if anything, are titles.
                if (reader.GetAttribute("state") is "frozen" or "frozenSplit" && reader.Real("ySplit") is { } rows and >= 1 and < SheetRange.LastPossibleRow)
                    _headers.Add(new SheetRange(0, 0, (int)rows - 1, SheetRange.LastPossibleColumn));
                break;
            case "oddHeader" or "oddFooter":
                var role = reader.LocalName == "oddHeader" ? FlowRole.Header : FlowRole.Footer;
                _edges.AddRange(PrintEdge.Words(reader.Characters()).Select(words => new SheetText(role, words)));
                break;
        }
    }

    private void ReadCell(XmlReader reader)
    {
        // A place that the file does not name follows the one before.
        _at = CellName.Parse(reader.GetAttribute("r")) ?? (Math.Max(_at.Row, 0), _at.Column + 1);
        if (_isFull || _at.Row > SheetRange.LastPossibleRow || _at.Column > SheetRange.LastPossibleColumn)
            return;
        if (cells.Read(reader, _at.Row, _at.Column, out var isFull) is { } cell && _taken.Add(_at))
            _cells.Add(cell);
        if (_cells.Count >= options.Limits.TableCells)
        {
            _isFull = true;
            tally.Cut(_at.Row, options.Limits.TableCells);
            return;
        }

        if (!isFull)
            return;
        _isFull = true;
        tally.TooMany(_at.Row, options.MostCells, options.MostTextThousands);
    }
}
