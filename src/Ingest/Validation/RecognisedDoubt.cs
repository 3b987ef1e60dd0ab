using System.Globalization;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Model.Values;
using Ingest.Validation.Calibration;

namespace Ingest.Validation;

/// <summary>
/// Figures that do not fit accuse the document. Where some of them were recognised on an image the reading may be to blame as well: the
/// reader is told so, and which figure to look at first.
/// </summary>
/// <param name="document">The document.</param>
internal sealed class RecognisedDoubt(IngestedDocument document)
{
    private readonly Lazy<Dictionary<string, Evidence>> _evidence = new(() => DocumentEvidence.All(document).ToDictionary(item => item.Pointer, item => item.Evidence, StringComparer.Ordinal));

    /// <summary>The finding, with that said where it holds; its severity stays.</summary>
    /// <param name="finding">A finding about figures.</param>
    /// <param name="pointers">The figures that were compared.</param>
    public Finding Tell(Finding finding, IEnumerable<string> pointers)
    {
        // A figure that was read in two ways comes first, then the one that is trusted least.
        var first = pointers.Select(EvidenceOf).OfType<Evidence>().Where(evidence => evidence.Origin == Origin.Ocr)
            .OrderBy(evidence => evidence.SecondReading is null).ThenBy(evidence => evidence.Confidence).FirstOrDefault();
        return first is null ? finding : finding with
        {
            Message = $"{finding.Message} Attention : un chiffre comparé a été reconnu sur une image et peut être mal lu ; regardez d'abord {French(first)}.",
            MessageEn = $"{finding.MessageEn} Beware: a figure compared was recognised on an image and may be misread; look first at {English(first)}.",
        };
    }

    // A value without evidence of its own stands in that of the thing that it belongs to.
    private Evidence? EvidenceOf(string pointer)
    {
        for (var at = pointer; at.Length > 0; at = at[..at.LastIndexOf('/')])
        {
            if (_evidence.Value.TryGetValue(at, out var evidence))
                return evidence;
        }

        return null;
    }

    private static string French(Evidence figure) => $"« {figure.Text} » ("
        + (figure.SecondReading is { } second ? $"lu aussi « {second} »" : $"confiance de {Trust(figure).ToFrench()}")
        + (PageOf(figure) is { } page ? string.Create(CultureInfo.InvariantCulture, $", page {page})") : ")");

    private static string English(Evidence figure) => $"“{figure.Text}” ("
        + (figure.SecondReading is { } second ? $"also read “{second}”" : $"trust {Trust(figure).ToEnglish()}")
        + (PageOf(figure) is { } page ? string.Create(CultureInfo.InvariantCulture, $", page {page})") : ")");

    private static Percent Trust(Evidence figure) => new(Math.Round((decimal)figure.Confidence, 2));

    // The last region is the figure's: a label in a header stands before it.
    private static int? PageOf(Evidence figure) => figure.Regions.IsEmpty ? null : figure.Regions[^1].Page;
}
