using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Normalization;

/// <summary>What a document says about the department it is of: enough to tell communes of the same name apart.</summary>
internal sealed partial class DepartmentSigns
{
    /// <summary>Words before the name of a department that is also a common word (« Nord », « Manche »).</summary>
    private static readonly HashSet<string> Introductions = new(
        [
            "departement", "prefecture", "prefet", "prefete", "departemental", "departementale", "general", "caf", "familiales", "cpam", "dsden", "ddets",
            "ddetspp", "ddcs", "ddcspp", "udaf", "cidff", "cd", "cg", "msa", "ddtm", "ddt", "sdis", "tresor",
        ],
        StringComparer.Ordinal);

    private readonly HashSet<string> _postalCodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _strong = new(StringComparer.Ordinal);
    private readonly HashSet<string> _weak = new(StringComparer.Ordinal);
    private readonly TermIndex<RegisteredDepartment> _names = new();
    private readonly string? _filed;

    /// <summary>Collects the signs of a document.</summary>
    public DepartmentSigns(TerritoryTexts texts, Filing? filing, TerritoryRegister register)
    {
        _filed = filing is null ? null : register.DepartmentByCode(filing.Department)?.Code;
        foreach (var department in register.Departments)
            _names.Add(department.Name, department);
        foreach (var text in (IEnumerable<SourceText>)[.. texts.Title, .. texts.Furniture, .. texts.Opening])
            Collect(text.Text, _strong, register);
        foreach (var text in texts.Context)
            Collect(text.Text, _weak, register);
    }

    /// <summary>Department of the filing stamp, or null.</summary>
    public string? Filed => _filed;

    /// <summary>Departments that title, furniture, opening or stamp name.</summary>
    public IReadOnlySet<string> Strong => _strong;

    /// <summary>
    /// The candidates that the signs leave, the strongest sign first: a postal code of theirs, the stamp, a department named
    /// in title or opening, then anywhere. A sign that fits none is passed over.
    /// </summary>
    public ImmutableArray<RegisteredCommune> Narrow(ImmutableArray<RegisteredCommune> candidates)
    {
        foreach (var fits in (ReadOnlySpan<Func<RegisteredCommune, bool>>)
        [
            commune => commune.PostalCodes.Any(_postalCodes.Contains),
            commune => commune.Department == _filed,
            commune => _strong.Contains(commune.Department),
            commune => _weak.Contains(commune.Department),
        ])
        {
            if (candidates.Length < 2)
                break;
            var left = candidates.Where(fits).ToImmutableArray();
            if (!left.IsEmpty)
                candidates = left;
        }

        return candidates;
    }

    private void Collect(string text, HashSet<string> departments, TerritoryRegister register)
    {
        foreach (Match match in PostalCode().Matches(text))
            _postalCodes.Add(match.Value);
        foreach (Match match in BracketedCode().Matches(text))
        {
            if (register.DepartmentByCode(match.Groups["code"].Value) is { } department)
                departments.Add(department.Code);
        }

        var tokens = LabelTokens.Of(text);
        foreach (var hit in _names.Find(tokens))
        {
            var start = tokens[hit.First].Start;
            var isNamed = hit.Count > 1 || (start > 0 && text[start - 1] == '(') || IsIntroduced(tokens, hit.First);
            if (isNamed)
                departments.Add(hit.Value.Code);
        }
    }

    private static bool IsIntroduced(ImmutableArray<LabelToken> tokens, int first)
    {
        var at = first - 1;
        while (at >= 0 && tokens[at].Text is "de" or "du" or "des" or "la" or "le" or "les" or "l" or "d")
            at--;
        return at >= 0 && Introductions.Contains(tokens[at].Text);
    }

    [GeneratedRegex(@"(?<![\d.,/-])\d{5}(?![\d.,/-])", RegexOptions.CultureInvariant)]
    private static partial Regex PostalCode();

    [GeneratedRegex(@"\((?:d[ée]partement )?(?<code>\d{2,3}|2[AB])\)|(?:d[ée]partement|CD|CG|DDETS|DSDEN)[ \u00A0]?(?<code>97\d|\d{2}|2[AB])(?![\d\p{L}]|[ \u00A0]\d{3})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BracketedCode();
}
