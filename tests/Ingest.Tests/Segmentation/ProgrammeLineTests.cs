using Ingest.Tables;
using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation;

/// <summary>One line over actions that tells theme, programme and status.</summary>
public sealed class ProgrammeLineTests
{
    private const string Line = "Pilier « Cohésion sociale » – Programmation 2023 – montants accordés (€)";

    private const string Plan = "Vélos 1000: Ville 600 Granted, CAF 400 Granted";

    private static Spanning[][] Rows => [["Action", "Porteur", "Coût total", "Ville", "CAF"], ["Vélos", "CCAS", "1 000", "600", "400"], ["Marche", "CCAS", "500", "300", "200"]];

    private static TableContent Table => new(Drafts.Grid(Rows));

    [Fact]
    public void Above_a_table_it_gives_all_three()
    {
        var draft = Native(Heading(0, "Contrat de ville"), Text(Line), Table);

        Assert.Equal(["Vélos < Pilier « Cohésion sociale »", "Marche < Pilier « Cohésion sociale »"], draft.Themes());
        Assert.Equal(Plan, draft.Plans().First());
    }

    [Fact]
    public void In_the_frame_of_a_table_it_does_so_too()
    {
        var draft = Native(Heading(0, "Contrat de ville"), new TableContent(Drafts.Grid([[new(Line, Columns: 5)], .. Rows])));

        Assert.Equal(["Vélos < Pilier « Cohésion sociale »", "Marche < Pilier « Cohésion sociale »"], draft.Themes());
        Assert.Equal(Plan, draft.Plans().First());
    }

    [Fact]
    public void The_title_of_a_worksheet_inside_the_frame_is_the_document_s()
    {
        var draft = Native(new TableContent(Drafts.Grid([[new("Programmation 2023 du contrat de ville de Bray", Columns: 5)], .. Rows])));

        Assert.Equal("Programmation 2023 du contrat de ville de Bray", draft.Title?.Text);
        Assert.Equal(2, draft.Actions.Length);
    }

    [Fact]
    public void As_a_band_it_gives_its_theme_alone() => Assert.Equal(
        ["Vélos < Pilier « Cohésion sociale »", "Marche < Pilier « Cadre de vie »"],
        Native(Heading(0, "Contrat de ville"), new TableContent(Drafts.Grid(
            [Rows[0], [new(Line, Columns: 5)], Rows[1], [new("Pilier « Cadre de vie » – Programmation 2023 – montants accordés (€)", Columns: 5)], Rows[2]]))).Themes());

    [Fact]
    public void A_theme_with_a_dash_is_whole() => Assert.Equal(
        ["Vélos < Axe 2 – Sortir de chez soi", "Marche < Axe 2 – Sortir de chez soi"],
        Native(Heading(0, "Contrat de ville"), Text("Axe 2 – Sortir de chez soi"), Table).Themes());
}
