using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Normalization;

/// <summary>Who a label names.</summary>
public sealed record PayerIdentity
{
    /// <summary>As written.</summary>
    public required string Label { get; init; }

    /// <summary>Kind, from the contract's list; « autre » where nothing is known.</summary>
    public required string Kind { get; init; }

    /// <summary>Purse, where the label says it, or where the document tells it once for all money of the payer.</summary>
    public string? Programme { get; init; }

    /// <summary>Where the document tells the purse, if not in the label.</summary>
    public Evidence? ProgrammeEvidence { get; init; }

    /// <summary>SIREN, only where it is certain.</summary>
    public string? Siren { get; init; }

    /// <summary>What a line of an action and one of a recapitulation have in common: canonical id, with the purse.</summary>
    public required string Key { get; init; }

    /// <summary>Canonical id of the payer, without the purse.</summary>
    public required string Id { get; init; }

    /// <summary>Whether the vocabulary or the register knows it.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Whether the label names a sort of bodies and no particular one: « Communes », « Association », « Autres ».</summary>
    public bool IsGeneric { get; init; }

    /// <summary>Whether the label is no more than the known words: « Ville », not « Ville de X ».</summary>
    public bool IsBare { get; init; }
}

/// <summary>Labels of financers and porteurs to kinds, purses and identifiers, by the vocabulary and the document's own territory.</summary>
public sealed partial class PayerNormalizer
{
    private readonly PayerVocabulary _vocabulary;
    private readonly TerritoryRegister _register;
    private readonly Territory _territory;
    private readonly ImmutableArray<string> _epciAliases;
    private readonly ImmutableHashSet<string> _departments;

    /// <summary>Purses that the document tells once for a payer.</summary>
    internal ImmutableArray<ToldPurse> Purses { get; init; } = [];

