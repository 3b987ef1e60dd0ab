using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;

namespace Ingest.Normalization;

/// <summary>
/// Names to registers: the communes and the intercommunal body that an act is made for, and the neighbourhoods it names.
/// Signs in order: the SIREN of the filing stamp, the title and letterhead, running heads, the opening. What stays open is a
/// finding, never a guess.
/// </summary>
public sealed partial class TerritoryResolver
{
    /// <summary>Candidates that a finding lists; a name shared by dozens of communes needs no longer list.</summary>
    private const int ListedCandidates = 8;

    /// <summary>A letterhead has no more words than this.</summary>
    private const int LongestLetterhead = 12;

    private readonly TerritoryRegister _register;

    /// <summary>A resolver by this register.</summary>
    public TerritoryResolver(TerritoryRegister register) => _register = register;

    /// <summary>Resolves the territory of a document.</summary>
    /// <param name="texts">Its texts.</param>
    /// <param name="filing">Its filing stamp as read.</param>
    public TerritoryReading Resolve(TerritoryTexts texts, FilingReading filing)
    {
        var work = new Work(_register, texts, filing);
        work.ReadFiling();
        work.ReadCommunes();
        work.ReadEpci();
        work.ReadCommunesOfQuartiers();
        return work.ToReading();
    }

