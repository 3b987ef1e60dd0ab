using System.Text.Json;
using Ingest.Export.Schema;

namespace Ingest.Export.Packaging;

/// <summary>A table as a Table Schema (datapackage.org, version 2).</summary>
internal static class TableSchema
{
    public static void Write(Utf8JsonWriter json, TableDefinition table)
    {
        json.WriteStartObject("schema");
        json.WriteString("$schema", "https://datapackage.org/profiles/2.0/tableschema.json");
        json.WriteStartArray("fields");
        foreach (var column in table.Columns)
            WriteField(json, column);
        json.WriteEndArray();
        if (table.Key.Any())
            WriteNames(json, "primaryKey", table.Key);
        var references = table.Columns.Where(column => column.References is not null).ToList();
        if (references.Count > 0)
            WriteReferences(json, references);
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, ColumnDefinition column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("title", column.Heading);
        json.WriteString("type", column.Type switch
        {
            ColumnType.Integer => "integer",
            ColumnType.Money or ColumnType.Number => "number",
            ColumnType.Date => "date",
            ColumnType.Boolean => "boolean",
            _ => "string",
        });
        if (column.Type == ColumnType.Boolean)
        {
            WriteValues(json, "trueValues", ["true"]);
            WriteValues(json, "falseValues", ["false"]);
        }

        json.WriteString("description", column.French);
        json.WriteString("descriptionEn", column.English);
        if (column.Unit is not null)
            json.WriteString("unit", column.Unit);
        if (column.IsRequired || !column.Choices.IsEmpty)
        {
            json.WriteStartObject("constraints");
            if (column.IsRequired)
                json.WriteBoolean("required", true);
            if (!column.Choices.IsEmpty)
                WriteValues(json, "enum", column.Choices.Select(choice => choice.Code));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteReferences(Utf8JsonWriter json, List<ColumnDefinition> references)
    {
        json.WriteStartArray("foreignKeys");
        foreach (var column in references)
        {
            json.WriteStartObject();
            WriteNames(json, "fields", [column]);
            json.WriteStartObject("reference");
            json.WriteString("resource", column.References);
            WriteNames(json, "fields", [column]);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNames(Utf8JsonWriter json, string key, IEnumerable<ColumnDefinition> columns) => WriteValues(json, key, columns.Select(column => column.Name));

    private static void WriteValues(Utf8JsonWriter json, string key, IEnumerable<string> values)
    {
        json.WriteStartArray(key);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
