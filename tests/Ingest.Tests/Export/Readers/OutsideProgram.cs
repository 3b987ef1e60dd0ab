using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace Ingest.Tests.Export.Readers;

/// <summary>Programs by other hands that read what an export wrote; where one is missing, the test is skipped and says so.</summary>
internal static class OutsideProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>What the SQLite shell answers to a query: lines of values joined by « | ».</summary>
    public static string[] SqliteOrSkip(string database, string sql) => RunOrSkip("sqlite3", ["-batch", "-readonly", database, sql]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// The sheets of a workbook as LibreOffice sees them once it has computed every formula anew: for each its rows, by their headings.
    /// </summary>
    public static Dictionary<string, List<Dictionary<string, string>>> LibreOfficeOrSkip(string workbook)
    {
        var work = Directory.CreateTempSubdirectory("ingest-office-").FullName;
        try
        {
            // 0: formulas are computed when a workbook is opened, whatever values it has stored.
            Directory.CreateDirectory(Path.Combine(work, "profile", "user"));
            File.WriteAllText(
                Path.Combine(work, "profile", "user", "registrymodifications.xcu"),
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
                </oor:items>
                """);
            // Comma, quotes, UTF-8, from line 1, values as stored and not as shown, every sheet to its file.
            RunOrSkip("soffice", [$"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", work, workbook]);
            var prefix = Path.GetFileNameWithoutExtension(workbook) + "-";
            return Directory.GetFiles(work, prefix + "*.csv").ToDictionary(file => Path.GetFileNameWithoutExtension(file)[prefix.Length..], DuckDbReader.Csv, StringComparer.Ordinal);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>A workbook as LibreOffice writes it when somebody saves it.</summary>
    public static string SavedByLibreOfficeOrSkip(string workbook, string folder)
    {
        Directory.CreateDirectory(folder);
        RunOrSkip("soffice", [$"-env:UserInstallation=file://{folder.Replace(" ", "%20", StringComparison.Ordinal)}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, workbook]);
        return Path.Combine(folder, Path.GetFileName(workbook));
    }

    private static string RunOrSkip(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        Process? process;
        try
        {
            process = Process.Start(start);
        }
        catch (Win32Exception)
        {
            Assert.Skip($"« {program} » is not installed.");
            throw;
        }

        using (process)
        {
            var error = process!.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            Assert.True(process.WaitForExit(Patience), $"{program} does not end.");
            Assert.True(process.ExitCode == 0, $"{program}: {error.GetAwaiter().GetResult()}");
            return output;
        }
    }
}
