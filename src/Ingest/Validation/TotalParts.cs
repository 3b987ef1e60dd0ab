using System.Collections.Immutable;
using System.Globalization;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Values;
using Ingest.Normalization;
using Ingest.Segmentation;
using Ingest.Vocabulary;

namespace Ingest.Validation;

/// <summary>What makes up a stated total.</summary>
/// <param name="Amount">The sum of the parts.</param>
/// <param name="Pointers">The parts.</param>
internal sealed record PartsSum(Euros Amount, IReadOnlyList<string> Pointers);

/// <summary>
/// Assigns the money of actions to the stated totals. Money of a payer goes to the line that names it best: the same purse,
/// then the same body, then the sort of bodies, then « Autres ». Lines are compared within one scope and status.
/// </summary>
internal sealed class TotalParts
{
    private const string Rest = "autre";

    private static readonly ImmutableHashSet<string> ManyOfAKind =
        ImmutableHashSet.Create(StringComparer.Ordinal, "etat", "europe", "association", "bailleur", "entreprise", "fondation", "etablissement-scolaire");

    private readonly CheckInput _input;
    private readonly Dictionary<string, List<Part>> _parts = new(StringComparer.Ordinal);
    private readonly List<Part> _unplaced = [];

    private readonly ImmutableArray<Decision> _without;

    /// <summary>The parts of all totals.</summary>
    /// <param name="input">The document.</param>
    /// <param name="without">Decisions on actions that count as no part.</param>
    public TotalParts(CheckInput input, params ImmutableArray<Decision> without)
    {
        (_input, _without) = (input, without.IsDefault ? [] : without);
        foreach (var group in input.Totals.Where(item => item.Total.Amount is not null).GroupBy(item => (Claim: ClaimOf(item.Total, item.Pointer), item.Total.Status)))
        {
            foreach (var statement in Statements(group))
                Assign(statement);
        }
    }

    // The last row of a table and a recapitulation below it state the same sums twice: each has all the parts.
    private static IEnumerable<List<(Total Total, string Pointer)>> Statements(IEnumerable<(Total Total, string Pointer)> group)
    {
        var lines = new List<(Total Total, string Pointer)>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in group)
        {
            // Two associations are two lines of one statement: only the same name twice begins another.
            var name = Folding.Fold(HeaderUnit.Without(item.Total.Label));
            if (item.Total.Kind is not null && !keys.Add(name))
            {
                yield return lines;
                lines = [];
                keys = [name];
            }

            lines.Add(item);
        }

