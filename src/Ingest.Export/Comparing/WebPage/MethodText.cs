using System.Collections.Immutable;

namespace Ingest.Export.Comparing.WebPage;

/// <summary>How the figures are made and what they are not worth, in French.</summary>
internal static class MethodText
{
    /// <summary>Headings with their paragraphs.</summary>
    public static ImmutableArray<(string Heading, ImmutableArray<string> Paragraphs)> Of(ComparedCollection collection) =>
    [
        ("Ce qui est compté",
        [
            "Chaque acte une fois : les mêmes octets ou le même contenu sous deux noms ne comptent qu'une fois. Des textes proches aux montants différents sont deux versions, jamais additionnées.",
            "Les versions d'un programme (prévision, vote, avenant) : pour la stratégie, pour les actions et pour chaque état de l'argent, une seule compte. D'abord l'acte entier avant un avenant qui en répète moins de la moitié, "
                + "puis la version votée, puis le vote le plus récent, puis l'argent le plus avancé, puis la plus longue.",
            "Sont tenus pour versions : deux documents des mêmes communes pour les mêmes années qui partagent la moitié des titres du plus court, un avenant et l'acte en vigueur des mêmes communes, deux textes proches.",
            "Prévu, demandé, accordé et versé sont quatre sommes à part. Les apports en nature (valorisations, compte 87) ne sont dans aucune somme d'argent.",
            "Une action refusée ou ajournée garde l'argent que le document écrit pour elle, dans l'état où il l'écrit.",
        ]),
        ("À qui va une action", [UnitText(collection.Options.Axis)]),
        ("Places dans la taxonomie",
        [
            $"Taxonomie : {collection.Options.Pivot.Title ?? collection.Options.Pivot.Id} ({collection.Options.Pivot.Id}, version {collection.Options.Pivot.Version}).",
            "« Placé par le document » : le document range lui-même le texte sous un intitulé de la taxonomie. « Prédit » : le modèle le place avec assez de certitude. « Avec doute » : il le place, mais une personne devrait relire.",
            "Les taux d'erreur du classement se mesurent par « ingest evaluate classification ». Par une table de passage, ils sont ceux de la taxonomie de départ, et ceux du passage en plus.",
        ]),
        ("Confiance",
        [
            "Un euro est confirmé si le total du document est juste, ou si le coût de son action est la somme de ses financeurs, et si aucun avertissement ni aucune erreur ne vise l'action.",
            "Il est en doute dès qu'un tel constat vise son action ; sans recoupement sinon. Non lu : ce que le total du document a de plus que la somme de ce qui a été lu.",
        ]),
        ("Ce que ce rapport ne fait pas",
        [
            "Il ne classe ni les communes, ni les quartiers, ni les porteurs, et ne dit pas où l'argent a été bien employé.",
            "Il ne voit que les documents donnés : ce qui manque à la collection manque ici. Un vide n'est pas un zéro.",
            "Les montants sont en euros courants. La population est celle du registre (corpus/registers), de toute la commune ; aucun registre de la population des QPV n'accompagne le programme, rien n'est donc rapporté à leurs habitants.",
        ]),
    ];

    private static string UnitText(ComparisonAxis axis) => axis switch
    {
        ComparisonAxis.Commune => "À la commune pour laquelle le document est fait. Un acte fait pour plusieurs communes est une unité à part, sauf pour ses actions qui ne nomment que des quartiers d'une seule commune : elles vont à celle-ci. Rien n'est réparti.",
        ComparisonAxis.Epci => "À l'intercommunalité du document, écrite ou tirée du registre d'après sa commune.",
        ComparisonAxis.Year => "À l'année de l'action, sinon à celles du document. Une stratégie va à sa période entière : elle n'est pas répartie entre ses années.",
        _ => "Au quartier qu'elle nomme, s'il est seul. Une action qui en nomme plusieurs va à « Plusieurs quartiers ensemble » et n'est ni répartie ni répétée ; celle qui n'en nomme aucun va à « Sans quartier nommé ». Un quartier est reconnu à son code, sinon à son nom et à ses communes.",
    };
}
