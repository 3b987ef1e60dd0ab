using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Ingest.Embeddings;
using Ingest.Emission;
using Ingest.Export;
using Ingest.Model.Documents;
using Ingest.RandomDocuments;
using Ingest.Reading;
using Xunit;

namespace Ingest.Tests.Architecture;

public sealed partial class ArchitectureTests
{
    private static readonly Assembly Model = typeof(IngestedDocument).Assembly;
    private static readonly Assembly Reading = typeof(SourceReader).Assembly;
    private static readonly Assembly Embeddings = typeof(SentenceModel).Assembly;
    private static readonly Assembly Core = typeof(DocumentJson).Assembly;
    private static readonly Assembly Generator = typeof(RandomDocumentMaker).Assembly;
    private static readonly Assembly Exporter = typeof(CollectionExport).Assembly;
    private static readonly Assembly Cli = Assembly.Load("Ingest.Cli");

    // From left to right: a room may use those before it.
    private static readonly ImmutableArray<string> Rooms =
    [
        "Grammar", "Vocabulary", "Layout", "Tables", "Segmentation", "Normalization", "Classification", "Decisions", "Validation",
        "Emission", "Collections", "Evaluation", "Pipeline", "Running",
    ];

    private static readonly ImmutableHashSet<string> RoomsThatSeeReading = ["Pipeline", "Running"];

    [Fact]
    public void Projects_refer_to_the_left_only()
    {
        var allowed = new Dictionary<Assembly, string[]>
        {
            [Model] = [],
            [Reading] = ["Ingest.Model"],
            [Embeddings] = [],
            [Core] = ["Ingest.Model", "Ingest.Reading", "Ingest.Embeddings"],
            [Generator] = ["Ingest.Model", "Ingest"],
            [Exporter] = ["Ingest.Model", "Ingest.Reading", "Ingest"],
            [Cli] = ["Ingest.Model", "Ingest.Reading", "Ingest", "Ingest.RandomDocuments", "Ingest.Export"],
        };

        AssertNone(from pair in allowed
                   from reference in pair.Key.GetReferencedAssemblies()
                   where IsOurs(reference.Name!) && !pair.Value.Contains(reference.Name)
                   select $"{pair.Key.GetName().Name} refers to {reference.Name}");
    }

