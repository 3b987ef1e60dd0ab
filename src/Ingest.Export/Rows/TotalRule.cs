using System.Collections.Immutable;
using System.Globalization;
using Ingest.Export.Schema;
using Ingest.Grammar;
using Ingest.Model.Documents;

namespace Ingest.Export.Rows;

/// <summary>
/// How a spreadsheet computes a stated total again from the rows of actions or financers of its document: which column it sums and what the
/// rows must have. A total that no such rule makes (« Autres », two names of one payer) has none.
/// </summary>
/// <param name="Total">The total.</param>
internal sealed record TotalRule(Item<Total> Total)
{
    /// <summary>Whether money of financers is summed, and not costs of actions; null where there is no rule.</summary>
    public bool? OfFinancers { get; init; }

    /// <summary>Theme that the rows must have.</summary>
    public string? Theme { get; init; }

    /// <summary>Porteur that the rows must have.</summary>
    public string? Porteur { get; init; }

    /// <summary>Neighbourhoods that the rows must have, as the table of actions joins them.</summary>
    public string? Quartiers { get; init; }

    /// <summary>Year that the rows must have.</summary>
    public int? Year { get; init; }

    /// <summary>Financer that the rows must have.</summary>
    public string? Label { get; init; }

    /// <summary>Kind of financer that the rows must have.</summary>
    public string? Kind { get; init; }

    /// <summary>Programme that the rows must have; empty for none; null for any.</summary>
    public string? Programme { get; init; }

    /// <summary>Decisions that the rows must not have.</summary>
    public ImmutableArray<Decision> Without { get; init; } = [];

    /// <summary>The first rule that makes what the checks made of the actions.</summary>
    public static TotalRule Of(Item<Total> total)
    {
        var none = new TotalRule(total);
        if (total.Value.ComputedAmount is not { } computed || !IsPlain(total.Document.Id))
            return none;
        return Candidates(none).FirstOrDefault(rule => rule.IsSafe && rule.Sum() == computed.Amount) ?? none;
    }

    private static IEnumerable<TotalRule> Candidates(TotalRule none)
    {
        var total = none.Total.Value;
        var scopes = Scopes(none).ToList();
        var payers = none.Total.Document.Financers.Where(item => item.Value.Kind == total.Kind).ToList();
        IEnumerable<TotalRule> rules = total.Kind is null
            ? [none with { OfFinancers = false }, none with { OfFinancers = true }]
            : payers.Where(item => Folding.Fold(item.Value.Label) == Folding.Fold(total.Label)).Select(item => item.Value.Label).Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(label => none with { OfFinancers = true, Label = label })
                .Append(none with { OfFinancers = true, Kind = total.Kind })
                .Concat(payers.Select(item => item.Value.Programme ?? "").Distinct(StringComparer.Ordinal).Select(programme => none with { OfFinancers = true, Kind = total.Kind, Programme = programme }));
        var all = scopes.SelectMany(scope => rules.Select(rule => rule with { Theme = scope.Theme, Porteur = scope.Porteur, Year = scope.Year, Quartiers = scope.Quartiers })).ToList();
        return new ImmutableArray<Decision>[] { [], [Decision.Refused], [Decision.Refused, Decision.Deferred], [Decision.Deferred] }
            .SelectMany(without => all.Select(rule => rule with { Without = without }));
    }

    // What a total sums, in the words that the rows of the actions have.
    private static IEnumerable<TotalRule> Scopes(TotalRule rule)
    {
        var (total, actions) = (rule.Total.Value, rule.Total.Document.Actions.Select(item => item.Value));
        var of = Folding.Fold(total.Of ?? "");
        switch (total.Scope)
        {
            case TotalScope.Theme:
                var theme = actions.Select(action => action.Theme).FirstOrDefault(label => label is not null && Folding.Fold(label) == of);
                // A theme of a programme of several years is summed year by year.
                return theme is null ? OfQuartiers(rule) : [rule with { Theme = theme }, rule with { Theme = theme, Year = total.Year }];
            case TotalScope.Porteur:
                var porteur = actions.Select(action => action.Porteur?.Label).FirstOrDefault(label => label is not null && Folding.Fold(label) == of);
                return porteur is null ? [] : [rule with { Porteur = porteur }];
            case TotalScope.Year:
                return int.TryParse(total.Of, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? [rule with { Year = year }] : [];
            default:
                return [rule];
        }
    }

    // The contract has no scope for a neighbourhood: the sum of its rows names no theme that they have.
    private static IEnumerable<TotalRule> OfQuartiers(TotalRule rule) => rule.Total.Document.Actions.Select(item => DocumentTables.Join(item.Value.Quartiers)).OfType<string>()
        .Where(quartiers => quartiers.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Select(quartiers => rule with { Quartiers = quartiers });

    // A spreadsheet takes these for signs of its own in what rows must have, and no more than 255 characters.
    private static bool IsPlain(string text) => text.Length is > 0 and <= 255 && text[0] is not ('=' or '<' or '>') && !text.AsSpan().ContainsAny('*', '?', '~');

    private bool IsSafe => new[] { Theme, Porteur, Quartiers, Label }.OfType<string>().All(IsPlain);

    private decimal Sum()
    {
        var actions = Total.Document.Actions.Where(action => Has(action.Value)).ToList();
        if (OfFinancers == false)
            return actions.Sum(action => action.Value.TotalCost?.Amount ?? 0);
        return actions.SelectMany(action => action.Value.Financers)
            .Where(financer => financer.Status == Total.Value.Status)
            .Where(financer => Label is null || Same(Label, financer.Label))
            .Where(financer => Kind is null || Kind == financer.Kind)
            .Where(financer => Programme is null || Programme == (financer.Programme ?? ""))
            .Sum(financer => financer.Amount?.Amount ?? 0);
    }

    private bool Has(FundedAction action) =>
        (Theme is null || Same(Theme, action.Theme)) && (Porteur is null || Same(Porteur, action.Porteur?.Label)) && (Quartiers is null || Same(Quartiers, DocumentTables.Join(action.Quartiers))) && (Year is null || Year == action.Year)
        && (action.Decision is not { } decision || !Without.Contains(decision));

    // Spreadsheets compare text without regard to case.
    private static bool Same(string wanted, string? text) => string.Equals(wanted, text, StringComparison.OrdinalIgnoreCase);
}
