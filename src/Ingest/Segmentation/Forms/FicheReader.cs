using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Model.Values;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Forms;

/// <summary>What a sheet says.</summary>
/// <param name="Actions">Its action, once for each year that its budget has columns of.</param>
/// <param name="Left">What found no place.</param>
internal sealed record FicheReading(ImmutableArray<DraftAction> Actions, ImmutableArray<DraftUnassigned> Left);

/// <summary>A sheet → the action that it tells of.</summary>
internal sealed partial class FicheReader(FormLabels labels, ChoiceReader choices, RowKinds kinds, SegmentationOptions options)
{
    private static readonly ColumnContent NoContent = new()
    {
        Count = 0,
        Amounts = 0,
        LabelledAmounts = 0,
        Percents = 0,
        Payers = 0,
        Years = 0,
        Ordinals = 0,
        Quartiers = 0,
        MeanWords = 0,
        Distinct = 0,
    };

    // Labels of one line, whose value ends where another paragraph begins.
    private static readonly ImmutableHashSet<HeaderRole> LongValues =
        [HeaderRole.Description, HeaderRole.Objective, HeaderRole.Public, HeaderRole.Remarks, HeaderRole.Period, HeaderRole.Financing, HeaderRole.TotalCost, HeaderRole.Contact];

    /// <summary>Reads a sheet.</summary>
    public FicheReading Read(Fiche fiche)
    {
        var sheet = new OpenFiche(new MoneyReading(kinds, options));
        foreach (var item in fiche.Items)
        {
            switch (item)
            {
                case HeadingItem heading:
                    ReadHeading(sheet, heading);
                    break;
                case PairItem pair:
                    ReadPair(sheet, pair.Label, pair.Value);
                    break;
                case LooseItem loose:
                    ReadLoose(sheet, loose);
                    break;
                case BudgetItem budget:
                    sheet.Budgets.Add(budget.Reading);
                    sheet.Open = null;
                    break;
            }
        }

        var row = SourceText.Concat(fiche.Items.Select(item => item.Text));
        var actions = ToActions(sheet, row);
        return new FicheReading(actions, [.. sheet.Left, .. sheet.Money.Close(), .. sheet.Budgets.SelectMany(budget => budget.Left)]);
    }

    private static void ReadHeading(OpenFiche sheet, HeadingItem heading)
    {
        sheet.HasHeading = true;
        sheet.Open = null;
        if (sheet.HeadingTitle.IsEmpty)
            sheet.HeadingTitle = heading.Title;
    }

    private void ReadPair(OpenFiche sheet, FormLabel label, SourceText value)
    {
        var isInPlan = sheet.Open?.Label is { } before && (before.IsPayer || before.Role is HeaderRole.TotalCost or HeaderRole.Financing);
        // Beside payers, or below a cost, whoever is named with an amount pays it.
        if (label.Role is null && !label.IsPayer && isInPlan && MoneyGrammar.ParseCell(value.Text).Money is { HasCurrency: true })
            label = label with { IsPayer = true };
        sheet.Open = new OpenLabel(label, value.IsEmpty);
        if (value.IsEmpty)
            return;
        if (label.IsPayer)
            sheet.Money.ReadCell(value, Money(label, ColumnRole.PayerAmount));
        else if (label.Role is { } role)
            ReadKnown(sheet, label, role, value);
        else if (kinds.HasNamedAmounts(value))
            // Payers with their amounts are a plan, whatever it is called.
            sheet.Money.ReadCell(value, Money(label, ColumnRole.Financings));
        else
            sheet.Left.Add(new DraftUnassigned(value, UnassignedReason.NoField, label.Text));
    }

    private void ReadKnown(OpenFiche sheet, FormLabel label, HeaderRole role, SourceText value)
    {
        switch (role)
        {
            // « Projet : Nouveau » says of what is named elsewhere that it is new.
            case HeaderRole.Title when sheet.Renewal is null && !sheet.HeadingTitle.IsEmpty && choices.IsRenewal(value) && choices.Renewal(SourceText.Empty, value) is { } renewal:
                sheet.Renewal = renewal;
                break;
            case HeaderRole.Title or HeaderRole.Porteur or HeaderRole.Theme or HeaderRole.Quartier or HeaderRole.Commune or HeaderRole.Year:
                if (sheet.Fields.ContainsKey(role))
                    sheet.Left.Add(new DraftUnassigned(value, UnassignedReason.NoField, label.Text));
                else
                    sheet.Fields[role] = WithoutContact(sheet, value, label);
                break;
            case HeaderRole.Description:
                sheet.Fields[role] = SourceText.Concat([sheet.Fields.GetValueOrDefault(role) ?? SourceText.Empty, value]);
                break;
            case HeaderRole.TotalCost or HeaderRole.Financing:
                ReadMoney(sheet, label, role, value);
                break;
            case HeaderRole.Amount or HeaderRole.Financer:
                ReadAmount(sheet, label, value);
                break;
            case HeaderRole.Renewal when sheet.Renewal is null && choices.Renewal(label.Text, value) is { } renewal:
                sheet.Renewal = renewal;
                break;
            case HeaderRole.Decision when sheet.Decision is null && choices.Decided(value) is { } decision:
                sheet.Decision = decision;
                break;
            case HeaderRole.Renewal or HeaderRole.Decision:
                sheet.Left.Add(new DraftUnassigned(value, UnassignedReason.NotRead, label.Text));
                break;
            case HeaderRole.Number when value.Text.Count(char.IsLetterOrDigit) <= 4:
                break;
            default:
                sheet.Details.Add(value);
                sheet.Left.Add(new DraftUnassigned(value, UnassignedReason.NoField, label.Text));
                break;
        }
    }

