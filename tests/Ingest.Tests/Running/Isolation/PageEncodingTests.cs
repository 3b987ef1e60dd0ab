using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Running.Isolation;
using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.Running.Isolation;

public sealed class PageEncodingTests
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>One sample of each format.</summary>
    public static TheoryData<string> Formats => [.. Directory.GetFiles(ProductVocabularies.Files.Samples).Select(Path.GetFileName).GroupBy(Path.GetExtension).Select(files => files.Order(StringComparer.Ordinal).First()!)];

    /// <summary>Every property of everything that a page is made of: one that is added and forgotten in the encoding fails here.</summary>
    public static TheoryData<string> Properties => [.. Records(typeof(Page), []).SelectMany(type => Settable(type).Select(property => $"{type.Name}.{property.Name}")).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Pages_of_real_files_come_back_as_they_were(string sample)
    {
        var reading = Processing.Reader.ReadSource(File.ReadAllBytes(Path.Combine(ProductVocabularies.Files.Samples, sample)), TestContext.Current.CancellationToken);

        Assert.NotEmpty(reading.Pages);
        Assert.All(reading.Pages, page => Assert.Equal(Describe(page), Describe(Through(page))));
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void Every_property_comes_back(string property)
    {
        var page = (Page)Filled(typeof(Page), property, 0)!;

        Assert.Equal(Describe(page), Describe(Through(page)));
        // With the property left out the page is another: what was compared has it.
        Assert.NotEqual(Describe(page), Describe((Page)Filled(typeof(Page), property, 0, leavesOut: true)!));
    }

    [Fact]
    public void Findings_of_no_page_come_back_as_they_were()
    {
        ImmutableArray<Finding> findings = [SourceFindings.Encrypted.At(null, null), SourceFindings.UnreadablePage.At("/a", null, 3, "é")];
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Utf8);
        PageEncoding.Write(findings, writer);
        bytes.Position = 0;

        Assert.Equal(findings, PageDecoding.ReadFindings(new BinaryReader(bytes, Utf8)));
    }

    [Fact]
    public void Half_a_surrogate_is_no_reason_to_fail()
    {
        var page = Through(new Page { Number = 1, Findings = [SourceFindings.UnreadablePage.At(null, null, 1, "a\uD83Db")] });

        Assert.Contains("a\uFFFDb", page.Findings[0].Message, StringComparison.Ordinal);
    }

    private static Page Through(Page page)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Utf8);
        PageEncoding.Write(page, writer);
        bytes.Position = 0;
        var back = PageDecoding.ReadPage(new BinaryReader(bytes, Utf8));
        Assert.Equal(bytes.Length, bytes.Position);
        return back;
    }

    // Records compare their arrays by reference: here everything is told, property by property.
    private static string Describe(object? value) => value switch
    {
        null => "null",
        string text => $"« {text} »",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(Describe))}]",
        _ when value.GetType().Namespace!.StartsWith("Ingest.Model", StringComparison.Ordinal) && !value.GetType().IsEnum =>
            $"{value.GetType().Name}({string.Join(", ", Settable(value.GetType()).Select(property => $"{property.Name}: {Describe(property.GetValue(value))}"))})",
        _ => FormattableString.Invariant($"{value}"),
    };

    private static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).OrderBy(property => property.Name, StringComparer.Ordinal);

    private static IEnumerable<Type> Records(Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType)
            return type.GetGenericArguments().SelectMany(part => Records(part, seen));
        if (type.Namespace?.StartsWith("Ingest.Model", StringComparison.Ordinal) != true || type.IsEnum || !seen.Add(type))
            return [];
        return type == typeof(FlowBlock)
            ? [.. Records(typeof(FlowParagraph), seen), .. Records(typeof(FlowTable), seen)]
            : [type, .. Settable(type).SelectMany(property => Records(property.PropertyType, seen))];
    }

    // A value with everything in it; the property in question alone is empty where it is left out.
    private static object? Filled(Type type, string property, int depth, bool leavesOut = false)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Filled(inner, property, depth, leavesOut);
        if (type == typeof(string))
            return "mot é";
        if (type == typeof(int))
            return 3;
        if (type == typeof(double))
            return 0.125;
        if (type == typeof(bool))
            return true;
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(1);
        if (type.IsGenericType)
            return Array(type, property, depth, leavesOut);
        if (type == typeof(FlowBlock))
            return Filled(property.StartsWith(nameof(FlowParagraph), StringComparison.Ordinal) || depth > 8 ? typeof(FlowParagraph) : typeof(FlowTable), property, depth, leavesOut);
        var value = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var one in Settable(type))
            one.SetValue(value, leavesOut && $"{type.Name}.{one.Name}" == property ? Empty(one.PropertyType) : Filled(one.PropertyType, property, depth + 1, leavesOut));
        return value;
    }

    private static object? Empty(Type type) => type.IsGenericType && Nullable.GetUnderlyingType(type) is null ? Array(type, System.Array.Empty<object>())
        : type.IsValueType ? Activator.CreateInstance(type) : null;

    private static object Array(Type type, string property, int depth, bool leavesOut)
    {
        var part = type.GetGenericArguments()[0];
        var items = System.Array.CreateInstance(part, depth > 12 ? 0 : 1);
        if (items.Length > 0)
            items.SetValue(Filled(part, property, depth + 1, leavesOut), 0);
        return Array(type, items);
    }

    private static object Array(Type type, Array items)
    {
        var part = type.GetGenericArguments()[0];
        return typeof(ImmutableArray).GetMethods().Single(method => method is { Name: nameof(ImmutableArray.Create), IsGenericMethod: true } && method.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(part).Invoke(null, [items.Length > 0 ? items : System.Array.CreateInstance(part, 0)])!;
    }
}
