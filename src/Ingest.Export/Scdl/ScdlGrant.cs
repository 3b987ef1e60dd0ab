using System.Collections.Immutable;
using Ingest.Export.Rows;
using Ingest.Grammar;
using Ingest.Model.Documents;

namespace Ingest.Export.Scdl;

/// <summary>Why money is no row of the SCDL draft.</summary>
internal enum Refusal
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>The document is a copy of another, whose money counts.</summary>
    Copy,

    /// <summary>A forecast: never called an award.</summary>
    Planned,

    /// <summary>Asked for, not granted.</summary>
    Requested,

    /// <summary>The action was refused or put off.</summary>
    NotAccepted,

    /// <summary>Own funds of the porteur, or what users pay: nobody grants it.</summary>
    OwnFunds,

    /// <summary>Given in kind by volunteers (account 87).</summary>
    InKind,

    /// <summary>« Autres »: no single body grants it.</summary>
    SeveralBodies,

    /// <summary>No amount above zero.</summary>
    NoAmount,

    /// <summary>No beneficiary.</summary>
    NoBeneficiary,

    /// <summary>No object.</summary>
    NoObject,

    /// <summary>What was paid of a grant that is a row already.</summary>
    PaidOfGranted,
}

/// <summary>
/// The money of a financer as a row of the national form for open data of grants (SCDL « subventions », 16 fields), in so far as the document
/// says it. What the form asks and the document does not say stays empty and is told.
/// </summary>
/// <param name="Financer">The money.</param>
/// <param name="Action">The action.</param>
internal sealed record ScdlGrant(Item<Financer> Financer, Item<FundedAction> Action)
{
    private const int LongestObject = 256;

    private static readonly ImmutableHashSet<string> OwnKinds = ImmutableHashSet.Create(StringComparer.Ordinal, "fonds-propres", "usagers");
    private static readonly ImmutableHashSet<string> CommuneWords = ImmutableHashSet.Create(StringComparer.Ordinal, "ville", "la ville", "commune", "la commune", "mairie");
    private static readonly ImmutableHashSet<string> EpciWords =
        ImmutableHashSet.Create(StringComparer.Ordinal, "agglomeration", "l'agglomeration", "agglo", "l'agglo", "epci", "communaute d'agglomeration", "la communaute d'agglomeration", "metropole", "la metropole");

    /// <summary>All money of a document.</summary>
    public static IEnumerable<ScdlGrant> Of(ExportedDocument document)
    {
        var actions = document.Actions.ToDictionary(action => action.Key, StringComparer.Ordinal);
        return document.Financers.Select(financer => new ScdlGrant(financer, actions[financer.Parent]));
    }

    private Financer Money => Financer.Value;

    private IngestedDocument Document => Financer.Document.Value;

    /// <summary>Why it is no row.</summary>
    public Refusal Refusal =>
        Financer.Document.Original is not null ? Refusal.Copy
        : Money.Status == FundingStatus.Planned ? Refusal.Planned
        : Money.Status == FundingStatus.Requested ? Refusal.Requested
        : Action.Value.Decision is Decision.Refused or Decision.Deferred ? Refusal.NotAccepted
        : Money.Kind == Schema.MoneyTables.InKind ? Refusal.InKind
        : Money.IsOwnFunds || OwnKinds.Contains(Money.Kind) ? Refusal.OwnFunds
        : Folding.Fold(Money.Label) is "autre" or "autres" or "divers" ? Refusal.SeveralBodies
        : Money.Amount is not { Amount: > 0 } ? Refusal.NoAmount
        : Beneficiary is null ? Refusal.NoBeneficiary
        : Object is null ? Refusal.NoObject
        : IsPaidOfGranted ? Refusal.PaidOfGranted
        : Refusal.None;

    /// <summary>Who grants: the name as written, or of the commune or body that the act is made for where only « Ville » or « Agglomération » is written.</summary>
    public string Grantor => NameOf(Money.Label, Money.Kind);

    /// <summary>Who receives.</summary>
    public string? Beneficiary => Action.Value.Porteur is { } porteur ? NameOf(porteur.Label, porteur.Kind) : null;

    /// <summary>What for, in the form's 256 characters.</summary>
    public string? Object => Action.Value.Title is { Length: > LongestObject } title ? title[..(LongestObject - 1)].TrimEnd() + "…" : Action.Value.Title;

    /// <summary>The act that grants, where its own author is who grants; another body's decision is in an act of its own.</summary>
    public string? DecisionReference => Document.Filing is { } filing && SirenOfGrantor == filing.Siren ? filing.ActNumber : null;

    /// <summary>The form's words for money.</summary>
    public const string InCash = "aide en numéraire";

    /// <summary>The beneficiary's share of the grant (not the financer's share of the cost): the whole, where one beneficiary is named.</summary>
    public double? BeneficiaryShare => Action.Value.Porteur is { } porteur && !HasSeveral(porteur.Label) ? 1 : null;

    /// <summary>Fields that the form requires and the document does not give.</summary>
    public IEnumerable<string> MissingFields => Schema.ScdlTables.Grants.Filled
        .Where(column => Schema.ScdlTables.RequiredByTheForm.Contains(column.Definition.Name) && column.Value(this) is null)
        .Select(column => column.Definition.Name);

    /// <summary>What the document does say of what is missing, for whoever completes the row.</summary>
    public string? Hint => string.Join(" ; ", new[]
    {
        SirenOfGrantor is { } grantor ? $"SIREN de l'attribuant : {grantor}" : null,
        Action.Value.Porteur?.Siren is { } siren ? $"SIREN du bénéficiaire : {siren}" : null,
        (Document.Act?.Date ?? Document.Filing?.ActDate) is { } day ? $"acte du {day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}" : null,
        Action.Value.Year is { } year ? FormattableString.Invariant($"année {year}") : null,
        Action.Value.Title?.Length > LongestObject ? "objet coupé à 256 caractères" : null,
    }.OfType<string>()) is { Length: > 0 } text ? text : null;

    private string? SirenOfGrantor => Money.Kind switch
    {
        "commune" when OnlyCommune is { } commune && (CommuneWords.Contains(Folding.Fold(Money.Label)) || IsNamed(commune.Name)) => commune.Siren,
        "epci" when Document.Territory.Epci is { } epci && (EpciWords.Contains(Folding.Fold(Money.Label)) || IsNamed(epci.Name)) => epci.Siren,
        _ => null,
    };

    private Commune? OnlyCommune => Document.Territory.Communes is [var commune] ? commune : null;

    private bool IsNamed(string name) => Folding.Fold(Money.Label).EndsWith(Folding.Fold(name), StringComparison.Ordinal);

    private bool IsPaidOfGranted => Money.Status == FundingStatus.Paid
        && Action.Value.Financers.Any(other => other.Status == FundingStatus.Granted && other.Label == Money.Label && other.Programme == Money.Programme);

    private string NameOf(string label, string kind) => (kind, Folding.Fold(label)) switch
    {
        ("commune", var word) when CommuneWords.Contains(word) && OnlyCommune is { } commune => commune.Name,
        ("epci", var word) when EpciWords.Contains(word) && Document.Territory.Epci is { } epci => epci.Name,
        _ => label,
    };

    private static bool HasSeveral(string label) => label.Contains(" et ", StringComparison.OrdinalIgnoreCase) || label.AsSpan().ContainsAny("/+&;,");
}
