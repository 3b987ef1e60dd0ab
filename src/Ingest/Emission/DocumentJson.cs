using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ingest.Emission.Differences;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;

namespace Ingest.Emission;

/// <summary>
/// A document to and from the contract's JSON: keys in the contract's order, none left out, UTF-8 without byte order mark,
/// two spaces of indent, line feeds, one line feed at the end; only the characters escaped that JSON asks to escape.
/// The same document always gives the same bytes.
/// </summary>
/// <remarks>
/// Amounts have exactly two decimals (<c>4950.00</c>); boxes at most two; confidences and probabilities at most four; text is
/// in Unicode form C but for the evidence's text and the file's name, which stay as they were read.
/// </remarks>
public static class DocumentJson
{
    private static readonly JsonSerializerOptions Options = CreateOptions();

    /// <summary>Writes the document; the stream stays open.</summary>
    public static void Write(IngestedDocument document, Stream output)
    {
        JsonSerializer.Serialize(output, document, TypeInfo());
        output.WriteByte((byte)'\n');
    }

    /// <summary>Writes what differs between two documents in the same form; the stream stays open.</summary>
    public static void Write(DocumentDifferences differences, Stream output)
    {
        JsonSerializer.Serialize(output, differences, (JsonTypeInfo<DocumentDifferences>)Options.GetTypeInfo(typeof(DocumentDifferences)));
        output.WriteByte((byte)'\n');
    }

    /// <summary>Reads a document as <see cref="Write(IngestedDocument, Stream)"/> wrote it; keys of a later version of the contract are passed over.</summary>
    /// <exception cref="JsonException">The text is no JSON, or a property of the contract is missing or of the wrong kind.</exception>
    public static IngestedDocument Read(Stream input) =>
        JsonSerializer.Deserialize(input, TypeInfo()) ?? throw new JsonException("The document is null.");

    private static JsonTypeInfo<IngestedDocument> TypeInfo() => (JsonTypeInfo<IngestedDocument>)Options.GetTypeInfo(typeof(IngestedDocument));

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            Encoder = JsonRequiredEscapes.Instance,
            IndentCharacter = ' ',
            IndentSize = 2,
            NewLine = "\n",
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = DocumentJsonContext.Default
                .WithAddedModifier(PutEvidenceBeforeTheNextLevel)
                .WithAddedModifier(LeaveOutWhatDoesNotApply)
                .WithAddedModifier(KeepUntouched),
            WriteIndented = true,
            Converters =
            {
                new EurosConverter(), new PlainDecimalConverter(), new ProbabilityConverter(), new InlineBoxConverter(),
                new NfcStringConverter(), new FieldEvidenceConverter(),
                Words<DocumentStatus>(), Words<DocumentKind>(), Words<TextOrigin>(), Words<FundingStatus>(), Words<Decision>(),
                Words<TotalScope>(), Words<ActionChange>(), Words<Severity>(), Words<Origin>(),
            },
        };
        options.MakeReadOnly();
        return options;
    }

    // The contract's words are lower case; a number in place of a word is an error.
    private static JsonStringEnumConverter<T> Words<T>()
        where T : struct, Enum => new(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

    // The contract names the evidence of a level before what stands under it: a reader sees it without scrolling.
    private static void PutEvidenceBeforeTheNextLevel(JsonTypeInfo type)
    {
        if (type.Type != typeof(Enjeu) && type.Type != typeof(Orientation) && type.Type != typeof(Objective))
            return;
        foreach (var property in type.Properties)
            property.Order = property.Name is "orientations" or "objectives" or "operationalObjectives" ? 1 : 0;
    }

    // A region has only the keys of its kind of source: a page and a box, a line, a paragraph, or a sheet and a cell.
    private static void LeaveOutWhatDoesNotApply(JsonTypeInfo type)
    {
        if (type.Type != typeof(EvidenceRegion))
            return;
        foreach (var property in type.Properties)
            property.ShouldSerialize = static (_, value) => value is not null;
    }

    private static void KeepUntouched(JsonTypeInfo type)
    {
        var key = type.Type == typeof(Evidence) ? "text" : type.Type == typeof(Source) ? "fileName" : null;
        foreach (var property in type.Properties)
        {
            if (property.Name == key)
                property.CustomConverter = new UntouchedStringConverter();
        }
    }
}

/// <summary>The shapes of the records, worked out when the program is built: no reflection at run time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(IngestedDocument))]
[JsonSerializable(typeof(DocumentDifferences))]
[JsonSerializable(typeof(double[]))]
internal sealed partial class DocumentJsonContext : JsonSerializerContext;
