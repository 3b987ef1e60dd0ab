using System.Collections.Immutable;
using System.Text.Json;

namespace Ingest.Export.Schema;

/// <summary>The contract's words that columns hold, with what the workbook says in French.</summary>
internal static class ContractWords
{
    public static ImmutableArray<Choice> FundingStatus { get; } =
        [new("planned", "prévu"), new("requested", "demandé"), new("granted", "accordé"), new("paid", "versé")];

    public static ImmutableArray<Choice> DocumentStatus { get; } =
        [new("ok", "lu"), new("doubts", "à vérifier"), new("partial", "lu en partie"), new("failed", "illisible")];

    public static ImmutableArray<Choice> DocumentKind { get; } =
        [new("programmation", "programmation"), new("convention", "convention"), new("mixed", "mixte"), new("other", "autre")];

    public static ImmutableArray<Choice> TextOrigin { get; } = [new("native", "numérique"), new("ocr", "numérisé"), new("mixed", "mixte")];

    public static ImmutableArray<Choice> Decision { get; } = [new("accepted", "acceptée"), new("refused", "refusée"), new("deferred", "ajournée")];

    public static ImmutableArray<Choice> TotalScope { get; } =
        [new("document", "document"), new("theme", "thématique"), new("porteur", "porteur"), new("year", "année")];

    public static ImmutableArray<Choice> Severity { get; } = [new("error", "erreur"), new("warning", "avertissement"), new("info", "remarque")];

    public static ImmutableArray<Choice> Origin { get; } =
        [new("text", "texte"), new("ocr", "reconnaissance de caractères"), new("computed", "calcul"), new("human", "personne")];

    public static ImmutableArray<Choice> PlaceDecision { get; } =
        [new("accepted", "retenue"), new("review", "à relire"), new("abstained", "sans objet")];

    public static ImmutableArray<Choice> DiagnosisKind { get; } =
        [new("irritant", "irritant"), new("opportunite", "opportunité"), new("priorite", "priorité")];

    public static ImmutableArray<Choice> PayerKind { get; } =
    [
        new("etat", "État"), new("region", "Région"), new("departement", "Département"), new("epci", "intercommunalité"), new("commune", "commune"),
        new("ccas", "CCAS"), new("caf", "CAF"), new("cpam", "CPAM"), new("ars", "ARS"), new("msa", "MSA"), new("bailleur", "bailleur"), new("europe", "Europe"),
        new("caisse-des-depots", "Caisse des dépôts"), new("france-travail", "France Travail"), new("etablissement-scolaire", "établissement scolaire"),
        new("association", "association"), new("entreprise", "entreprise"), new("fondation", "fondation"), new("usagers", "usagers"),
        new("fonds-propres", "fonds propres"), new("valorisation", "valorisation (en nature)"), new("autre", "autre"),
    ];

    /// <summary>The contract's word of a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The same, or null.</summary>
    public static string? Of<T>(T? value)
        where T : struct, Enum => value is { } word ? Of(word) : null;

    /// <summary>A column's word in French; the word itself where the list does not have it.</summary>
    public static string French(ImmutableArray<Choice> choices, string code) => choices.FirstOrDefault(choice => choice.Code == code)?.French ?? code;
}
