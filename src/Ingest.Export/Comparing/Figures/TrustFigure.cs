using System.Collections.Immutable;
using Ingest.Export.Comparing.Charts;
using Ingest.Export.Comparing.Facts;
using Ingest.Export.Schema;

namespace Ingest.Export.Comparing.Figures;

/// <summary>How far the euros of each document can be trusted.</summary>
internal static class TrustFigure
{
    /// <summary>The figure of a collection.</summary>
    public static Figure Of(ComparedCollection collection)
    {
        var documents = collection.Documents.Where(document => document.CountsActions || !document.Statuses.IsEmpty).Select(document => document.Document).ToList();
        return new Figure
        {
            Id = "confiance",
            Title = "Ce que valent ces euros",
            Lead = "Pour chaque document qui compte, la part des euros de ses actions qu'une somme confirme, que rien ne confirme ni ne contredit, dont un constat avertit, et ceux que son propre total annonce sans qu'ils aient été lus.",
            Chart = documents.Count == 0 ? null : new BarChart
            {
                Series = [new BarSeries("Confirmés par une somme", Fill.Solid), new BarSeries("Lus sans recoupement", Fill.Rising), new BarSeries("En doute", Fill.Crossed), new BarSeries("Non lus", Fill.Upright)],
                Rows = [.. documents.Select(document => RowOf(document.Path, document.Trust))],
                IsStacked = true,
                IsShares = true,
                Format = French.Euros,
            },
            Nothing = "Rien à montrer : aucun document lu ne porte d'argent.",
            Cannot = "Une somme juste ne prouve pas que chaque nom, chaque thème ou chaque porteur est bien lu, et deux erreurs peuvent se compenser ; un document illisible n'a pas d'euros ici, il est nommé plus bas.",
            Table = new DataTable(
                [
                    new TableColumn("document", "Document"), new TableColumn("etat", "État de la lecture"), new TableColumn("confirmes", "Confirmés", CellForm.Euros),
                    new TableColumn("sans_recoupement", "Sans recoupement", CellForm.Euros), new TableColumn("en_doute", "En doute", CellForm.Euros),
                    new TableColumn("non_lus", "Non lus", CellForm.Euros), new TableColumn("passages_sans_place", "Passages sans place", CellForm.Number),
                ],
                [
                    .. documents.Select(document => (ImmutableArray<object?>)
                    [
                        document.Path, ContractWords.French(ContractWords.DocumentStatus, ContractWords.Of(document.Status)), document.Trust.Reconciled, document.Trust.Unconfirmed,
                        document.Trust.InDoubt, document.Trust.Unread, document.Trust.Unassigned,
                    ]),
                ]),
        };
    }

    private static BarRow RowOf(string path, TrustFact trust)
    {
        ImmutableArray<decimal> parts = [trust.Reconciled, trust.Unconfirmed, trust.InDoubt, trust.Unread];
        return new BarRow(path, [.. parts.Select(part => (decimal?)Math.Max(0, part))], French.Euros(parts.Sum()));
    }
}
