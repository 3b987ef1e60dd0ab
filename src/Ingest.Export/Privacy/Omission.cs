using System.Collections.Immutable;
using Ingest.Export.Schema;

namespace Ingest.Export.Privacy;

/// <summary>What sort of personal data was left out.</summary>
public enum OmissionKind
{
    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A telephone number.</summary>
    Telephone,

    /// <summary>The name of a private person.</summary>
    Name,
}

/// <summary>Words for sorts of omissions.</summary>
internal static class OmissionKinds
{
    public static ImmutableArray<Choice> Choices { get; } = [new("email", "courriel"), new("telephone", "téléphone"), new("name", "nom")];

    /// <summary>What stands in the place of what was left out.</summary>
    public static string Mark(OmissionKind kind) => $"[{ContractWords.French(Choices, ContractWords.Of(kind))} retiré]";
}

/// <summary>Personal data left out of a column of a document.</summary>
/// <param name="Document">Key of the document.</param>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="Kind">What sort of data.</param>
/// <param name="Count">How many passages.</param>
internal sealed record Omission(string Document, string Table, string Column, OmissionKind Kind, int Count);
