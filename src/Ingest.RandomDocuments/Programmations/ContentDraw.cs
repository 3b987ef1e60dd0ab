using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Documents;
using Ingest.RandomDocuments.Words;

namespace Ingest.RandomDocuments.Programmations;

/// <summary>Draws what a programmation says: every plan makes its cost, but for the fault that is planted.</summary>
internal sealed class ContentDraw(ProgrammationWords words, Draw draw)
{
    private readonly Dictionary<string, SpelledBody> _spelled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SpelledBody> _carrying = new(StringComparer.Ordinal);
    private readonly HashSet<string> _titles = new(StringComparer.OrdinalIgnoreCase);
    private PlaceWords _place = new();
    private int _year;

    /// <summary>A programmation.</summary>
    /// <param name="fault">The fault to plant.</param>
    /// <param name="hasGrants">Whether money is asked for and granted.</param>
    /// <param name="step">Least difference of two amounts in euros: ten where they are written in thousands with two decimals.</param>
    public ProgrammationContent Next(FaultKind fault, bool hasGrants, decimal step)
    {
        _place = draw.Pick(words.Places);
        _year = draw.Between(2015, 2027);
        var themes = draw.Shuffled(draw.Pick(words.ThemeSets)).Take(draw.Between(2, 4)).ToImmutableArray();
        var payers = Payers();
        var cents = step < 1 && draw.Chance(0.3);
        var round = draw.OneOf(10m, 50m, 100m, 500m);
        var actions = themes.SelectMany(theme => Enumerable.Range(0, draw.Between(1, 5)).Select(_ => Action(theme, payers, cents, round, hasGrants, step))).ToList();
        var faulty = draw.Below(actions.Count);
        if (fault == FaultKind.Plan)
            actions[faulty] = actions[faulty] with { Cost = actions[faulty].Cost + Error(step) };
        else if (fault == FaultKind.Porteur)
            actions[faulty] = actions[faulty] with { Porteur = null };
        else if (fault == FaultKind.Cost)
            actions[faulty] = actions[faulty] with { Cost = null };
        else if (fault == FaultKind.Twice)
            actions.Insert(faulty + 1, actions[faulty]);
        var used = actions.SelectMany(action => action.Money).Select(money => money.Payer).ToHashSet();
        return new ProgrammationContent
        {
            Place = _place,
            Year = _year,
            Title = Fill(draw.Pick(words.DocumentTitles)),
            Opening = Fill(draw.Pick(words.Openings)),
            Prose = draw.Chance(0.4) ? [.. draw.Shuffled(words.Prose).Take(draw.Between(1, 3))] : [],
            Themes = themes,
            Actions = [.. actions],
            Payers = [.. payers.Where(used.Contains)],
            HasGrants = hasGrants,
            Fault = fault,
            FaultyAction = faulty,
        };
    }

    /// <summary>By how much a planted sum is wrong: more than the rounding of its parts can explain.</summary>
    /// <param name="step">Least difference of two amounts as they are written.</param>
    private decimal Error(decimal step) => draw.Between(1, 9) * (step < 1 ? 100 : 10_000);

