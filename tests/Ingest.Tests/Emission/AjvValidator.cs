using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Ingest.Emission;
using Ingest.Tests.Architecture;
using Xunit;

namespace Ingest.Tests.Emission;

/// <summary>The verdict of the validator on one document.</summary>
public sealed record AjvVerdict(bool IsValid, IReadOnlyList<string> Errors);

/// <summary>ajv, a JSON Schema validator of another language and other hands, run from <c>tests/schema</c>.</summary>
public sealed class AjvValidator
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string _folder;

    private AjvValidator(string folder) => _folder = folder;

    /// <summary>The validator, its packages installed from the lock file; skips the test where node or npm is missing.</summary>
    public static AjvValidator InstallOrSkip()
    {
        var folder = Path.Combine(RepositoryFolder.Path, "tests", "schema");
        Assert.SkipUnless(Run(folder, "node", ["--version"]) is { ExitCode: 0 }, "node is not installed: the schema was checked by NJsonSchema alone.");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "ajv-formats")))
        {
            var install = Run(folder, "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
            Assert.SkipUnless(install is { ExitCode: 0 }, $"npm could not install ajv: the schema was checked by NJsonSchema alone. {install?.Output}");
        }

        return new AjvValidator(folder);
    }

    /// <summary>One verdict per document, in order.</summary>
    public IReadOnlyList<AjvVerdict> Validate(IReadOnlyList<string> documents)
    {
        var work = Directory.CreateTempSubdirectory("ingest-schema-");
        try
        {
            var schema = Path.Combine(work.FullName, "schema.json");
            File.WriteAllText(schema, JsonSchemaText.Read());
            var files = documents.Select((document, index) =>
            {
                var file = Path.Combine(work.FullName, $"{index}.json");
                File.WriteAllText(file, document);
                return file;
            }).ToList();
            var run = Run(_folder, "node", ["validate.mjs", schema, .. files]);
            Assert.True(run is { ExitCode: 0 }, run?.Output);
            return [.. run!.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ToVerdict)];
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static AjvVerdict ToVerdict(string line)
    {
        using var json = JsonDocument.Parse(line);
        return new AjvVerdict(
            json.RootElement.GetProperty("valid").GetBoolean(),
            [.. json.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetString()!)]);
    }

    private static ProcessResult? Run(string folder, string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return new ProcessResult(-1, $"{program} did not end within {Patience}.");
            }

            return new ProcessResult(process.ExitCode, process.ExitCode == 0 ? output.Result : errors.Result);
        }
        catch (Win32Exception)
        {
            return null; // The program is not installed.
        }
    }

    private sealed record ProcessResult(int ExitCode, string Output);
}
