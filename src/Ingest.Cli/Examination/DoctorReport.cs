using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Ingest.Cli.Text;

namespace Ingest.Cli.Examination;

/// <summary>What was found on this machine, for people or for programs.</summary>
/// <param name="Items">All that was looked at.</param>
internal sealed record DoctorReport(ImmutableArray<DoctorItem> Items)
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether nothing is missing.</summary>
    public bool IsComplete => Items.All(item => item.State != DoctorState.Missing);

    /// <summary>One thing per paragraph, what to do under it.</summary>
    public string ToText(Messages messages)
    {
        var text = new StringBuilder();
        var states = Enum.GetValues<DoctorState>().ToDictionary(state => state, state => messages["doctor.state." + NameOf(state)]);
        var width = states.Values.Max(word => word.Length) + 2;
        foreach (var item in Items)
        {
            text.Append(states[item.State].PadRight(width)).Append(messages["doctor." + item.Name]).Append('\n');
            foreach (var line in item.Text.Split('\n'))
                text.Append(' ', width).Append(line).Append('\n');
            foreach (var line in item.Remedy?.Split('\n') ?? [])
                text.Append(' ', width).Append("→ ").Append(line).Append('\n');
        }

        var missing = Items.Count(item => item.State == DoctorState.Missing);
        return text.Append('\n').Append(missing == 0 ? messages["doctor.complete"] : messages.Format("doctor.incomplete", messages.Count("count.missing", missing))).Append('\n').ToString();
    }

    /// <summary>Writes <c>{"isComplete", "items": [{"name", "state", "text", "remedy", "facts": {…}}]}</c>.</summary>
    public void WriteJson(Stream output)
    {
        using (var writer = new Utf8JsonWriter(output, Form))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("isComplete", IsComplete);
            writer.WriteStartArray("items");
            foreach (var item in Items)
                Write(writer, item);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
        output.Flush();
    }

    private static void Write(Utf8JsonWriter writer, DoctorItem item)
    {
        writer.WriteStartObject();
        writer.WriteString("name", item.Name);
        writer.WriteString("state", NameOf(item.State));
        writer.WriteString("text", item.Text);
        writer.WriteString("remedy", item.Remedy);
        writer.WriteStartObject("facts");
        foreach (var (key, value) in item.Facts)
            writer.WriteString(key, value);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string NameOf(DoctorState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}
