using Ingest.Export.Privacy;

namespace Ingest.Export.Corrections;

/// <summary>Tells text from which an export has left personal data out.</summary>
internal static class PersonalDataMark
{
    /// <summary>Whether a text holds the mark of something that was left out.</summary>
    public static bool IsIn(string text) => Enum.GetValues<OmissionKind>().Any(kind => text.Contains(OmissionKinds.Mark(kind), StringComparison.Ordinal));
}
