using System.Collections.Immutable;

namespace Ingest.Export.Schema;

/// <summary>What a column holds.</summary>
public enum ColumnType
{
    /// <summary>Words of a document: may hold personal data, may look like a formula.</summary>
    Text,

    /// <summary>A key, a code or a word of the contract: text, never a number, never a person.</summary>
    Code,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>Euros with two decimals.</summary>
    Money,

    /// <summary>A number with decimals.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    Boolean,
}

/// <summary>One of the words that a column may hold.</summary>
/// <param name="Code">The contract's word.</param>
/// <param name="French">What the workbook says in its place.</param>
public sealed record Choice(string Code, string French);

/// <summary>A column of the collection: all that its files and its codebook say of it.</summary>
/// <param name="Name">Name in every format: French, lower case, ASCII, words joined by « _ ».</param>
/// <param name="Heading">Heading in the workbook, in French.</param>
/// <param name="Type">What it holds.</param>
/// <param name="French">What it means, in French.</param>
/// <param name="English">What it means, in English.</param>
public sealed record ColumnDefinition(string Name, string Heading, ColumnType Type, string French, string English)
{
    /// <summary>Whether it is part of the table's key; then it is never empty.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether every row has a value.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Table whose key it holds, or null.</summary>
    public string? References { get; init; }

    /// <summary>Unit of its numbers, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>All the words that it may hold; empty where any may stand.</summary>
    public ImmutableArray<Choice> Choices { get; init; } = [];

    /// <summary>Field of <c>ingest evaluate documents</c> that measures how well it is read, or null.</summary>
    public string? MeasuredAs { get; init; }
}