    /// <summary>A text with its places filled in.</summary>
    public string Fill(string text, string? theme = null) => text
        .Replace("{commune}", _place.Commune, StringComparison.Ordinal)
        .Replace("{agglo}", _place.Agglo, StringComparison.Ordinal)
        .Replace("{dept}", _place.Department, StringComparison.Ordinal)
        .Replace("{year}", _year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{theme}", theme, StringComparison.Ordinal)
        .Replace("{n}", draw.Between(2, 9).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{m}", draw.Between(10, 95).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private DrawnAction Action(string theme, ImmutableArray<SpelledBody> payers, bool cents, decimal round, bool hasGrants, decimal step)
    {
        var quartier = draw.Pick(words.Quartiers);
        var money = Money(payers, cents, round, hasGrants, step);
        return new DrawnAction
        {
            Title = Title(),
            Theme = theme,
            Description = string.Join(' ', draw.Shuffled(words.DescriptionParts).Take(draw.Between(1, 3)).Select(part => Fill(part).Replace("{quartier}", quartier, StringComparison.Ordinal))),
            Porteur = Porteur(),
            Quartier = quartier,
            Public = string.Create(CultureInfo.InvariantCulture, $"{draw.Between(10, 95)} jeunes"),
            Cost = money.Where(part => part.Status != FundingStatus.Granted).Sum(part => part.Amount),
            Money = money,
            Decision = Decision.Accepted,
            Before = payers.Where(_ => draw.Chance(0.5)).ToImmutableDictionary(payer => payer.Id, _ => Math.Max(step, round * draw.Between(2, 100))),
        };
    }

    private string Title()
    {
        while (true)
        {
            var title = Fill(draw.Pick(words.TitleNouns) + (draw.Chance(0.7) ? " " + draw.Pick(words.TitleEnds) : ""));
            if (_titles.Add(title))
                return title;
        }
    }

    // Three to seven that pay, the commune and the State nearly always among them.
    private ImmutableArray<SpelledBody> Payers()
    {
        var rest = words.Payers.ToList();
        var chosen = new List<PayerWords>();
        for (var count = draw.Between(3, 7); chosen.Count < count;)
        {
            var next = draw.Weighted<PayerWords>([.. rest.Select(payer => (payer, payer.Weight))]);
            rest.Remove(next);
            chosen.Add(next);
        }

        return [.. chosen.Select(payer => Spelled(payer))];
    }

    private SpelledBody Spelled(PayerWords payer)
    {
        if (!_spelled.TryGetValue(payer.Id, out var body))
            _spelled[payer.Id] = body = new SpelledBody(payer.Id, payer.Kind, payer.Programme, Fill(draw.Pick(payer.Spellings)));
        return body;
    }

    private SpelledBody Porteur()
    {
        if (draw.Chance(0.35))
        {
            // One who pays may be spelled in another way where it carries: « Part Ville » beside « Ville de X ».
            var own = draw.Pick(words.Payers.Where(payer => payer.Carries.Count > 0).ToList());
            if (!_carrying.TryGetValue(own.Id, out var body))
                _carrying[own.Id] = body = new SpelledBody(own.Id, own.Kind, null, Fill(draw.Pick(own.Carries)));
            return body;
        }

        var pattern = draw.Pick(words.Porteurs);
        var label = draw.Pick(pattern.Spellings).Replace("{name}", draw.Pick(words.PorteurNames), StringComparison.Ordinal);
        return new SpelledBody(label, pattern.Kind, null, label);
    }

    private ImmutableArray<DrawnMoney> Money(ImmutableArray<SpelledBody> payers, bool cents, decimal round, bool hasGrants, decimal step)
    {
        // Who pays stands in the order of the columns.
        var order = payers.Index().ToDictionary(item => item.Item, item => item.Index);
        var givers = draw.Shuffled(payers).Take(draw.Between(1, Math.Min(5, payers.Length))).OrderBy(payer => order[payer]);
        var money = ImmutableArray.CreateBuilder<DrawnMoney>();
        foreach (var payer in givers)
        {
            var amount = Math.Max(step, round * draw.Between(2, 120));
            if (draw.Chance(0.3))
                amount = draw.Between(200, 40_000) * 1m;
            if (cents && draw.Chance(0.3))
                amount += draw.OneOf(0.5m, 0.25m, 0.75m, draw.Between(1, 99) / 100m);
            if (step > 1)
                amount = Math.Max(step, Math.Round(amount / step) * step);
            money.Add(new DrawnMoney(payer, amount, hasGrants ? FundingStatus.Requested : FundingStatus.Planned));
            if (hasGrants && draw.Chance(0.8))
                money.Add(new DrawnMoney(payer, draw.Chance(0.5) ? amount : Math.Max(step, Math.Floor(amount * draw.Between(3, 9) / 10 / Math.Max(step, 1)) * Math.Max(step, 1)), FundingStatus.Granted));
        }

        return money.ToImmutable();
    }
}
