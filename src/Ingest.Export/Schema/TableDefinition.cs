using System.Collections.Immutable;
using Ingest.Export.Rows;

namespace Ingest.Export.Schema;

/// <summary>A table of the collection: its columns, and how a document fills it.</summary>
/// <param name="Name">Name in every format.</param>
/// <param name="French">What a row is, in French.</param>
/// <param name="English">What a row is, in English.</param>
/// <param name="Columns">The columns in order.</param>
public abstract record TableDefinition(string Name, string French, string English, ImmutableArray<ColumnDefinition> Columns)
{
    /// <summary>The columns of the key.</summary>
    public IEnumerable<ColumnDefinition> Key => Columns.Where(column => column.IsKey);

    /// <summary>Place of a column, from 0.</summary>
    public int IndexOf(string column) => Columns.Select(item => item.Name).ToList().IndexOf(column);

    /// <summary>The rows of a document: a value or null for each column, of the type that <see cref="ColumnType"/> says.</summary>
    internal abstract IEnumerable<object?[]> RowsOf(ExportedDocument document);
}

/// <summary>A table whose rows are made of one sort of items.</summary>
/// <typeparam name="T">The items.</typeparam>
/// <param name="Name">Name in every format.</param>
/// <param name="French">What a row is, in French.</param>
/// <param name="English">What a row is, in English.</param>
/// <param name="Items">The items of a document.</param>
/// <param name="Filled">The columns, each with its value of an item.</param>
internal sealed record TableDefinition<T>(string Name, string French, string English, Func<ExportedDocument, IEnumerable<T>> Items, ImmutableArray<FilledColumn<T>> Filled)
    : TableDefinition(Name, French, English, [.. Filled.Select(column => column.Definition)])
{
    internal override IEnumerable<object?[]> RowsOf(ExportedDocument document) =>
        Items(document).Select(item => Filled.Select(column => column.Value(item)).ToArray());
}

/// <summary>A column with the value that an item has in it.</summary>
/// <typeparam name="T">The items.</typeparam>
/// <param name="Definition">The column.</param>
/// <param name="Value">Text, <see cref="long"/>, <see cref="decimal"/> (euros), <see cref="double"/>, <see cref="DateOnly"/>, <see cref="bool"/> or null.</param>
internal sealed record FilledColumn<T>(ColumnDefinition Definition, Func<T, object?> Value)
{
    public static FilledColumn<T> Text(string name, string heading, Func<T, string?> value, string french, string english) =>
        new(new ColumnDefinition(name, heading, ColumnType.Text, french, english), value);

    public static FilledColumn<T> Code(string name, string heading, Func<T, string?> value, string french, string english) =>
        new(new ColumnDefinition(name, heading, ColumnType.Code, french, english), value);

    public static FilledColumn<T> Word(string name, string heading, ImmutableArray<Choice> choices, Func<T, string?> value, string french, string english) =>
        new(new ColumnDefinition(name, heading, ColumnType.Code, french, english) { Choices = choices }, value);

    public static FilledColumn<T> Integer(string name, string heading, Func<T, long?> value, string french, string english) =>
        new(new ColumnDefinition(name, heading, ColumnType.Integer, french, english), item => value(item));

    public static FilledColumn<T> Money(string name, string heading, Func<T, decimal?> value, string french, string english) =>
        new(new ColumnDefinition(name, heading, ColumnType.Money, french, english) { Unit = "EUR" }, item => value(item));

    public static FilledColumn<T> Number(string name, string heading, Func<T, double?> value, string french, string english) =>
        new(new ColumnDefinition(name, heading, ColumnType.Number, french, english), item => value(item));

    public static FilledColumn<T> Date(string name, string heading, Func<T, DateOnly?> value, string french, string english) =>
        new(new ColumnDefinition(name, heading, ColumnType.Date, french, english), item => value(item));

    public static FilledColumn<T> Boolean(string name, string heading, Func<T, bool?> value, string french, string english) =>
        new(new ColumnDefinition(name, heading, ColumnType.Boolean, french, english), item => value(item));

    /// <summary>The same, as the key of its table.</summary>
    public FilledColumn<T> AsKey() => this with { Definition = Definition with { IsKey = true, IsRequired = true } };

    /// <summary>The same, never empty.</summary>
    public FilledColumn<T> Required() => this with { Definition = Definition with { IsRequired = true } };

    /// <summary>The same, as the key of another table.</summary>
    public FilledColumn<T> Of(string table) => this with { Definition = Definition with { References = table } };

    /// <summary>The same, in a unit.</summary>
    public FilledColumn<T> In(string unit) => this with { Definition = Definition with { Unit = unit } };

    /// <summary>The same, measured by the evaluation as a field.</summary>
    public FilledColumn<T> Measured(string field) => this with { Definition = Definition with { MeasuredAs = field } };
}
