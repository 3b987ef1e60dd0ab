using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Ingest.Grammar;

namespace Ingest.Normalization;

/// <summary>
/// Communes, intercommunal bodies and departments of <c>corpus/registers/</c> (source, vintage and licence stand in its
/// README). Each file is read when it is first asked for; names are compared folded.
/// </summary>
public sealed class TerritoryRegister
{
    private readonly Lazy<CommuneTable> _communes;
    private readonly Lazy<EpciTable> _epcis;
    private readonly Lazy<ImmutableArray<RegisteredDepartment>> _departments;
    private readonly Lazy<EpciSigns> _epciSigns;

    /// <summary>The register in a folder; nothing is read yet.</summary>
    /// <param name="folder">Folder that has communes.tsv.gz, intercommunalities.tsv.gz and departments.tsv.gz.</param>
    public TerritoryRegister(string folder)
    {
        _communes = new(() => new CommuneTable(ReadText(Path.Combine(folder, "communes.tsv.gz"))));
        _epcis = new(() => new EpciTable(ReadText(Path.Combine(folder, "intercommunalities.tsv.gz"))));
        _departments = new(() => [.. Rows(ReadText(Path.Combine(folder, "departments.tsv.gz")))
            .Select(cells => new RegisteredDepartment(cells[0], cells[1]))]);
        _epciSigns = new(() => new EpciSigns(_epcis.Value.Spellings));
    }

    /// <summary>All departments, by code.</summary>
    public ImmutableArray<RegisteredDepartment> Departments => _departments.Value;

    /// <summary>All intercommunal bodies, by SIREN.</summary>
    public ImmutableArray<RegisteredEpci> Epcis => _epcis.Value.All;

    /// <summary>Finds intercommunal bodies in texts.</summary>
    internal EpciSigns EpciSigns => _epciSigns.Value;

    /// <summary>The commune with this INSEE code, or null.</summary>
    public RegisteredCommune? CommuneByInsee(string insee) => _communes.Value.ByInsee(insee);

    /// <summary>The commune with this SIREN, or null: a CCAS or a school has a SIREN of its own and is none.</summary>
    public RegisteredCommune? CommuneBySiren(string siren) => _communes.Value.BySiren(siren);

    /// <summary>
    /// The communes that bear a name, by INSEE code; many names are shared. « St » and « Ste » stand for « Saint » and « Sainte ».
    /// </summary>
    public ImmutableArray<RegisteredCommune> CommunesNamed(string name) => _communes.Value.ByFoldedName(ToRegisterForm(Folding.Fold(name)));

    /// <summary>The intercommunal body with this SIREN, or null.</summary>
    public RegisteredEpci? EpciBySiren(string siren) => _epcis.Value.BySiren(siren);

    /// <summary>The intercommunal bodies whose name has this form (see <see cref="EpciNames"/>).</summary>
    public ImmutableArray<RegisteredEpci> EpcisNamed(string name) => _epcis.Value.ByFoldedName(Folding.Fold(name));

    /// <summary>The intercommunal bodies with this acronym (« CAVF »): several share one, geography must decide.</summary>
    public ImmutableArray<RegisteredEpci> EpcisByAcronym(string acronym) => _epcis.Value.ByAcronym(acronym);

    /// <summary>The only intercommunal body whose name has this word; null where several have it (« Normandie », « Provence ») or none.</summary>
    public RegisteredEpci? EpciOfWord(string word) => _epcis.Value.ByWord(Folding.Fold(word));

    /// <summary>The department with this code, or null; « 062 » is « 62 ».</summary>
    public RegisteredDepartment? DepartmentByCode(string code)
    {
        var plain = code.Length == 3 && code[0] == '0' ? code[1..] : code;
        return Departments.FirstOrDefault(department => department.Code == plain);
    }

    /// <summary>A folded name as the register writes it: « st dizier » → « saint dizier ».</summary>
    internal static string ToRegisterForm(string folded)
    {
        var words = folded.Split(' ');
        for (var i = 0; i < words.Length; i++)
            words[i] = ToRegisterWord(words[i]).ToString();
        return string.Join(' ', words);
    }

    /// <summary>A folded word as the register writes it.</summary>
    internal static ReadOnlySpan<char> ToRegisterWord(ReadOnlySpan<char> word) => word switch
    {
        "st" => "saint",
        "ste" => "sainte",
        _ => word,
    };

    private static string ReadText(string file)
    {
        using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8, false, 1 << 16);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string[]> Rows(string text) =>
        text.Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t'));

    private sealed class EpciTable
    {
        private readonly Dictionary<string, RegisteredEpci> _bySiren;
        private readonly Lazy<ImmutableArray<EpciSpellings>> _spellings;
        private readonly Lazy<ILookup<string, RegisteredEpci>> _byName;
        private readonly Lazy<ILookup<string, RegisteredEpci>> _byAcronym;
        private readonly Lazy<ILookup<string, RegisteredEpci>> _byWord;

        public EpciTable(string text)
        {
            All = [.. Rows(text).Select(cells => new RegisteredEpci(cells[0], cells[1], cells[2], [.. cells[3].Split(',')]))];
            _bySiren = All.ToDictionary(epci => epci.Siren, StringComparer.Ordinal);
            _spellings = new(() => [.. All.Select(epci => new EpciSpellings(epci, EpciNames.FormsOf(epci), EpciNames.AcronymsOf(epci)))]);
            _byName = new(() => EpciSpellings.ToLookup(Spellings, spellings => spellings.Forms));
            _byAcronym = new(() => EpciSpellings.ToLookup(Spellings, spellings => spellings.Acronyms));
            _byWord = new(() => All.SelectMany(epci => Folding.Fold(epci.Name).Split(' ').Distinct(StringComparer.Ordinal).Select(word => (word, epci))).ToLookup(pair => pair.word, pair => pair.epci, StringComparer.Ordinal));
        }

        public ImmutableArray<EpciSpellings> Spellings => _spellings.Value;

        public ImmutableArray<RegisteredEpci> All { get; }

        public RegisteredEpci? BySiren(string siren) => _bySiren.GetValueOrDefault(siren);

        public ImmutableArray<RegisteredEpci> ByFoldedName(string folded) => [.. _byName.Value[folded]];

        public ImmutableArray<RegisteredEpci> ByAcronym(string acronym) => [.. _byAcronym.Value[acronym]];

        public RegisteredEpci? ByWord(string folded) => _byWord.Value[folded].ToList() is [var only] ? only : null;
    }
}
