using System.CommandLine;
using System.Text;
using System.Text.Json;
using Ingest.Classification;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest classify</c>: JSON lines of texts in, JSON lines of their places out.</summary>
internal sealed class ClassifyCommand
{
    // Decimals of the probabilities that are written.
    private const int Decimals = 4;

    private readonly CommandContext _context;
    private readonly TaxonomyChoice _taxonomy;
    private readonly PipelineOption _pipeline;

    private ClassifyCommand(CommandContext context) => (_context, _taxonomy, _pipeline) = (context, new TaxonomyChoice(context), new PipelineOption(context));

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new ClassifyCommand(context);
        var command = new Command("classify") { parts._taxonomy.Taxonomy, parts._pipeline.Option };
        command.SetAction(parts.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var definition = _pipeline.Load(result, _context.FindFiles());
        var classifier = _taxonomy.Classifier(_taxonomy.Resources(result, definition), definition);
        var options = definition.Classification;
        using var input = new StreamReader(_context.Terminal.Input, new UTF8Encoding(false));
        using var buffered = new BufferedStream(_context.Terminal.Output, 1 << 16);
        var line = 0;
        while (input.ReadLine() is { } json)
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            line++;
            if (string.IsNullOrWhiteSpace(json))
                continue;
            var (id, text) = Parse(json, line);
            Write(buffered, id, classifier.Place(text), options);
        }

        buffered.Flush();
        return ExitStatus.Done;
    }

    private (string Id, string Text) Parse(string json, int line)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            if (parsed.RootElement.ValueKind == JsonValueKind.Object
                && parsed.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                && parsed.RootElement.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String)
                return (id.GetString()!, text.GetString()!);
        }
        catch (JsonException)
        {
            // Told below, like any other line that is no text.
        }

        throw new WrongCallException(_context.Messages.Format("error.badTextLine", line.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static void Write(Stream output, string id, TextPlacing placing, ClassificationOptions options)
    {
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteStartArray("predictions");
            foreach (var leaf in placing.Leaves)
            {
                writer.WriteStartObject();
                writer.WriteString("id", leaf.Leaf);
                writer.WriteNumber("probability", Math.Round(leaf.Probability, Decimals));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteBoolean("abstained", placing.None >= options.Abstain);
            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