    [Fact]
    public void Vendor_libraries_stay_with_the_project_that_wraps_them()
    {
        AssertNone(Vendors(Model));
        AssertNone(Vendors(Reading).Where(name => name is not "System.IO.Packaging").Where(
            name => name is not "AngleSharp" and not "SkiaSharp" and not "BitMiracle.LibTiff.NET" && !name.StartsWith("UglyToad.", StringComparison.Ordinal) && !name.StartsWith("DocumentFormat.", StringComparison.Ordinal)));
        AssertNone(Vendors(Embeddings).Except(["Microsoft.ML.OnnxRuntime"], StringComparer.Ordinal));
        AssertNone(Vendors(Core).Where(name => name is not "YamlDotNet" and not "Microsoft.Data.Sqlite" && (!name.StartsWith("Microsoft.ML", StringComparison.Ordinal) || name is "Microsoft.ML.OnnxRuntime")));
        AssertNone(Vendors(Generator).Except(["YamlDotNet"], StringComparer.Ordinal));
        AssertNone(Vendors(Exporter).Where(
            name => name is not "CsvHelper" and not "Parquet" and not "Microsoft.Data.Sqlite" && !name.StartsWith("DuckDB.NET.", StringComparison.Ordinal)));
        AssertNone(Vendors(Cli).Where(name => name is not "System.CommandLine" && !name.StartsWith("Spectre.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_room_is_in_the_plan() =>
        AssertNone(Types(Core).Select(Room).Distinct().Where(room => !Rooms.Contains(room)));

    [Fact]
    public void Rooms_look_left_only() =>
        AssertNone(from type in Types(Core)
                   from used in ReferencedTypes.Of(type)
                   where used.Assembly == Core && IsWritten(used) && Rooms.IndexOf(Room(used)) > Rooms.IndexOf(Room(type))
                   select $"{type.FullName} uses {used.FullName}");

    [Fact]
    public void Rooms_name_rooms_on_their_left_only()
    {
        var names = from file in Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, "src", "Ingest"), "*.cs", SearchOption.AllDirectories)
                    let room = Path.GetRelativePath(Path.Combine(RepositoryFolder.Path, "src", "Ingest"), file).Split(Path.DirectorySeparatorChar)[0]
                    where Rooms.Contains(room)
                    from Match match in QualifiedName().Matches(File.ReadAllText(file))
                    let named = match.Groups["room"].Value
                    select (File: Path.GetFileName(file), Room: room, Named: named);

        AssertNone(names
            .Where(name => Rooms.IndexOf(name.Named) > Rooms.IndexOf(name.Room)
                || (name.Named == "Reading" && !RoomsThatSeeReading.Contains(name.Room)))
            .Select(name => $"{name.Room}/{name.File} names Ingest.{name.Named}"));
    }

    [Fact]
    public void Only_the_rooms_at_the_right_see_the_readers() =>
        AssertNone(from type in Types(Core)
                   where !RoomsThatSeeReading.Contains(Room(type))
                   from used in ReferencedTypes.Of(type)
                   where used.Assembly == Reading
                   select $"{type.FullName} uses {used.FullName}");

    [Fact]
    public void Only_training_sees_the_library_that_fits_models() =>
        AssertNone(from type in Types(Core)
                   where type.Namespace != "Ingest.Classification.Training"
                   from used in ReferencedTypes.Of(type)
                   where used.Assembly.GetName().Name!.StartsWith("Microsoft.ML", StringComparison.Ordinal)
                   select $"{type.FullName} uses {used.FullName}");

    // A definition that names no sentence model never loads the project, nor the library behind it.
    [Fact]
    public void Only_the_loader_of_sentence_models_names_their_project() =>
        AssertNone(from type in Types(Core)
                   where (type.DeclaringType ?? type).Name != "SentenceModelLoader"
                   from used in ReferencedTypes.Of(type)
                   where used.Assembly == Embeddings
                   select $"{type.FullName} uses {used.FullName}");

    // Other verbs start without loading what writes tables and databases; ResultsNearWorkbook is a part of CorrectCommand.
    [Fact]
    public void Only_the_verbs_that_export_name_the_exporter() =>
        AssertNone(from type in Types(Cli)
                   let verb = type.DeclaringType ?? type
                   where verb.Name is not "ExportCommand" and not "VerifyCommand" and not "CompareCommand" and not "CorrectCommand" and not "ResultsNearWorkbook"
                   from used in ReferencedTypes.Of(type)
                   where used.Assembly == Exporter
                   select $"{type.FullName} uses {used.FullName}");

    [Fact]
    public void Only_the_ledger_sees_its_database() =>
        AssertNone(from type in Types(Core)
                   where type.Namespace != "Ingest.Running.Ledger"
                   from used in ReferencedTypes.Of(type)
                   where used.Assembly.GetName().Name!.StartsWith("Microsoft.Data.Sqlite", StringComparison.Ordinal)
                   select $"{type.FullName} uses {used.FullName}");

    [Fact]
    public void No_vendor_type_is_on_a_public_surface() =>
        AssertNone(from assembly in new[] { Model, Reading, Embeddings, Core, Generator, Exporter }
                   from type in assembly.GetExportedTypes()
                   from used in ReferencedTypes.OfPublicSurface(type)
                   where !IsOurs(used.Assembly.GetName().Name!) && !IsFramework(used.Assembly.GetName().Name!)
                   select $"{type.FullName} shows {used.FullName}");

    [Fact]
    public void No_name_space_shares_the_name_of_a_type()
    {
        var types = new[] { Model, Reading, Embeddings, Core, Generator, Exporter, Cli }.SelectMany(Types).ToList();
        var spaces = types.SelectMany(type => type.Namespace!.Split('.')).ToHashSet(StringComparer.Ordinal);

        AssertNone(types.Where(type => spaces.Contains(type.Name)).Select(type => type.FullName!));
    }

    [Fact]
    public void Records_of_the_model_cannot_change()
    {
        var records = Types(Model).Where(type => type.GetMethod("<Clone>$") is not null || (type.IsValueType && !type.IsEnum)).ToList();

        Assert.NotEmpty(records);
        AssertNone(records.Where(type => !type.IsSealed && !type.IsAbstract).Select(type => $"{type.Name} is not sealed"));
        AssertNone(from type in records
                   from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                   where property.SetMethod is { IsPublic: true } setter
                       && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
                   select $"{type.Name}.{property.Name} can be set");
        AssertNone(from type in records
                   from field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                   where !field.IsInitOnly && !field.Name.StartsWith('<') && !type.IsValueType
                   select $"{type.Name}.{field.Name} is not read-only");
        AssertNone(from type in records
                   from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                   where IsMutableCollection(property.PropertyType)
                   select $"{type.Name}.{property.Name} is a collection that can change");
    }

    private static void AssertNone(IEnumerable<string> offences) => Assert.Equal([], offences.Distinct().Order(StringComparer.Ordinal));

    // A cursor over values (IEnumerable) gives nothing to change; an array, a list or a dictionary does.
    private static bool IsMutableCollection(Type type) =>
        type.IsArray
        || (type != typeof(string) && type.Namespace?.StartsWith("System.Collections.Generic", StringComparison.Ordinal) == true
            && (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IEnumerable<>)));

    private static IEnumerable<Type> Types(Assembly assembly) => assembly.GetTypes().Where(IsWritten);

    // The compiler adds types of its own: outside any name space of ours, or in one of the generators'.
    private static bool IsWritten(Type type) =>
        type.Namespace is { } space && (space == "Ingest" || space.StartsWith("Ingest.", StringComparison.Ordinal));

    private static string Room(Type type) => type.Namespace!.Split('.') is [_, var room, ..] ? room : "(none)";

    private static IEnumerable<string> Vendors(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(reference => reference.Name!)
        .Where(name => !IsOurs(name) && !IsFramework(name));

    private static bool IsOurs(string assembly) => assembly == "Ingest" || assembly.StartsWith("Ingest.", StringComparison.Ordinal);

    // Some vendor packages have names that begin as the framework's do.
    private static bool IsFramework(string assembly) =>
        assembly is "System" or "netstandard" or "mscorlib" or "Microsoft.Win32.Primitives"
        || (assembly.StartsWith("System.", StringComparison.Ordinal) && assembly is not "System.CommandLine" and not "System.IO.Packaging");

    [GeneratedRegex(@"\bIngest\.(?<room>[A-Z]\w+)")]
    private static partial Regex QualifiedName();
}
