using Xunit;
using static Ingest.Tests.Tables.Aligned.AlignedTableTests;

namespace Ingest.Tests.Tables.Aligned;

/// <summary>Lying rules of which some stop short of the first column: labels set at the middle of what they span.</summary>
public sealed class RowsByRulesTests
{
    private static PageSketch Strategy(bool isShort)
    {
        var stop = isShort ? 178 : 38;
        return Page().Text(40, 100, "Orientation").Text(180, 100, "Objectif").Text(340, 100, "Engagement").Across(108, 38, 500)
            .Text(180, 124, "Aller vers les habitants").Text(340, 120, "Faire circuler un bus").Text(340, 132, "Former les agents").Across(138, stop, 500)
            .Text(40, 148, "Refaire des services").Text(180, 156, "Réduire la distance").Text(340, 156, "Ouvrir un espace").Across(164, 38, 500)
            .Text(180, 184, "Consolider les soins").Text(340, 178, "Salarier deux médecins").Text(340, 190, "Loger les internes").Across(198, stop, 500)
            .Text(40, 208, "Soigner et prévenir").Text(180, 216, "Agir sur la santé mentale").Text(340, 216, "Créer un point écoute").Across(224, 38, 500);
    }

    [Fact]
    public void A_label_spans_the_rows_whose_rules_leave_it_out() => Assert.Equal(
        [
            "0,0 1x1 Orientation", "0,1 1x1 Objectif", "0,2 1x1 Engagement",
            "1,0 2x1 Refaire des services", "1,1 1x1 Aller vers les habitants", "1,2 1x1 Faire circuler un bus Former les agents",
            "2,1 1x1 Réduire la distance", "2,2 1x1 Ouvrir un espace",
            "3,0 2x1 Soigner et prévenir", "3,1 1x1 Consolider les soins", "3,2 1x1 Salarier deux médecins Loger les internes",
            "4,1 1x1 Agir sur la santé mentale", "4,2 1x1 Créer un point écoute",
        ],
        Cells(OnlyTable(Strategy(isShort: true))));

    [Fact]
    public void Under_whole_rules_it_stands_in_its_row() => Assert.Contains(Cells(OnlyTable(Strategy(isShort: false))), cell => cell == "2,0 1x1 Refaire des services");
}
