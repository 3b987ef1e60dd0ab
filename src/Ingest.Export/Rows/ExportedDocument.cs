using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Emission;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Values;

namespace Ingest.Export.Rows;

/// <summary>A part of a document on its way to a row.</summary>
/// <typeparam name="T">The part.</typeparam>
/// <param name="Document">The document.</param>
/// <param name="Key">Its key in the collection.</param>
/// <param name="Parent">Key of what it belongs to; the document's where it belongs to nothing smaller.</param>
/// <param name="Rank">Its place among its like, from 1.</param>
/// <param name="Pointer">JSON pointer to it in the document.</param>
/// <param name="Value">The part.</param>
internal sealed record Item<T>(ExportedDocument Document, string Key, string Parent, int Rank, string Pointer, T Value);

/// <summary>A document of the collection with the keys of all its parts.</summary>
internal sealed class ExportedDocument
{
    // Beyond, a number of double precision no longer holds the cents.
    private const decimal LargestAmount = 10_000_000_000_000m;

    private readonly Lazy<JsonElement> _json;
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    /// <summary>Gives every part its key.</summary>
    /// <param name="id">Path of the source below the folder of the run.</param>
    /// <param name="value">The document.</param>
    /// <param name="original">Key of the document of which this one is a copy, or null.</param>
    /// <exception cref="UnfitDocumentException">An amount is too large to be exact.</exception>
    public ExportedDocument(string id, IngestedDocument value, string? original)
    {
        (Id, Value, Original) = (id, value, original);
        _json = new Lazy<JsonElement>(ToJson);
        Actions = Items(value.Actions, "/actions", action => action.Id, Id);
        Financers = [.. Actions.SelectMany(action => Items(action.Value.Financers, action.Pointer + "/financers", null, action.Key))];
        Totals = Items(value.Totals, "/totals", null, Id);
        Enjeux = Items(value.Enjeux, "/enjeux", enjeu => enjeu.Id, Id);
        Orientations = [.. Enjeux.SelectMany(enjeu => Items(enjeu.Value.Orientations, enjeu.Pointer + "/orientations", item => item.Id, enjeu.Key))];
        Objectives = [.. Orientations.SelectMany(orientation => Items(orientation.Value.Objectives, orientation.Pointer + "/objectives", item => item.Id, orientation.Key))];
        OperationalObjectives =
            [.. Objectives.SelectMany(objective => Items(objective.Value.OperationalObjectives, objective.Pointer + "/operationalObjectives", item => item.Id, objective.Key))];
        Findings = Items(value.Findings, "/findings", null, Id);
        foreach (var amount in Amounts().OfType<Euros>())
        {
            if (Math.Abs(amount.Amount) >= LargestAmount)
                throw new UnfitDocumentException(amount);
        }

        if (Euros.Sum(value.Actions.Select(action => action.TotalCost).OfType<Euros>()) is { Amount: >= LargestAmount or <= -LargestAmount } sum)
            throw new UnfitDocumentException(sum);
    }

    public string Id { get; }

    /// <summary>The document as it is published.</summary>
    public JsonElement Json => _json.Value;

    public IngestedDocument Value { get; }

    public string? Original { get; }

    public ImmutableArray<Item<FundedAction>> Actions { get; }

    public ImmutableArray<Item<Financer>> Financers { get; }

    public ImmutableArray<Item<Total>> Totals { get; }

    public ImmutableArray<Item<Enjeu>> Enjeux { get; }

    public ImmutableArray<Item<Orientation>> Orientations { get; }

    public ImmutableArray<Item<Objective>> Objectives { get; }

    public ImmutableArray<Item<OperationalObjective>> OperationalObjectives { get; }

    public ImmutableArray<Item<Finding>> Findings { get; }

    /// <summary>The parts of a list, each with its key: that of the whole, and its own id or its rank.</summary>
    /// <param name="values">The parts.</param>
    /// <param name="pointer">JSON pointer to the list.</param>
    /// <param name="id">The id that a part has in the document, or null where it has none.</param>
    /// <param name="parent">Key of what they belong to.</param>
    public ImmutableArray<Item<T>> Items<T>(ImmutableArray<T> values, string pointer, Func<T, string>? id, string parent) =>
    [
        .. values.Select((value, index) => new Item<T>(
            this, Key(id is null ? $"{parent}#{ListName(pointer)}-{index + 1}" : $"{Id}#{id(value)}"), parent, index + 1, $"{pointer}/{index}", value)),
    ];

    // Ids are unique in what the program writes; a document that somebody edited may have one twice.
    private string Key(string wanted)
    {
        var key = wanted;
        for (var again = 2; !_keys.Add(key); again++)
            key = $"{wanted}~{again}";
        return key;
    }

    private JsonElement ToJson()
    {
        using var stream = new MemoryStream();
        DocumentJson.Write(Value, stream);
        using var json = JsonDocument.Parse(stream.ToArray());
        return json.RootElement.Clone();
    }

    private static string ListName(string pointer) => pointer[(pointer.LastIndexOf('/') + 1)..];

    private IEnumerable<Euros?> Amounts() => Value.Actions.Select(action => action.TotalCost)
        .Concat(Value.Actions.SelectMany(action => action.Financers).Select(financer => financer.Amount))
        .Concat(Value.Totals.SelectMany(total => new[] { total.Amount, total.ComputedAmount }));
}

/// <summary>A document that no table can hold as it is.</summary>
internal sealed class UnfitDocumentException : Exception
{
    /// <summary>An amount is too large to be exact to the cent in a database.</summary>
    public UnfitDocumentException(Euros amount)
        : base(amount.ToString()) => Amount = amount;

    /// <summary>The amount.</summary>
    public Euros Amount { get; }
}
