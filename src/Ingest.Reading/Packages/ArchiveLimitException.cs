using System.Globalization;
using Ingest.Model.Findings;

namespace Ingest.Reading.Packages;

/// <summary>A part of a package, or the package, unpacks to more than is read: damage of which a finding of its own tells.</summary>
internal sealed class ArchiveLimitException : Exception
{
    private ArchiveLimitException(string part, Wording what)
        : base($"{part}: {what.English}") => Finding = SourceFindings.ArchiveLimit.At(null, null, part, what);

    /// <summary>What is to be told where the rest of the file was read.</summary>
    public Finding Finding { get; }

    /// <summary>A part grows too much.</summary>
    public static ArchiveLimitException Ratio(string part, double most) =>
        new(part, new Wording(Text($"il est compressé plus de {most} fois"), Text($"it is packed more than {most} times")));

    /// <summary>A part, or all parts together, are too large once unpacked.</summary>
    public static ArchiveLimitException Size(string part, int megabytes) =>
        new(part, new Wording(Text($"plus de {megabytes} Mo une fois décompressé"), Text($"more than {megabytes} MB once unpacked")));

    /// <summary>A package has too many entries.</summary>
    public static ArchiveLimitException Entries(string format, int count, int most) =>
        new(format, new Wording(Text($"l'archive a {count} entrées, plus de {most}"), Text($"the archive has {count} entries, more than {most}")));

    /// <summary>The same where nothing of the file could be read.</summary>
    public UnreadableSourceException ToUnreadable() => new(Finding with { Severity = Severity.Error }, this);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
