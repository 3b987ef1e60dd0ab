using System.Collections.Immutable;

namespace Ingest.Reading.Protection;

/// <summary>
/// Passwords that the user gave for the documents of a call; each is tried on each protected document. No text of a finding, an
/// error or a log ever holds one, which is why this is no record: nothing prints its content by itself.
/// </summary>
public sealed class Passwords
{
    /// <summary>No password.</summary>
    public static readonly Passwords None = new([]);

    /// <summary>Passwords to be tried in their order.</summary>
    public Passwords(ImmutableArray<string> values) => Values = [.. values.Distinct(StringComparer.Ordinal)];

    /// <summary>The passwords.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Values.IsEmpty;

    /// <summary>The passwords of a file, one on each line; spaces count, empty lines do not.</summary>
    public static Passwords Parse(string lines) =>
        new([.. lines.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)]);

    /// <summary>How many there are; never which.</summary>
    public override string ToString() => $"{Values.Length} password(s)";
}
