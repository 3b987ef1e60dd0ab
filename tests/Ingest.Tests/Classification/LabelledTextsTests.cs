using Ingest.Classification.Training;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Classification;

public sealed class LabelledTextsTests
{
    private const string Header = "id\ttaxonomy\tlabel\tlabel2\tstyle\twriter\tcommune\tyear\ttext\n";

    [Fact]
    public void Rows_are_read_with_their_second_label()
    {
        var text = Assert.Single(LabelledTexts.Read("a.tsv", Header + "a-1\texemple\t1.1.1\tnone\taction\ta\tLens\t2012\tUn dentiste\n\n", Samples.Taxonomy));

        Assert.Equal(("1.1.1", "none", "action", 2012, "Un dentiste"), (text.Label, text.SecondLabel, text.Style, text.Year!.Value, text.Text));
    }

    [Fact]
    public void Texts_of_other_taxonomies_are_passed_over() =>
        Assert.Empty(LabelledTexts.Read("a.tsv", Header + "a-1\tautre\t9\t\taction\ta\tLens\t2012\tUn dentiste", Samples.Taxonomy));

    [Theory]
    [InlineData("id\ttext\n", 1, "text")]
    [InlineData(Header + "a-1\texemple\t1.1.1\t\taction\ta\tLens\t2012", 2, "8")]
    [InlineData(Header + "a-1\texemple\t1.1\t\taction\ta\tLens\t2012\tx", 2, "1.1")]
    [InlineData(Header + "a-1\texemple\t1.1.1\t7\taction\ta\tLens\t2012\tx", 2, "label2")]
    [InlineData(Header + "a-1\texemple\t1.1.1\t\tautre\ta\tLens\t2012\tx", 2, "autre")]
    [InlineData(Header + "a-1\texemple\t1.1.1\t\taction\ta\tLens\t2012\t ", 2, "text")]
    [InlineData(Header + "a-1\texemple\t1.1.1\t\taction\ta\tLens\t2012\tx\na-1\texemple\t1.1.1\t\taction\ta\tLens\t2012\ty", 3, "a-1")]
    public void A_wrong_row_is_refused_with_its_line(string content, int line, string told)
    {
        var error = Assert.Throws<LabelledTextException>(() => LabelledTexts.Read("a.tsv", content, Samples.Taxonomy));

        Assert.Equal(line, error.Line);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        Assert.Contains(told, error.MessageFr.Replace("texte", "text", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_development_texts_is_refused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("train-a.tsv", Header);

        Assert.Throws<LabelledTextException>(() => LabelledTexts.Load(folder.Root, Samples.Taxonomy, []));
    }

    [Fact]
    public void Unseen_texts_are_read_by_themselves_alone_and_change_no_hash()
    {
        using var folder = new TemporaryFolder();
        folder.Write("train-a.tsv", Header + "a-1\texemple\t1.1.1\t\taction\ta\tLens\t2012\tUn dentiste");
        folder.Write("dev-b.tsv", Header + "b-1\texemple\t1.1.1\t\taction\tb\tLens\t2012\tUn médecin");
        var before = LabelledTexts.Load(folder.Root, Samples.Taxonomy, []);
        folder.Write("unseen-c.tsv", Header + "c-1\texemple\t1.1.1\t\taction\tc\tLens\t2012\tUne infirmière");

        var after = LabelledTexts.Load(folder.Root, Samples.Taxonomy, []);

        Assert.Equal(before.Hash, after.Hash);
        Assert.Equal(["a-1", "b-1"], after.Training.Concat(after.Development).Select(text => text.Id));
        Assert.Equal("c-1", Assert.Single(LabelledTexts.LoadUnseen(folder.Root, Samples.Taxonomy)).Id);
    }
}
