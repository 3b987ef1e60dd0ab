using System.Collections.Immutable;
using System.Globalization;
using Ingest.Layout;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Model.Values;

namespace Ingest.Emission.Differences;

/// <summary>Two documents → what differs between them, by action, financer and euro. Amounts of different statuses are never compared.</summary>
public sealed class DocumentsToDifferences(DifferenceOptions? options = null)
{
    private readonly ActionPairs _pairs = new(options ?? DifferenceOptions.Default);

    /// <summary>What differs.</summary>
    /// <param name="a">The first document.</param>
    /// <param name="b">The second document.</param>
    public DocumentDifferences Compare(IngestedDocument a, IngestedDocument b) => new()
    {
        A = SourceOf(a),
        B = SourceOf(b),
        TotalCost = new MoneyDifference(CostOf(a), CostOf(b)),
        Actions = [.. _pairs.Find(a.Actions, b.Actions).Select(Compare)],
        Financers = [.. Financers(a.Actions.SelectMany(action => action.Financers), b.Actions.SelectMany(action => action.Financers))],
    };

    private static ComparedSource SourceOf(IngestedDocument document) => new(document.Source.FileName, document.Source.Sha256, document.Actions.Length, document.Status);

    // A sum without the actions whose cost is not stated would be taken for the whole.
    private static Euros? CostOf(IngestedDocument document) => document.Actions.IsEmpty || document.Actions.Any(action => action.TotalCost is null)
        ? null
        : Euros.Sum(document.Actions.Select(action => action.TotalCost!.Value));

    private static ActionDifference Compare(ActionPair pair)
    {
        var (before, after) = (pair.Before, pair.After);
        ImmutableArray<FieldDifference> fields = before is null || after is null ? [] : [.. Fields(before, after)];
        var financers = Financers(before?.Financers ?? [], after?.Financers ?? []).Where(financer => before is null || after is null || !financer.Amount.IsSame).ToImmutableArray();
        var cost = new MoneyDifference(before?.TotalCost, after?.TotalCost);
        return new ActionDifference
        {
            Change = before is null ? ActionChange.Added : after is null ? ActionChange.Removed : fields.IsEmpty && financers.IsEmpty && cost.IsSame ? ActionChange.Unchanged : ActionChange.Changed,
            Title = after?.Title ?? before?.Title,
            Porteur = after?.Porteur?.Label ?? before?.Porteur?.Label,
            BeforeId = before?.Id,
            AfterId = after?.Id,
            Likeness = pair.Likeness is > 0 and < 1 ? Math.Round(pair.Likeness, 2) : null,
            TotalCost = cost,
            Fields = fields,
            Financers = financers,
            BeforeEvidence = before?.Evidence,
            AfterEvidence = after?.Evidence,
        };
    }

    private static IEnumerable<FieldDifference> Fields(FundedAction before, FundedAction after)
    {
        (string Field, string? Before, string? After)[] texts =
        [
            ("title", before.Title, after.Title),
            ("theme", before.Theme, after.Theme),
            ("description", before.Description, after.Description),
            ("porteur", before.Porteur?.Label, after.Porteur?.Label),
            ("year", before.Year?.ToString(CultureInfo.InvariantCulture), after.Year?.ToString(CultureInfo.InvariantCulture)),
            ("quartiers", Joined(before.Quartiers), Joined(after.Quartiers)),
            ("decision", Word(before.Decision), Word(after.Decision)),
            ("renewal", Word(before.Renewal), Word(after.Renewal)),
        ];
        // Spelling, accents and punctuation are the typist's, not the programme's.
        return texts.Where(text => TextKey.Letters(text.Before ?? "") != TextKey.Letters(text.After ?? "")).Select(text => new FieldDifference(text.Field, text.Before, text.After));
    }

    private static string? Joined(ImmutableArray<string> names) => names.IsEmpty ? null : string.Join(" ; ", names);

    private static string? Word<T>(T? value)
        where T : struct => value?.ToString()?.ToLowerInvariant();

    // One line per payer, purse and status. A payer whose label was written otherwise is known by its kind where it is the only one of it.
    private static IEnumerable<FinancerDifference> Financers(IEnumerable<Financer> before, IEnumerable<Financer> after)
    {
        var one = Lines(before);
        var other = Lines(after);
        foreach (var (key, line) in one)
        {
            var partner = other.GetValueOrDefault(key) is { } same ? same : Only(one, other, line);
            if (partner is not null)
                other.Remove(partner.Key);
            yield return ToDifference(line, partner);
        }

        foreach (var line in other.Values)
            yield return ToDifference(null, line);
    }

    private sealed record Line(string Key, string Place, ImmutableArray<Financer> Parts)
    {
        public Euros? Amount { get; } = Parts.Any(part => part.Amount is null) ? null : Euros.Sum(Parts.Select(part => part.Amount!.Value));

        public Evidence? Evidence => Parts is [var only] ? only.Evidence : null;
    }

    private static Dictionary<string, Line> Lines(IEnumerable<Financer> financers) =>
        financers.GroupBy(financer => $"{TextKey.Letters(financer.Label)}|{financer.Programme}|{financer.Status}").Select(group => new Line(group.Key, PlaceOf(group.First()), [.. group])).ToDictionary(line => line.Key);

    private static string PlaceOf(Financer financer) => $"{financer.Kind}|{financer.Programme}|{financer.Status}";

    private static Line? Only(Dictionary<string, Line> one, Dictionary<string, Line> other, Line line) =>
        one.Values.Count(own => own.Place == line.Place) == 1 && other.Values.Where(own => own.Place == line.Place).ToList() is [var only] && !one.ContainsKey(only.Key) ? only : null;

    private static FinancerDifference ToDifference(Line? before, Line? after)
    {
        var named = (after ?? before)!.Parts[0];
        return new FinancerDifference(named.Label, named.Kind, named.Status, new MoneyDifference(before?.Amount, after?.Amount)) { BeforeEvidence = before?.Evidence, AfterEvidence = after?.Evidence };
    }
}
