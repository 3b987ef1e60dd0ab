using System.Collections.Immutable;
using System.Globalization;
using Ingest.Export.Packaging;
using Ingest.Export.Privacy;

namespace Ingest.Export.Spreadsheet;

/// <summary>The words of the first sheet: what each sheet is, how to correct, what is not there.</summary>
internal static class WorkbookNotice
{
    public static IEnumerable<string> Of(StoreFilling filling, ExportOptions options, ImmutableArray<(string Table, long Rows)> rows)
    {
        var counts = rows.ToDictionary(item => item.Table, item => item.Rows.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        yield return "Programmations et conventions de la politique de la ville";
        yield return $"{filling.Documents.ToString(CultureInfo.InvariantCulture)} documents, {counts["actions"]} actions, {counts["financements"]} financements, {counts["objectifs_operationnels"]} objectifs opérationnels, {counts["constats"]} constats.";
        yield return "Ces valeurs ont été lues par un programme. « Place » dit où, dans le document, chacune a été lue. Ce qui est douteux est dans « À vérifier » ; une case vide veut dire que le document ne le dit pas, ou que cela n'a pas été lu.";
        yield return "« Totaux » met à côté de chaque total annoncé par un document la somme refaite par une formule sur les feuilles « Actions » et « Financements » : un montant changé là s'y voit aussitôt. Là où la somme n'est pas une simple formule, « Recalculé par » le dit.";
        yield return "« À vérifier » commence par ce qui met le plus d'euros en jeu. Pour corriger, tapez la bonne valeur dans « Correction » sur la ligne de la valeur fausse (une somme fausse a une ligne par chiffre), et la raison dans « Pourquoi » si elle est utile ; ne changez ni les autres colonnes ni les colonnes masquées, qui disent de quelle valeur il s'agit. « vide » efface une valeur ; un montant s'écrit 1250,50 ou « 1 250,50 € ». Enregistrez en XLSX : « ingest correct » reprend ces corrections, que la lecture suivante applique.";
        yield return "Demandé et accordé d'un même financeur sont deux lignes : n'additionnez jamais des statuts différents, ni ce qui est « en nature » avec de l'argent. Un document reconnu comme la copie d'un autre (« Copie de », dans « Documents ») est là aussi : filtrez-le avant d'additionner ; ses constats ne sont pas répétés dans « À vérifier ».";
        yield return options.BringsPersonalData
            ? "Attention : cet export contient des données personnelles (courriels, téléphones, noms), à la demande de qui l'a fait. Ne le diffusez pas sans base légale."
            : $"Données personnelles laissées de côté : {Count(filling, OmissionKind.Email)} courriels, {Count(filling, OmissionKind.Telephone)} téléphones, {Count(filling, OmissionKind.Name)} noms de personnes privées (« [… retiré] »). Signataires et mandats électifs restent. Un nom que rien n'annonce peut être resté : relisez avant de publier.";
        yield return DataPackage.Registers + ".";
        yield return "Le sens de chaque colonne et ce qui a été mesuré de la lecture : dictionnaire.md, à côté de ce classeur.";
    }

    private static string Count(StoreFilling filling, OmissionKind kind) => filling.Omissions.GetValueOrDefault(kind).ToString(CultureInfo.InvariantCulture);
}