        yield return lines;
    }

    /// <summary>Money that no line of a recapitulation holds, where there is one.</summary>
    public IEnumerable<(Financer Financer, string Pointer)> Unplaced => _unplaced.Select(part => (part.Financer, part.Pointer));

    /// <summary>The parts of a total; null where there is nothing to compare.</summary>
    public PartsSum? Of(Total total, string pointer)
    {
        if (total.Kind is null)
            return Costs(total, pointer);
        return _parts.TryGetValue(pointer, out var parts) && parts.Count > 0
            ? new PartsSum(Euros.Sum(parts.Select(part => part.Financer.Amount!.Value)), [.. parts.Select(part => part.Pointer)])
            : null;
    }

    private SummedParts SumOf(string pointer) =>
        _input.Normalized.Sums[int.Parse(pointer.AsSpan(pointer.LastIndexOf('/') + 1), CultureInfo.InvariantCulture)];

    private Claim ClaimOf(Total total, string pointer) => new(total.Scope, Folding.Fold(total.Of ?? ""), SumOf(pointer).Run);

    private PartsSum? Costs(Total total, string pointer)
    {
        var actions = ActionsOf(ClaimOf(total, pointer)).ToList();
        var basis = SumOf(pointer).Basis;
        var costs = Sum(actions.Where(item => item.Action.TotalCost is not null).Select(item => (item.Action.TotalCost!.Value, item.Pointer + "/totalCost")));
        var plans = Sum(actions.SelectMany(item => PartsOf(item.Action, item.Pointer, total.Status)).Select(part => (part.Financer.Amount!.Value, part.Pointer)));
        return basis == TotalBasis.Either && costs is not null && plans is not null && !Fits(total, costs) && Fits(total, plans) ? plans : costs ?? plans;
    }

    private bool Fits(Total total, PartsSum sum) => _input.Fits(total.Amount!.Value, sum.Amount, sum.Pointers);

    private static PartsSum? Sum(IEnumerable<(Euros Amount, string Pointer)> parts)
    {
        var all = parts.ToList();
        return all.Count == 0 ? null : new PartsSum(Euros.Sum(all.Select(part => part.Amount)), [.. all.Select(part => part.Pointer)]);
    }

    private void Assign(List<(Total Total, string Pointer)> group)
    {
        var lines = group.Where(item => item.Total.Kind is not null)
            .Select(item => new Line(item.Pointer, item.Total.Kind!, _input.IdentityOf(item.Pointer)!)).ToList();
        if (lines.Count == 0)
            return;
        foreach (var line in lines)
            _parts[line.Pointer] = [];
        var (claim, status) = (ClaimOf(group[0].Total, group[0].Pointer), group[0].Total.Status);
        // A line per payer claims to name them all; the last row of a table sums the columns that it has.
        var isRecap = claim.Scope == TotalScope.Document && lines.Count > 1 && lines.TrueForAll(line => SumOf(line.Pointer).Basis == TotalBasis.Either);
        foreach (var part in ActionsOf(claim).SelectMany(item => PartsOf(item.Action, item.Pointer, status)))
        {
            var line = BestLine(lines, part);
            if (line is not null)
                _parts[line.Pointer].Add(part);
            else if (isRecap)
                _unplaced.Add(part);
        }
    }

    private static Line? BestLine(List<Line> lines, Part part)
    {
        var best = lines.Select(line => (Line: line, Score: Fit(line, part.Identity))).Where(item => item.Score > 0).OrderByDescending(item => item.Score).FirstOrDefault();
        return best.Line;
    }

    // How well a line names a payer: its very words, its purse, its body, its sort, the rest.
    private static int Fit(Line line, PayerIdentity payer)
    {
        if (Folding.Fold(line.Identity.Label) == Folding.Fold(payer.Label))
            return 6;
        if (line.Identity.IsKnown && payer.IsKnown && line.Identity.Key == payer.Key && line.Kind != Rest)
            return 5;
        // « Région » is the only one of its kind; « ANCT » is one hand of the State among others.
        var isSort = line.Identity.Programme is null && (line.Identity.IsGeneric || line.Identity.Id == payer.Id || (line.Identity.IsBare && !ManyOfAKind.Contains(line.Kind)));
        if (line.Kind == payer.Kind && line.Kind != Rest && isSort)
            return line.Identity.Id == payer.Id ? 4 : 3;
        return line is { Kind: Rest, Identity: { IsKnown: true, IsGeneric: true } } ? 1 : 0;
    }

    /// <summary>The actions of what a total sums on which one of these decisions was taken.</summary>
    public IEnumerable<FundedAction> Decided(Total total, string pointer, ImmutableArray<Decision> decisions) =>
        AllOf(ClaimOf(total, pointer)).Select(item => item.Action).Where(action => action.Decision is { } decision && decisions.Contains(decision));

    private IEnumerable<(FundedAction Action, string Pointer)> ActionsOf(Claim claim) =>
        AllOf(claim).Where(item => item.Action.Decision is not { } decision || !_without.Contains(decision));

    private IEnumerable<(FundedAction Action, string Pointer)> AllOf(Claim claim) => claim.Run is { } run
        ? _input.Actions.Skip(run.First).Take(run.Count)
        : _input.Actions.Where(item => claim.Scope switch
        {
            TotalScope.Theme => Folding.Fold(item.Action.Theme ?? "") == claim.Of,
            TotalScope.Porteur => Folding.Fold(item.Action.Porteur?.Label ?? "") == claim.Of,
            TotalScope.Year => item.Action.Year?.ToString(CultureInfo.InvariantCulture) == claim.Of,
            _ => true,
        });

    private IEnumerable<Part> PartsOf(FundedAction action, string pointer, FundingStatus status) => action.Financers
        .Select((financer, index) => new Part(financer, $"{pointer}/financers/{index}", _input.IdentityOf($"{pointer}/financers/{index}")!))
        .Where(part => part.Financer.Amount is not null && part.Financer.Status == status);

    // Which actions a total claims to sum.
    private sealed record Claim(TotalScope Scope, string Of, ActionRun? Run);

    private sealed record Line(string Pointer, string Kind, PayerIdentity Identity);

    private sealed record Part(Financer Financer, string Pointer, PayerIdentity Identity);
}