    private void ReadMoney(OpenFiche sheet, FormLabel label, HeaderRole role, SourceText value)
    {
        if (MoneyGrammar.ParseCell(value.Text) is var cell && cell.Money is not null)
            sheet.Money.ReadCell(value, Money(label, ColumnRole.TotalCost));
        else if (kinds.HasLabelledAmounts(value) || MoneyGrammar.Find(value.Text).Any(mention => mention.HasCurrency))
            sheet.Money.ReadCell(value, Money(label, ColumnRole.Financings));
        else if (!cell.IsNothing)
            sheet.Left.Add(new DraftUnassigned(value, role == HeaderRole.Financing ? UnassignedReason.NoField : UnassignedReason.WordsBesideAmounts, label.Text));
    }

    // « Subvention demandée à la Région : 4 000 € » names who is asked; without a name an amount is nobody's.
    private void ReadAmount(OpenFiche sheet, FormLabel label, SourceText value)
    {
        if (kinds.NamesPayer(label.Text.Text) && MoneyGrammar.ParseCell(value.Text).Money is not null)
            sheet.Money.ReadCell(value, Money(label, ColumnRole.PayerAmount));
        else if (kinds.HasNamedAmounts(value))
            sheet.Money.ReadCell(value, Money(label, ColumnRole.Financings));
        else if (!MoneyGrammar.ParseCell(value.Text).IsNothing)
            sheet.Left.Add(new DraftUnassigned(value, UnassignedReason.UnnamedAmount, label.Text));
    }

    private void ReadLoose(OpenFiche sheet, LooseItem loose)
    {
        var text = loose.Text;
        if (ReadBoxes(sheet, text))
            return;
        var isHeading = loose.Block is TextContent { Block.HeadingLevel: not null };
        if (!isHeading && sheet.Open is { } open && (open.IsEmpty || (open.Label.Role is { } role ? LongValues.Contains(role) : !open.Label.IsPayer)) && loose.Block is TextContent)
        {
            sheet.Open = open with { IsEmpty = false };
            if (open.Label.Role is { } known)
                ReadKnown(sheet, open.Label, known, text);
            else
                sheet.Left.Add(new DraftUnassigned(text, UnassignedReason.NoField, open.Label.Text));
        }
        else if (sheet.HasHeading && sheet.HeadingTitle.IsEmpty && !sheet.Fields.ContainsKey(HeaderRole.Title) && sheet.Open is null && text.Words.Take(options.TitleWords + 1).Count() <= options.TitleWords && !text.Text.TrimEnd().EndsWith('.'))
        {
            sheet.HeadingTitle = text;
        }
        else if (kinds.HasNamedAmounts(text))
        {
            sheet.Money.ReadCell(text, Money(new FormLabel(text, null, false), ColumnRole.Financings));
        }
        else if (MoneyGrammar.Find(text.Text).Any(mention => mention.HasCurrency) || !isHeading && loose.Block is TextContent)
        {
            sheet.Left.Add(new DraftUnassigned(text, UnassignedReason.NoField));
        }
    }

    // « ☒ Nouvelle action ☐ Reconduction » needs no label.
    private bool ReadBoxes(OpenFiche sheet, SourceText text)
    {
        if (sheet.Renewal is not null || TickBoxes.Read(text).IsEmpty || choices.Renewal(SourceText.Empty, text) is not { } renewal)
            return false;
        sheet.Renewal = renewal;
        return true;
    }

    // Names, numbers and addresses of persons are values of no field.
    private static SourceText WithoutContact(OpenFiche sheet, SourceText value, FormLabel label)
    {
        if (Contact().Match(value.Text) is not { Success: true } match || label.Role is not HeaderRole.Porteur)
            return value;
        var end = match.Index;
        while (end > 0 && (char.IsWhiteSpace(value.Text[end - 1]) || value.Text[end - 1] is '–' or '-' or ',' or ';' or '(' or ':' or '/' or '—'))
            end--;
        if (end == 0)
            return value;
        sheet.Left.Add(new DraftUnassigned(value.Slice(end, value.Text.Length - end), UnassignedReason.NoField, label.Text));
        return value.Slice(0, end);
    }

