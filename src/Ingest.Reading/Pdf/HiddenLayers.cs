using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Reading.Pdf;

/// <summary>
/// The layers (optional content groups) that a document switches off in its default configuration: ISO 32000-1, 8.11.4.
/// What stands on them is in the file and not shown.
/// </summary>
internal sealed class HiddenLayers(ImmutableArray<DictionaryToken> groups)
{
    private static readonly NameToken Properties = NameToken.Create("OCProperties");
    private static readonly NameToken Default = NameToken.Create("D");
    private static readonly NameToken Off = NameToken.Create("OFF");
    private static readonly NameToken Members = NameToken.Create("OCGs");

    /// <summary>The layers that a catalog switches off.</summary>
    public static HiddenLayers Of(DictionaryToken catalog, IPdfTokenScanner scanner)
    {
        if (!TryGet<DictionaryToken>(catalog, Properties, scanner, out var properties)
            || !TryGet<DictionaryToken>(properties, Default, scanner, out var configuration)
            || !TryGet<ArrayToken>(configuration, Off, scanner, out var off))
        {
            return new HiddenLayers([]);
        }

        return new HiddenLayers([.. Dictionaries(off, scanner)]);
    }

    /// <summary>Whether a group, or every member of a membership dictionary, is switched off.</summary>
    public bool Hide(DictionaryToken? content, IPdfTokenScanner scanner)
    {
        if (content is null || groups.IsEmpty)
            return false;
        if (!content.TryGet(Members, out var members))
            return groups.Contains(content);
        if (DirectObjectFinder.TryGet<DictionaryToken>(members, scanner, out var member))
            return groups.Contains(member);
        return DirectObjectFinder.TryGet<ArrayToken>(members, scanner, out var several)
            && Dictionaries(several, scanner).ToList() is { Count: > 0 } all
            && all.TrueForAll(groups.Contains);
    }

    private static IEnumerable<DictionaryToken> Dictionaries(ArrayToken array, IPdfTokenScanner scanner)
    {
        foreach (var token in array.Data)
        {
            if (DirectObjectFinder.TryGet<DictionaryToken>(token, scanner, out var dictionary))
                yield return dictionary;
        }
    }

    private static bool TryGet<T>(DictionaryToken dictionary, NameToken name, IPdfTokenScanner scanner, [NotNullWhen(true)] out T? value)
        where T : class, IToken
    {
        value = null;
        return dictionary.TryGet(name, out var token) && DirectObjectFinder.TryGet(token, scanner, out value);
    }
}
