using System.Collections.Immutable;
using System.Globalization;
using Ingest.RandomDocuments.Drawing;
using Ingest.RandomDocuments.Words;

namespace Ingest.RandomDocuments.Programmations;

/// <summary>Draws how a programmation is laid out, whatever it says.</summary>
internal sealed class LayoutDraw(ProgrammationWords words, Draw draw)
{
    /// <summary>A layout.</summary>
    /// <param name="fault">The fault that the layout must show.</param>
    /// <param name="format">The format, as its extension.</param>
    public ProgrammationLayout Next(FaultKind fault, string format)
    {
        var money = draw.Weighted((MoneyForm.Columns, 30), (MoneyForm.PlanColumns, 15), (MoneyForm.GrantColumns, 8), (MoneyForm.YearColumns, 5), (MoneyForm.OneCell, 20), (MoneyForm.OneCellWithCost, 12), (MoneyForm.Lines, 15));
        var themes = draw.Weighted((ThemeForm.Bands, 30), (ThemeForm.MergedColumn, 20), (ThemeForm.Column, 15), (ThemeForm.Captions, 12), (ThemeForm.None, 12));
        if (fault == FaultKind.Subtotal && themes == ThemeForm.None)
            themes = ThemeForm.Bands;
        if (fault == FaultKind.Total && themes == ThemeForm.Captions)
            themes = ThemeForm.Bands;
        var amounts = Amounts(money);
        var rules = draw.Weighted((Rules.All, 84), (Rules.Rows, 7), (Rules.Frame, 4), (Rules.None, 5));
        var fields = Fields(money, themes, fault);
        return new ProgrammationLayout
        {
            Fields = fields,
            Headers = Headers(fields),
            Themes = themes,
            Money = money,
            HasSubtotals = fault == FaultKind.Subtotal || (themes != ThemeForm.None && draw.Chance(0.4)),
            HasTotal = fault == FaultKind.Total || (themes != ThemeForm.Captions && draw.Chance(0.7)),
            HasCarried = themes is not (ThemeForm.MergedColumn or ThemeForm.Captions) && money != MoneyForm.OneCellWithCost && draw.Chance(0.07),
            Recap = draw.Weighted((RecapForm.None, 60), (RecapForm.Amounts, 20), (RecapForm.Shares, 20)),
            Amounts = amounts,
            UnitSuffix = amounts.IsInThousands ? draw.OneOf(" (k€)", " en k€", " (en k€)", " (K€)") : amounts.Symbol.Length == 0 && draw.Chance(0.4) ? draw.OneOf(" (€)", " (en €)", " en €", " (en euros)") : "",
            PairSign = draw.OneOf(" : ", " = ", ": ", " : ", " – ", amounts.Symbol.Length > 0 ? " " : " = ", amounts.Symbol.Length > 0 ? null : " : "),
            PairBreak = draw.OneOf("\n", "\n", "\n", " ; ", amounts.Symbol.Length > 0 ? " / " : "\n", amounts.Symbol.Length > 0 ? ", " : "\n", amounts.Symbol.Length > 0 ? " + " : "\n", amounts.Symbol.Length > 0 ? " " : "\n"),
            IsShaded = draw.Chance(0.5),
            MergesTotalLabels = draw.Chance(0.6),
            Rules = rules,
            Page = Page(money, fields.Length, format, rules),
        };
    }

    private PageLook Page(MoneyForm money, int fields, string format, Rules rules)
    {
        var isWide = money is MoneyForm.Columns or MoneyForm.PlanColumns or MoneyForm.GrantColumns or MoneyForm.YearColumns || fields > 6;
        return new PageLook
        {
            IsLandscape = draw.Chance(isWide ? 0.9 : 0.3),
            HasSerifs = draw.Chance(0.3),
            FontSize = draw.OneOf(8, 8.5, 9, 9, 10),
            // Without rules, hardly anybody sets columns so close that they run into one another.
            Padding = draw.Chance(rules == Rules.All ? 0.4 : 0.85) ? PageLook.WidePadding : PageLook.NarrowPadding,
            CutsRows = draw.Chance(0.4),
            RepeatsHeaders = draw.Chance(0.5),
            HasPageNumbers = draw.Chance(0.4),
            FillsPage = draw.Chance(0.7),
            BreaksAmounts = draw.Chance(0.1),
            HasTextNumbers = format == "xlsx" && draw.Chance(0.25),
        };
    }

