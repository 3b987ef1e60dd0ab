using System.Collections.Immutable;
using Ingest.Collections;
using Ingest.Export.Comparing.Charts;
using Ingest.Export.Comparing.Facts;
using Ingest.Grammar;
using Ingest.Model.Documents;

namespace Ingest.Export.Comparing.Figures;

/// <summary>Which documents stand behind the figures, and what was kept from counting twice. Tables without a chart.</summary>
internal static class DocumentFigures
{
    /// <summary>Neighbourhoods of several communes.</summary>
    public static Figure SharedQuartiers(ComparedCollection collection)
    {
        var shared = collection.Quartiers.GroupBy(quartier => quartier.Key, StringComparer.Ordinal)
            .Select(group => (Quartiers: group.ToList(), Communes: group.SelectMany(quartier => quartier.Communes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()))
            .Where(item => item.Communes.Count > 1)
            .OrderBy(item => Folding.Fold(item.Quartiers[0].Name), StringComparer.Ordinal).ThenBy(item => item.Quartiers[0].Key, StringComparer.Ordinal)
            .ToList();
        return new Figure
        {
            Id = "quartiers-partages",
            Title = "Quartiers de plusieurs communes",
            Lead = "Chaque quartier a une ligne, quel que soit le nombre de ses communes. L'argent de ses actions n'est qu'une fois dans les graphiques : dans l'unité du document qui les porte.",
            Nothing = shared.Count == 0 ? "Aucun quartier de plusieurs communes dans les documents lus." : "",
            Cannot = "Les lignes ne s'additionnent pas : une action qui nomme deux quartiers est dite en entier avec chacun, et un document qui ne nomme pas le quartier n'y est pas.",
            Table = new DataTable(
                [
                    new TableColumn("quartier", "Quartier"), new TableColumn("code", "Code"), new TableColumn("communes", "Communes"), new TableColumn("documents", "Documents", CellForm.Number),
                    new TableColumn("actions", "Actions qui le nomment", CellForm.Number), new TableColumn("prevu", "Prévu", CellForm.Euros), new TableColumn("demande", "Demandé", CellForm.Euros),
                    new TableColumn("accorde", "Accordé", CellForm.Euros), new TableColumn("verse", "Versé", CellForm.Euros),
                ],
                [
                    .. shared.Select(item => (ImmutableArray<object?>)
                    [
                        string.Join(" / ", item.Quartiers.Select(quartier => quartier.Name).DistinctBy(Folding.Fold)), item.Quartiers[0].Code, string.Join(", ", item.Communes), item.Quartiers.Count, item.Quartiers.Sum(quartier => quartier.Actions),
                        .. Enum.GetValues<FundingStatus>().Select(status => (object?)CashOf(item.Quartiers, status)),
                    ]),
                ]),
        };
    }

    /// <summary>Documents that are there under another name.</summary>
    public static Figure Duplicates(ComparedCollection collection) => new()
    {
        Id = "doublons",
        Title = "Documents en double",
        Lead = "Un même acte sous deux noms ou en deux formats compte une fois : celui de la seconde colonne.",
        Nothing = collection.Duplicates.Any(duplicate => duplicate.IsSame) ? "" : "Aucun document en double.",
        Cannot = "Un format lu autrement que l'autre peut ne pas être reconnu : un acte compterait alors deux fois ; comparez les noms dans la liste des documents.",
        Table = new DataTable(
            [new TableColumn("document", "Document"), new TableColumn("compte_pour_lui", "Compte à sa place"), new TableColumn("pourquoi", "Pourquoi")],
            [
                .. collection.Duplicates.Where(duplicate => duplicate.IsSame).Select(duplicate => (ImmutableArray<object?>)
                    [duplicate.Path, duplicate.Of, duplicate.Kind == DuplicateKind.IdenticalBytes ? "mêmes octets" : "même contenu"]),
            ]),
    };

    /// <summary>Versions of one programme, side by side.</summary>
    public static Figure Versions(ComparedCollection collection)
    {
        var versions = collection.Documents.Where(document => document.Family is not null).OrderBy(document => document.Family).ThenBy(document => document.Document.Path, StringComparer.Ordinal).ToList();
        return new Figure
        {
            Id = "versions",
            Title = "Versions d'un même programme",
            Lead = "Prévision, vote et avenant d'un même programme sont côte à côte et jamais additionnés. Compte : la version votée le plus récemment, sinon celle dont l'argent est le plus avancé, "
                + "sinon la plus longue. Un avenant qui répète moins de la moitié de l'acte ne le remplace pas. Pour chaque état de l'argent, la version choisie est celle qui le porte.",
            Nothing = versions.Count == 0 ? "Aucun programme en plusieurs versions." : "",
            Cannot = "Deux programmes d'une même commune pour la même année, aux titres différents, sont tenus pour deux parts et additionnés ; « ingest diff » montre ce qui change d'une version à l'autre.",
            Table = new DataTable(
                [
                    new TableColumn("programme", "Programme", CellForm.Number), new TableColumn("document", "Document"), new TableColumn("nature", "Nature"), new TableColumn("annees", "Années"),
                    new TableColumn("vote", "Voté le"), new TableColumn("avenant", "Avenant"), new TableColumn("actions", "Actions", CellForm.Number), new TableColumn("prevu", "Prévu", CellForm.Euros),
                    new TableColumn("demande", "Demandé", CellForm.Euros), new TableColumn("accorde", "Accordé", CellForm.Euros), new TableColumn("verse", "Versé", CellForm.Euros),
                    new TableColumn("compte_pour", "Compte pour"),
                ],
                [.. versions.Select(VersionRow)]),
        };
    }

    /// <summary>All documents, with what of each counts.</summary>
    public static Figure Documents(ComparedCollection collection) => new()
    {
        Id = "documents",
        Title = "Les documents derrière ces chiffres",
        Lead = "Chaque document une fois ; les doublons sont plus haut.",
        Nothing = collection.Documents.IsEmpty && collection.Unread.IsEmpty ? "Aucun document." : "",
        Cannot = "Cette liste ne sait pas ce qui manque : une commune sans document ici peut avoir un programme qui n'a pas été donné.",
        Table = new DataTable(
            [
                new TableColumn("document", "Document"), new TableColumn("nature", "Nature"), new TableColumn("annees", "Années"), new TableColumn("actions", "Actions", CellForm.Number),
                new TableColumn("cout_total", "Coûts écrits", CellForm.Euros), new TableColumn("sans_cout", "Actions sans coût", CellForm.Number), new TableColumn("compte_pour", "Compte pour"),
            ],
            [
                .. collection.Documents.Select(document => (ImmutableArray<object?>)
                [
                    document.Document.Path, French.Of(document.Document.Kind), French.Of(document.Document.Period), document.Document.Actions.Sum(action => action.Count),
                    document.Document.Actions.Sum(action => action.Cost), document.Document.Actions.Sum(action => action.WithoutCost), Counted(document),
                ]),
                .. collection.Unread.Select(path => (ImmutableArray<object?>)[path, "illisible", null, null, null, null, "rien : non lu"]),
            ]),
    };

    private static decimal? CashOf(IEnumerable<QuartierFact> quartiers, FundingStatus status)
    {
        var sums = quartiers.Where(quartier => quartier.Cash.ContainsKey(status)).Select(quartier => quartier.Cash[status]).ToList();
        return sums.Count == 0 ? null : sums.Sum();
    }

    private static ImmutableArray<object?> VersionRow(CountedDocument counted)
    {
        var document = counted.Document;
        return
        [
            counted.Family, document.Path, French.Of(document.Kind), French.Of(document.Period), document.VotedOn, document.Amends ? "oui" : "non", document.Actions.Sum(action => action.Count),
            .. Enum.GetValues<FundingStatus>().Select(status => (object?)(document.Money.Any(fact => fact.Status == status && !fact.IsInKind)
                ? document.Money.Where(fact => fact.Status == status && !fact.IsInKind).Sum(fact => fact.Euros) : null)),
            Counted(counted),
        ];
    }

    private static string Counted(CountedDocument document)
    {
        var parts = new List<string>();
        if (document.CountsStrategy)
            parts.Add("stratégie");
        if (document.CountsActions)
            parts.Add("actions");
        parts.AddRange(document.Statuses.Select(status => "argent " + French.Of(status)));
        return parts.Count > 0 ? string.Join(", ", parts) : document.Family is null ? "rien : ni stratégie ni action lues" : "rien : une autre version compte";
    }
}