    private Column Money(FormLabel label, ColumnRole role) => new()
    {
        Index = 0,
        Role = role,
        Header = label.Text,
        HeaderPath = [label.Text],
        Content = NoContent,
        Status = labels.StatusOf(label),
        Scale = MoneyGrammar.UnitOfHeader(label.Text.Text),
    };

    private static ImmutableArray<DraftAction> ToActions(OpenFiche sheet, SourceText row)
    {
        var title = sheet.Field(HeaderRole.Title);
        if (title.IsEmpty)
            title = sheet.HeadingTitle;
        var action = new DraftAction
        {
            Title = title,
            Theme = sheet.Field(HeaderRole.Theme),
            Description = sheet.Field(HeaderRole.Description),
            Porteur = sheet.Field(HeaderRole.Porteur),
            Quartiers = sheet.Field(HeaderRole.Quartier),
            Commune = sheet.Field(HeaderRole.Commune),
            Year = sheet.Field(HeaderRole.Year),
            Details = SourceText.Concat(sheet.Details),
            Renewal = sheet.Renewal,
            Decision = sheet.Decision,
            Cost = sheet.Money.Cost,
            Financings = [.. sheet.Money.Financings],
            Row = row,
        };
        var years = sheet.Budgets.SelectMany(budget => budget.Years).GroupBy(budget => budget.Budget.Year.Text, StringComparer.Ordinal).Select(Merge).ToImmutableArray();
        return years.IsEmpty ? [action] : [.. years.Select(year => WithBudget(action, year))];
    }

    // Charges in one table and receipts in the next are one budget.
    private static BudgetOfYear Merge(IEnumerable<BudgetOfYear> parts)
    {
        var all = parts.ToList();
        return new BudgetOfYear(
            new DraftBudget
            {
                Year = all[0].Budget.Year,
                Charges = all.Select(part => part.Budget.Charges).FirstOrDefault(side => side is not null),
                Receipts = [.. all.SelectMany(part => part.Budget.Receipts)],
            },
            [.. all.SelectMany(part => part.Financings)]);
    }

    private static DraftAction WithBudget(DraftAction action, BudgetOfYear year)
    {
        var told = action.Financings.Where(financing => !year.Financings.Any(other => other.Amount?.Amount == financing.Amount?.Amount && other.Status == financing.Status));
        var cost = CostOf(year.Budget);
        return action with
        {
            Cost = cost ?? action.Cost,
            Year = year.Budget.Year.IsEmpty ? action.Year : year.Budget.Year,
            Financings = [.. told, .. year.Financings],
            Budget = year.Budget with { StatedCost = cost is null ? null : action.Cost },
        };
    }

    // The total of charges in money. Where only that with what is given in kind is written, the difference, which both show.
    private static DraftAmount? CostOf(DraftBudget budget)
    {
        if (budget.Charges is not { } charges)
            return budget.Receipts.Select(side => side.Cash ?? side.Whole).FirstOrDefault(total => total is not null);
        if (charges.Cash is not null || charges.Whole is not { } whole)
            return charges.Cash;
        var given = charges.Lines.Where(line => line.IsInKind).ToList();
        var inKind = Euros.Sum(given.Select(line => line.Amount.Amount));
        var money = Euros.Sum(charges.Lines.Where(line => !line.IsInKind).Select(line => line.Amount.Amount));
        return whole.Amount == money || inKind == Euros.Zero
            ? whole
            : whole with { Source = SourceText.Concat([whole.Source, .. given.Select(line => line.Amount.Source)]), Amount = whole.Amount - inKind };
    }

    [GeneratedRegex(@"\S+@\S+|(?:t[ée]l(?:[ée]phone|\.)?|mail|courriel|contact|port(?:able|\.)?)[ \u00A0]*:|(?<!\d)0\d(?:[ \u00A0.]?\d\d){4}(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Contact();

    private sealed record OpenLabel(FormLabel Label, bool IsEmpty);

    private sealed class OpenFiche(MoneyReading money)
    {
        public MoneyReading Money { get; } = money;

        public Dictionary<HeaderRole, SourceText> Fields { get; } = [];

        public List<SourceText> Details { get; } = [];

        public List<DraftUnassigned> Left { get; } = [];

        public List<BudgetReading> Budgets { get; } = [];

        public bool HasHeading { get; set; }

        public SourceText HeadingTitle { get; set; } = SourceText.Empty;

        public OpenLabel? Open { get; set; }

        public DraftChoice<bool>? Renewal { get; set; }

        public DraftChoice<Decision>? Decision { get; set; }

        public SourceText Field(HeaderRole role) => Fields.GetValueOrDefault(role) ?? SourceText.Empty;
    }
}
