using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation.Forms;

/// <summary>
/// Accounts of the French chart for associations (plan comptable, classes 6, 7 and 8): 60 to 69 are charges, 70 to 79 receipts, 86 and 87 what is
/// given in kind on either side.
/// </summary>
internal static partial class BudgetAccounts
{
    /// <summary>Account of subsidies: the lines below it are who gives them.</summary>
    public const int Subsidies = 74;

    /// <summary>The account, on two digits, that opens a label (« 74 – Subventions », « 641 Salaires »), and where the words behind it begin; null without.</summary>
    public static (int Account, bool IsDetailed, int WordsStart)? Open(SourceText label)
    {
        var marker = label.Paragraphs is [{ Marker: { } sign }, ..] ? sign + " " : "";
        // The number may stand in a column of its own.
        if (Opening().Match(marker + label.Text.Replace('\n', ' ')) is not { Success: true } match)
            return null;
        var digits = match.Groups["digits"].Value;
        return (int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture), digits.Length > 2, Math.Max(0, match.Length - marker.Length));
    }

    /// <summary>Whether a cell holds the number of an account and nothing else.</summary>
    public static bool IsNumber(string text) => Alone().IsMatch(text.Trim());

    /// <summary>Whether an account is one of charges.</summary>
    public static bool IsCharge(int account) => account is (>= 60 and <= 69) or 86;

    /// <summary>Whether an account holds what is given in kind.</summary>
    public static bool IsInKind(int account) => account is 86 or 87;

    // « 60 Achats », « 60 – achats »; « 60 habitants » counts them.
    [GeneratedRegex(@"^(?:(?:[Cc]ompte|[Cc]pte|[Cc]te)[ \u00A0])?(?<digits>(?:6\d|7\d|86|87)\d{0,4})(?:[ \u00A0]*[.:\-–—/)][ \u00A0]*(?=\p{L}|«|\()|[ \u00A0]+(?=\p{Lu}|«)|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?:6\d|7\d|86|87)\d{0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();
}
