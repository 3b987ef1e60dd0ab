using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Ingest.Pipeline;
using Xunit;

namespace Ingest.Tests.Pipeline;

public sealed class OptionSectionsTests
{
    public static TheoryData<string> Options
    {
        get
        {
            var options = new TheoryData<string>();
            foreach (var (section, read) in Sections)
            {
                foreach (var property in PropertiesOf(read(new PipelineDefinition { Name = "" })))
                    options.Add($"{section}.{property.Name}");
            }

            return options;
        }
    }

    private static SortedDictionary<string, Func<PipelineDefinition, object>> Sections { get; } =
        new(StringComparer.Ordinal)
        {
            ["reading.limits"] = definition => definition.Reading.Limits,
            ["reading.pdf"] = definition => definition.Reading.Pdf,
            ["reading.pdf.forms"] = definition => definition.Reading.Pdf.Forms,
            ["reading.docx"] = definition => definition.Reading.Docx,
            ["reading.html"] = definition => definition.Reading.Html,
            ["reading.xlsx"] = definition => definition.Reading.Xlsx,
            ["reading.odf"] = definition => definition.Reading.Odf,
            ["reading.image"] = definition => definition.Reading.Image,
            ["reading.text"] = definition => definition.Reading.Text,
            ["layout"] = definition => definition.Layout,
            ["tables"] = definition => definition.Tables.Options,
            ["tables.alignment"] = definition => definition.Tables.Options.Alignment,
            ["tables.alignment.ladders"] = definition => definition.Tables.Options.Alignment.Ladders,
            ["tables.heads"] = definition => definition.Tables.Options.Heads,
            ["tables.tagged"] = definition => definition.Tables.Options.Tagged,
            ["classification"] = definition => definition.Classification,
            ["segmentation"] = definition => definition.Segmentation,
        };

    [Theory]
    [MemberData(nameof(Options))]
    public void Every_option_can_be_set_in_a_definition_and_changes_alone(string option)
    {
        var section = option[..option.LastIndexOf('.')];
        var property = PropertiesOf(Sections[section](new PipelineDefinition { Name = "" }))
            .Single(property => option.EndsWith("." + property.Name, StringComparison.Ordinal));
        var defaults = Sections[section](new PipelineDefinition { Name = "" });
        var (yaml, changed) = Another(property.GetValue(defaults)!);
        var key = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];

        var loaded = Sections[section](Load(section.Split('.').Append($"{key}: {yaml}")));

        Assert.Equal(changed, property.GetValue(loaded));
        Assert.All(PropertiesOf(defaults).Where(other => other.Name != property.Name), other =>
            Assert.Equal(other.GetValue(defaults), other.GetValue(loaded)));
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(object options) =>
        options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && !property.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal));

    // Half of a threshold makes sense wherever it does; what starts at 1 grows.
    private static (string Yaml, object Value) Another(object value) => value switch
    {
        double number => Written(number is >= 1 and < 2 ? number + 0.125 : number / 2),
        decimal number => ((number / 2).ToString(CultureInfo.InvariantCulture), number / 2),
        int number => ((number + 1).ToString(CultureInfo.InvariantCulture), number + 1),
        bool flag => (flag ? "false" : "true", !flag),
        ImmutableArray<string> => ("[autre]", ImmutableArray.Create("autre")),
        ImmutableArray<double> => ("[0.5, -1]", ImmutableArray.Create(0.5, -1)),
        _ => throw new NotSupportedException($"Give an example of {value.GetType()}."),
    };

    private static (string, object) Written(double number) => (number.ToString(CultureInfo.InvariantCulture), number);

    private static PipelineDefinition Load(IEnumerable<string> path)
    {
        using var home = new TemporaryFolder();
        var lines = path.Select((part, depth) => new string(' ', 2 * depth) + part + (part.Contains(':', StringComparison.Ordinal) ? "" : ":"));
        home.Write("pipelines/default.yaml", "name: default\n" + string.Join('\n', lines) + "\n");
        return new DefinitionLoader(new ProductFiles(home.Root)).Load("default");
    }
}