    /// <summary>What the document says its short names stand for, by short name, folded.</summary>
    internal ImmutableDictionary<string, string> Legend { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A normaliser for one document.</summary>
    /// <param name="vocabulary">Names of payers.</param>
    /// <param name="register">Communes and intercommunal bodies.</param>
    /// <param name="territory">The document's own.</param>
    /// <param name="epciAliases">Short names that the document gives its intercommunal body.</param>
    public PayerNormalizer(PayerVocabulary vocabulary, TerritoryRegister register, Territory territory, ImmutableArray<string> epciAliases = default)
    {
        _epciAliases = epciAliases.IsDefault ? [] : epciAliases;
        (_vocabulary, _register, _territory) = (vocabulary, register, territory);
        _departments = DepartmentsOf(register, territory);
    }

    /// <summary>Who a label names. Never fails: what nobody knows is « autre » with <see cref="PayerIdentity.IsKnown"/> false.</summary>
    public PayerIdentity Identify(string label)
    {
        // « Ville (k€) », « dont Ville »: unit and connector are no part of the name; the label stays as written.
        var name = HeaderUnit.Without(Connector().Replace(label, ""));
        return InPurse(InLegend(name.Length == 0 ? label : name) with { Label = label });
    }

    /// <summary>A payer whose label names no purse, with the one that words beside its money name; null where they name none.</summary>
    /// <param name="identity">The payer.</param>
    /// <param name="words">The words beside the money.</param>
    internal PayerIdentity? InPurse(PayerIdentity identity, SourceText words) => identity is { Programme: null, IsKnown: true } && !words.IsEmpty && _vocabulary.MatchProgramme(words.Text) is { } programme
        ? identity with { Programme = programme.Id, ProgrammeEvidence = words.ToEvidence(), Key = $"{identity.Id}/{programme.Id}" }
        : null;

    // What nobody knows is what the document says it is: « FP : fonds propres du porteur ».
    private PayerIdentity InLegend(string name)
    {
        var identity = IdentifyName(name);
        return !identity.IsKnown && Legend.TryGetValue(Folding.Fold(name), out var meaning) && IdentifyName(meaning) is { IsKnown: true } meant ? meant : identity;
    }

    private PayerIdentity InPurse(PayerIdentity identity) =>
        identity is { Programme: null, IsKnown: true } && Purses.FirstOrDefault(purse => purse.Payer == identity.Id) is { } told
            ? identity with { Programme = told.Programme, ProgrammeEvidence = told.Source.ToEvidence(), Key = $"{identity.Id}/{told.Programme}" }
            : identity;

    [GeneratedRegex(@"^dont[ \u00A0]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Connector();

    private PayerIdentity IdentifyName(string label)
    {
        var match = _vocabulary.Match(label);
        // The name of the intercommunal body may hold known words (« Ardenne Métropole »), and its acronym may be one (« CAF… »).
        if (match is null or { Entry.Kind: "epci" } or { Entry.Rank: < 0 } && EpciOf(label) is { } epci)
            return Known(label, "epci", match?.Programme, epci.Siren, "epci:" + epci.Siren, isGeneric: false, isBare: true);
        if (match is null)
        {
            return CommuneNamed(label) is { } commune
                ? Known(label, "commune", null, commune.Siren, "commune", isGeneric: false, isBare: false)
                : new PayerIdentity { Label = label, Kind = "autre", Id = Folding.Fold(label), Key = Folding.Fold(label) };
        }

        var siren = match.Entry.Kind == "commune" ? SirenOfCommune(label, match) : null;
        var isPlural = match.Entry.IsGeneric || IsPlural(label, match);
        return Known(label, match.Entry.Kind, match.Programme, siren, match.Entry.Id, isPlural, match.IsWhole);
    }

    /// <summary>
    /// Whether a financer's money is the porteur's own: both are the same body, or the financer's label names the sort of
    /// bodies that the porteur is (a column « Communes » beside a porteur « Ville de X »), or says « fonds propres ».
    /// </summary>
    /// <param name="porteur">The porteur, or null.</param>
    /// <param name="financer">The financer.</param>
    public static bool IsOwnFunds(PayerIdentity? porteur, PayerIdentity financer)
    {
        if (financer.Kind == "fonds-propres")
            return true;
        if (porteur is null)
            return false;
        if (!financer.IsGeneric && Folding.Fold(porteur.Label) == Folding.Fold(financer.Label))
            return true;
        if (porteur.Kind != financer.Kind || porteur.Kind is "autre" or "usagers" or "valorisation")
            return false;
        // The State pays by many hands: a service that carries an action does not pay all that « État » pays.
        if (porteur.Kind == "etat")
            return porteur.Id == financer.Id && porteur.IsBare && financer.IsBare;
        if (porteur.Siren is not null && financer.Siren is not null)
            return porteur.Siren == financer.Siren;
        if (porteur.Kind is "association" or "entreprise" or "etablissement-scolaire" or "fondation" or "bailleur")
            return (financer.IsGeneric && financer.IsBare && (IsSortName(financer) || IsPartOf(financer.Label, porteur.Label))) || IsPartOf(porteur.Label, financer.Label);
        var isOneOfTheOther = porteur.Id == financer.Id || porteur.IsGeneric || financer.IsGeneric;
        return isOneOfTheOther && (porteur.IsBare || financer.IsBare);
    }

    private static PayerIdentity Known(string label, string kind, string? programme, string? siren, string id, bool isGeneric, bool isBare) => new()
    {
        Label = label,
        Kind = kind,
        Programme = programme,
        Siren = siren,
        Id = id,
        Key = programme is null ? id : $"{id}/{programme}",
        IsKnown = true,
        IsGeneric = isGeneric,
        IsBare = isBare,
    };

    /// <summary>« Association(s) », « Bailleurs » are the sort itself; « Centre social » is one of the sort.</summary>
    private static bool IsSortName(PayerIdentity identity) => FrenchStem.Of(Folding.Fold(identity.Label)) is var word
        && (word == identity.Kind || word is "association" or "asso" or "bailleur" or "entrepris" or "fondation" or "bailleurs sociaux" or "bailleur social");

    private static bool IsPartOf(string part, string whole)
    {
        var words = Folding.Fold(whole).Split(' ').Select(FrenchStem.Of).ToHashSet(StringComparer.Ordinal);
        return Folding.Fold(part).Split(' ').Select(FrenchStem.Of).All(words.Contains);
    }

    private static bool IsPlural(string label, PayerMatch match) =>
        match.Entry.Kind is "commune" or "epci" or "region" or "departement"
        && Folding.Fold(label.Substring(match.Start, match.Length)) is "villes" or "communes" or "departements" or "regions";

    /// <summary>« Ville » is the document's only commune; « Ville de X » is X of the same territory.</summary>
    private string? SirenOfCommune(string label, PayerMatch match)
    {
        var behind = label[(match.Start + match.Length)..];
        var mention = PlaceNames.FindCommunes("Ville " + behind.TrimStart(), _register).FirstOrDefault();
        if (mention is not null)
            return OfTerritory(mention.Candidates)?.Siren;
        var isPlainVille = match.IsWhole && !IsPlural(label, match);
        return isPlainVille && _territory.Communes is [var only] ? only.Siren : null;
    }

    private RegisteredCommune? CommuneNamed(string label) => OfTerritory(_register.CommunesNamed(label));

    /// <summary>Of namesakes, the commune of the document, else the only member of its intercommunal body.</summary>
    private RegisteredCommune? OfTerritory(ImmutableArray<RegisteredCommune> candidates)
    {
        if (candidates.FirstOrDefault(candidate => _territory.Communes.Any(commune => commune.Insee == candidate.Insee)) is { } own)
            return own;
        var members = _territory.Epci?.Siren is { } siren && _register.EpciBySiren(siren) is { } epci
            ? candidates.Where(candidate => epci.Members.Contains(candidate.Insee)).ToImmutableArray()
            : [];
        return members is [var only] ? only : null;
    }

    /// <summary>An intercommunal body by name or acronym: the document's own, else the only one of that name in its departments.</summary>
    private RegisteredEpci? EpciOf(string label)
    {
        var trimmed = label.Trim();
        var own = _territory.Epci?.Siren is { } siren ? _register.EpciBySiren(siren) : null;
        if (own is not null && EpciNames.NameAndCore(own) is var (name, core) && Folding.Fold(trimmed) is var folded && (folded == name || folded == core || QuartierGrammar.Core(trimmed) == core || IsOpeningOf(folded, core)))
            return own;
        // « DPVa » for « Dracénie Provence Verdon Agglomération »: its own initials, in whatever case.
        if (own is not null && trimmed.Count(letter => char.IsUpper(letter) || char.IsAsciiDigit(letter)) > 1 && EpciNames.AcronymsOf(own).Contains(trimmed, StringComparer.OrdinalIgnoreCase))
            return own;
        if (own is not null && _epciAliases.Contains(trimmed, StringComparer.OrdinalIgnoreCase))
            return own;
        if (own is not null && IsWordOf(trimmed, own))
            return own;
        var named = _register.EpcisNamed(trimmed).Concat(_register.EpcisByAcronym(trimmed)).Distinct().ToList();
        return named.Find(epci => epci == own)
            ?? (named.Where(epci => _departments.Any(epci.IsIn)).ToList() is [var only] ? only : null);
    }

    // « Grand Auch » for « Grand Auch Cœur de Gascogne »: two words of the name or more, from its first on.
    private static bool IsOpeningOf(string label, string name) => label.Contains(' ', StringComparison.Ordinal) && name.StartsWith(label + " ", StringComparison.Ordinal);

    // « Agglopôle » for « Sète Agglopôle Méditerranée »: a word that no other body has in its name, and no place of its own.
    private bool IsWordOf(string label, RegisteredEpci own) => label.Length >= LeastOfName && char.IsUpper(label[0]) && _register.EpciOfWord(label) == own && _register.CommunesNamed(label).IsEmpty
        && !_register.Departments.Any(department => Folding.Fold(department.Name) == Folding.Fold(label));

    private const int LeastOfName = 6;

    private static ImmutableHashSet<string> DepartmentsOf(TerritoryRegister register, Territory territory)
    {
        var communes = territory.Communes.Select(commune => commune.Insee).OfType<string>().ToList();
        if (communes.Count == 0 && territory.Epci?.Siren is { } siren && register.EpciBySiren(siren) is { } epci)
            communes = [.. epci.Members];
        return [.. communes.Select(insee => register.CommuneByInsee(insee)?.Department).OfType<string>()];
    }
}
