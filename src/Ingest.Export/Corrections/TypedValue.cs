using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Decisions;
using Ingest.Export.Schema;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Reading.Xlsx;

namespace Ingest.Export.Corrections;

/// <summary>What was typed into a cell, as a value; or why it is none.</summary>
/// <param name="Value">The value; null where it is none.</param>
/// <param name="Problem">Why it is none.</param>
/// <param name="Detail">What the reason needs to be understood.</param>
internal readonly record struct TypedValue(CorrectionValue? Value, RefusalReason Problem = default, string Detail = "")
{
    public static implicit operator TypedValue(CorrectionValue value) => new(value);
}

/// <summary>
/// Reads what French staff type: numbers as numbers or as text in the French manner, days, words of the workbook, « vide » for nothing. What can
/// be read in two ways is refused, never guessed.
/// </summary>
internal static partial class TypedValueReader
{
    private const string EmptyMark = "vide";

    private static readonly ImmutableArray<ImmutableArray<Choice>> Vocabularies = [ContractWords.FundingStatus, ContractWords.Decision, ContractWords.DocumentKind, ContractWords.PayerKind];

    /// <summary>The value of a cell for a target.</summary>
    public static TypedValue Read(CorrectionTarget target, FilledCell cell)
    {
        if (cell.Content is CellContent.Error or CellContent.Uncomputed)
            return No(RefusalReason.Formula);
        if (cell.Content == CellContent.Text && Folding.Fold(cell.Text) == EmptyMark)
            return target.MayBeEmpty ? CorrectionValue.Nothing : No(RefusalReason.Empty);
        var typed = target.Sort switch
        {
            ValueSort.Money => Money(cell),
            ValueSort.Number => Number(cell),
            ValueSort.Share => Share(cell),
            ValueSort.Year => Year(cell) is { } year ? CorrectionValue.Of(year) : No(RefusalReason.Year),
            ValueSort.Years => Years(cell),
            ValueSort.Day => Day(cell) is { } day ? CorrectionValue.Of(day) : No(RefusalReason.Day),
            ValueSort.Word => Word(target, cell),
            _ => Text(target, cell),
        };
        return typed.Value is { } value && !target.Accepts(value) ? No(RefusalReason.Impossible) : typed;
    }

    private static TypedValue No(RefusalReason problem, string detail = "") => new(null, problem, detail);

    private static TypedValue Money(FilledCell cell)
    {
        if (cell.Content == CellContent.Number)
            return decimal.Round(cell.Number!.Value, 2) == cell.Number ? CorrectionValue.Of(cell.Number) : No(RefusalReason.Amount);
        if (cell.Content != CellContent.Text)
            return No(RefusalReason.Amount);
        if (PlainAmount().IsMatch(cell.Text.Trim()))
            return CorrectionValue.Of(ToDecimal(cell.Text));
        return MoneyGrammar.ParseCell(cell.Text).Money switch
        {
            null => No(RefusalReason.Amount),
            { IsAmbiguous: true } => No(RefusalReason.Ambiguous),
            { } money => CorrectionValue.Of(money.Amount.Amount),
        };
    }

    private static TypedValue Number(FilledCell cell) => cell.Content switch
    {
        CellContent.Number => CorrectionValue.Of(cell.Number),
        // « 32,8 % » typed into a cell is kept as 0,328 by every spreadsheet.
        CellContent.Percent => CorrectionValue.Of(cell.Number * 100),
        CellContent.Text => Written(cell.Text) is { } written ? written.IsAmbiguous ? No(RefusalReason.Ambiguous) : CorrectionValue.Of(written.Number) : No(RefusalReason.Number),
        _ => No(RefusalReason.Number),
    };

    // Without a sign 0,33 is a share and 33 per cent; 1 alone may be either end.
    private static TypedValue Share(FilledCell cell)
    {
        if (cell.Content == CellContent.Percent)
            return CorrectionValue.Of(cell.Number);
        var written = cell.Content == CellContent.Number ? (cell.Number!.Value, IsPercent: false, IsAmbiguous: false) : cell.Content == CellContent.Text ? Written(cell.Text) : null;
        return written switch
        {
            { IsAmbiguous: false, IsPercent: true, Number: var percent } => CorrectionValue.Of(percent / 100),
            { IsAmbiguous: false, Number: var number } when number != 1 => CorrectionValue.Of(number < 1 ? number : number / 100),
            _ => No(RefusalReason.Share),
        };
    }

