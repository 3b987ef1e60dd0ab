using System.Collections.Immutable;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Reading.Pdf;

/// <summary>Marked content of a page.</summary>
/// <param name="Page">Page, from 1.</param>
/// <param name="Id">Its number on that page.</param>
internal readonly record struct MarkedPlace(int Page, int Id);

/// <summary>An element of a structure tree.</summary>
/// <param name="Role">Its standard role, roles of the document's own resolved: « Table », « TD »…</param>
/// <param name="Children">The elements in it.</param>
/// <param name="Contents">The marked content that is its own.</param>
/// <param name="RowSpan">Rows that a cell says it covers.</param>
/// <param name="ColumnSpan">Columns that a cell says it covers.</param>
internal sealed record StructureElement(
    string Role, ImmutableArray<StructureElement> Children, ImmutableArray<MarkedPlace> Contents, int RowSpan, int ColumnSpan);

/// <summary>
/// The structure tree of a tagged document: ISO 32000-1, 14.7. It is never shown, so nothing is lost where it is broken: a
/// tree that runs in a circle, is too large or cannot be read counts as none.
/// </summary>
internal sealed class StructureTree
{
    private static readonly NameToken Root = NameToken.Create("StructTreeRoot");
    private static readonly NameToken Roles = NameToken.Create("RoleMap");
    private static readonly NameToken Kids = NameToken.Create("K");
    private static readonly NameToken PageKey = NameToken.Create("Pg");
    private static readonly NameToken Stream = NameToken.Create("Stm");
    private static readonly NameToken ContentId = NameToken.Create("MCID");
    private static readonly NameToken RoleKey = NameToken.Create("S");
    private static readonly NameToken Attributes = NameToken.Create("A");
    private static readonly NameToken RowSpan = NameToken.Create("RowSpan");
    private static readonly NameToken ColumnSpan = NameToken.Create("ColSpan");

    private static readonly HashSet<string> TableRoles =
        new[] { "Table", "THead", "TBody", "TFoot", "TR", "TH", "TD", "Caption" }.ToHashSet(StringComparer.Ordinal);

    private readonly IPdfTokenScanner _scanner;
    private readonly PdfReadingOptions _options;
    private readonly DictionaryToken? _roles;
    private readonly Dictionary<IndirectReference, int> _pages = [];
    private readonly HashSet<IndirectReference> _seen = [];
    private int _count;

