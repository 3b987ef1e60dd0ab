using System.Collections.Immutable;

namespace Ingest.Vocabulary;

/// <summary>A payer (or porteur) as the vocabulary knows it.</summary>
public sealed record PayerEntry
{
    /// <summary>Canonical id: labels with the same id are the same money.</summary>
    public required string Id { get; init; }

    /// <summary>Kind, from the contract's list.</summary>
    public required string Kind { get; init; }

    /// <summary>Purse that the name itself implies, or null.</summary>
    public string? Programme { get; init; }

    /// <summary>Name to show.</summary>
    public required string Label { get; init; }

    /// <summary>Whether it names a sort of bodies and no particular one (« Autres », « bailleurs », « État »).</summary>
    public bool IsGeneric { get; init; }

    /// <summary>
    /// What wins where a label names several: the higher. Words that only say how something is paid (« fonds propres »,
    /// « autres ») stand below those that say who pays.
    /// </summary>
    public int Rank { get; init; }

    /// <summary>How it is written; case, accents and punctuation do not matter.</summary>
    public required ImmutableArray<string> Aliases { get; init; }

    /// <summary>Names that mean it only where they are the whole label: « Nord », « Bretagne ».</summary>
    public ImmutableArray<string> WholeLabels { get; init; } = [];
}

/// <summary>A purse or scheme that money comes from.</summary>
public sealed record ProgrammeEntry
{
    /// <summary>Id, from the contract's list.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the payer where a label names nobody else; null where several pay it.</summary>
    public string? Payer { get; init; }

    /// <summary>How it is written.</summary>
    public required ImmutableArray<string> Aliases { get; init; }
}

/// <summary>What a label says about who pays.</summary>
/// <param name="Entry">The payer.</param>
/// <param name="Programme">The purse where the label says it, else null.</param>
/// <param name="Start">Offset in the label of the words that name the payer.</param>
/// <param name="Length">Number of characters of those words.</param>
/// <param name="IsWhole">Whether they are the whole label.</param>
public sealed record PayerMatch(PayerEntry Entry, string? Programme, int Start, int Length, bool IsWhole)
{
    /// <summary>What lines of actions and of a recapitulation have in common: the canonical id, with the purse where there is one.</summary>
    public string Key => Programme is null ? Entry.Id : $"{Entry.Id}/{Programme}";
}

/// <summary>Payers and purses by their names.</summary>
public sealed class PayerVocabulary
{
    private readonly TermIndex<PayerEntry> _payers = new();
    private readonly TermIndex<PayerEntry> _wholeLabels = new();
    private readonly TermIndex<ProgrammeEntry> _programmes = new();
    private readonly ImmutableDictionary<string, PayerEntry> _byId;

    /// <summary>The kinds of the contract's list.</summary>
    public static ImmutableArray<string> Kinds { get; } =
    [
        "etat", "region", "departement", "epci", "commune", "ccas", "caf", "cpam", "ars", "msa", "bailleur", "europe", "caisse-des-depots",
        "france-travail", "etablissement-scolaire", "association", "entreprise", "fondation", "usagers", "fonds-propres", "valorisation", "autre",
    ];

    /// <summary>A vocabulary of the given entries; of two with the same alias the first has it.</summary>
    public PayerVocabulary(ImmutableArray<PayerEntry> payers, ImmutableArray<ProgrammeEntry> programmes)
    {
        Payers = payers;
        Programmes = programmes;
        _byId = payers.ToImmutableDictionary(payer => payer.Id, StringComparer.Ordinal);
        foreach (var payer in payers)
        {
            foreach (var alias in payer.Aliases)
                _payers.Add(alias, payer);
            foreach (var name in payer.WholeLabels)
                _wholeLabels.Add(name, payer);
        }

        foreach (var programme in programmes)
        {
            foreach (var alias in programme.Aliases)
                _programmes.Add(alias, programme);
        }
    }

    /// <summary>The payers, in the order of the file.</summary>
    public ImmutableArray<PayerEntry> Payers { get; }

    /// <summary>The purses, in the order of the file.</summary>
    public ImmutableArray<ProgrammeEntry> Programmes { get; }

    /// <summary>The payer with this canonical id, or null.</summary>
    public PayerEntry? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>
    /// The payer that a label names, with its purse. Whole words only (« Étatique » is not « État »); of names inside one
    /// another the longest counts (« Politique de la ville » is not « ville »); of several, the one of the highest rank,
    /// then the first, and a particular body before the sort of bodies it belongs to (« État (DDETS) »).
    /// </summary>
    /// <returns>Null where nothing is known.</returns>
    public PayerMatch? Match(string label)
    {
        var tokens = LabelTokens.Of(label);
        if (tokens.IsEmpty)
            return null;
        var programme = _programmes.Find(tokens).Select(hit => (TermHit<ProgrammeEntry>?)hit).FirstOrDefault();
        if (WholeLabel(tokens) is { } whole)
            return ToMatch(tokens, whole, null);
        var hits = _payers.Find(tokens);
        if (hits.Count == 0)
            return programme is { } only && only.Value.Payer is { } id ? ToMatch(tokens, new TermHit<PayerEntry>(_byId[id], only.First, only.Count), only) : null;
        var best = hits[0];
        foreach (var hit in hits.Skip(1))
        {
            var isMoreParticular = best.Value.IsGeneric && !hit.Value.IsGeneric && hit.Value.Kind == best.Value.Kind;
            if (hit.Value.Rank > best.Value.Rank || (hit.Value.Rank == best.Value.Rank && isMoreParticular))
                best = hit;
        }

        // « Fonds propres de l'association »: how it is paid stands first, and whose it is names no body.
        if (hits[0].Value is { Kind: "fonds-propres" } && hits[0].First == 0 && best.Value is { IsGeneric: true, Kind: "association" or "entreprise" or "usagers" } && tokens.Length <= hits[^1].End)
            best = hits[0];
        // « Cotisations et fonds propres »: what its members pay is the porteur's own.
        if (best.Value.Kind == "usagers" && hits.FirstOrDefault(hit => hit.Value.Kind == "fonds-propres") is { Count: > 0 } ownFunds)
            best = ownFunds;
        // A purse that has a payer of its own says more than « fonds propres » or « autres » beside it.
        if (best.Value.Rank < 0 && programme is { Value.Payer: { } payer } alone)
            best = new TermHit<PayerEntry>(_byId[payer], alone.First, alone.Count);
        return ToMatch(tokens, best, programme);
    }

    /// <summary>The purse that a text names, or null.</summary>
    public ProgrammeEntry? MatchProgramme(string text) =>
        _programmes.Find(LabelTokens.Of(text)).Select(hit => hit.Value).FirstOrDefault();

    private TermHit<PayerEntry>? WholeLabel(ImmutableArray<LabelToken> tokens)
    {
        var first = 0;
        while (first < tokens.Length - 1 && tokens[first].Text is "la" or "le" or "les" or "l" or "du" or "de" or "des" or "d")
            first++;
        return _wholeLabels.LongestAt(tokens, first) is { } hit && hit.End == tokens.Length ? hit : null;
    }

    private static PayerMatch ToMatch(ImmutableArray<LabelToken> tokens, TermHit<PayerEntry> hit, TermHit<ProgrammeEntry>? programme)
    {
        var start = tokens[hit.First].Start;
        var end = tokens[hit.End - 1].End;
        return new PayerMatch(hit.Value, programme?.Value.Id ?? hit.Value.Programme, start, end - start, hit.Count == tokens.Length);
    }
}
