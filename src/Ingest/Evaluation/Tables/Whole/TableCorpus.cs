using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ingest.Evaluation.Tables.Whole;

/// <summary>A document of the table corpus with its truth.</summary>
public sealed record TableCorpusDocument
{
    /// <summary>File name of the document.</summary>
    public required string File { get; init; }

    /// <summary>The split that it belongs to.</summary>
    public required Split Split { get; init; }

    /// <summary>What it is made to show.</summary>
    public required ImmutableArray<string> Traits { get; init; }

    /// <summary>Its whole tables; empty where it has none, which is a truth as well.</summary>
    public required ImmutableArray<WholeTable> Tables { get; init; }
}

/// <summary>
/// Reads our own table corpus: documents in a folder, their truths in its folder <c>truth</c> as JSON. Rows and columns count
/// from 0, pages from 1; keys beyond those that are compared may be there.
/// </summary>
public static class TableCorpus
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter<Split>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
    };

    /// <summary>Reads every truth of a corpus.</summary>
    /// <param name="folder">Folder of the documents.</param>
    /// <returns>The documents by file name; none where there is no folder <c>truth</c>.</returns>
    /// <exception cref="TruthFormatException">A truth is not of its form.</exception>
    public static ImmutableArray<TableCorpusDocument> Load(string folder) => Path.Combine(folder, "truth") is var truth && Directory.Exists(truth)
        ? [.. Directory.EnumerateFiles(truth, "*.json").Select(Read).OrderBy(document => document.File, StringComparer.Ordinal)]
        : [];

    /// <summary>Reads one truth.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="TruthFormatException">It is not of its form.</exception>
    public static TableCorpusDocument Read(string path)
    {
        try
        {
            var shape = JsonSerializer.Deserialize<DocumentShape>(File.ReadAllBytes(path), Form) ?? throw new JsonException("The file holds nothing.");
            return new TableCorpusDocument
            {
                File = shape.File,
                Split = shape.Split,
                Traits = [.. shape.Traits],
                Tables = [.. shape.Tables.Select(table => WholeTable.Of(table.Pages, table.Cells.Select(cell => ToCell(cell, table))))],
            };
        }
        catch (JsonException error)
        {
            throw new TruthFormatException(path, error.LineNumber + 1, error.Message, error);
        }
    }

    // A cell of a table on one page need not say where it stands.
    private static WholeCell ToCell(CellShape cell, TableShape table) => new(cell.Row, cell.Col, cell.RowSpan, cell.ColSpan, cell.Text)
    {
        Pages = cell.Pages is { } pages ? [.. pages] : table.Pages.Length == 1 ? [.. table.Pages] : [],
    };

    private sealed record DocumentShape
    {
        public required string File { get; init; }

        public required Split Split { get; init; }

        public string[] Traits { get; init; } = [];

        public required TableShape[] Tables { get; init; }
    }

    private sealed record TableShape
    {
        public required int[] Pages { get; init; }

        public required CellShape[] Cells { get; init; }
    }

    private sealed record CellShape
    {
        public required int Row { get; init; }

        public required int Col { get; init; }

        public int RowSpan { get; init; } = 1;

        public int ColSpan { get; init; } = 1;

        public string Text { get; init; } = "";

        public int[]? Pages { get; init; }
    }
}
