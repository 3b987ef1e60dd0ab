using System.Text.RegularExpressions;
using Ingest.Layout;
using Ingest.Model.Documents;
using Ingest.Model.Pages;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>
/// How far the money of all tables has come, where a sentence says it of « les montants » and nothing narrower: « Les sommes indiquées sont
/// celles que chaque financeur a accordées. » Headers that say it themselves go before.
/// </summary>
internal static partial class StatedStatus
{
    /// <summary>The status; null where no sentence tells one, or where two tell different ones.</summary>
    /// <param name="texts">Paragraphs of the document.</param>
    /// <param name="headers">Words that tell a status.</param>
    public static FundingStatus? Of(IEnumerable<TextBlock> texts, HeaderVocabulary headers)
    {
        var told = texts.Where(block => block.Role is FlowRole.Body or FlowRole.Note)
            .SelectMany(block => Statement().Matches(block.Text.Text))
            .Select(match => Settled().IsMatch(match.Groups["rest"].Value) ? FundingStatus.Granted : headers.StatusesOf(match.Groups["rest"].Value) is [var only] ? only : (FundingStatus?)null)
            .OfType<FundingStatus>().Distinct().ToList();
        return told is [var status] ? status : null;
    }

    // « Les montants de la Région sont … » speaks of one payer, « Les montants accordés … » of one column.
    [GeneratedRegex(
        """
        (?<![^.!?:\n][ \u00A0])(?<![\p{L}])(?:tou(?:s|tes)[ \u00A0])?les[ \u00A0](?:montants|sommes|chiffres|financements|participations|subventions)
        (?:[ \u00A0](?:indiquée?s|affichée?s|inscrite?s|mentionnée?s|présentée?s|portée?s|donnée?s|du[ \u00A0]tableau|des[ \u00A0]tableaux|ci-dessous|ci-après|dans[ \u00A0]le[ \u00A0]tableau|au[ \u00A0]tableau))*
        (?:,[^,.]{1,30},)?[ \u00A0](?:sont|ont[ \u00A0]été|correspondent)[ \u00A0](?<rest>[^.;!?\n]+)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Statement();

    // « … ceux que les financeurs ont arrêtés »: the decision, in words that head no column.
    [GeneratedRegex(@"^ce(?:ux|lles)[ \u00A0].*(?<!\w)arrêtée?s?(?!\w)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Settled();
}
