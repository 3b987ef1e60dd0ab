using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;

namespace Ingest.Normalization;

/// <summary>The neighbourhoods that a document names, each once.</summary>
internal sealed partial class QuartierCollector
{
    private readonly TerritoryRegister _register;
    private readonly ImmutableArray<Commune> _communes;
    private readonly List<Found> _found = [];
    private bool _speaksOfQpv;
    private bool _speaksOfOtherTypes;

    public QuartierCollector(TerritoryRegister register, ImmutableArray<Commune> communes) => (_register, _communes) = (register, communes);

    /// <summary>Collects the neighbourhoods of a text; plain « quartier X » counts only where <paramref name="takesPlain"/>.</summary>
    public void Add(SourceText source, bool takesPlain)
    {
        var text = source.Text;
        _speaksOfQpv |= Framework().IsMatch(text);
        foreach (var found in QuartierGrammar.Find(text))
        {
            var mention = WithoutCommune(found);
            _speaksOfOtherTypes |= mention.Type is not ("QPV" or QuartierGrammar.PlainType);
            if (mention.Name is not null && IsOtherPlace(mention.Name))
                continue;
            var evidence = source.Slice(mention.Start, mention.Length).ToEvidence();
            Merge(new Found(mention, evidence, takesPlain, CommuneBehind(text, mention.Start + mention.Length)));
        }
    }

    /// <summary>
    /// The neighbourhoods in order of appearance. Where the document is about priority neighbourhoods and names no other
    /// sort, « quartier X » is one of them. Beside named priority neighbourhoods, a « quartier X » in a description is only a place.
    /// </summary>
    public ImmutableArray<(Quartier Quartier, Evidence Evidence)> ToQuartiers()
    {
        var hasCertain = _found.Exists(found => !found.Mention.IsPlain);
        return [.. _found
            .Where(found => !found.Mention.IsPlain || found.IsStrong || !hasCertain)
            .Select(found => (new Quartier(found.Mention.Name, TypeOf(found.Mention), found.Mention.Code, found.Communes), found.Evidence))];
    }

    private string TypeOf(QuartierMention mention) =>
        mention.IsPlain && _speaksOfQpv && !_speaksOfOtherTypes ? "QPV" : mention.Type;

    private void Merge(Found found)
    {
        var index = _found.FindIndex(known => IsSame(known.Mention, found.Mention));
        if (index < 0)
        {
            _found.Add(found);
            return;
        }

        var before = _found[index];
        var named = found.Mention.Name is not null && (before.Mention.Name is null || found.Mention.Name.Length > before.Mention.Name.Length);
        var mention = (named ? found.Mention : before.Mention) with
        {
            Code = before.Mention.Code ?? found.Mention.Code,
            Type = before.Mention.IsPlain ? found.Mention.Type : before.Mention.Type,
        };
        _found[index] = new Found(
            mention, named ? found.Evidence : before.Evidence, before.IsStrong || found.IsStrong, before.Communes.IsEmpty ? found.Communes : before.Communes);
    }

    private static bool IsSame(QuartierMention known, QuartierMention other)
    {
        if (known.Code is not null && other.Code is not null)
            return known.Code == other.Code;
        if (known.Name is null || other.Name is null)
            return false;
        var (left, right) = (QuartierGrammar.Core(known.Name), QuartierGrammar.Core(other.Name));
        if (left == right)
            return true;
        // « quartier Le Lac » is short for the QPV « Le Lac - Centre ancien ».
        return (other.IsPlain && left.StartsWith(right + " ", StringComparison.Ordinal))
            || (known.IsPlain && right.StartsWith(left + " ", StringComparison.Ordinal));
    }

    /// <summary>« quartier prioritaire de Lens », « quartiers de la CAVF » name no neighbourhood.</summary>
    private bool IsOtherPlace(string name)
    {
        var folded = Folding.Fold(name);
        return _communes.Any(commune => Folding.Fold(commune.Name) == folded)
            || !_register.EpcisByAcronym(name).IsEmpty
            || !_register.EpcisNamed(name).IsEmpty;
    }

    // « Bellevue à Xville »: « à » may stand inside a name, and a commune behind it is where the place lies.
    private QuartierMention WithoutCommune(QuartierMention mention)
    {
        if (mention.Name is not { } name || InName().Match(name) is not { Success: true } link)
            return mention;
        var place = PlaceNames.At(name, link.Index + link.Length, link.Groups["link"].Value, _register);
        return place is { Candidates.IsEmpty: false } && place.Start + place.Length == name.Length
            ? mention with { Name = name[..link.Index], Length = mention.Length - (name.Length - link.Index) }
            : mention;
    }

    /// <summary>« Petite Hollande (QN02501M) à Montbéliard »: the commune that the text itself gives.</summary>
    private ImmutableArray<string> CommuneBehind(string text, int at)
    {
        var match = In().Match(text, at);
        if (!match.Success || PlaceNames.At(text, at + match.Length, match.Groups["link"].Value, _register) is not { } mention)
            return [];
        return [.. mention.Candidates.Select(candidate => candidate.Insee).Where(insee => _communes.Any(commune => commune.Insee == insee))];
    }

    [GeneratedRegex(@"\G[ \u00A0]?[»""]?[ \u00A0]?(?:\([^)\n]{0,20}\))?[ \u00A0](?:(?<link>à|au|aux)|sur la commune (?<link>de|du|d['’]))[ \u00A0]?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex In();

    [GeneratedRegex("[ \u00A0](?<link>à|au|aux)[ \u00A0](?=\\p{Lu})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex InName();

    [GeneratedRegex(@"(?<!\p{L})(?:QPV|quartiers?[ \u00A0]prioritaires?|politique[ \u00A0]de[ \u00A0]la[ \u00A0]ville|contrats?[ \u00A0]de[ \u00A0]ville)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Framework();

    private sealed record Found(QuartierMention Mention, Evidence Evidence, bool IsStrong, ImmutableArray<string> Communes);
}
