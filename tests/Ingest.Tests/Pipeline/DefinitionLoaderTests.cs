using Ingest.Model.Findings;
using Ingest.Pipeline;
using Xunit;

namespace Ingest.Tests.Pipeline;

public sealed class DefinitionLoaderTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public DefinitionLoaderTests() => _home.Write("pipelines/default.yaml", "name: default\n");

    public static TheoryData<string> ProductDefinitions => [.. new DefinitionLoader(Product()).Names()];

    [Theory]
    [MemberData(nameof(ProductDefinitions))]
    public void Every_definition_of_the_product_loads(string name)
    {
        var definition = new DefinitionLoader(Product()).Load(name);

        Assert.Equal(name, definition.Name);
        Assert.Matches("^[0-9a-f]{64}$", definition.Hash);
    }

    [Fact]
    public void The_product_has_default_and_strict() =>
        Assert.Superset(new HashSet<string> { "default", "strict" }, new DefinitionLoader(Product()).Names().ToHashSet());

    [Fact]
    public void Strict_makes_errors_of_what_default_only_doubts()
    {
        var loader = new DefinitionLoader(Product());
        var doubt = IdentityFindings.UnknownFinancer.At(null, null, "Mécène");

        Assert.Equal(Severity.Warning, loader.Load("default").Checks.Apply(doubt)!.Severity);
        Assert.Equal(Severity.Error, loader.Load("strict").Checks.Apply(doubt)!.Severity);
    }

    [Fact]
    public void A_child_keeps_what_it_does_not_say_itself()
    {
        _home.Write("pipelines/default.yaml", "name: default\nthresholds: { sumSlack: 2.5, yearsAfterAct: 4 }\nreading: { formats: [docx] }\n");
        _home.Write("pipelines/child.yaml", "name: child\nextends: default\nthresholds:\n  yearsAfterAct: 1\n");

        var child = Load("child");

        Assert.Equal(2.5m, child.Thresholds.SumSlack);
        Assert.Equal(1, child.Thresholds.YearsAfterAct);
        Assert.Equal([SourceFormat.Docx], child.Reading.Formats);
    }

    [Fact]
    public void A_check_that_is_off_makes_no_finding_and_a_child_turns_it_on_again()
    {
        _home.Write("pipelines/default.yaml", "name: default\nchecks: { budget.action-sum: off }\n");
        _home.Write("pipelines/child.yaml", "name: child\nextends: default\nchecks: { budget.action-sum: info }\n");
        var finding = BudgetFindings.ActionSum.At(null, null, "a", "b", "c", "d");

        Assert.Null(Load("default").Checks.Apply(finding));
        Assert.Equal(Severity.Info, Load("child").Checks.Apply(finding)!.Severity);
    }

    [Fact]
    public void What_was_read_with_doubt_cannot_be_silenced()
    {
        var error = LoadFails("name: x\nchecks:\n  budget.action-sum: on\n  source.image-only-page: off\n");

        Assert.Equal(4, error.Line);
        Assert.Contains("on, info, warning, error", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name: x\nextends: default\nthreshold:\n  sumSlack: 1\n", 3, "thresholds")]
    [InlineData("name: x\nthresholds:\n  # a comment\n  sumslack: 1\n", 4, "sumSlack")]
    [InlineData("name: x\nchecks:\n  budget.actionsum: on\n", 3, "budget.action-sum")]
    [InlineData("name: x\nreading:\n  format: [pdf]\n", 3, "formats")]
    public void An_unknown_key_is_told_with_its_line_and_the_nearest_valid_one(string yaml, int line, string nearest)
    {
        var error = LoadFails(yaml);

        Assert.Equal(line, error.Line);
        Assert.Contains(nearest + "”?", error.Message, StringComparison.Ordinal);
        Assert.Contains(nearest + " » ?", error.MessageFr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name: x\nreading:\n  formats: [pdf, odp]\n", 3, "pdf, docx, xlsx, odt, ods, html, image, text")]
    [InlineData("name: x\nreading:\n  formats:\n    - pdf\n    - pfd\n", 5, "“pdf”?")]
    [InlineData("name: x\nchecks:\n  budget.action-sum: fatal\n", 3, "on, off, info, warning, error")]
    [InlineData("name: x\nthresholds:\n  sumSlack: -1\n", 3, "from 0 to 1000")]
    [InlineData("name: x\nthresholds:\n  sumSlack: 0,5\n", 3, "decimal point")]
    [InlineData("name: x\nthresholds:\n  yearsAfterAct: 1.5\n", 3, "whole number")]
    [InlineData("name: x\nthresholds: 3\n", 2, "section")]
    [InlineData("name: x\nreading:\n  formats: pdf\n", 3, "list")]
    [InlineData("name: x\nreading:\n  formats: [pdf, docx, pdf]\n", 3, "twice")]
    [InlineData("name: [x]\n", 1, "plain value")]
    [InlineData("reading: {}\n", 1, "“name” is missing")]
    [InlineData("name: x\nname: y\n", 2, "line 1")]
    [InlineData("name: &a x\n", 1, "anchors")]
    [InlineData("name: x\n---\nname: y\n", 2, "one definition")]
    [InlineData("name: x\n  reading: {}\n", 2, "YAML")]
    [InlineData("", 1, "empty")]
    [InlineData("- a\n", 1, "section")]
    public void A_bad_value_is_told_with_its_line_and_what_would_be_right(string yaml, int line, string told)
    {
        var error = LoadFails(yaml);

        Assert.Equal(line, error.Line);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("mine.yaml", error.File, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_vocabulary_is_told_with_those_there_are()
    {
        _home.Write("pipelines/vocabularies/payers.yaml", "");

        var error = LoadFails("name: x\nvocabularies:\n  payers: payer\n");

        Assert.Equal(3, error.Line);
        Assert.Contains("there are: payers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_taxonomy_is_told_with_its_line()
    {
        var error = LoadFails("name: x\ntaxonomies:\n  - nowhere\n");

        Assert.Equal(3, error.Line);
        Assert.Contains("nowhere", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_definition_is_told_with_those_there_are()
    {
        var error = Assert.Throws<DefinitionException>(() => Load("defautl"));

        Assert.Contains("did you mean “default”?", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, error.Line);
    }

    [Fact]
    public void A_missing_parent_is_told_with_its_line()
    {
        var error = LoadFails("name: x\nextends: nobody\n");

        Assert.Equal(2, error.Line);
        Assert.Contains("there are: default", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_of_parents_is_refused()
    {
        _home.Write("pipelines/one.yaml", "name: one\nextends: two\n");
        _home.Write("pipelines/two.yaml", "name: two\nextends: one\n");

        var error = Assert.Throws<DefinitionException>(() => Load("one"));

        Assert.Contains("one → two → one", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_of_the_product_bears_the_name_of_its_file()
    {
        _home.Write("pipelines/one.yaml", "name: two\n");

        Assert.Contains("“one”", Assert.Throws<DefinitionException>(() => Load("one")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_changes_with_the_definition_its_parent_and_each_file_it_names()
    {
        _home.Write("pipelines/vocabularies/payers.yaml", "a\n");
        _home.Write("pipelines/taxonomies/t.yaml", "a\n");
        _home.Write("pipelines/child.yaml", "name: child\nextends: default\nvocabularies: { payers: payers }\ntaxonomies: [t]\n");
        var hashes = new List<string> { Load("child").Hash };

        _home.Write("pipelines/vocabularies/payers.yaml", "b\n");
        hashes.Add(Load("child").Hash);
        _home.Write("pipelines/taxonomies/t.yaml", "b\n");
        hashes.Add(Load("child").Hash);
        _home.Write("pipelines/default.yaml", "name: default\nthresholds: { sumSlack: 1 }\n");
        hashes.Add(Load("child").Hash);
        _home.Write("pipelines/child.yaml", "name: child\nextends: default\nvocabularies: { payers: payers }\n");
        hashes.Add(Load("child").Hash);

        Assert.Equal(hashes.Count, hashes.Distinct().Count());
    }

    [Fact]
    public void The_hash_is_the_same_wherever_the_files_lie_and_however_lines_end()
    {
        var here = Load("default").Hash;
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("pipelines/default.yaml", "\uFEFFname: default\r\n");

        Assert.Equal(here, new DefinitionLoader(new ProductFiles(elsewhere.Root)).Load("default").Hash);
    }

    [Fact]
    public void A_file_outside_the_product_extends_a_definition_by_name_and_names_files_beside_it()
    {
        using var mine = new TemporaryFolder();
        mine.Write("words.yaml", "x\n");
        var file = mine.Write("mine.yaml", "name: anything\nextends: default\nvocabularies: { payers: ./words.yaml }\n");

        var definition = new DefinitionLoader(new ProductFiles(_home.Root)).Load(file);

        Assert.Equal(mine["words.yaml"], definition.Vocabularies.Payers!.FullPath);
    }

    public void Dispose() => _home.Dispose();

    private static ProductFiles Product() => ProductFiles.Find(null, AppContext.BaseDirectory)!;

    private PipelineDefinition Load(string name) => new DefinitionLoader(new ProductFiles(_home.Root)).Load(name);

    private DefinitionException LoadFails(string yaml)
    {
        var file = _home.Write("elsewhere/mine.yaml", yaml);
        return Assert.Throws<DefinitionException>(() => Load(file));
    }
}