    private AmountStyle Amounts(MoneyForm money)
    {
        if (money is MoneyForm.Columns or MoneyForm.PlanColumns && draw.Chance(0.08))
            return new AmountStyle { Separator = " ", Symbol = "", IsInThousands = true, Nothing = draw.OneOf("", "-", "0") };
        var symbol = draw.Weighted((" €", 45), ("\u00A0€", 15), ("€", 12), ("", 20), (" euros", 4), (" EUR", 4));
        var hasDecimals = draw.Chance(0.3);
        return new AmountStyle
        {
            // « 12.500 » alone may be twelve and a half: with a point something else says what it is.
            Separator = draw.Weighted((" ", 45), ("\u00A0", 20), ("\u202F", 15), ("", 12), (hasDecimals || symbol.Length > 0 ? "." : " ", 8)),
            Symbol = symbol,
            HasDecimals = hasDecimals,
            Nothing = draw.Weighted(("", 50), ("-", 12), ("–", 6), ("0", 8), ("0" + symbol, 8), ("/", 4), ("néant", 2)),
        };
    }

    private ImmutableArray<Field> Fields(MoneyForm money, ThemeForm themes, FaultKind fault)
    {
        var fields = new List<Field>();
        if (draw.Chance(0.25))
            fields.Add(Field.Number);
        if (themes is ThemeForm.Column or ThemeForm.MergedColumn)
            fields.Insert(draw.Chance(0.8) ? 0 : fields.Count, Field.Theme);
        var text = new List<Field> { Field.Title };
        var hasPorteur = fault == FaultKind.Porteur || draw.Chance(0.9);
        if (draw.Chance(money is MoneyForm.GrantColumns or MoneyForm.YearColumns ? 0.2 : 0.5))
            text.Add(Field.Description);
        if (hasPorteur)
            text.Insert(draw.Chance(0.3) ? 0 : draw.Chance(0.5) ? text.Count : 1, Field.Porteur);
        if (draw.Chance(0.2))
            text.Add(Field.Quartier);
        if (draw.Chance(0.12))
            text.Add(Field.Public);
        fields.AddRange(text);
        if (money == MoneyForm.OneCellWithCost)
            fields.Add(Field.Money);
        else
            fields.AddRange(draw.Chance(0.75) ? [Field.Cost, Field.Money] : [Field.Money, Field.Cost]);
        return [.. fields];
    }

    private ImmutableDictionary<Field, string> Headers(ImmutableArray<Field> fields)
    {
        var isUpper = draw.Chance(0.15);
        var all = new Dictionary<Field, List<string>>
        {
            [Field.Number] = words.Headers.Number,
            [Field.Theme] = words.Headers.Theme,
            [Field.Title] = words.Headers.Title,
            [Field.Description] = words.Headers.Description,
            [Field.Porteur] = words.Headers.Porteur,
            [Field.Quartier] = words.Headers.Quartier,
            [Field.Public] = words.Headers.Public,
            [Field.Cost] = words.Headers.Cost,
            [Field.Money] = words.Headers.Plan,
        };
        var headers = ImmutableDictionary.CreateBuilder<Field, string>();
        foreach (var field in fields)
        {
            // Two columns of one name say nothing: « Bénéficiaire » beside « Bénéficiaires », « Objet » beside « Intitulé ».
            var free = all[field].Where(header => !headers.Values.Any(other => Stem(other) == Stem(header))).ToList();
            var header = draw.Pick(free);
            headers[field] = isUpper ? header.ToUpper(CultureInfo.InvariantCulture) : header;
        }

        return headers.ToImmutable();
    }

    private static string Stem(string header) => header.TrimEnd('s').ToUpperInvariant();
}
