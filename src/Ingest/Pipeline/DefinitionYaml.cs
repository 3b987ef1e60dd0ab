using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ingest.Pipeline;

/// <summary>A value of a definition with the line it stands on.</summary>
internal abstract record DefinitionNode(int Line);

/// <summary>A word or number; null for an empty value.</summary>
internal sealed record DefinitionScalar(int Line, string? Text) : DefinitionNode(Line);

/// <summary>A list.</summary>
internal sealed record DefinitionList(int Line, ImmutableArray<DefinitionNode> Items) : DefinitionNode(Line);

/// <summary>Keys and values in the order of the file.</summary>
internal sealed record DefinitionMap(int Line, ImmutableArray<DefinitionEntry> Entries) : DefinitionNode(Line);

/// <summary>A key with its value.</summary>
internal sealed record DefinitionEntry(string Key, int Line, DefinitionNode Value);

/// <summary>
/// YAML text to nodes with lines. Anchors and aliases are refused: a definition reads from top to bottom without
/// jumps, and <c>extends</c> is its one way to share.
/// </summary>
internal sealed class DefinitionYaml
{
    private readonly string _file;
    private readonly Parser _parser;

    private DefinitionYaml(string file, string text)
    {
        _file = file;
        _parser = new Parser(new StringReader(text));
    }

    /// <exception cref="DefinitionException">The text is no YAML map.</exception>
    public static DefinitionMap Parse(string file, string text)
    {
        try
        {
            return new DefinitionYaml(file, text).ReadDocument();
        }
        catch (YamlException error)
        {
            throw DefinitionProblem.Syntax(file, (int)error.Start.Line, error.Message);
        }
    }

    private DefinitionMap ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
            throw DefinitionProblem.Empty(_file);
        _parser.Consume<DocumentStart>();
        var root = ReadNode();
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
            throw DefinitionProblem.SeveralDocuments(_file, LineOf(second));
        return root switch
        {
            DefinitionMap map => map,
            DefinitionScalar { Text: null } => throw DefinitionProblem.Empty(_file),
            _ => throw DefinitionProblem.NotAMap(_file, root.Line, Path.GetFileName(_file)),
        };
    }

    private DefinitionNode ReadNode()
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
            throw DefinitionProblem.Alias(_file, LineOf(alias));
        if (_parser.Current is NodeEvent { Anchor.IsEmpty: false } anchored)
            throw DefinitionProblem.Alias(_file, LineOf(anchored));
        if (_parser.TryConsume<SequenceStart>(out var sequence))
            return ReadList(LineOf(sequence));
        if (_parser.TryConsume<MappingStart>(out var mapping))
            return ReadMap(LineOf(mapping));
        var scalar = _parser.Consume<Scalar>();
        var isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null";
        return new DefinitionScalar(LineOf(scalar), isNull ? null : scalar.Value);
    }

    private DefinitionList ReadList(int line)
    {
        var items = ImmutableArray.CreateBuilder<DefinitionNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode());
        return new DefinitionList(line, items.ToImmutable());
    }

    private DefinitionMap ReadMap(int line)
    {
        var entries = ImmutableArray.CreateBuilder<DefinitionEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = _parser.Consume<Scalar>();
            foreach (var entry in entries)
            {
                if (entry.Key == key.Value)
                    throw DefinitionProblem.DuplicateKey(_file, LineOf(key), key.Value, entry.Line);
            }

            entries.Add(new DefinitionEntry(key.Value, LineOf(key), ReadNode()));
        }

        return new DefinitionMap(line, entries.ToImmutable());
    }

    private static int LineOf(ParsingEvent parsed) => (int)parsed.Start.Line;
}
