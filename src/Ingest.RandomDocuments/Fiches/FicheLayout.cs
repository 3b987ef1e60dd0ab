using System.Collections.Immutable;
using Ingest.RandomDocuments.Drawing;
using Ingest.RandomDocuments.Programmations;
using Ingest.RandomDocuments.Words;

namespace Ingest.RandomDocuments.Fiches;

/// <summary>Where labels stand.</summary>
internal enum FicheForm
{
    /// <summary>« Label : value » in paragraphs.</summary>
    Paragraphs,

    /// <summary>A table of two columns.</summary>
    TwoColumns,

    /// <summary>A table of four columns: two labels a row where the values are short.</summary>
    FourColumns,

    /// <summary>A table in whose cells label and value stand together.</summary>
    OneCell,
}

/// <summary>How the money of an action is told.</summary>
internal enum BudgetForm
{
    /// <summary>Charges beside receipts, by accounts.</summary>
    Accounts,

    /// <summary>Charges beside receipts, without accounts.</summary>
    Beside,

    /// <summary>Receipts below charges.</summary>
    Below,

    /// <summary>The cost, and a table of payers.</summary>
    PayerTable,

    /// <summary>The cost, and a line for each payer.</summary>
    Lines,

    /// <summary>The cost and all payers in one value.</summary>
    OneValue,

    /// <summary>A table of payers with what they were asked for and what they granted.</summary>
    Grants,
}

/// <summary>A label of a sheet.</summary>
internal enum FicheField
{
    Title,
    Porteur,
    Theme,
    Quartier,
    Public,
    Description,
    Renewal,
    Other,
}

/// <summary>How the sheets of a document are laid out.</summary>
internal sealed record FicheLayout
{
    public required FicheForm Form { get; init; }

    public required BudgetForm Budget { get; init; }

    /// <summary>Labels from the top; each other one has its index among the words.</summary>
    public required ImmutableArray<(FicheField Field, string Label, string Value)> Fields { get; init; }

    /// <summary>What heads each sheet; null where the label of the title is all.</summary>
    public required string? Heading { get; init; }

    public required bool HasBands { get; init; }

    /// <summary>Whether the budget stands in the table of the labels.</summary>
    public required bool IsOneTable { get; init; }

    public required bool HasColons { get; init; }

    /// <summary>Whether accounts that sum up others have amounts.</summary>
    public required bool HasAccountSums { get; init; }

    /// <summary>Whether something is given in kind, and told below the totals.</summary>
    public required bool HasInKind { get; init; }

    public required AmountStyle Amounts { get; init; }

    public required PageLook Page { get; init; }

    public required Rules Rules { get; init; }

    public bool HasTitle => Fields.Any(item => item.Field == FicheField.Title) || Heading?.Contains("{title}", StringComparison.Ordinal) == true;

    public bool Has(FicheField field) => Fields.Any(item => item.Field == field);
}

/// <summary>Draws how sheets are laid out, whatever they say.</summary>
internal sealed class FicheLayoutDraw(FicheWords words, Draw draw)
{
    /// <summary>A layout.</summary>
    /// <param name="hasPorteur">Whether a porteur must be told.</param>
    public FicheLayout Next(bool hasPorteur)
    {
        var form = draw.Weighted((FicheForm.Paragraphs, 30), (FicheForm.TwoColumns, 30), (FicheForm.FourColumns, 25), (FicheForm.OneCell, 15));
        var budget = draw.Weighted((BudgetForm.Accounts, 25), (BudgetForm.Beside, 20), (BudgetForm.Below, 8), (BudgetForm.PayerTable, 14), (BudgetForm.Lines, 15), (BudgetForm.OneValue, 10), (BudgetForm.Grants, 8));
        var isInText = budget is BudgetForm.Lines or BudgetForm.OneValue;
        var isTitled = draw.Chance(0.3);
        return new FicheLayout
        {
            Form = form,
            Budget = budget,
            Fields = Fields(isTitled, hasPorteur),
            Heading = isTitled ? draw.Pick(words.TitledHeadings) : draw.Chance(0.6) ? draw.Pick(words.Headings) : null,
            HasBands = form is FicheForm.TwoColumns or FicheForm.FourColumns && draw.Chance(0.35),
            IsOneTable = form == FicheForm.FourColumns && budget is BudgetForm.Accounts or BudgetForm.Beside && draw.Chance(0.5),
            HasColons = draw.Chance(0.5),
            HasAccountSums = draw.Chance(0.6),
            HasInKind = budget is BudgetForm.Accounts or BudgetForm.Beside && draw.Chance(0.45),
            Amounts = new AmountStyle
            {
                Separator = draw.OneOf(" ", "\u00A0", "\u202F", " ", ""),
                Symbol = isInText ? draw.OneOf(" €", "€", "\u00A0€", " euros") : draw.OneOf(" €", "€", "", "", "\u00A0€"),
                HasDecimals = draw.Chance(0.3),
                Nothing = draw.OneOf("", "", "", "-", "0"),
            },
            Page = new PageLook { IsLandscape = draw.Chance(0.2), HasSerifs = draw.Chance(0.3), FontSize = draw.OneOf(8.5, 9, 10), Padding = draw.Chance(0.6) ? PageLook.WidePadding : PageLook.NarrowPadding, CutsRows = draw.Chance(0.3), HasPageNumbers = draw.Chance(0.4), FillsPage = true },
            Rules = draw.Weighted((Rules.All, 88), (Rules.Rows, 12)),
        };
    }

    private ImmutableArray<(FicheField Field, string Label, string Value)> Fields(bool isTitled, bool hasPorteur)
    {
        var fields = new List<(FicheField Field, string Label, string Value)>();
        if (hasPorteur || draw.Chance(0.95))
            fields.Add((FicheField.Porteur, draw.Pick(words.Labels.Porteur), ""));
        if (draw.Chance(0.7))
            fields.Add((FicheField.Theme, draw.Pick(words.Labels.Theme), ""));
        if (draw.Chance(0.6))
            fields.Add((FicheField.Quartier, draw.Pick(words.Labels.Quartier), ""));
        if (draw.Chance(0.7))
            fields.Add((FicheField.Public, draw.Pick(words.Labels.Public), ""));
        if (draw.Chance(0.4))
            fields.Add((FicheField.Renewal, draw.Pick(words.Renewal), draw.OneOf("[x] oui [ ] non", "(x) oui ( ) non", "Oui [X] Non [ ]", "oui")));
        fields.AddRange(draw.Shuffled(words.Others).Take(draw.Between(1, 4)).Select(other => (FicheField.Other, other.Label, other.Value)));
        if (draw.Chance(0.85))
            fields.Add((FicheField.Description, draw.Pick(words.Labels.Description), ""));
        fields = [.. draw.Shuffled(fields)];
        if (!isTitled)
            fields.Insert(draw.Chance(0.8) ? 0 : Math.Min(1, fields.Count), (FicheField.Title, draw.Pick(words.Labels.Title), ""));
        return [.. fields];
    }
}