    private StructureTree(PdfDocument document, DictionaryToken root, PdfReadingOptions options)
    {
        _scanner = document.Structure.TokenScanner;
        _options = options;
        _roles = Find<DictionaryToken>(root, Roles);
        if (document.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Pages, out var pages))
            NotePages(pages);
    }

    /// <summary>The elements at the top of the tree; none where the document has no tree that can be read.</summary>
    public static ImmutableArray<StructureElement> Read(PdfDocument document, PdfReadingOptions options)
    {
        try
        {
            var catalog = document.Structure.Catalog.CatalogDictionary;
            if (!catalog.TryGet(Root, out var token) || !DirectObjectFinder.TryGet<DictionaryToken>(token, document.Structure.TokenScanner, out var root))
                return [];
            var tree = new StructureTree(document, root, options);
            var (children, contents) = (ImmutableArray.CreateBuilder<StructureElement>(), ImmutableArray.CreateBuilder<MarkedPlace>());
            tree.AddKids(root, page: null, depth: 0, children, contents);
            return tree._count <= options.MaxStructureElements ? children.ToImmutable() : [];
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The library states no list of what it throws on broken objects.
            return [];
        }
    }

    // Pages are numbered in the order of their tree; what is no inner node of it is a page.
    private void NotePages(IToken node)
    {
        if (node is not IndirectReferenceToken reference || !_seen.Add(reference.Data) || !DirectObjectFinder.TryGet<DictionaryToken>(node, _scanner, out var dictionary))
            return;
        if (Find<ArrayToken>(dictionary, NameToken.Kids) is not { } nodes)
        {
            _pages[reference.Data] = _pages.Count + 1;
            return;
        }

        foreach (var child in nodes.Data)
            NotePages(child);
    }

    private void AddKids(
        DictionaryToken element, int? page, int depth, ImmutableArray<StructureElement>.Builder children, ImmutableArray<MarkedPlace>.Builder contents)
    {
        if (!element.TryGet(Kids, out var kids) || kids is null)
            return;
        if (DirectObjectFinder.TryGet<ArrayToken>(kids, _scanner, out var several))
        {
            foreach (var kid in several.Data)
                AddKid(kid, page, depth, children, contents);
        }
        else
        {
            AddKid(kids, page, depth, children, contents);
        }
    }

    private void AddKid(
        IToken kid, int? page, int depth, ImmutableArray<StructureElement>.Builder children, ImmutableArray<MarkedPlace>.Builder contents)
    {
        if (depth > _options.MaxStructureDepth || _count > _options.MaxStructureElements)
            return;
        if (DirectObjectFinder.TryGet<NumericToken>(kid, _scanner, out var id))
        {
            if (page is { } own)
                contents.Add(new MarkedPlace(own, id.Int));
            return;
        }

        // An element that is met twice is in two places: the second is no less likely wrong than the first.
        if ((kid is IndirectReferenceToken reference && !_seen.Add(reference.Data)) || !DirectObjectFinder.TryGet<DictionaryToken>(kid, _scanner, out var dictionary))
            return;
        _count++;
        var at = PageOf(dictionary) ?? page;
        if (Find<NumericToken>(dictionary, ContentId) is { } marked)
        {
            // What is numbered in a form is not known by its number on the page.
            if (at is { } there && !dictionary.ContainsKey(Stream))
                contents.Add(new MarkedPlace(there, marked.Int));
        }
        else if (Find<NameToken>(dictionary, RoleKey) is { } role)
        {
            children.Add(ReadElement(dictionary, RoleOf(role), at, depth));
        }
    }

    private StructureElement ReadElement(DictionaryToken dictionary, string role, int? page, int depth)
    {
        var (children, contents) = (ImmutableArray.CreateBuilder<StructureElement>(), ImmutableArray.CreateBuilder<MarkedPlace>());
        AddKids(dictionary, page, depth + 1, children, contents);
        var (rows, columns) = role is "TD" or "TH" ? Spans(dictionary) : (1, 1);
        return new StructureElement(role, children.ToImmutable(), contents.ToImmutable(), rows, columns);
    }

    private int? PageOf(DictionaryToken dictionary) =>
        dictionary.TryGet(PageKey, out var token) && token is IndirectReferenceToken reference && _pages.TryGetValue(reference.Data, out var number) ? number : null;

    // A role may be mapped to a role that is mapped in turn. A map in a circle ends at the depth of the tree. Writers name roles
    // after paragraph styles: where a style is called « TH » they map the cells' own role away, so that of a table is as it says.
    private string RoleOf(NameToken role)
    {
        for (var i = 0; i < _options.MaxStructureDepth && _roles is not null && !TableRoles.Contains(role.Data); i++)
        {
            if (Find<NameToken>(_roles, role) is not { } mapped || mapped.Data == role.Data)
                break;
            role = mapped;
        }

        return role.Data;
    }

    // One attribute object or several, each perhaps followed by a revision number: 14.7.5.
    private (int Rows, int Columns) Spans(DictionaryToken element)
    {
        var (rows, columns) = (1, 1);
        if (!element.TryGet(Attributes, out var token))
            return (rows, columns);
        var all = DirectObjectFinder.TryGet<ArrayToken>(token, _scanner, out var several) ? several.Data : [token];
        foreach (var attributes in all)
        {
            if (!DirectObjectFinder.TryGet<DictionaryToken>(attributes, _scanner, out var dictionary))
                continue;
            rows = Find<NumericToken>(dictionary, RowSpan)?.Int ?? rows;
            columns = Find<NumericToken>(dictionary, ColumnSpan)?.Int ?? columns;
        }

        return (Math.Max(1, rows), Math.Max(1, columns));
    }

    private T? Find<T>(DictionaryToken dictionary, NameToken name)
        where T : class, IToken =>
        dictionary.TryGet(name, out var token) && DirectObjectFinder.TryGet<T>(token, _scanner, out var found) ? found : null;
}
