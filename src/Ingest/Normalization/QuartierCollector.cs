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
    private readonly QuartierPlaces _places;
    private readonly List<Found> _found = [];
    private const int LongestPhrase = 80; // Characters between « situé » and the commune.
    private const int LongestName = 8; // Words.

    private (ImmutableArray<string> Communes, Evidence Evidence)? _all;
    private int _last = -1;
    private readonly QuartierHeadings _headings = new();
    private SourceText? _heading;
    private bool _speaksOfQpv;
    private bool _speaksOfOtherTypes;

    public QuartierCollector(TerritoryRegister register, ImmutableArray<Commune> communes) => (_register, _communes, _places) = (register, communes, new QuartierPlaces(register, communes));

    /// <summary>Collects the neighbourhoods of a text; plain « quartier X » counts only where <paramref name="takesPlain"/>.</summary>
    public void Add(SourceText source, bool takesPlain)
    {
        var text = source.Text;
        _speaksOfQpv |= Framework().IsMatch(text);
        if (_headings.Next(text))
            _heading = source;
        if (CommunesLine().Match(text) is { Success: true } line)
        {
            AddCommunes(source, line);
            return;
        }

        var mentions = QuartierGrammar.Find(text);
        var places = _places.Of(text, mentions);
        foreach (var (found, place) in mentions.Zip(places))
        {
            var mention = WithoutCommune(found);
            _speaksOfOtherTypes |= mention.Type is not ("QPV" or QuartierGrammar.PlainType);
            if (mention.Name is not null && IsOtherPlace(mention.Name))
                continue;
            var evidence = source.Slice(mention.Start, mention.Length).ToEvidence();
            // « Code quartier : QN06216M » on a line of its own gives the code of the neighbourhood that was named above.
            if (mention is { Name: null, Code: { } code } && CodeLine().IsMatch(text) && _last >= 0 && _found[_last].Mention.Code is null)
                _found[_last] = _found[_last] with { Mention = _found[_last].Mention with { Code = code, Type = TypeWithCode(_found[_last].Mention) }, Evidence = _found[_last].Evidence.Then(evidence) };
            else if (mention is { Name: null, Code: not null } && _headings.IsOpen && _heading is { } heading && !IsOtherPlace(heading.Text) && PlaceNames.FindCommunes(heading.Text, _register).IsEmpty)
                Merge(new Found(mention with { Name = heading.Text }, heading.ToEvidence().Then(evidence), takesPlain, []));
            else
                Merge(new Found(mention, evidence, takesPlain, place) { IsElsewhere = place.IsEmpty && QuartierPlaces.Behind(text, mention.Start + mention.Length, _register).Any() });
        }

        foreach (var (start, length) in Sentences(text))
        {
            var sentence = source.Slice(start, length);
            if (Speaks().IsMatch(sentence.Text))
                AddCommunesOfSentence(sentence, QuartierGrammar.Find(sentence.Text));
        }
    }

    private static IEnumerable<(int Start, int Length)> Sentences(string text)
    {
        var from = 0;
        foreach (Match end in QuartierPlaces.SentenceEnd().Matches(text))
        {
            yield return (from, end.Index + 1 - from);
            from = end.Index + end.Length;
        }

        yield return (from, text.Length - from);
    }

    /// <summary>A row of a table: the code in a cell of its own beside the name, and perhaps the communes.</summary>
    public void AddRow(ImmutableArray<SourceText> cells)
    {
        if (cells is [var label, var value] && AddLabelled(label, value))
            return;
        var coded = cells.Select(cell => (Cell: cell, Mentions: QuartierGrammar.Find(cell.Text))).FirstOrDefault(item => item.Mentions is [{ Code: not null }]);
        if (coded.Cell is null || coded.Mentions[0].Name is not null)
        {
            foreach (var cell in cells)
                Add(cell, takesPlain: false);
            return;
        }

        // A neighbourhood may be called as some commune elsewhere is: those of the document count first, then what stands behind the code.
        var communes = cells.Where(cell => cell != coded.Cell && !CommunesIn(cell.Text).IsEmpty)
            .OrderBy(cell => CommunesIn(cell.Text).All(insee => _communes.Any(commune => commune.Insee == insee)) ? 0 : 1).ThenByDescending(cells.IndexOf).FirstOrDefault();
        var name = cells.FirstOrDefault(cell => cell != coded.Cell && cell != communes && cell.Words.Count() <= LongestName && char.IsUpper(cell.Text[0]));
        if (name is null)
        {
            Add(coded.Cell, takesPlain: false);
            return;
        }

        Merge(new Found(
            new QuartierMention { Start = 0, Length = name.Text.Length, Name = name.Text.Replace('\n', ' '), Type = "QPV", Code = coded.Mentions[0].Code },
            name.ToEvidence().Then(coded.Cell.ToEvidence()), IsStrong: true, communes is null ? [] : CommunesIn(communes.Text))
        { CommunesEvidence = communes?.ToEvidence() });
    }

    /// <summary>A label and its value in cells of their own: « Nom | Belle Rive », « Code | QN06216M », « Communes | A, B ».</summary>
    private bool AddLabelled(SourceText label, SourceText value)
    {
        var folded = Folding.Fold(label.Text);
        if (NameLabel().IsMatch(folded) && value.Words.Count() <= LongestName && char.IsUpper(value.Text[0]))
        {
            Merge(new Found(new QuartierMention { Start = 0, Length = value.Text.Length, Name = value.Text.Replace('\n', ' '), Type = QuartierGrammar.PlainType }, value.ToEvidence(), IsStrong: true, []));
            return true;
        }

        if (folded.StartsWith("code", StringComparison.Ordinal) && QuartierGrammar.Find(value.Text) is [{ Code: { } code }] && _last >= 0 && _found[_last].Mention.Code is null)
        {
            _found[_last] = _found[_last] with { Mention = _found[_last].Mention with { Code = code, Type = TypeWithCode(_found[_last].Mention) }, Evidence = _found[_last].Evidence.Then(value.ToEvidence()) };
            return true;
        }

        if (!folded.StartsWith("commune", StringComparison.Ordinal) || CommunesIn(value.Text) is not { IsEmpty: false } communes)
            return false;
        if (_last >= 0)
            _found[_last] = _found[_last] with { Communes = communes, CommunesEvidence = value.ToEvidence() };
        else
            _all ??= (communes, value.ToEvidence());
        return true;
    }

    /// <summary>
    /// « Deux quartiers prioritaires sont situés sur la commune de X », « La cité Y est à cheval sur les communes de X et Z »: a
    /// sentence about one neighbourhood speaks of it, one about several of all that have no other communes.
    /// </summary>
    private void AddCommunesOfSentence(SourceText source, IReadOnlyCollection<QuartierMention> mentions)
    {
        // « le quartier prioritaire X (QN…), commune de Y »
        var beside = mentions.Count == 1 ? PlaceNames.FindCommunes(source.Text, _register).FirstOrDefault(mention => !mention.IsOffice
            && mention.Start > mentions.First().Start && mention.Start - (mentions.First().Start + mentions.First().Length) < LongestPhrase / 2) : null;
        var lies = Lies().Match(source.Text);
        if (!lies.Success && beside is null)
            return;
        var named = lies.Success
            ? PlaceNames.FindCommunes(source.Text, _register).Where(mention => !mention.IsOffice && mention.Start > lies.Index && mention.Start - lies.Index < LongestPhrase)
                .Concat(PlacesBehind(source.Text, lies.Index + lies.Length))
            : [beside!];
        var communes = named.OrderBy(mention => mention.Start)
            .Select(mention => mention.Candidates.Where(candidate => IsNear(candidate)).ToList()).Where(candidates => candidates.Count == 1).Select(candidates => candidates[0].Insee).Distinct().ToImmutableArray();
        if (communes.IsEmpty)
            return;
        var evidence = source.ToEvidence();
        if (mentions.FirstOrDefault(mention => mention.Name is not null) is { } quartier && _found.FindIndex(found => IsSame(found.Mention, quartier)) is var index and >= 0)
            _found[index] = _found[index].Communes.IsEmpty ? _found[index] with { Communes = communes, CommunesEvidence = evidence } : _found[index];
        else if (communes.Length == 1)
            _all ??= (communes, evidence);
        else if (_last >= 0 && _found[_last].Communes.IsEmpty)
            _found[_last] = _found[_last] with { Communes = communes, CommunesEvidence = evidence };
    }

    // « … se trouve à X », « … à cheval sur X et Z ».
    private IEnumerable<CommuneMention> PlacesBehind(string text, int at)
    {
        var link = PlaceLink().Match(text, at);
        while (link.Success && PlaceNames.At(text, link.Index + link.Length, link.Groups["link"].Value, _register) is { Candidates.IsEmpty: false } mention)
        {
            yield return mention;
            link = NextPlace().Match(text, mention.Start + mention.Length);
        }
    }

    private bool IsNear(RegisteredCommune candidate) => _communes.Select(commune => commune.Insee).OfType<string>()
        .Any(insee => _register.CommuneByInsee(insee)?.Department == candidate.Department);

    /// <summary>
    /// The neighbourhoods in order of appearance. Where the document is about priority neighbourhoods and names no other
    /// sort, « quartier X » is one of them. Beside named priority neighbourhoods, a « quartier X » in a description is only a place.
    /// </summary>
    /// <param name="home">The one commune that the act is made for, with where it is named: its neighbourhoods lie in it unless the text says otherwise; null where it is made for others.</param>
    public ImmutableArray<(Quartier Quartier, Evidence Evidence, Evidence? Communes)> ToQuartiers((string Insee, Evidence Evidence)? home = null)
    {
        PairNameAndCode();
        if (_all is { } all)
        {
            for (var i = 0; i < _found.Count; i++)
                _found[i] = _found[i].Communes.IsEmpty ? _found[i] with { Communes = all.Communes, CommunesEvidence = all.Evidence } : _found[i];
        }

        if (home is { } own)
        {
            for (var i = 0; i < _found.Count; i++)
                _found[i] = _found[i].Communes.IsEmpty && !_found[i].IsElsewhere ? _found[i] with { Communes = [own.Insee], CommunesEvidence = own.Evidence } : _found[i];
        }

        var hasCertain = _found.Exists(found => !found.Mention.IsPlain);
        return [.. _found
            .Where(found => !found.Mention.IsPlain || found.IsStrong || !hasCertain)
            .Select(found => (new Quartier(found.Mention.Name, TypeOf(found.Mention), found.Mention.Code, found.Communes), found.Evidence, found.CommunesEvidence))];
    }

    // One name and one code in a document are of one neighbourhood, wherever they stand.
    private void PairNameAndCode()
    {
        var named = _found.FindAll(found => found.Mention is { Name: not null, Code: null } && (!found.Mention.IsPlain || found.IsStrong));
        var coded = _found.FindAll(found => found.Mention is { Name: null, Code: not null });
        if (named.Count != 1 || coded.Count != 1 || _found.Exists(found => found.Mention is { Name: not null, Code: not null }))
            return;
        var index = _found.IndexOf(named[0]);
        _found[index] = named[0] with
        {
            Mention = named[0].Mention with { Code = coded[0].Mention.Code, Type = TypeWithCode(named[0].Mention) },
            Evidence = named[0].Evidence.Then(coded[0].Evidence),
            Communes = (named[0].Communes.IsEmpty || coded[0].AreListed ? coded[0] : named[0]).Communes,
            CommunesEvidence = (named[0].Communes.IsEmpty || coded[0].AreListed ? coded[0] : named[0]).CommunesEvidence,
        };
        _found.Remove(coded[0]);
    }

    // Only priority neighbourhoods have a code of the State.
    private static string TypeWithCode(QuartierMention mention) => mention.IsPlain ? "QPV" : mention.Type;

    /// <summary>« Communes concernées : A, B » below the name or the code of a neighbourhood.</summary>
    private void AddCommunes(SourceText source, Match line)
    {
        var list = line.Groups["list"];
        var found = CommunesIn(list.Value);
        if (found.IsEmpty)
            return;
        var evidence = source.Slice(list.Index, list.Length).ToEvidence();
        if (_last >= 0)
            _found[_last] = _found[_last] with { Communes = found, CommunesEvidence = evidence, AreListed = true };
        else
            _all ??= (found, evidence);
    }

    /// <summary>The communes of a list that holds nothing else; of namesakes the one near the document's own communes.</summary>
    private ImmutableArray<string> CommunesIn(string list)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var part in ListSeparator().EnumerateSplits(list))
        {
            var candidates = _register.CommunesNamed(list[part].Trim(' ', '\u00A0', '.', ';'));
            var near = candidates.Where(IsNear).ToList();
            if ((near.Count > 0 ? near : [.. candidates]) is not [var only])
                return [];
            found.Add(only.Insee);
        }

        return found.ToImmutable();
    }

    private string TypeOf(QuartierMention mention) =>
        mention.IsPlain && _speaksOfQpv && !_speaksOfOtherTypes ? "QPV" : mention.Type;

    private void Merge(Found found)
    {
        var index = _found.FindIndex(known => IsSame(known.Mention, found.Mention));
        if (index < 0)
        {
            _last = _found.Count;
            _found.Add(found);
            return;
        }

        _last = index;

        var before = _found[index];
        // A name set in capitals in a title is spelt better elsewhere.
        var named = found.Mention.Name is { } name && (before.Mention.Name is not { } known || (IsShouted(known) ? !IsShouted(name) || name.Length > known.Length : !IsShouted(name) && name.Length > known.Length));
        var mention = (named ? found.Mention : before.Mention) with
        {
            Code = before.Mention.Code ?? found.Mention.Code,
            Type = before.Mention.IsPlain ? found.Mention.Type : before.Mention.Type,
        };
        _found[index] = before with
        {
            Mention = mention,
            Evidence = named ? found.Evidence : before.Evidence,
            IsStrong = before.IsStrong || found.IsStrong,
            IsElsewhere = before.IsElsewhere || found.IsElsewhere,
            Communes = before.Communes.IsEmpty ? found.Communes : before.Communes,
            CommunesEvidence = before.Communes.IsEmpty ? found.CommunesEvidence : before.CommunesEvidence,
        };
    }

    private static bool IsShouted(string name) => name.Length > 4 && !name.Any(char.IsLower);

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
            || !_register.EpcisNamed(name).IsEmpty
            // « un quartier des Landes » lies in the department of the document; « quartier Nord » may be called so.
            || (folded != North && _communes.Any(commune => commune.Insee is { } insee && _register.CommuneByInsee(insee)?.Department is { } code && _register.DepartmentByCode(code) is { } own && Folding.Fold(own.Name) == folded));
    }

    private const string North = "nord";

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

    [GeneratedRegex("[ \u00A0](?<link>à|au|aux)[ \u00A0](?=\\p{Lu})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex InName();

    [GeneratedRegex(@"(?<!\p{L})(?:QPV|quartiers?[ \u00A0]prioritaires?|politique[ \u00A0]de[ \u00A0]la[ \u00A0]ville|contrats?[ \u00A0]de[ \u00A0]ville)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Framework();

    [GeneratedRegex(@"^[ \u00A0]*communes?(?:\(s\))?(?:[ \u00A0](?:concernées?|d['’]implantation|de[ \u00A0]rattachement))?[ \u00A0]?:[ \u00A0]?(?<list>.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex CommunesLine();

    [GeneratedRegex(@"^[ \u00A0]*(?:code|n°|numéro|référence|réf\.)[^:]{0,30}:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CodeLine();

    [GeneratedRegex(@"(?<!\p{L})(?:à cheval|s['’]étend(?:ent)?|situés?|située?s?|retenue?s?|localisée?s?|implantée?s?|se trouve(?:nt)?|se situe(?:nt)?|appartien(?:t|nent)|relève(?:nt)?|partagée?s?|recensée?s?|compte|comprend)(?!\p{L})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Lies();

    [GeneratedRegex("^(?:nom(?: du quartier)?|quartier(?: prioritaire)?|denomination|nom du qpv|qpv)$", RegexOptions.CultureInvariant)]
    private static partial Regex NameLabel();

    [GeneratedRegex(@"\G[ \u00A0](?:entièrement[ \u00A0])?(?:(?<link>à|au|aux)|sur|entre)[ \u00A0](?=\p{Lu})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PlaceLink();

    [GeneratedRegex(@"\G(?:,[ \u00A0]|[ \u00A0]et[ \u00A0])(?:(?<link>à|au|aux|de|du|sur)[ \u00A0])?(?=\p{Lu})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NextPlace();

    [GeneratedRegex(@"(?<!\p{L})(?:quartiers?|QPV|cité|secteur)(?!\p{L})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Speaks();

    [GeneratedRegex(@"[,;/]|[ \u00A0](?:et|&)[ \u00A0]|\n", RegexOptions.CultureInvariant)]
    private static partial Regex ListSeparator();

    private sealed record Found(QuartierMention Mention, Evidence Evidence, bool IsStrong, ImmutableArray<string> Communes)
    {
        public Evidence? CommunesEvidence { get; init; }

        /// <summary>Whether a line or a cell of its own lists the communes.</summary>
        public bool AreListed { get; init; }

        /// <summary>Whether the text names a commune behind it that is none of the document's.</summary>
        public bool IsElsewhere { get; init; }
    }
}
