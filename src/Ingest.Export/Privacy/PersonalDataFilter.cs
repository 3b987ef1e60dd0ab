using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Export.Schema;

namespace Ingest.Export.Privacy;

/// <summary>A row on its way to its table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Values">Its values, in the order of the columns.</param>
internal sealed record TableRow(TableDefinition Table, object?[] Values);

/// <summary>
/// Leaves personal data out of the rows of one document. Names found anywhere in it are taken out everywhere in it, the texts kept as
/// evidence among them; those of the signature block stay, and so does what the document uses as the name of a body or a place.
/// </summary>
internal static class PersonalDataFilter
{
    /// <summary>The rows without personal data, and what was left out.</summary>
    /// <param name="document">Key of the document.</param>
    /// <param name="rows">All rows of the document.</param>
    /// <param name="signatories">The parties of the signature block as written.</param>
    /// <param name="bodies">Porteurs, financers and places as written.</param>
    public static (IReadOnlyList<TableRow> Rows, ImmutableArray<Omission> Omissions) Apply(string document, IReadOnlyList<TableRow> rows, IEnumerable<string> signatories, IEnumerable<string> bodies)
    {
        var official = string.Join('\n', signatories.Concat(bodies.Where(body => !PersonNames.HasCivility(body))));
        var names = PersonNames.In(rows.SelectMany(TextsOf)).Where(name => !official.Contains(name, StringComparison.OrdinalIgnoreCase)).Select(PersonNames.PlacesOf).ToList();
        var counts = new SortedDictionary<(string, string, OmissionKind), int>();
        var kept = rows.Select(row => row with { Values = [.. row.Values.Select((value, index) => value is string text && IsText(row, index) ? Clean(text, row, index) : value)] }).ToList();
        return (kept, [.. counts.Select(item => new Omission(document, item.Key.Item1, item.Key.Item2, item.Key.Item3, item.Value))]);

        string Clean(string text, TableRow row, int index)
        {
            // Names first: what stands beside an address is found again only while the address is there.
            foreach (var name in names)
                text = Replace(name, text, OmissionKind.Name, row, index);
            text = Replace(ContactData.Email(), text, OmissionKind.Email, row, index);
            return Replace(ContactData.Telephone(), text, OmissionKind.Telephone, row, index);
        }

        string Replace(Regex pattern, string text, OmissionKind kind, TableRow row, int index) => pattern.Replace(text, _ =>
        {
            var key = (row.Table.Name, row.Table.Columns[index].Name, kind);
            counts[key] = counts.GetValueOrDefault(key) + 1;
            return OmissionKinds.Mark(kind);
        });
    }

    private static IEnumerable<string> TextsOf(TableRow row) => row.Values.Where((value, index) => value is string && IsText(row, index)).Cast<string>();

    private static bool IsText(TableRow row, int index) => row.Table.Columns[index].Type == ColumnType.Text;
}
