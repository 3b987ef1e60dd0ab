using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;

namespace Ingest.Decisions;

/// <summary>A part of a document: as it is, by what it is known, and how the document becomes one with another in its place.</summary>
/// <typeparam name="T">The part.</typeparam>
/// <param name="Pointer">JSON pointer to it.</param>
/// <param name="Value">The part.</param>
/// <param name="Anchors">Ids, then texts as read; the nearest first.</param>
/// <param name="Change">The document with the part changed.</param>
internal sealed record DocumentPart<T>(string Pointer, T Value, PartAnchors Anchors, Func<IngestedDocument, Func<T, T>, IngestedDocument> Change)
{
    /// <summary>The part at a place of a list of this one; null where there is none.</summary>
    public DocumentPart<TChild>? Item<TChild>(
        string list, string index, Func<T, ImmutableArray<TChild>> get, Func<T, ImmutableArray<TChild>, T> with, Func<TChild, string?> id, Func<TChild, Evidence> evidence)
    {
        if (!int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= get(Value).Length)
            return null;
        var child = get(Value)[at];
        return new DocumentPart<TChild>(
            string.Create(CultureInfo.InvariantCulture, $"{Pointer}/{list}/{at}"), child, Anchors.Within(id(child), evidence(child).Text),
            (document, change) => Change(document, part => with(part, get(part).SetItem(at, change(get(part)[at])))));
    }
}

/// <summary>By what a part and those around it are known, the nearest first.</summary>
/// <param name="Ids">Their ids.</param>
/// <param name="Texts">Their texts as read.</param>
internal sealed record PartAnchors(ImmutableArray<string> Ids, ImmutableArray<string> Texts)
{
    /// <summary>The document itself.</summary>
    public static PartAnchors None { get; } = new([], []);

    /// <summary>All, ids first.</summary>
    public ImmutableArray<string> All => [.. Ids, .. Texts];

    /// <summary>Those of a part within.</summary>
    public PartAnchors Within(string? id, string text) => new(id is null ? Ids : [id, .. Ids], text.Length == 0 ? Texts : [text, .. Texts]);
}
