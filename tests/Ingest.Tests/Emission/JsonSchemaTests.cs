using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Ingest.Emission;
using Ingest.Model.Documents;
using NJsonSchema;
using Xunit;

namespace Ingest.Tests.Emission;

public sealed class JsonSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(JsonSchemaText.Read())!;

    // Keys whose value the schema takes from a closed list.
    private static readonly ImmutableHashSet<string> Enumerated =
        ["status", "kind", "textOrigin", "actType", "scope", "decision", "severity", "origin"];

    [Fact]
    public async Task What_the_program_writes_is_valid()
    {
        var schema = await ReadSchema();

        Assert.Empty(schema.Validate(Text(SampleDocument.Full())));
        Assert.Empty(schema.Validate(Text(SampleDocument.Failed())));
        for (var seed = 0; seed < 50; seed++)
            Assert.Empty(schema.Validate(Text(SampleDocument.Random(seed))));
    }

    [Fact]
    public async Task Whatever_breaks_the_contract_is_not_valid()
    {
        var schema = await ReadSchema();
        var broken = BrokenDocuments().ToList();

        Assert.True(broken.Count > 300, $"Only {broken.Count} ways to break a document were tried.");
        Assert.Empty(broken.Where(attempt => schema.Validate(attempt.Json).Count == 0).Select(attempt => attempt.How));
    }

    [Fact]
    public void A_validator_of_another_language_agrees()
    {
        var ajv = AjvValidator.InstallOrSkip();
        var broken = BrokenDocuments().ToList();

        var verdicts = ajv.Validate([Text(SampleDocument.Full()), Text(SampleDocument.Failed()), .. broken.Select(attempt => attempt.Json)]);

        Assert.Empty(verdicts.Take(2).SelectMany(verdict => verdict.Errors));
        Assert.Empty(broken.Zip(verdicts.Skip(2)).Where(pair => pair.Second.IsValid).Select(pair => pair.First.How));
    }

    [Fact]
    public void The_schema_and_the_records_have_the_same_properties_and_words()
    {
        var differences = new List<string>();

        Compare(typeof(IngestedDocument), Schema, "#", [], differences);

        Assert.Empty(differences);
    }

    [Fact]
    public void Whatever_is_said_in_French_is_said_in_English()
    {
        var unsaid = new List<string>();
        Visit(Schema, "#", (path, node) =>
        {
            if (IsText(node, "description") != IsText(node, "x-description-en") || IsText(node, "title") != IsText(node, "x-title-en"))
                unsaid.Add(path);
        });

        Assert.Empty(unsaid);
    }

    [Fact]
    public void Every_key_is_explained_where_it_stands_or_by_what_it_refers_to()
    {
        var unexplained = new List<string>();
        Visit(Schema, "#", (path, node) =>
        {
            if (node["type"] is JsonValue && node["properties"] is JsonObject properties)
                unexplained.AddRange(properties.Where(property => !IsExplained(property.Value!)).Select(property => $"{path}/{property.Key}"));
        });

        Assert.Empty(unexplained);
    }

    [Fact]
    public void Every_object_is_closed_and_requires_all_its_keys()
    {
        var open = new List<string>();
        Visit(Schema, "#", (path, node) =>
        {
            if (node["type"] is not JsonValue type || !type.TryGetValue(out string? name) || name != "object" || path is "#/$defs/fieldEvidence")
                return;
            var keys = node["properties"]!.AsObject().Select(property => property.Key).ToList();
            var required = node["required"]?.AsArray().Select(key => key!.GetValue<string>()).ToList() ?? [];
            if (node["additionalProperties"]?.GetValueKind() != JsonValueKind.False)
                open.Add(path + " takes other keys");
            // What few values have is left out of the others.
            if (path == "#/$defs/evidence")
                keys.Remove("secondReading");
            if (path != "#/$defs/region" && !keys.SequenceEqual(required))
                open.Add(path + " does not require all its keys, in order");
        });

        Assert.Empty(open);
    }

    // NJsonSchema knows the shared parts of a schema by the name that they had before draft 2019-09.
    private static Task<JsonSchema> ReadSchema() => JsonSchema.FromJsonAsync(
        JsonSchemaText.Read().Replace("$defs", "definitions", StringComparison.Ordinal), TestContext.Current.CancellationToken);

    private static IEnumerable<(string How, string Json)> BrokenDocuments()
    {
        var full = Text(SampleDocument.Full());
        foreach (var path in Objects(JsonNode.Parse(full)!, []))
        {
            var isRegion = path.Contains("regions");
            var isMap = path is [.., "fieldEvidence"];
            var keys = At(JsonNode.Parse(full)!, path).AsObject().Select(property => property.Key).ToList();
            foreach (var key in keys)
            {
                if (!isRegion && !isMap)
                    yield return Changed(full, path, $"without {key}", node => node.Remove(key));
                if (Enumerated.Contains(key) && !isMap)
                    yield return Changed(full, path, $"{key} of no known word", node => node[key] = "poem");
            }

            if (!isMap)
                yield return Changed(full, path, "with a key more", node => node["mood"] = "calm");
        }

        foreach (var (path, value) in WrongValues())
            yield return Changed(full, path[..^1], $"{path[^1]} = {value?.ToJsonString() ?? "null"}", node => node[(string)path[^1]] = value);
    }

    private static IEnumerable<(object[] Path, JsonNode? Value)> WrongValues() =>
    [
        (["source", "sha256"], "ABC"),
        (["source", "byteLength"], -1),
        (["producer", "name"], "other"),
        (["producer", "definitionHash"], null),
        (["period", "start"], "2024"),
        (["territory", "epci", "siren"], "24620029"),
        (["territory", "communes", 0, "insee"], "6290"),
        (["filing", "actDate"], "12/12/2023"),
        (["filing", "department"], "62"),
        (["actions", 0, "totalCost"], "4950"),
        (["actions", 0, "year"], 24),
        (["actions", 0, "title"], 12),
        (["actions", 0, "financers"], null),
        (["actions", 0, "financers", 0, "isOwnFunds"], null),
        (["actions", 0, "financers", 0, "programme"], "Quartiers d'été"),
        (["actions", 0, "evidence", "confidence"], 1.5),
        (["actions", 0, "evidence", "regions", 0, "page"], 0),
        (["actions", 0, "evidence", "regions", 0, "bbox"], new JsonArray(1, 2, 3)),
        (["actions", 0, "evidence", "regions", 0, "bbox"], new JsonArray(1, 2, 3, 4, 5)),
        (["totals", 0, "reconciled"], "true"),
        (["findings", 0, "code"], "Budget"),
        (["findings", 0, "pointer"], "actions/0"),
    ];

    private static (string How, string Json) Changed(string json, object[] path, string how, Action<JsonObject> change)
    {
        var root = JsonNode.Parse(json)!;
        change(At(root, path).AsObject());
        return ($"/{string.Join('/', path)}: {how}", root.ToJsonString());
    }

    private static JsonNode At(JsonNode node, object[] path) =>
        path.Aggregate(node, (at, step) => step is int index ? at[index]! : at[(string)step]!);

    private static IEnumerable<object[]> Objects(JsonNode node, object[] path)
    {
        if (node is JsonObject fields)
        {
            yield return path;
            foreach (var deeper in fields.Where(field => field.Value is not null).SelectMany(field => Objects(field.Value!, [.. path, field.Key])))
                yield return deeper;
        }
        else if (node is JsonArray items)
        {
            foreach (var deeper in items.SelectMany((item, index) => Objects(item!, [.. path, index])))
                yield return deeper;
        }
    }

    private static void Compare(Type type, JsonNode schema, string path, HashSet<Type> seen, List<string> differences)
    {
        if (!seen.Add(type))
            return;
        var expected = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always })
            .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), property => property.PropertyType);
        var declared = schema["properties"]!.AsObject().ToDictionary(property => property.Key, property => Resolve(property.Value!));
        differences.AddRange(expected.Keys.Except(declared.Keys).Select(key => $"{path}/{key} is not in the schema"));
        differences.AddRange(declared.Keys.Except(expected.Keys).Select(key => $"{path}/{key} is not in {type.Name}"));
        foreach (var (key, propertyType) in expected)
        {
            if (!declared.TryGetValue(key, out var declaration))
                continue;
            var inner = Nullable.GetUnderlyingType(propertyType) ?? propertyType;
            if (inner.IsGenericType && inner.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
                (inner, declaration) = (inner.GetGenericArguments()[0], Resolve(declaration["items"]!));
            else if (inner.IsGenericType && inner.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>))
                (inner, declaration) = (inner.GetGenericArguments()[1], Resolve(declaration["additionalProperties"]!));
            if (inner.IsEnum)
                CompareWords(inner, declaration, $"{path}/{key}", differences);
            else if (inner.IsClass && inner != typeof(string))
                Compare(inner, declaration, $"{path}/{key}", seen, differences);
        }
    }

    private static void CompareWords(Type words, JsonNode declaration, string path, List<string> differences)
    {
        var expected = Enum.GetNames(words).Select(JsonNamingPolicy.KebabCaseLower.ConvertName).Order(StringComparer.Ordinal);
        var declared = declaration["enum"]!.AsArray().Where(word => word is not null).Select(word => word!.GetValue<string>());
        if (!expected.SequenceEqual(declared.Order(StringComparer.Ordinal)))
            differences.Add($"{path} has other words than {words.Name}");
    }

    private static JsonNode Resolve(JsonNode schema)
    {
        if (schema["anyOf"] is JsonArray alternatives)
            return Resolve(alternatives[0]!);
        return schema["$ref"] is { } reference ? Schema["$defs"]![reference.GetValue<string>()["#/$defs/".Length..]]! : schema;
    }

    private static bool IsExplained(JsonNode declaration) =>
        IsText(declaration.AsObject(), "description") || IsText(Resolve(declaration).AsObject(), "description") || IsText(Resolve(declaration).AsObject(), "title")
        || (declaration["items"] is { } items && IsExplained(items));

    private static void Visit(JsonNode node, string path, Action<string, JsonObject> visit)
    {
        if (node is JsonObject fields)
        {
            visit(path, fields);
            foreach (var (key, value) in fields)
            {
                if (value is not null)
                    Visit(value, $"{path}/{key}", visit);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items.OfType<JsonNode>())
                Visit(item, path + "/…", visit);
        }
    }

    // « properties » may hold a property called « title »: only a text is a title of the schema.
    private static bool IsText(JsonObject node, string key) => node[key]?.GetValueKind() == JsonValueKind.String;

    private static string Text(IngestedDocument document)
    {
        using var stream = new MemoryStream();
        DocumentJson.Write(document, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
