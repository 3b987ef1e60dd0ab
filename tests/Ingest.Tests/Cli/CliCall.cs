using System.Text;
using System.Text.Json;
using Ingest.Cli;

namespace Ingest.Tests.Cli;

/// <summary>One call of the command line in this process, with memory in place of the terminal.</summary>
internal sealed record CliCall(int Status, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static CliCall In(string language, params string[] args) => With(new() { ["LANG"] = language }, [], args);

    public static CliCall Of(params string[] args) => In("en_US.UTF-8", args);

    public static CliCall With(Dictionary<string, string> environment, byte[] input, params string[] args)
    {
        using var error = new StringWriter();
        return Run(args, environment, input, error, CancellationToken.None);
    }

    public static CliCall At(TimeProvider clock, Dictionary<string, string> environment, params string[] args)
    {
        using var error = new StringWriter();
        return Run(args, environment, [], error, CancellationToken.None, clock);
    }

    public static CliCall Interruptible(TextWriter error, CancellationToken cancellation, params string[] args) =>
        Run(args, new() { ["LANG"] = "en_US.UTF-8" }, [], error, cancellation);

    private static CliCall Run(
        string[] args, Dictionary<string, string> environment, byte[] input, TextWriter error, CancellationToken cancellation, TimeProvider? clock = null)
    {
        using var standardInput = new MemoryStream(input);
        using var output = new MemoryStream();
        var terminal = new Terminal
        {
            Input = standardInput,
            Output = output,
            Error = error,
            Environment = name => environment.GetValueOrDefault(name),
            BinaryFolder = AppContext.BaseDirectory,
            Clock = clock ?? TimeProvider.System,
        };
        var status = CommandLine.Run(args, terminal, cancellation);
        return new CliCall(status, Encoding.UTF8.GetString(output.ToArray()), error.ToString()!);
    }
}
