using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Ingest.Cli.Input;
using Ingest.Cli.Text;

namespace Ingest.Cli.Examination;

/// <summary>The program itself and the machine around it: native libraries, folders it writes to, disk, cores, memory.</summary>
/// <param name="terminal">Environment and folder of the program.</param>
/// <param name="messages">Texts in the user's language.</param>
/// <param name="options">From where on the machine is short of something.</param>
internal sealed class MachineExamination(Terminal terminal, Messages messages, DoctorOptions options)
{
    private const double Megabyte = 1e6;
    private const double Gigabyte = 1e9;

    // Pictures, the ledger, exports.
    private static readonly string[] Libraries = ["libSkiaSharp", "e_sqlite3", "duckdb"];

    /// <summary>Version, folder, runtime and system.</summary>
    public DoctorItem Program()
    {
        var (runtime, system) = (RuntimeInformation.FrameworkDescription, $"{RuntimeInformation.OSDescription} {RuntimeInformation.ProcessArchitecture}");
        return new DoctorItem("program", DoctorState.Ready, messages.Format("doctor.program.ready", VersionText.OfThisProgram, terminal.BinaryFolder, runtime, system))
        {
            Facts = Facts(("folder", terminal.BinaryFolder), ("runtime", runtime), ("system", system), ("version", VersionText.OfThisProgram)),
        };
    }

    /// <summary>The libraries in machine code that the program brings: whether the system loads them.</summary>
    public DoctorItem NativeLibraries()
    {
        var refused = Libraries.Where(name => !NativeLibrary.TryLoad(name, typeof(MachineExamination).Assembly, null, out _)).ToList();
        return refused.Count == 0
            ? new DoctorItem("libraries", DoctorState.Ready, messages.Format("doctor.libraries.ready", string.Join(", ", Libraries)))
            : new DoctorItem("libraries", DoctorState.Missing, messages.Format("doctor.libraries.refused", string.Join(", ", refused))) { Remedy = messages["doctor.get.files"] };
    }

    /// <summary>Where answers of text recognition are kept: without it a second run costs as much as the first.</summary>
    public DoctorItem Cache()
    {
        const string Name = "cache";
        if (CacheFolder.Of(terminal.Environment) is not { } folder)
            return new DoctorItem(Name, DoctorState.Attention, messages["doctor.cache.none"]) { Remedy = messages.Format("doctor.get.cache", CacheFolder.Variable) };
        var facts = Facts(("folder", folder));
        if (WhyNotWritable(folder) is { } why)
            return new DoctorItem(Name, DoctorState.Attention, messages.Format("doctor.cache.locked", folder, why)) { Remedy = messages.Format("doctor.get.cache", CacheFolder.Variable), Facts = facts };
        var bytes = new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Sum(file => file.Length);
        return new DoctorItem(Name, DoctorState.Ready, messages.Format("doctor.cache.ready", folder, Amount(bytes / Megabyte)))
        {
            Facts = facts.Add("bytes", bytes.ToString(CultureInfo.InvariantCulture)),
        };
    }

    /// <summary>Where pictures of pages lie while they are read.</summary>
    public DoctorItem TemporaryFolder()
    {
        const string Name = "temporary";
        var folder = Path.GetTempPath();
        var facts = Facts(("folder", folder));
        if (WhyNotWritable(folder) is { } why)
            return new DoctorItem(Name, DoctorState.Missing, messages.Format("doctor.temporary.locked", folder, why)) { Remedy = messages["doctor.get.temporary"], Facts = facts };
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var isLow = free < options.LowDisk;
        return new DoctorItem(Name, isLow ? DoctorState.Attention : DoctorState.Ready, messages.Format("doctor.temporary.ready", folder, Amount(free / Gigabyte)))
        {
            Facts = facts.Add("freeBytes", free.ToString(CultureInfo.InvariantCulture)),
            Remedy = isLow ? messages.Format("doctor.get.disk", Amount(options.LowDisk / Gigabyte)) : null,
        };
    }

    /// <summary>Cores and memory, as far as this process may use them.</summary>
    public DoctorItem Machine()
    {
        var (cores, memory) = (Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        var isLow = memory < options.LowMemory;
        return new DoctorItem("machine", isLow ? DoctorState.Attention : DoctorState.Ready, messages.Format("doctor.machine.ready", messages.Count("count.core", cores), Amount(memory / Gigabyte)))
        {
            Facts = Facts(("cores", cores.ToString(CultureInfo.InvariantCulture)), ("memoryBytes", memory.ToString(CultureInfo.InvariantCulture))),
            Remedy = isLow ? messages.Format("doctor.get.memory", Amount(options.LowMemory / Gigabyte)) : null,
        };
    }

    // Asked of the system by doing it: rights alone do not tell of a full or read-only disk.
    private static string? WhyNotWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, Path.GetRandomFileName());
            using (var file = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
                file.WriteByte(0);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }

    private string Amount(double number) => number.ToString("0.#", messages.Language);

    private static ImmutableSortedDictionary<string, string> Facts(params (string Key, string Value)[] facts) => facts.ToImmutableSortedDictionary(fact => fact.Key, fact => fact.Value);
}
