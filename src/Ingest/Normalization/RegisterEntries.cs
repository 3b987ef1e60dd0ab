using System.Collections.Immutable;

namespace Ingest.Normalization;

/// <summary>A commune of the register.</summary>
/// <param name="Insee">Code of the official geographic code.</param>
/// <param name="Siren">Nine digits; null for the few that the register gives none.</param>
/// <param name="Name">Official name with its article.</param>
/// <param name="Department">Code of the department: two characters, three overseas.</param>
/// <param name="Population">Inhabitants; null when unknown.</param>
/// <param name="EpciSiren">EPCI with its own tax that it belongs to, or null.</param>
/// <param name="TerritorySiren">Territory of the metropolis of Grand Paris that it belongs to, or null.</param>
/// <param name="PostalCodes">Its postal codes.</param>
public sealed record RegisteredCommune(
    string Insee, string? Siren, string Name, string Department, int? Population, string? EpciSiren, string? TerritorySiren,
    ImmutableArray<string> PostalCodes)
{
    /// <summary>The intercommunal body that carries its contrat de ville: the territory in Grand Paris, the EPCI elsewhere.</summary>
    public string? IntercommunalSiren => TerritorySiren ?? EpciSiren;
}

/// <summary>An intercommunal body of the register.</summary>
/// <param name="Siren">Nine digits.</param>
/// <param name="Type">CA, CC, CU, METRO, MET69 or EPT.</param>
/// <param name="Name">Name in the register: « CA d'Hénin-Carvin ».</param>
/// <param name="Members">INSEE codes of its communes, in order.</param>
public sealed record RegisteredEpci(string Siren, string Type, string Name, ImmutableArray<string> Members)
{
    /// <summary>Whether a commune of it lies in the department with this code.</summary>
    public bool IsIn(string department) => Members.Any(insee => insee.StartsWith(department, StringComparison.Ordinal));

    /// <inheritdoc/>
    public bool Equals(RegisteredEpci? other) => other?.Siren == Siren;

    /// <inheritdoc/>
    public override int GetHashCode() => Siren.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A department.</summary>
/// <param name="Code">Two characters, three overseas.</param>
/// <param name="Name">Name.</param>
public sealed record RegisteredDepartment(string Code, string Name);
