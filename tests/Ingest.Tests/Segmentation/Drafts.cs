using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Reading.Text;
using Ingest.Segmentation;
using Ingest.Tables;
using Ingest.Tests.Normalization;
using Ingest.Tests.Vocabulary;

namespace Ingest.Tests.Segmentation;

/// <summary>A cell with its spans; a text alone is a cell of one place. A line feed begins another paragraph.</summary>
internal sealed record Spanning(string Text, int Rows = 1, int Columns = 1)
{
    public static implicit operator Spanning(string text) => new(text);
}

/// <summary>Small documents to drafts, told back in short lines.</summary>
internal static class Drafts
{
    private static readonly SegmentationOptions Options = new();

    private static readonly RowKinds Kinds = new(ProductVocabularies.Payers, ProductVocabularies.Terminology, ProductVocabularies.Headers, Options);

    private static readonly ActionTables Tables = new(Kinds, ProductVocabularies.Headers, ProductVocabularies.Payers, ProductVocabularies.Terminology, Options);

    /// <summary>Plain text as the reader wants it: « | » between cells, « ¶ » between the paragraphs of a cell.</summary>
    public static string Text(string sketch) => string.Join('\n', sketch.Split('\n').Select(line =>
        line.Contains('|', StringComparison.Ordinal) ? string.Join('\t', line.Split('|').Select(cell => cell.Trim())) : line)).Replace('¶', '\v');

    /// <summary>The content of a sketch.</summary>
    public static DocumentContent Content(string sketch) => ContentBuilder.Build([.. new PlainTextReader().Read(Encoding.UTF8.GetBytes(Text(sketch)))]);

    /// <summary>A sketch of plain text as a draft.</summary>
    public static DraftDocument Of(string sketch) => Segment(Content(sketch));

    /// <summary>A content as a draft.</summary>
    public static DraftDocument Segment(DocumentContent content) =>
        ProductVocabularies.Segmenter.Segment(content);

    /// <summary>One table as a draft.</summary>
    public static DraftDocument Of(Table table) => Segment(new DocumentContent { Blocks = [new TableContent(table)] });

    /// <summary>A table as a source with spans gives it: each row names the cells that begin in it.</summary>
    public static Table Grid(params Spanning[][] rows) => Grid(0, rows);

    /// <summary>The same with its first rows marked as a header by the source.</summary>
    public static Table Grid(int headerRows, params Spanning[][] rows)
    {
        var taken = new HashSet<(int Row, int Column)>();
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        for (var row = 0; row < rows.Length; row++)
        {
            var column = 0;
            foreach (var cell in rows[row])
            {
                while (taken.Contains((row, column)))
                    column++;
                for (var place = 0; place < cell.Rows * cell.Columns; place++)
                    taken.Add((row + (place / cell.Columns), column + (place % cell.Columns)));
                var text = cell.Text.Length == 0 ? SourceText.Empty : Texts.Of(cell.Text);
                cells.Add(new TableCell { Row = row, Column = column, RowSpan = cell.Rows, ColumnSpan = cell.Columns, Text = text });
            }
        }

        return new Table
        {
            Parts = [0],
            Method = TableMethod.Native,
            RowCount = rows.Length,
            ColumnCount = taken.Max(place => place.Column) + 1,
            HeaderRowCount = headerRows,
            Cells = cells.ToImmutable(),
        };
    }

    /// <summary>The columns of the only table of a sketch.</summary>
    public static ImmutableArray<Column> Columns(string sketch) =>
        Columns(Content(sketch).Blocks.OfType<TableContent>().Single().Table);

    /// <summary>The columns of a table.</summary>
    public static ImmutableArray<Column> Columns(Table table) => Tables.Describe(table, null).Columns;

    /// <summary>The roles of columns, from the left.</summary>
    public static IEnumerable<ColumnRole> Roles(string sketch) => Columns(sketch).Select(column => column.Role);

    /// <summary>Each action as « Title 1000: Ville 600, CAF 400 »; what is not written is left out.</summary>
    public static IEnumerable<string> Plans(this DraftDocument draft) => draft.Actions.Select(action =>
        $"{action.Title.Text}{Figure(action.Cost)}: {string.Join(", ", action.Financings.Select(Told))}");

    /// <summary>Each action as « Title &lt; Theme ».</summary>
    public static IEnumerable<string> Themes(this DraftDocument draft) => draft.Actions.Select(action => $"{action.Title.Text} < {action.Theme.Text}");

    /// <summary>Each total as « Theme Emploi, cost Sous-total 1000 » or « Document, Ville 600 40% ».</summary>
    public static IEnumerable<string> Sums(this DraftDocument draft) => draft.Totals.Select(total =>
        $"{total.Scope}{(total.Of.IsEmpty ? "" : " " + total.Of.Text)}, {(total.IsCost ? "cost " : "")}{total.Label.Text}{Figure(total.Amount)}{Share(total.Share)}{Status(total.Status)}");

    /// <summary>What found no place, as « words (reason) ».</summary>
    public static IEnumerable<string> Left(this DraftDocument draft) => draft.Unassigned.Select(left => $"{left.Text.Text} ({left.Reason})");

    private static string Told(DraftFinancing financing) =>
        $"{financing.Label.Text}{Figure(financing.Amount)}{Share(financing.Share)}{Status(financing.Status)}";

    private static string Figure(DraftAmount? amount) =>
        amount is null ? "" : " " + amount.Amount.Amount.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Share(DraftShare? share) =>
        share is null ? "" : $" {(share.Share.Share * 100).ToString("0.##", CultureInfo.InvariantCulture)}%";

    private static string Status(FundingStatus status) => status == FundingStatus.Planned ? "" : $" {status}";
}
