using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Export.Schema;

namespace Ingest.Export.Packaging;

/// <summary>The codebook of an export, in French and in English, from the definitions of the tables.</summary>
internal static class Codebook
{
    public const string French = "dictionnaire.md";
    public const string English = "codebook.md";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes both.</summary>
    /// <param name="folder">Folder of the export.</param>
    /// <param name="tables">The tables that the export has.</param>
    public static void Write(string folder, IEnumerable<TableDefinition> tables)
    {
        var all = tables.ToImmutableArray();
        File.WriteAllText(Path.Combine(folder, French), Text(all, isFrench: true), Utf8);
        File.WriteAllText(Path.Combine(folder, English), Text(all, isFrench: false), Utf8);
    }

    private static string Text(ImmutableArray<TableDefinition> tables, bool isFrench)
    {
        var text = new StringBuilder();
        text.Append(isFrench ? FrenchIntroduction : EnglishIntroduction);
        foreach (var table in tables)
            AppendTable(text, table, isFrench);
        text.Append(isFrench ? "\n## Mots des codes\n" : "\n## Words of the codes\n");
        foreach (var group in tables.SelectMany(table => table.Columns).Where(column => !column.Choices.IsEmpty).GroupBy(column => string.Join('|', column.Choices)))
        {
            var names = string.Join(", ", group.Select(column => $"`{column.Name}`").Distinct(StringComparer.Ordinal));
            text.Append(CultureInfo.InvariantCulture, $"\n{names}{(isFrench ? " : " : ": ")}{string.Join(", ", group.First().Choices.Select(choice => $"`{choice.Code}` {choice.French}"))}.\n");
        }

        return text.ToString();
    }

    private static void AppendTable(StringBuilder text, TableDefinition table, bool isFrench)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {table.Name}\n\n{(isFrench ? table.French : table.English)}\n\n");
        text.Append(isFrench
            ? "| colonne | intitulé | type | unité | vide | clé | sens | F1 mesuré |\n|---|---|---|---|---|---|---|---|\n"
            : "| column | heading | type | unit | empty | key | meaning | measured F1 |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var column in table.Columns)
        {
            var key = column.IsKey ? isFrench ? "clé" : "key" : "";
            if (column.References is { } references)
                key = $"{key}{(key == "" ? "" : ", ")}→ {references}";
            var measured = column.MeasuredAs is { } field && MeasuredFields.Unseen.TryGetValue(field, out var score) ? score : "";
            text.Append(CultureInfo.InvariantCulture, $"| `{column.Name}` | {column.Heading} | {TypeName(column.Type, isFrench)} | {column.Unit} | {(column.IsRequired ? isFrench ? "non" : "no" : isFrench ? "oui" : "yes")} | {key} | {(isFrench ? column.French : column.English)} | {measured} |\n");
        }
    }

    private static string TypeName(ColumnType type, bool isFrench) => (type, isFrench) switch
    {
        (ColumnType.Text, true) => "texte",
        (ColumnType.Text, false) => "text",
        (ColumnType.Code, _) => "code",
        (ColumnType.Integer, true) => "entier",
        (ColumnType.Integer, false) => "integer",
        (ColumnType.Money, true) => "montant",
        (ColumnType.Money, false) => "money",
        (ColumnType.Number, true) => "nombre",
        (ColumnType.Number, false) => "number",
        (ColumnType.Date, _) => "date",
        (_, true) => "vrai ou faux",
        _ => "boolean",
    };

