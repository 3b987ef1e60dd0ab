using System.Collections.Immutable;

namespace Ingest.Vocabulary;

/// <summary>What text recognition takes for one another, and the labels that it has to find in any document of the trade.</summary>
public sealed record LookAlikeOptions
{
    /// <summary>Letters that look alike in print, each way: thin strokes side by side, a stroke that closes or breaks, a tail or a dot that is lost.</summary>
    public ImmutableArray<(string One, string Other)> Confusions { get; init; } =
    [
        ("ll", "lt"), ("ll", "tl"), ("ll", "li"), ("ll", "il"), ("ll", "t"), ("ll", "k"), ("l", "i"), ("l", "t"), ("l", "il"), ("l", "1"), ("f", "t"), ("rn", "m"), ("ri", "n"),
        ("c", "e"), ("c", "é"), ("c", "q"), ("u", "n"), ("i", "ï"), ("i", "î"), ("e", "é"), ("é", "è"), ("é", "ê"), ("è", "ê"), ("a", "à"), ("a", "â"), ("o", "ô"),
    ];

    /// <summary>Labels of one word that stand alone at the head of columns, before amounts or in the column of who carries an action.</summary>
    public ImmutableArray<string> Labels { get; init; } =
    [
        "Ville", "Commune", "État", "Région", "Département", "Agglo", "Agglomération", "Autres", "Autre", "Bailleur", "Bailleurs", "Association", "Associations", "Autofinancement",
        "Action", "Actions", "Intitulé", "Description", "Descriptif", "Contenu", "Objectif", "Objectifs", "Porteur", "Thème", "Thématique", "Quartier", "Coût", "Budget", "Montant",
        "Financeur", "Financeurs", "Financement", "Financements", "Total", "Sous-total", "Part",
    ];

    /// <summary>Letters that a word of running text has at least before it is mended: short words have too many neighbours.</summary>
    public int ShortestWord { get; init; } = 5;

    /// <summary>Letters that the first word of a line has at least before it is mended though it begins with a capital: names do too.</summary>
    public int ShortestOpening { get; init; } = 7;
}