    private static int? Year(FilledCell cell) => cell.Content switch
    {
        CellContent.Number when cell.Number == decimal.Truncate(cell.Number!.Value) && Math.Abs(cell.Number.Value) < 10_000 => (int)cell.Number.Value,
        CellContent.Text when OneYear().IsMatch(cell.Text) => int.Parse(cell.Text.Trim(), CultureInfo.InvariantCulture),
        _ => null,
    };

    private static TypedValue Years(FilledCell cell)
    {
        if (Year(cell) is { } only)
            return CorrectionValue.Of(new Period(only, only));
        return cell.Content == CellContent.Text && TwoYears().Match(cell.Text) is { Success: true } run
            ? CorrectionValue.Of(new Period(int.Parse(run.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(run.Groups[2].Value, CultureInfo.InvariantCulture)))
            : No(RefusalReason.Years);
    }

    private static DateOnly? Day(FilledCell cell) => cell.Content switch
    {
        CellContent.Day => cell.Day,
        CellContent.Text when DateGrammar.Find(cell.Text) is [var only] && only.Length == cell.Text.Trim().Length => only.Date,
        _ => null,
    };

    private static TypedValue Word(CorrectionTarget target, FilledCell cell)
    {
        var choices = Vocabularies.First(list => list.All(choice => target.Words.Contains(choice.Code)));
        var typed = Folding.Fold(cell.Text);
        var found = choices.FirstOrDefault(choice => Folding.Fold(choice.French) == typed || Folding.Fold(choice.Code) == typed)
            // « accepté » where the workbook says « acceptée ».
            ?? choices.FirstOrDefault(choice => Folding.Fold(choice.French) == typed + "e");
        return found is not null && cell.Content == CellContent.Text ? CorrectionValue.Of(found.Code) : No(RefusalReason.Word, string.Join(", ", choices.Select(choice => choice.French)));
    }

    private static TypedValue Text(CorrectionTarget target, FilledCell cell)
    {
        var text = cell.Content switch
        {
            CellContent.Day => cell.Day!.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            CellContent.Percent => CorrectionValue.Of(cell.Number * 100).ToFrench() + " %",
            CellContent.Number => CorrectionValue.Of(cell.Number).ToFrench(),
            CellContent.Truth => cell.Text == "1" ? "VRAI" : "FAUX",
            // Only a description has lines of its own.
            _ => (target.Pointer.EndsWith("/description", StringComparison.Ordinal) ? Spaces() : WhiteSpace()).Replace(cell.Text, " ").Trim(),
        };
        return text.Length == 0 ? No(RefusalReason.Empty) : PersonalDataMark.IsIn(text) ? No(RefusalReason.PersonalData) : CorrectionValue.Of(text);
    }

    // A point before three digits may open decimals or group thousands.
    private static (decimal Number, bool IsPercent, bool IsAmbiguous)? Written(string text)
    {
        var match = WrittenNumber().Match(text);
        return match.Success ? (ToDecimal(match.Groups["number"].Value), match.Groups["percent"].Success, ThreeBehind().IsMatch(match.Groups["number"].Value)) : null;
    }

    private static decimal ToDecimal(string text) => decimal.Parse(
        WhiteSpace().Replace(text, "").Replace(',', '.').Replace('\u2212', '-'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[-\u2212]?[0-9]{1,13}([.,][0-9]{1,2})?$")]
    private static partial Regex PlainAmount();

    [GeneratedRegex(@"^\s*(?<number>[-\u2212]?([0-9]{1,3}([ \u00A0\u202F\u2009][0-9]{3})+|[0-9]{1,15})([.,][0-9]{1,6})?)[ \u00A0\u202F]*(?<percent>%)?\s*$")]
    private static partial Regex WrittenNumber();

    [GeneratedRegex(@"^[-\u2212]?[1-9][0-9]{0,2}[.,][0-9]{3}$")]
    private static partial Regex ThreeBehind();

    [GeneratedRegex(@"^\s*[0-9]{4}\s*$")]
    private static partial Regex OneYear();

    [GeneratedRegex(@"^\s*([0-9]{4})\s*(?:-|–|/|à|au)\s*([0-9]{4})\s*$")]
    private static partial Regex TwoYears();

    [GeneratedRegex(@"[ \t]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
