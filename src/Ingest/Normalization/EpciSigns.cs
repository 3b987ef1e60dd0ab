using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Normalization;

/// <summary>An intercommunal body named in a text.</summary>
/// <param name="Epci">The body.</param>
/// <param name="Source">The text.</param>
/// <param name="Start">Offset of the name.</param>
/// <param name="Length">Number of characters.</param>
internal sealed record EpciMention(RegisteredEpci Epci, SourceText Source, int Start, int Length)
{
    public Evidence ToEvidence() => Source.Slice(Start, Length).ToEvidence();
}

/// <summary>All that an intercommunal body is written as (<see cref="EpciNames"/>).</summary>
/// <param name="Epci">The body.</param>
/// <param name="Forms">Folded forms of its name.</param>
/// <param name="Acronyms">Its acronyms.</param>
internal sealed record EpciSpellings(RegisteredEpci Epci, ImmutableArray<string> Forms, ImmutableArray<string> Acronyms)
{
    /// <summary>Bodies by a kind of spelling.</summary>
    public static ILookup<string, RegisteredEpci> ToLookup(ImmutableArray<EpciSpellings> epcis, Func<EpciSpellings, ImmutableArray<string>> spellingsOf) => epcis
        .SelectMany(epci => spellingsOf(epci).Select(spelling => (spelling, epci.Epci)))
        .ToLookup(pair => pair.spelling, pair => pair.Epci, StringComparer.Ordinal);
}

/// <summary>Finds intercommunal bodies by a form of their name or by an acronym.</summary>
internal sealed partial class EpciSigns
{
    private readonly TermIndex<ImmutableArray<RegisteredEpci>> _names = new();
    private readonly ILookup<string, RegisteredEpci> _acronyms;

    /// <summary>An index of these bodies; built once for a register.</summary>
    public EpciSigns(ImmutableArray<EpciSpellings> epcis)
    {
        foreach (var group in EpciSpellings.ToLookup(epcis, spellings => spellings.Forms))
            _names.AddFolded(group.Key, [.. group]);
        _acronyms = EpciSpellings.ToLookup(epcis, spellings => spellings.Acronyms);
    }

    /// <summary>
    /// The bodies that texts name, names before acronyms within a text; a form that several of the possible ones share gives none.
    /// </summary>
    /// <param name="texts">The texts, the strongest first.</param>
    /// <param name="isPossible">Which bodies can be meant at all: those of the document's geography.</param>
    /// <param name="takesAcronyms">Whether acronyms count: without geography three letters can mean anything.</param>
    public IEnumerable<EpciMention> Find(IEnumerable<SourceText> texts, Func<RegisteredEpci, bool> isPossible, bool takesAcronyms = true)
    {
        foreach (var text in texts)
        {
            var tokens = LabelTokens.Of(text.Text);
            foreach (var hit in _names.Find(tokens))
            {
                if (hit.Value.Where(isPossible).ToList() is not [var epci])
                    continue;
                var start = tokens[hit.First].Start;
                yield return new EpciMention(epci, text, start, tokens[hit.End - 1].End - start);
            }

            foreach (Match match in Acronym().Matches(text.Text))
            {
                if (!takesAcronyms)
                    break;
                if (_acronyms[match.Value].Where(isPossible).ToList() is [var epci])
                    yield return new EpciMention(epci, text, match.Index, match.Length);
            }
        }
    }

    [GeneratedRegex(@"(?<![\p{L}\d.-])[A-Z][A-Z\d]{2,9}(?![\p{L}\d-])", RegexOptions.CultureInvariant)]
    private static partial Regex Acronym();
}
