using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Normalization;
using Ingest.Vocabulary;

namespace Ingest.Decisions;

/// <summary>Who and what names mean, for the document that is corrected.</summary>
/// <param name="Payers">Labels of payers.</param>
/// <param name="Terms">Themes.</param>
/// <param name="Register">Communes and intercommunal bodies.</param>
internal sealed record NameMeanings(PayerNormalizer Payers, TerminologyVocabulary Terms, TerritoryRegister Register);

/// <summary>A document on its way through its corrections.</summary>
/// <param name="Normalized">As it is now.</param>
/// <param name="Names">What names mean in it.</param>
/// <param name="Corrected">Pointers of the values that were put right.</param>
internal sealed record ReplayedDocument(NormalizedDocument Normalized, NameMeanings Names, ImmutableHashSet<string> Corrected)
{
    /// <summary>The document.</summary>
    public IngestedDocument Document => Normalized.Document;

    /// <summary>With another document.</summary>
    public ReplayedDocument With(IngestedDocument document) => this with { Normalized = Normalized with { Document = document } };

    /// <summary>Evidence of a value that a person gave: the places and the text as read stay.</summary>
    /// <param name="read">What was read; null where nothing was.</param>
    public static Evidence ByHand(Evidence? read) =>
        (read ?? new Evidence { Regions = [], Text = "" }) with { Origin = Origin.Human, Confidence = 1, EngineConfidence = null, SecondReading = null };

    /// <summary>A figure that a person gave hides no digits; a share is as fine as its last digit.</summary>
    /// <param name="figure">Pointer under which its rounding stands.</param>
    /// <param name="half">Half of its last digit.</param>
    public ReplayedDocument Rounded(string figure, decimal half) =>
        this with { Normalized = Normalized with { Rounding = half == 0 ? Normalized.Rounding.Remove(figure) : Normalized.Rounding.SetItem(figure, half) } };

    /// <summary>Who the label at a pointer names from now on.</summary>
    public ReplayedDocument Named(string pointer, PayerIdentity? identity) => this with
    {
        Normalized = Normalized with { Identities = identity is null ? Normalized.Identities.Remove(pointer) : Normalized.Identities.SetItem(pointer, identity) },
    };

    /// <summary>Without the doubts of the rooms before that a correction has settled.</summary>
    /// <param name="isSettled">Whether a finding is one.</param>
    public ReplayedDocument Settled(Func<Finding, bool> isSettled) => With(Document with { Findings = [.. Document.Findings.Where(finding => !isSettled(finding))] });
}
