using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Model.Documents;

namespace Ingest.Normalization;

/// <summary>A neighbourhood named in a text.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Name">Its name as the document gives it elsewhere, else as it stands there, else its code.</param>
internal readonly record struct NamedPlace(int Start, int Length, string Name);

/// <summary>Finds the neighbourhoods of a document in the texts of its actions and objectives.</summary>
internal sealed partial class QuartierNames(ImmutableArray<Quartier> quartiers)
{
    /// <summary>What a column of neighbourhoods says: names alone, without any word that tells them.</summary>
    public ImmutableArray<string> OfCell(string cell)
    {
        if (KnownNames(cell) is { IsEmpty: false } known)
            return known;
        return [.. QuartierGrammar.ParseCell(cell).Select(mention => mention.Name is { } name ? KnownName(name) : mention.Code!).DistinctBy(QuartierGrammar.Core)];
    }

    /// <summary>The neighbourhoods that a heading names, those of the document alone: « Quartier Liberté – Zola », « Belfort – Glacis du Château ».</summary>
    public ImmutableArray<string> OfHeading(string heading)
    {
        if (KnownNames(heading) is { IsEmpty: false } known)
            return known;
        // The commune may stand before the name.
        return [.. quartiers.Select(quartier => quartier.Name).OfType<string>()
            .Where(name => IndexOfWords(heading, WithoutArticle(name)) is var start and >= 0 && PlaceBefore().IsMatch(heading[..start]) && heading.AsSpan(start + WithoutArticle(name).Length).Trim(" \u00A0.:)").IsEmpty)];
    }

    /// <summary>Whether a text is the name of a neighbourhood of the document, with or without a word that says so.</summary>
    public bool IsName(string text) => text.Length > 0 && quartiers.Any(quartier => quartier.Name is { } known && QuartierGrammar.Core(known) == QuartierGrammar.Core(text));

    /// <summary>The neighbourhoods that running text names: what the words call one, or one of the document's.</summary>
    public IEnumerable<NamedPlace> In(string text) => QuartierGrammar.Find(text)
        .Where(mention => !mention.IsPlain)
        .Select(mention => new NamedPlace(mention.Start, mention.Length, KnownName(mention.Name ?? mention.Code!)))
        .Concat(quartiers.Select(quartier => quartier.Name).OfType<string>()
            .Select(name => new NamedPlace(IndexOfWords(text, WithoutArticle(name)), WithoutArticle(name).Length, name))
            .Where(place => place.Start >= 0))
        .OrderBy(place => place.Start)
        .DistinctBy(place => QuartierGrammar.Core(place.Name));

    // A narrow cell may lose the breaks between names: where the document's own names make up all of it, they part it.
    private ImmutableArray<string> KnownNames(string cell)
    {
        var places = quartiers.Select(quartier => quartier.Name).OfType<string>()
            .Select(name => (Name: name, Start: IndexOfWords(cell, WithoutArticle(name)), WithoutArticle(name).Length))
            .Where(place => place.Start >= 0)
            .OrderBy(place => place.Start)
            .ToImmutableArray();
        var isWhole = !places.IsEmpty && !Enumerable.Range(0, cell.Length)
            .Any(index => char.IsLetter(cell[index]) && char.IsUpper(cell[index]) && !places.Any(place => index >= place.Start && index < place.Start + place.Length));
        return isWhole ? [.. places.Select(place => place.Name)] : [];
    }

    /// <summary>A name as the document gives it elsewhere: « du quartier des Buis » is the « Les Buis » of the rest of it.</summary>
    public string KnownName(string name) =>
        quartiers.FirstOrDefault(quartier => quartier.Name is { } known && QuartierGrammar.Core(known) == QuartierGrammar.Core(name))?.Name ?? name;

    // « Belfort – », « Bavilliers : Les », « QPV », « Quartier des ».
    [GeneratedRegex(@"^(?:\p{Lu}[\p{L}'’-]*(?:[ \u00A0-]\p{L}[\p{L}'’-]*){0,5}[ \u00A0]*[:–—-][ \u00A0]*)?(?:(?:QPV|ZUS|[Qq]uartier)(?:[ \u00A0](?:prioritaire|de|du|des))*[ \u00A0]*[:–—-]?[ \u00A0]*)?(?:(?:[Ll][ea]s?|[Dd]es?|[Dd]u)[ \u00A0]|[LlDd]['’])*$", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceBefore();

    private static string WithoutArticle(string name) => QuartierGrammar.Core(name).Length == Folding.Fold(name).Length
        ? name
        : name[(name.IndexOfAny([' ', '\'', '’']) + 1)..];

    // As a name, capitals and all: « Centre » is no « centre social ».
    private static int IndexOfWords(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return at;
        }

        return -1;
    }
}
