using System.Collections.Immutable;

namespace Ingest.Vocabulary;

/// <summary>What words in a sentence or a list item say of the words or the money beside them.</summary>
public enum PassageRole
{
    /// <summary>Who carries the action follows.</summary>
    Porteur,

    /// <summary>A verb whose subject carries and whose object is the action.</summary>
    Carries,

    /// <summary>What the action costs.</summary>
    Cost,

    /// <summary>Who pays follows.</summary>
    Plan,

    /// <summary>What follows is a part of the amount before it.</summary>
    Share,

    /// <summary>Behind an amount: who pays it follows.</summary>
    Origin,

    /// <summary>Leads from a name to its amount and belongs to neither.</summary>
    Link,

    /// <summary>Grants.</summary>
    GrantVerb,

    /// <summary>What is granted.</summary>
    GrantNoun,

    /// <summary>Whose money it is follows.</summary>
    Purse,

    /// <summary>Asks another body: grants nothing.</summary>
    Request,

    /// <summary>To whom it is granted follows.</summary>
    Beneficiary,

    /// <summary>The action that it is granted for follows.</summary>
    Purpose,

    /// <summary>What is no action where one is announced: a year, a programme.</summary>
    General,

    /// <summary>Opens an article of an act.</summary>
    Article,

    /// <summary>Opens, with a number, one action of several.</summary>
    Item,

    /// <summary>Speaks of money that is no action's.</summary>
    Talk,

    /// <summary>A list follows.</summary>
    List,

    /// <summary>What follows is proposed and not decided.</summary>
    Proposal,

    /// <summary>Refuses what is asked for: « ne pas donner suite ».</summary>
    Refusal,

    /// <summary>Puts off what is asked for: « ajourne ».</summary>
    Deferral,
}

/// <summary>What shows an act of an assembly.</summary>
public enum ActSign
{
    /// <summary>« Vu ».</summary>
    Visa,

    /// <summary>« Considérant ».</summary>
    Recital,

    /// <summary>« Après en avoir délibéré ».</summary>
    Deliberated,

    /// <summary>The date of the session follows.</summary>
    Session,

    /// <summary>The object of the act follows.</summary>
    Object,

    /// <summary>What the act amends follows.</summary>
    Amends,

    /// <summary>The body that votes.</summary>
    Body,

    /// <summary>The name of the act itself.</summary>
    Word,
}

/// <summary>Terms of one meaning.</summary>
/// <typeparam name="T">The meanings.</typeparam>
/// <param name="Meaning">The meaning.</param>
/// <param name="Terms">The words.</param>
public sealed record MeaningTerms<T>(T Meaning, ImmutableArray<string> Terms);

/// <summary>Where a term stands in a text.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset behind its last character.</param>
public readonly record struct TermPlace(int Start, int End);

/// <summary>Words by which sentences, list items and acts of assemblies are read; whole words only, as they are written.</summary>
public sealed class PassageVocabulary
{
    private readonly ImmutableDictionary<PassageRole, TermIndex<PassageRole>> _roles;
    private readonly ImmutableDictionary<ActSign, TermIndex<ActSign>> _signs;

    /// <summary>A vocabulary of the given terms.</summary>
    /// <param name="roles">Words of sentences and list items.</param>
    /// <param name="signs">Words of acts.</param>
    public PassageVocabulary(IEnumerable<MeaningTerms<PassageRole>> roles, IEnumerable<MeaningTerms<ActSign>> signs) =>
        (_roles, _signs) = (ToIndexes(roles), ToIndexes(signs));

    /// <summary>The terms of a role in a text, from left to right; of two that overlap the longer one.</summary>
    public ImmutableArray<TermPlace> Find(PassageRole role, string text) => Find(_roles, role, text);

    /// <summary>Whether a text has a term of a role.</summary>
    public bool Has(PassageRole role, string text) => !Find(role, text).IsEmpty;

    /// <summary>The terms of a sign in a text, from left to right.</summary>
    public ImmutableArray<TermPlace> Find(ActSign sign, string text) => Find(_signs, sign, text);

    /// <summary>Whether a text opens with a term of a role.</summary>
    public bool Opens(PassageRole role, string text) => Find(role, text) is [var first, ..] && !text.AsSpan(0, first.Start).ContainsLetter();

    /// <summary>Whether a text opens with a term of a sign.</summary>
    public bool Opens(ActSign sign, string text) => Find(sign, text) is [var first, ..] && !text.AsSpan(0, first.Start).ContainsLetter();

    private static ImmutableArray<TermPlace> Find<T>(ImmutableDictionary<T, TermIndex<T>> indexes, T meaning, string text)
        where T : notnull
    {
        if (!indexes.TryGetValue(meaning, out var index))
            return [];
        var tokens = LabelTokens.Of(text);
        return [.. index.Find(tokens).Select(hit => new TermPlace(tokens[hit.First].Start, tokens[hit.End - 1].End))];
    }

    private static ImmutableDictionary<T, TermIndex<T>> ToIndexes<T>(IEnumerable<MeaningTerms<T>> terms)
        where T : notnull
    {
        var indexes = new Dictionary<T, TermIndex<T>>();
        foreach (var (meaning, words) in terms)
        {
            var index = indexes.TryGetValue(meaning, out var known) ? known : indexes[meaning] = new TermIndex<T>();
            foreach (var word in words)
                index.Add(word, meaning);
        }

        return indexes.ToImmutableDictionary();
    }
}

/// <summary>Letters in spans.</summary>
internal static class LetterSpans
{
    /// <summary>Whether a span has a letter.</summary>
    public static bool ContainsLetter(this ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsLetter(character))
                return true;
        }

        return false;
    }
}
