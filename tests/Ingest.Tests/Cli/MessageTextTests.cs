using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Ingest.Cli;
using Ingest.Pipeline;
using Xunit;

namespace Ingest.Tests.Cli;

public sealed partial class MessageTextTests
{
    public static TheoryData<string, Type> Resources => new()
    {
        { "Ingest.Cli.Text.Messages", typeof(Terminal) },
        { "Ingest.Emission.Inspection.InspectionTexts", typeof(PipelineDefinition) },
        { "Ingest.Pipeline.DefinitionProblem", typeof(PipelineDefinition) },
    };

    [Theory]
    [MemberData(nameof(Resources))]
    public void Both_languages_have_the_same_texts_with_the_same_placeholders(string name, Type neighbour)
    {
        var texts = new ResourceManager(name, neighbour.Assembly);
        var french = Read(texts, CultureInfo.InvariantCulture);
        var english = Read(texts, CultureInfo.GetCultureInfo("en"));

        Assert.Equal(french.Keys, english.Keys);
        Assert.All(french, text => Assert.Equal(Placeholders(text.Value), Placeholders(english[text.Key])));
    }

    private static SortedDictionary<string, string> Read(ResourceManager texts, CultureInfo culture)
    {
        var own = texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!;
        return new(own.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!), StringComparer.Ordinal);
    }

    private static string[] Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();
}