    private const string FrenchIntroduction =
        """
        # Dictionnaire des données

        Un document lu donne des lignes dans ces tables, que relient leurs clés (`document_id`, `action_id`…). `document_id` est le chemin du document dans le dossier traité. `pointeur` mène à la valeur dans le JSON du document et, avec `document_id`, à ses places dans `provenance`.

        - **CSV** : UTF-8, virgule, point décimal, dates AAAA-MM-JJ, `true` et `false` ; une case vide est une valeur absente ; les codes (INSEE, SIREN, département) sont du texte : à ouvrir comme tel dans un tableur.
        - **Formules** : dans les CSV, un texte qui commence par `=`, `+`, `-`, `@`, une tabulation ou un saut de ligne (ou par des apostrophes suivies de l'un d'eux) reçoit une apostrophe en tête, pour qu'aucun tableur ne l'exécute. Pour retrouver le texte, ôter une apostrophe à ceux qui commencent ainsi. Parquet, SQLite et DuckDB gardent le texte tel quel ; le classeur aussi, dans des cellules marquées comme du texte.
        - **Sommes** : demandé (`requested`) et accordé (`granted`) d'un même financeur sont deux lignes ; ne jamais additionner des statuts différents, ni ce qui est en nature (`en_nature`) avec de l'argent, ni un document avec sa copie (`doublon_de`). Une copie a les mêmes octets, ou les mêmes textes et les mêmes montants dans un autre format ; celle qui diffère d'un montant n'en est pas une.
        - **Données personnelles** : sans `--with-personal-data`, courriels, téléphones et noms de personnes privées sont remplacés par « [courriel retiré] », « [téléphone retiré] », « [nom retiré] » dans toutes les colonnes de type texte, texte lu compris, et comptés dans `omissions`. Un nom est reconnu à ce qui l'entoure : civilité, mot qui l'annonce (« contact », « référent », « réalisé par »…), courriel ou téléphone à côté ; les signataires et les mandats électifs restent. Un nom sans rien de cela, écrit sans majuscules ou coupé par une fin de ligne peut rester ; les noms de fichiers (`document_id`) ne sont pas touchés.
        - **F1 mesuré** : sur les documents *unseen* du dépôt, plancher que ses tests font tenir (`tests/Ingest.Corpus.Tests/floors.tsv`) ; `./ingest evaluate documents` le mesure de nouveau. 1 : rien de faux ni d'oublié. Colonne vide : non mesuré.
        - **Registres** : noms et codes des communes et des intercommunalités par `@etalab/decoupage-administratif` 6.0.0, millésime 2026 (INSEE, DGCL), Licence Ouverte 2.0.

        """;

    private const string EnglishIntroduction =
        """
        # Codebook

        A document that was read gives rows in these tables, which their keys join (`document_id`, `action_id`…). `document_id` is the path of the document in the folder that was run. `pointeur` leads to the value in the document's JSON and, with `document_id`, to its places in `provenance`.

        - **CSV**: UTF-8, comma, decimal point, dates YYYY-MM-DD, `true` and `false`; an empty cell is a missing value; codes (INSEE, SIREN, department) are text.
        - **Formulas**: in CSV files, text that begins with `=`, `+`, `-`, `@`, a tab or a line break (or with apostrophes and then one of these) has an apostrophe put before it, so that no spreadsheet runs it. To have the text back, take one apostrophe from those that begin so. Parquet, SQLite and DuckDB keep the text as it is; so does the workbook, in cells marked as text.
        - **Sums**: money requested and money granted by one financer are two rows; never add up different statuses, nor what is given in kind (`en_nature`) with cash, nor a document with its copy (`doublon_de`). A copy has the same bytes, or the same texts and amounts in another format; one that differs by an amount is none.
        - **Personal data**: without `--with-personal-data`, e-mails, telephone numbers and names of private persons are replaced by « [courriel retiré] », « [téléphone retiré] », « [nom retiré] » in all columns of type text, the text as read among them, and counted in `omissions`. A name is known by what stands beside it: a civility, a word that announces it (« contact », « référent », « réalisé par »…), an e-mail or telephone number; signatories and elected mandates stay. A name with none of these, written without capitals or cut by the end of a line may stay; names of files (`document_id`) are not touched.
        - **Measured F1**: on the *unseen* documents of the repository, a floor that its tests hold (`tests/Ingest.Corpus.Tests/floors.tsv`); `./ingest evaluate documents` measures anew. 1: nothing wrong, nothing missed. Empty: not measured.
        - **Registers**: names and codes of communes and intercommunal bodies by `@etalab/decoupage-administratif` 6.0.0, vintage 2026 (INSEE, DGCL), Licence Ouverte 2.0.

        """;
}
