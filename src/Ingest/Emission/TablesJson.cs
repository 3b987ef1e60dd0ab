using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Tables.Structure;

namespace Ingest.Emission;

/// <summary>
/// The raw tables of a document as JSON, before any meaning: one entry per page, or the joined tables. Beside the contract's
/// keys an entry says how it was found (<c>method</c>: native, tagged, ruled, unruled), what each of its rows is for (<c>rows</c>: header,
/// section, body, total, carried) and how many first columns name the rows (<c>stubColumns</c>). A joined entry has its <c>caption</c>
/// and <c>notes</c>, which stand outside its cells; its <c>page</c> and <c>bbox</c>
/// are those of its first part and <c>parts</c> are the indexes of all its parts among the entries per page; since its
/// cells may stand on later pages, each of them has its own <c>page</c>.
/// </summary>
/// <remarks>List markers stand in the text of a cell as in the source, paragraphs on lines of their own.</remarks>
public static class TablesJson
{
    private static readonly JsonWriterOptions Form = new()
    {
        Encoder = JsonRequiredEscapes.Instance,
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
    };

    /// <summary>Writes the tables; the stream stays open.</summary>
    /// <param name="fileName">File name without folder.</param>
    /// <param name="content">The document as the reader sees it.</param>
    /// <param name="joined">Whether the parts of a table cut by page breaks are told as one.</param>
    /// <param name="output">Where to.</param>
    public static void Write(string fileName, DocumentContent content, bool joined, Stream output)
    {
        using (var writer = new Utf8JsonWriter(output, Form))
        {
            writer.WriteStartObject();
            writer.WriteString("file", fileName);
            writer.WriteStartArray("tables");
            if (joined)
            {
                foreach (var block in content.Blocks)
                {
                    if (block is TableContent { Table: var table })
                        WriteJoined(writer, table, content.PageTables);
                }
            }
            else
            {
                foreach (var table in content.PageTables)
                    WritePart(writer, table);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>The text of a cell as it is written: form C, list markers in their places, paragraphs on lines of their own.</summary>
    internal static string TextOf(TableCell cell) => NfcStringConverter.ToNfc(WithMarkers(cell.Text));

    private static void WritePart(Utf8JsonWriter writer, PageTable table)
    {
        writer.WriteStartObject();
        WriteNumber(writer, "page", table.Page);
        WriteBox(writer, table.Bbox);
        WriteNumber(writer, "continues", table.Continues);
        writer.WriteString("method", Method(table.Method));
        WriteStructure(writer, table.Structure);
        WriteCells(writer, table.Cells, withPages: false);
        writer.WriteEndObject();
    }

    private static void WriteJoined(Utf8JsonWriter writer, Table table, ImmutableArray<PageTable> pageTables)
    {
        var first = table.Parts is [var index, ..] && index < pageTables.Length ? pageTables[index] : null;
        writer.WriteStartObject();
        WriteNumber(writer, "page", first?.Page);
        WriteBox(writer, first?.Bbox);
        WriteNumber(writer, "continues", null);
        writer.WriteString("method", Method(table.Method));
        writer.WriteStartArray("parts");
        foreach (var part in table.Parts)
            writer.WriteNumberValue(part);
        writer.WriteEndArray();
        WriteStructure(writer, table.Structure);
        WriteText(writer, "caption", table.Structure.Caption);
        writer.WriteStartArray("notes");
        foreach (var note in table.Structure.Notes)
            writer.WriteStringValue(NfcStringConverter.ToNfc(WithMarkers(note)));
        writer.WriteEndArray();
        WriteCells(writer, table.Cells, withPages: true);
        writer.WriteEndObject();
    }

    private static void WriteStructure(Utf8JsonWriter writer, TableStructure structure)
    {
        writer.WriteNumber("stubColumns", structure.StubColumns);
        writer.WriteStartArray("rows");
        foreach (var role in structure.Rows)
            writer.WriteStringValue(JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString()));
        writer.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string key, SourceText? text)
    {
        if (text is null)
            writer.WriteNull(key);
        else
            writer.WriteString(key, NfcStringConverter.ToNfc(WithMarkers(text)));
    }

    private static void WriteCells(Utf8JsonWriter writer, ImmutableArray<TableCell> cells, bool withPages)
    {
        writer.WriteStartArray("cells");
        foreach (var cell in cells)
        {
            // A cell that a page break cuts is told at the place where it begins.
            var place = cell.Regions.FirstOrDefault(region => region.Bbox is not null);
            writer.WriteStartObject();
            writer.WriteNumber("row", cell.Row);
            writer.WriteNumber("col", cell.Column);
            writer.WriteNumber("rowSpan", cell.RowSpan);
            writer.WriteNumber("colSpan", cell.ColumnSpan);
            writer.WriteString("text", TextOf(cell));
            if (withPages)
                WriteNumber(writer, "page", place?.Page);
            WriteBox(writer, place?.Bbox);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string WithMarkers(SourceText text) => string.Join('\n', text.Paragraphs.Select(paragraph =>
        string.Join(' ', ((string?[])[paragraph.Marker, .. paragraph.Words.Select(word => word.Text)]).Where(word => word is not null))));

    private static string Method(TableMethod method) => JsonNamingPolicy.KebabCaseLower.ConvertName(method.ToString());

    private static void WriteNumber(Utf8JsonWriter writer, string key, int? value)
    {
        if (value is { } number)
            writer.WriteNumber(key, number);
        else
            writer.WriteNull(key);
    }

    private static void WriteBox(Utf8JsonWriter writer, Box? box)
    {
        writer.WritePropertyName("bbox");
        if (box is { } sides)
            writer.WriteRawValue(InlineBoxConverter.InLine(sides), skipInputValidation: true);
        else
            writer.WriteNullValue();
    }
}