    [GeneratedRegex(@"\G[ \u00A0]?[(«][ \u00A0]?(?:ci-après[ ,«\u00A0]*|dite?[ «\u00A0]*)?(?<alias>\p{Lu}[\p{L}\d]{1,9})[ \u00A0»]*[)»]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Alias();

    /// <summary>One document's way through the signs.</summary>
    private sealed class Work(TerritoryRegister register, TerritoryTexts texts, FilingReading filing)
    {
        private readonly DepartmentSigns _departments = new(texts, filing.Filing, register);
        private readonly List<(Commune Commune, RegisteredCommune? Entry, Evidence Evidence)> _communes = [];
        private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
        private RegisteredEpci? _epci;
        private Evidence? _epciEvidence;
        private bool _isOfBody;
        private (RegisteredEpci Epci, Ingest.Vocabulary.TermIndex<RegisteredCommune> Names)? _members;

        private IEnumerable<SourceText> Leading => [.. texts.Title, .. texts.Furniture, .. texts.Opening];

        /// <summary>The authority that filed the act: a commune, an EPCI, or neither (a CCAS).</summary>
        public void ReadFiling()
        {
            if (filing.Filing is not { } stamp)
                return;
            var evidence = filing.FieldEvidence["filing"];
            if (register.CommuneBySiren(stamp.Siren) is { } commune)
                Take(commune, NameIn(Leading, commune) ?? NameIn(texts.Context, commune) ?? evidence with { Origin = Origin.Computed });
            else if (register.EpciBySiren(stamp.Siren) is { } epci)
                (_epci, _epciEvidence) = (epci, register.EpciSigns.Find(Leading, known => known == epci).FirstOrDefault()?.ToEvidence() ?? evidence with { Origin = Origin.Computed });
        }

        /// <summary>The communes that title, letterhead, running heads or opening name, from the strongest of them that names any.</summary>
        public void ReadCommunes()
        {
            var title = Named(texts.Title);
            if (_communes.Count > 0)
            {
                RefuseOthers([.. title, .. Named(texts.Furniture)]);
                return;
            }

            _epci ??= EpciOfTitle();
            if (_epci is not null)
            {
                _isOfBody = true;
                // An act of the intercommunal body is made for communes only where it lists them.
                foreach (var found in ((IEnumerable<Found>)[.. title, .. Named(texts.Opening)]).Where(found => !found.Mention.IsOffice))
                {
                    if (found.Mention.Candidates.FirstOrDefault(commune => _epci.Members.Contains(commune.Insee)) is { } member)
                        Take(member, found.ToEvidence());
                }

                TakeListedMembers(_epci);
                return;
            }

            foreach (var tier in (IEnumerable<List<Found>>)[title, Named(texts.Furniture), FirstOf(Named(texts.Opening)), Bare(texts.Title), Bare(texts.Furniture), FirstOf(Bare(texts.Opening.Where(IsLetterhead)))])
            {
                if (tier.Count == 0)
                    continue;
                tier.ForEach(TakeNamed);
                return;
            }

            // No commune speaks: an act of the body that letterhead or opening name.
            if (OtherEpciOf(Leading) is not { } body)
                return;
            (_epci, _epciEvidence, _isOfBody) = (body.Epci, body.ToEvidence(), true);
            TakeListedMembers(body.Epci);
        }

        // A paragraph that lists several members, and a column of communes, say for whom an act is.
        private void TakeListedMembers(RegisteredEpci epci)
        {
            foreach (var text in texts.Opening.Where(text => MembersIn(text, epci).Skip(1).Any()))
                TakeMembers(text, epci);
            foreach (var cell in texts.Communes)
                TakeMembers(cell, epci);
        }

        /// <summary>The body that the text names, checked against the communes; else the communes' own by the register.</summary>
        public void ReadEpci()
        {
            var entries = _communes.Select(commune => commune.Entry).OfType<RegisteredCommune>().ToList();
            if (_epci is not null)
            {
                if (entries.Find(entry => !_epci.Members.Contains(entry.Insee)) is { } stranger)
                    _findings.Add(IdentityFindings.TerritoryConflict.At("/territory", _epciEvidence, stranger.Name, _epci.Name));
                return;
            }

            var own = entries.SelectMany(entry => new[] { entry.TerritorySiren, entry.EpciSiren }).OfType<string>().Distinct(StringComparer.Ordinal)
                .Select(register.EpciBySiren).OfType<RegisteredEpci>().ToList();
            if (register.EpciSigns.Find(texts.All, own.Contains).FirstOrDefault() is { } named)
            {
                (_epci, _epciEvidence) = (named.Epci, named.ToEvidence());
                return;
            }

            if (entries.Count == 0)
                return;

            if (OtherEpciOf(texts.Title) is { } other)
                _findings.Add(IdentityFindings.TerritoryConflict.At("/territory/epci", other.ToEvidence(), entries[0].Name, other.Epci.Name));
            var sirens = entries.Select(entry => entry.IntercommunalSiren).Distinct(StringComparer.Ordinal).ToList();
            if (sirens is not [{ } siren] || register.EpciBySiren(siren) is not { } registered)
                return;
            _epci = registered;
            _epciEvidence = _communes[0].Evidence with { Origin = Origin.Computed };
            _findings.Add(IdentityFindings.EpciFromRegister.At("/territory/epci", _communes[0].Evidence, entries[0].Name, registered.Name));
        }

        /// <summary>The members of the intercommunal body in which neighbourhoods with a code are said to lie.</summary>
        public void ReadCommunesOfQuartiers()
        {
            if (_epci is not { } epci)
                return;
            foreach (var text in Leading.Concat(texts.Context))
            {
                var mentions = QuartierGrammar.Find(text.Text);
                foreach (var place in mentions.Where(mention => mention.Code is not null).SelectMany(mention => QuartierPlaces.Behind(text.Text, mention.Start + mention.Length, register)).Concat(_isOfBody ? QuartierPlaces.Before(text.Text, mentions, register) : []))
                {
                    if (place.Candidates.FirstOrDefault(candidate => epci.Members.Contains(candidate.Insee)) is { } member)
                        Take(member, text.Slice(place.Start, place.Length).ToEvidence());
                }
            }
        }

        public TerritoryReading ToReading()
        {
            var quartiers = Collect();
            // A table of neighbourhoods with a column of communes says for whom an act of the body is as well.
            if (_isOfBody && _epci is { } body && TakeCommunesOf(quartiers, body))
                quartiers = Collect();
            var fields = ImmutableSortedDictionary.CreateBuilder<string, Evidence>(StringComparer.Ordinal);
            var communes = _communes.Select(found => found.Commune).ToImmutableArray();
            for (var i = 0; i < _communes.Count; i++)
                fields.Add($"territory/communes/{i}", _communes[i].Evidence);
            if (_epciEvidence is not null)
                fields.Add("territory/epci", _epciEvidence);
            for (var i = 0; i < quartiers.Length; i++)
            {
                fields.Add($"territory/quartiers/{i}", quartiers[i].Evidence);
                if (quartiers[i].Communes is { } listed)
                    fields.Add($"territory/quartiers/{i}/communes", listed);
                TellSeveralBodies(quartiers[i].Quartier, $"/territory/quartiers/{i}", quartiers[i].Communes ?? quartiers[i].Evidence);
            }

            if (communes.IsEmpty && _epci is null)
                _findings.Add(IdentityFindings.MissingTerritory.At("/territory", null));
            return new TerritoryReading
            {
                Territory = new Territory
                {
                    Epci = _epci is null ? null : new Epci(_epci.Name, _epci.Siren),
                    Communes = communes,
                    Quartiers = [.. quartiers.Select(found => found.Quartier)],
                },
                FieldEvidence = fields.ToImmutable(),
                Findings = _findings.ToImmutable(),
                EpciAliases = _epci is null ? [] : [.. AliasesOf(_epci)],
            };
        }

        private ImmutableArray<(Quartier Quartier, Evidence Evidence, Evidence? Communes)> Collect()
        {
            var collector = new QuartierCollector(register, [.. _communes.Select(found => found.Commune)]);
            foreach (var text in Leading)
                collector.Add(text, takesPlain: true);
            foreach (var row in texts.Rows)
                collector.AddRow(row);
            foreach (var text in texts.Context)
                collector.Add(text, takesPlain: false);
            return collector.ToQuartiers(!_isOfBody && _communes is [{ Commune.Insee: { } insee } only] && !NamesOtherMember(insee) ? (insee, only.Evidence with { Origin = Origin.Computed }) : null);
        }

        // Where another member is named beside a neighbourhood one may lie there, wholly or in part.
        private bool NamesOtherMember(string insee)
        {
            bool IsBeside(ImmutableArray<SourceText> texts) => texts.Any(text => !QuartierGrammar.Find(text.Text).IsEmpty)
                && _epci is { } epci && texts.Any(text => PlacesIn(text, epci).Any(place => place.Member.Insee != insee));
            return Leading.Concat(texts.Context).Any(text => IsBeside([text])) || texts.Rows.Any(IsBeside);
        }

        private bool TakeCommunesOf(ImmutableArray<(Quartier Quartier, Evidence Evidence, Evidence? Communes)> quartiers, RegisteredEpci epci)
        {
            var before = _communes.Count;
            foreach (var (quartier, _, evidence) in quartiers.Where(found => found.Quartier.Code is not null))
            {
                foreach (var member in quartier.Communes.Where(epci.Members.Contains).Select(register.CommuneByInsee).OfType<RegisteredCommune>())
                {
                    if (evidence is not null)
                        Take(member, evidence);
                }
            }

            return _communes.Count > before;
        }

        // A neighbourhood does not stop at the border of an intercommunal body; its figures must not be counted once for each.
        private void TellSeveralBodies(Quartier quartier, string pointer, Evidence evidence)
        {
            var bodies = quartier.Communes.Select(register.CommuneByInsee).OfType<RegisteredCommune>()
                .GroupBy(commune => commune.IntercommunalSiren ?? "")
                .Select(group => $"{string.Join(", ", group.Select(commune => commune.Name))} ({register.EpciBySiren(group.Key)?.Name ?? "–"})")
                .ToList();
            if (bodies.Count > 1)
                _findings.Add(IdentityFindings.QuartierSeveralEpci.At(pointer, evidence, quartier.Name ?? quartier.Code ?? "", string.Join(" ; ", bodies)));
        }

        private void Take(RegisteredCommune commune, Evidence evidence)
        {
            if (!_communes.Exists(known => known.Commune.Insee == commune.Insee))
                _communes.Add((new Commune(commune.Name, commune.Insee, commune.Siren), commune, evidence));
        }

        // A column of communes says for whom each action is.
        private void TakeMembers(SourceText text, RegisteredEpci epci)
        {
            foreach (var (commune, evidence) in MembersIn(text, epci))
                Take(commune, evidence);
        }

        private IEnumerable<(RegisteredCommune Commune, Evidence Evidence)> MembersIn(SourceText text, RegisteredEpci epci) =>
            PlacesIn(text, epci).DistinctBy(place => place.Member.Insee).Select(place => (place.Member, text.Slice(place.Start, place.Length).ToEvidence()));

        // The members that a text names, in order.
        private IEnumerable<(RegisteredCommune Member, int Start, int Length)> PlacesIn(SourceText text, RegisteredEpci epci)
        {
            var tokens = Ingest.Vocabulary.LabelTokens.Of(text.Text);
            var places = NamesOf(epci).Find(tokens).Select(hit => (Member: hit.Value, tokens[hit.First].Start, tokens[hit.End - 1].End)).Where(place => char.IsUpper(text.Text[place.Start])).ToList();
            if (places.Count == 0)
                return [];
            // « Agglomération X-Y » names the body, not the communes X and Y.
            var bodies = register.EpciSigns.Find([text], known => known == epci).Select(mention => (mention.Start, End: mention.Start + mention.Length)).ToList();
            return places.Where(place => !bodies.Exists(body => place.Start < body.End && body.Start < place.End)).Select(place => (place.Member, place.Start, place.End - place.Start));
        }

        private Ingest.Vocabulary.TermIndex<RegisteredCommune> NamesOf(RegisteredEpci epci)
        {
            if (_members is { } known && known.Epci == epci)
                return known.Names;
            var names = new Ingest.Vocabulary.TermIndex<RegisteredCommune>(TerritoryRegister.ToRegisterWord);
            foreach (var member in epci.Members.Select(register.CommuneByInsee).OfType<RegisteredCommune>())
                names.Add(member.Name, member);
            _members = (epci, names);
            return names;
        }

        private void TakeNamed(Found found)
        {
            var candidates = found.Mention.Candidates;
            if (candidates.IsEmpty)
            {
                _findings.Add(IdentityFindings.UnknownTerritory.At("/territory/communes", found.ToEvidence(), found.Mention.Name));
                _communes.Add((new Commune(found.Mention.Name, null, null), null, found.ToEvidence()));
                return;
            }

            var left = ByEpci(_departments.Narrow(candidates));
            if (left is [var only])
            {
                Take(only, found.ToEvidence());
                if (_departments.Filed is { } filed && only.Department != filed)
                    _findings.Add(IdentityFindings.TerritoryConflict.At("/territory/communes", found.ToEvidence(), only.Name, filing.Filing!.Reference));
                return;
            }

            if (_communes.Exists(known => known.Entry is null && known.Commune.Name == left[0].Name))
                return;
            var listed = string.Join(", ", left.Take(ListedCandidates).Select(commune => $"{commune.Insee} ({commune.Department})"));
            _findings.Add(IdentityFindings.AmbiguousCommune.At(
                "/territory/communes", found.ToEvidence(), found.Mention.Name, left.Length > ListedCandidates ? listed + "…" : listed));
            _communes.Add((new Commune(left[0].Name, null, null), null, found.ToEvidence()));
        }

        /// <summary>Of namesakes, the one whose intercommunal body the document names.</summary>
        private ImmutableArray<RegisteredCommune> ByEpci(ImmutableArray<RegisteredCommune> candidates)
        {
            if (candidates.Length < 2)
                return candidates;
            var epcis = candidates.SelectMany(commune => new[] { commune.EpciSiren, commune.TerritorySiren }).OfType<string>()
                .Distinct(StringComparer.Ordinal).Select(register.EpciBySiren).OfType<RegisteredEpci>().ToHashSet();
            var named = register.EpciSigns.Find(texts.All, epcis.Contains).Select(mention => mention.Epci.Siren).ToHashSet(StringComparer.Ordinal);
            var left = candidates.Where(commune => named.Contains(commune.EpciSiren ?? "") || named.Contains(commune.TerritorySiren ?? "")).ToImmutableArray();
            return left.IsEmpty ? candidates : left;
        }

        /// <summary>A title or letterhead of another commune than the one that filed the act.</summary>
        private void RefuseOthers(List<Found> named)
        {
            var filed = _communes[0].Entry!;
            var known = named.Where(found => !found.Mention.Candidates.IsEmpty).ToList();
            if (known.Count > 0 && !known.Exists(found => found.Mention.Candidates.Any(commune => commune.Insee == filed.Insee)))
                _findings.Add(IdentityFindings.TerritoryConflict.At("/territory/communes", known[0].ToEvidence(), known[0].Mention.Name, filed.Name));
        }

        private RegisteredEpci? EpciOfTitle()
        {
            if (Named([.. texts.Title, .. texts.Furniture]).Count > 0 || OtherEpciOf(texts.Title) is not { } mention)
                return null;
            _epciEvidence = mention.ToEvidence();
            return mention.Epci;
        }

        /// <summary>An intercommunal body that texts name, of a department that the document speaks of where it speaks of any.</summary>
        private EpciMention? OtherEpciOf(IEnumerable<SourceText> where)
        {
            var filed = _departments.Filed;
            IReadOnlyCollection<string> spoken = filed is not null ? [filed] : _departments.Strong;
            return register.EpciSigns.Find(where, epci => spoken.Count == 0 || spoken.Any(epci.IsIn), takesAcronyms: spoken.Count > 0).FirstOrDefault();
        }

        private List<Found> Named(IEnumerable<SourceText> where) =>
            [.. where.SelectMany(text => PlaceNames.FindCommunes(text.Text, register).Where(mention => !IsInBody(text, mention)).Select(mention => new Found(mention, text)))];

        // « Contrat de ville de Mont de Marsan Agglomération »: the words are the body's name.
        private bool IsInBody(SourceText text, CommuneMention mention) => register.EpciSigns.Find([text], _ => true, takesAcronyms: false)
            .Any(body => body.Start <= mention.Start && mention.Start + mention.Length <= body.Start + body.Length && body.Length > mention.Length);

        // « Habitante du Grand- » above « Pont »: the rest of a word is no commune.
        private List<Found> Bare(IEnumerable<SourceText> where) =>
            [.. where.Zip(where.Prepend(SourceText.Empty)).Where(pair => !pair.Second.Text.EndsWith('-')).Select(pair => pair.First).SelectMany(text => PlaceNames.FindBareCommunes(text.Text, register).Select(mention => new Found(mention, text)))];

        /// <summary>In running text the first phrase speaks of the act's own communes; later ones may speak of anybody.</summary>
        private static List<Found> FirstOf(List<Found> named)
        {
            if (named.Find(found => !found.Mention.Candidates.IsEmpty) is not { } first)
                return [];
            return [.. named.Where(found => found.Source == first.Source && found.Mention.IsList == first.Mention.IsList && (found == first || first.Mention.IsList))];
        }

        // « Agglomération X (AX) »: what stands in brackets behind the body's name is how the rest of the document calls it.
        private IEnumerable<string> AliasesOf(RegisteredEpci epci) => register.EpciSigns.Find(texts.All, known => known == epci)
            .Select(mention => Alias().Match(mention.Source.Text, mention.Start + mention.Length))
            .Where(match => match.Success)
            .Select(match => match.Groups["alias"].Value)
            .Distinct(StringComparer.Ordinal);

        // « Xville – Politique de la ville »: a line of its own, not a sentence that happens to name a place.
        private static bool IsLetterhead(SourceText text) => text.Words.Take(LongestLetterhead + 1).Count() <= LongestLetterhead;

        private static Evidence? NameIn(IEnumerable<SourceText> where, RegisteredCommune commune)
        {
            var index = new Ingest.Vocabulary.TermIndex<bool>(TerritoryRegister.ToRegisterWord);
            index.Add(commune.Name, true);
            foreach (var text in where)
            {
                var tokens = Ingest.Vocabulary.LabelTokens.Of(text.Text);
                if (index.Find(tokens) is [var hit, ..])
                    return text.Slice(tokens[hit.First].Start, tokens[hit.End - 1].End - tokens[hit.First].Start).ToEvidence();
            }

            return null;
        }

        private sealed record Found(CommuneMention Mention, SourceText Source)
        {
            public Evidence ToEvidence() => Source.Slice(Mention.Start, Mention.Length).ToEvidence();
        }
    }
}
