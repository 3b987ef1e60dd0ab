using Ingest.Grammar;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>What the body cells of a column look like: shares are of the cells with text.</summary>
public sealed record ColumnContent
{
    /// <summary>Number of body cells with text that belong to this column alone.</summary>
    public required int Count { get; init; }

    /// <summary>Share of cells that hold one amount, or one a line, and nothing else (« - » and « néant » count as such).</summary>
    public required double Amounts { get; init; }

    /// <summary>Share of cells that hold amounts with words.</summary>
    public required double LabelledAmounts { get; init; }

    /// <summary>Share of cells that hold a percentage and nothing else.</summary>
    public required double Percents { get; init; }

    /// <summary>Share of cells that name a payer or a porteur and little else.</summary>
    public required double Payers { get; init; }

    /// <summary>Share of cells that hold a year alone.</summary>
    public required double Years { get; init; }

    /// <summary>Share of cells that hold a short number or code alone (« 3 », « 1.2 », « A4 »).</summary>
    public required double Ordinals { get; init; }

    /// <summary>Share of cells that hold one word with figures in it and no more than two small letters: « 26-01 », « VVV-24-001 ».</summary>
    public double Codes { get; init; }

    /// <summary>Share of cells that name a neighbourhood by code.</summary>
    public required double Quartiers { get; init; }

    /// <summary>Mean number of words.</summary>
    public required double MeanWords { get; init; }

    /// <summary>Share of cells that differ from all others.</summary>
    public required double Distinct { get; init; }

    /// <summary>Looks at the cells of one column.</summary>
    /// <param name="cells">Texts of the body cells of the column, empty ones left out.</param>
    /// <param name="payers">Names of payers.</param>
    /// <param name="kinds">Tells lists of payers with their amounts.</param>
    internal static ColumnContent Of(IReadOnlyCollection<SourceText> cells, PayerVocabulary payers, RowKinds kinds)
    {
        double amounts = 0, labelled = 0, percents = 0, named = 0, years = 0, ordinals = 0, quartiers = 0, words = 0;
        foreach (var cell in cells)
        {
            var text = cell.Text;
            var count = cell.Words.Count();
            words += count;
            var parsed = MoneyGrammar.ParseCell(text);
            var isYear = IsYear(text);
            if (PercentGrammar.Find(text) is [var percent] && percent.Length >= text.Trim().Length)
                percents++;
            else if (isYear)
                years++;
            else if (IsOrdinal(text, count))
                ordinals++;
            else if (kinds.HasNamedAmounts(cell))
                labelled++;
            else if (parsed.Money is not null || parsed.IsNothing || IsListOfAmounts(text))
                amounts++;
            else if (kinds.HasLabelledAmounts(cell))
                labelled++;

            if (count <= 8 && payers.Match(text) is not null)
                named++;
            if (QuartierGrammar.Find(text).Any(mention => mention.Code is not null))
                quartiers++;
        }

        var total = Math.Max(1, cells.Count);
        return new ColumnContent
        {
            Count = cells.Count,
            Amounts = amounts / total,
            LabelledAmounts = labelled / total,
            Percents = percents / total,
            Payers = named / total,
            Years = years / total,
            Ordinals = ordinals / total,
            Codes = cells.Count(cell => IsCode(cell.Text)) / (double)total,
            Quartiers = quartiers / total,
            MeanWords = words / total,
            Distinct = cells.Select(cell => Folding.Fold(cell.Text)).Distinct().Count() / (double)total,
        };
    }

    private static bool IsCode(string text) => text.Any(char.IsAsciiDigit) && !text.Any(char.IsWhiteSpace) && text.Count(char.IsLower) <= 2;

    // A line for each payer of the cell beside it.
    private static bool IsListOfAmounts(string text) =>
        text.Split('\n') is { Length: > 1 } lines && Array.TrueForAll(lines, line => MoneyGrammar.ParseCell(line).Money is not null);

    private static bool IsYear(string text) =>
        text.Length == 4 && text.All(char.IsAsciiDigit) && text[0] is '1' or '2' && text[1] is '9' or '0';

    private static bool IsOrdinal(string text, int words) =>
        words == 1 && text.Length <= 5 && !text.Contains('€')
        && (text.All(c => char.IsAsciiDigit(c) || c is '.' or '-' or '°') && text.Count(char.IsAsciiDigit) <= 3 && text.Any(char.IsAsciiDigit)
            || (char.IsAsciiLetterUpper(text[0]) && text[1..].All(c => char.IsAsciiDigit(c) || c is '.' or '-') && text.Length > 1));
}
