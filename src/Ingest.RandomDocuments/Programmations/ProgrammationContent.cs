using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.RandomDocuments.Words;

namespace Ingest.RandomDocuments.Programmations;

/// <summary>A body as a document spells it.</summary>
/// <param name="Id">The same for whatever the body does: who pays and carries is one.</param>
/// <param name="Kind">Kind by the contract.</param>
/// <param name="Programme">Purse that the spelling names; null without.</param>
/// <param name="Label">As written.</param>
internal sealed record SpelledBody(string Id, string Kind, string? Programme, string Label)
{
    /// <summary>Whether money of a payer is a porteur's own.</summary>
    public bool IsOwnOf(SpelledBody? porteur) => Kind == "fonds-propres" || Id == porteur?.Id;
}

/// <summary>What one payer gives.</summary>
/// <param name="Payer">Who.</param>
/// <param name="Amount">Euros.</param>
/// <param name="Status">Asked for, granted or planned.</param>
internal sealed record DrawnMoney(SpelledBody Payer, decimal Amount, FundingStatus Status);

/// <summary>An action.</summary>
internal sealed record DrawnAction
{
    public required string Title { get; init; }

    public required string Theme { get; init; }

    public required string Description { get; init; }

    public SpelledBody? Porteur { get; init; }

    public string? Quartier { get; init; }

    public required string Public { get; init; }

    /// <summary>What was decided on it, where the document has a place for it.</summary>
    public Decision Decision { get; init; }

    /// <summary>Whether it goes on from the year before.</summary>
    public bool IsRenewed { get; init; }

    /// <summary>Euros; null where the document does not say.</summary>
    public decimal? Cost { get; init; }

    public required ImmutableArray<DrawnMoney> Money { get; init; }

    /// <summary>What payers gave the year before, by their ids.</summary>
    public required ImmutableDictionary<string, decimal> Before { get; init; }
}

/// <summary>What is wrong with a document.</summary>
internal enum FaultKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A plan does not make its cost.</summary>
    Plan,

    /// <summary>The sum of all costs is wrong.</summary>
    Total,

    /// <summary>The sum of a theme's costs is wrong.</summary>
    Subtotal,

    /// <summary>A porteur is left out.</summary>
    Porteur,

    /// <summary>An action stands twice.</summary>
    Twice,

    /// <summary>A cost is left out.</summary>
    Cost,
}

/// <summary>A programmation before it has a layout.</summary>
internal sealed record ProgrammationContent
{
    public required PlaceWords Place { get; init; }

    public required int Year { get; init; }

    public required string Title { get; init; }

    public string? Opening { get; init; }

    public required ImmutableArray<string> Prose { get; init; }

    public required ImmutableArray<string> Themes { get; init; }

    /// <summary>By theme, in the order of <see cref="Themes"/>.</summary>
    public required ImmutableArray<DrawnAction> Actions { get; init; }

    /// <summary>All who pay, in the order of columns.</summary>
    public required ImmutableArray<SpelledBody> Payers { get; init; }

    /// <summary>Whether each payer is asked and grants.</summary>
    public required bool HasGrants { get; init; }

    public required FaultKind Fault { get; init; }

    /// <summary>The action, or one of the theme, that the fault is at; 0 where it is nowhere.</summary>
    public int FaultyAction { get; init; }
}
