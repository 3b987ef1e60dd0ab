using Ingest.Segmentation;
using Ingest.Tables;
using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>Bodies of steering in tables and sentences.</summary>
public sealed class GovernanceBodyTests
{
    private static readonly string[] Two =
    [
        "Comité de pilotage = le maire et le préfet deux fois par an",
        "Cellule de veille = les gardiens et les médiateurs chaque mois",
    ];

    private const string Table = "Instance | Composition | Rythme\nComité de pilotage | le maire et le préfet | deux fois par an\nCellule de veille | les gardiens et les médiateurs | chaque mois\n";

    [Fact]
    public void A_table_has_a_body_in_each_row() => Assert.Equal(Two, Parts(Drafts.Of(Lead + AnyStrategy + "\nGouvernance\n\n" + Table)));

    [Fact]
    public void Such_a_table_is_read_under_any_heading() => Assert.Equal(Two, Parts(Native(
        Heading(1, "Objectifs poursuivis sur le quartier"), Heading(2, "Enjeu 1 : Se loger mieux"), Heading(3, "Objectif 1 : Rénover"), Item("Poser un isolant"),
        Heading(1, "Comment nous travaillons ensemble"),
        new TableContent(Drafts.Grid(
            1,
            ["Instance", "Composition", "Rythme"],
            ["Comité de pilotage", "le maire et le préfet", "deux fois par an"],
            ["Cellule de veille", "les gardiens et les médiateurs", "chaque mois"])))));

    [Fact]
    public void A_table_of_bodies_inside_the_strategy_is_no_part_of_it()
    {
        var draft = Native(
            Heading(1, "Objectifs poursuivis sur le quartier"),
            Heading(2, "Enjeu 1 : Se loger mieux"),
            Heading(3, "Objectif 1 : Rénover"),
            Item("Poser un isolant"),
            new TableContent(Drafts.Grid(1, ["Instance", "Objectifs", "Actions"], ["Comité de pilotage", "Décider", "Lire les bilans"], ["Comité technique", "Préparer", "Suivre les dossiers"])));

        Assert.Equal(["Poser un isolant"], draft.Items());
    }

    [Fact]
    public void Sentences_that_open_with_a_body_are_a_part_each() => Assert.Equal(
        [
            "Le comité de pilotage = Le comité de pilotage se réunit une fois par an. Il décide.",
            "Le comité technique = Le comité technique prépare ses décisions.",
        ],
        Parts(Native(
            Heading(1, "Objectifs poursuivis sur le quartier"), Heading(2, "Enjeu 1 : Se loger mieux"), Heading(3, "Objectif 1 : Rénover"), Item("Poser un isolant"),
            Heading(1, "Gouvernance"),
            Text("Le comité de pilotage se réunit une fois par an."), Text("Il décide."), Text("Le comité technique prépare ses décisions."))));

    [Fact]
    public void One_such_sentence_parts_nothing() => Assert.Equal(
        ["Gouvernance = Les partenaires se parlent souvent. Le comité de pilotage se réunit une fois par an."],
        Parts(Native(
            Heading(1, "Objectifs poursuivis sur le quartier"), Heading(2, "Enjeu 1 : Se loger mieux"), Heading(3, "Objectif 1 : Rénover"), Item("Poser un isolant"),
            Heading(1, "Gouvernance"),
            Text("Les partenaires se parlent souvent."), Text("Le comité de pilotage se réunit une fois par an."))));

    [Fact]
    public void Sentences_of_two_bodies_are_a_part_under_any_heading() => Assert.Equal(
        ["Le comité de pilotage", "Le comité technique"],
        Native(
            Heading(1, "Objectifs poursuivis sur le quartier"), Heading(2, "Enjeu 1 : Se loger mieux"), Heading(3, "Objectif 1 : Rénover"), Item("Poser un isolant"),
            Heading(1, "Comment nous travaillons ensemble"),
            Text("Le comité de pilotage se réunit une fois par an."), Text("Le comité technique prépare ses décisions.")).Convention.Governance.Select(part => part.Heading.Text));

    private static IEnumerable<string> Parts(DraftDocument draft) => draft.Convention.Governance.Select(part => $"{part.Heading.Text} = {part.Text.Text.Replace('\n', ' ')}");

    [Fact]
    public void A_diagnosis_behind_it_is_none_of_it() => Assert.Equal(
        Two,
        Parts(Drafts.Of(Lead + AnyStrategy + "\nGouvernance\n\n" + Table + "\nDiagnostic\n\nLe quartier compte 4 100 habitants.\n")));
}
