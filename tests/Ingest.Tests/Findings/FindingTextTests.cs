using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ingest.Model.Findings;
using Ingest.Model.Values;
using Xunit;

namespace Ingest.Tests.Findings;

public sealed partial class FindingTextTests
{
    private static readonly ResourceManager Texts = new("Ingest.Model.Findings.Findings", typeof(FindingKind).Assembly);

    private static readonly string[] Parts = ["title", "message", "help"];

    public static TheoryData<string> Codes => [.. FindingCatalogue.All.Select(kind => kind.Code)];

    [Fact]
    public void Every_code_is_a_family_and_a_word()
    {
        Assert.All(FindingCatalogue.All, kind =>
            Assert.Matches("^(budget|structure|identity|text|classification|source)\\.[a-z]+(-[a-z]+)*$", kind.Code));
    }

    [Fact]
    public void No_code_is_used_twice() =>
        Assert.Equal(FindingCatalogue.All.Count, FindingCatalogue.All.Select(kind => kind.Code).Distinct().Count());

    [Fact]
    public void Every_kind_that_a_family_declares_is_in_the_catalogue()
    {
        var declared = DeclaredKinds().Select(field => ((FindingKind)field.GetValue(null)!).Code);

        Assert.Equal(declared.Order(StringComparer.Ordinal), FindingCatalogue.All.Select(kind => kind.Code).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_kind_has_all_texts_in_both_languages_each_in_its_own(string code)
    {
        foreach (var part in Parts)
        {
            var french = Own(Languages.French, $"{code}.{part}");
            var english = Own(Languages.English, $"{code}.{part}");

            Assert.False(string.IsNullOrWhiteSpace(french), $"{code}.{part} has no French text");
            Assert.False(string.IsNullOrWhiteSpace(english), $"{code}.{part} has no English text");
            Assert.NotEqual(french, english);
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Messages_use_exactly_the_documented_figures_in_both_languages(string code)
    {
        var documented = Placeholders(DocumentationOf(code));

        Assert.Equal(Enumerable.Range(0, documented.Length).Select(i => i.ToString(CultureInfo.InvariantCulture)), documented);
        Assert.Equal(documented, Placeholders(Own(Languages.French, $"{code}.message")));
        Assert.Equal(documented, Placeholders(Own(Languages.English, $"{code}.message")));
        Assert.Empty(Placeholders(Own(Languages.French, $"{code}.help") + Own(Languages.English, $"{code}.help")));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Messages_are_whole_sentences_with_the_quotation_marks_of_their_language(string code)
    {
        foreach (var part in Parts.Skip(1))
        {
            var french = Own(Languages.French, $"{code}.{part}");
            var english = Own(Languages.English, $"{code}.{part}");

            Assert.EndsWith(".", french, StringComparison.Ordinal);
            Assert.EndsWith(".", english, StringComparison.Ordinal);
            Assert.DoesNotMatch("[\"“”]", french);
            Assert.DoesNotMatch("[\"«»]", english);
        }
    }

    [Fact]
    public void No_text_is_left_of_a_kind_that_is_gone()
    {
        var known = FindingCatalogue.All.SelectMany(kind => Parts.Select(part => $"{kind.Code}.{part}"));

        Assert.Empty(Keys(Languages.French).Except(known));
        Assert.Empty(Keys(Languages.English).Except(known));
    }

    [Fact]
    public void A_finding_writes_its_amounts_in_the_manner_of_each_language()
    {
        var finding = BudgetFindings.ActionSum.At("/actions/1", null, "Chantier", new Euros(10520), new Euros(9520.5m), new Euros(999.5m));

        Assert.Contains("10 520,00 €", finding.Message, StringComparison.Ordinal);
        Assert.Contains("€9,520.50", finding.MessageEn, StringComparison.Ordinal);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    private static string Own(CultureInfo language, string key) =>
        // French is the neutral language: its texts are those of the invariant culture.
        Texts.GetResourceSet(Place(language), createIfNotExists: true, tryParents: false)?.GetString(key) ?? "";

    private static IEnumerable<string> Keys(CultureInfo language) =>
        Texts.GetResourceSet(Place(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .Select(entry => (string)entry.Key);

    private static CultureInfo Place(CultureInfo language) => language == Languages.French ? CultureInfo.InvariantCulture : language;

    private static string[] Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<FieldInfo> DeclaredKinds() =>
        typeof(FindingCatalogue).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(FindingKind));

    private static string DocumentationOf(string code)
    {
        var field = DeclaredKinds().Single(field => ((FindingKind)field.GetValue(null)!).Code == code);
        var member = $"F:{field.DeclaringType!.FullName}.{field.Name}";
        return XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Ingest.Model.xml"))
            .Descendants("member")
            .Single(element => (string?)element.Attribute("name") == member)
            .Value;
    }

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Placeholder();
}
