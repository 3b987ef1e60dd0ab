using System.Collections.Immutable;
using Ingest.Collections;
using Ingest.Export.Packaging;
using Ingest.Export.Privacy;
using Ingest.Export.Rows;
using Ingest.Export.Schema;
using Ingest.Export.Storage;

namespace Ingest.Export;

/// <summary>Puts the rows of the documents, one document at a time, into the store, without personal data unless it is asked for.</summary>
internal sealed class StoreFilling
{
    private readonly CollectionStore _store;
    private readonly ImmutableArray<TableDefinition> _tables;
    private readonly ExportOptions _options;
    private readonly List<FileRecord> _inputs = [];
    private readonly List<UnreadFile> _unread = [];
    private readonly SortedDictionary<OmissionKind, int> _omissions = [];

    /// <summary>Prepares the filling.</summary>
    /// <param name="store">The store.</param>
    /// <param name="tables">The tables that documents fill.</param>
    /// <param name="options">Whether personal data is brought, and which documents are copies.</param>
    public StoreFilling(CollectionStore store, ImmutableArray<TableDefinition> tables, ExportOptions options) => (_store, _tables, _options) = (store, tables, options);

    /// <summary>Number of documents.</summary>
    public int Documents { get; private set; }

    /// <summary>Files that hold no document.</summary>
    public ImmutableArray<UnreadFile> Unread => [.. _unread];

    /// <summary>The files that were read.</summary>
    public ImmutableArray<FileRecord> Inputs => [.. _inputs];

    /// <summary>Passages left out, by sort.</summary>
    public ImmutableSortedDictionary<OmissionKind, int> Omissions => _omissions.ToImmutableSortedDictionary();

    /// <summary>Fills the store.</summary>
    public void Fill(CollectionReader reader, CancellationToken cancellation)
    {
        var originals = _options.Originals ?? FindOriginals(reader, cancellation);
        foreach (var file in reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (file.Document is null)
            {
                _unread.Add(new UnreadFile(file.Path, file.Failure, null));
                continue;
            }

            try
            {
                Add(new ExportedDocument(file.Path, file.Document, originals.GetValueOrDefault(file.Path)));
                _inputs.Add(FileRecord.Of(Path.GetDirectoryName(file.File)!, Path.GetFileName(file.File)) with { Path = file.Path + ".json" });
                Documents++;
            }
            catch (UnfitDocumentException error)
            {
                _unread.Add(new UnreadFile(file.Path, null, error.Amount));
            }
        }

        _store.Finish();
    }

    // A pass of its own: which document is a copy shows only once all are known. What is kept of each is small.
    private static Dictionary<string, string> FindOriginals(CollectionReader reader, CancellationToken cancellation)
    {
        var fingerprints = new List<DocumentFingerprint>();
        foreach (var file in reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (file.Document is { } document)
                fingerprints.Add(DocumentFingerprint.Of(file.Path, document));
        }

        return Duplicates.Find(fingerprints).Where(duplicate => duplicate.IsSame).ToDictionary(duplicate => duplicate.Path, duplicate => duplicate.Of, StringComparer.Ordinal);
    }

    private void Add(ExportedDocument document)
    {
        IReadOnlyList<TableRow> rows = [.. _tables.SelectMany(table => table.RowsOf(document).Select(values => new TableRow(table, values)))];
        ImmutableArray<Omission> omissions = [];
        if (!_options.BringsPersonalData)
            (rows, omissions) = PersonalDataFilter.Apply(document.Id, rows, document.Value.Signatories.Select(signatory => signatory.Label), Bodies(document));
        foreach (var row in rows)
            _store.Add(row);
        // What the workbook and the draft say again is left out there too, and told once.
        foreach (var omission in omissions.Where(omission => CollectionTables.All.Any(table => table.Name == omission.Table)))
        {
            _store.Add(new TableRow(CollectionTables.Omissions, [omission.Document, omission.Table, omission.Column, ContractWords.Of(omission.Kind), (long)omission.Count]));
            _omissions[omission.Kind] = _omissions.GetValueOrDefault(omission.Kind) + omission.Count;
        }
    }

    private static IEnumerable<string> Bodies(ExportedDocument document) => document.Value.Actions.Select(action => action.Porteur?.Label).OfType<string>()
        .Concat(document.Financers.Select(financer => financer.Value.Label))
        .Concat(document.Value.Territory.Communes.Select(commune => commune.Name))
        .Concat(document.Value.Territory.Quartiers.Select(quartier => quartier.Name).OfType<string>())
        .Concat(document.Value.Territory.Epci is { } epci ? [epci.Name] : Array.Empty<string>());
}
