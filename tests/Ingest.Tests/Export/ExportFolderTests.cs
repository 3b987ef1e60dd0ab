using Ingest.Export;
using Ingest.Export.Packaging;
using Ingest.Tests.Emission;
using Xunit;
using static Ingest.Tests.Export.ExportedCollection;

namespace Ingest.Tests.Export;

public sealed class ExportFolderTests
{
    [Fact]
    public void The_same_documents_give_the_same_bytes_elsewhere_and_again()
    {
        using var first = Collection();
        using var second = Collection();

        first.Export();
        second.Export();
        second.Export();

        Assert.Equal(Bytes(first), Bytes(second));
    }

    [Fact]
    public void What_was_exported_proves_itself()
    {
        using var collection = Collection();

        collection.Export();

        Assert.Empty(ExportVerification.Check(collection.Data, out var count)!.Value);
        Assert.Equal(FileRecord.PathsBelow(collection.Data).Count() - 1, count);
    }

    [Fact]
    public void A_file_that_is_missing_changed_or_too_many_is_told()
    {
        using var collection = Collection();
        collection.Export();

        File.Delete(collection["csv/actions.csv"]);
        File.AppendAllText(collection["dictionnaire.md"], " ");
        File.WriteAllText(collection["notes.txt"], "…");

        Assert.Equal(
            [("csv/actions.csv", FileProblem.Missing), ("dictionnaire.md", FileProblem.Changed), ("notes.txt", FileProblem.Extra)],
            ExportVerification.Check(collection.Data, out _)!.Value);
    }

    [Fact]
    public void A_manifest_cannot_point_out_of_its_folder()
    {
        using var collection = Collection();
        collection.Export();
        var manifest = collection[Manifest.FileName];

        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"csv/actions.csv\"", "\"../out/documents/a.pdf.json\"", StringComparison.Ordinal));

        Assert.Contains(("../out/documents/a.pdf.json", FileProblem.Missing), ExportVerification.Check(collection.Data, out _)!.Value);
    }

    [Fact]
    public void An_export_takes_the_place_of_the_one_before()
    {
        using var collection = Collection();
        collection.Export();

        collection.Export(new ExportOptions { Formats = [ExportFormat.Csv] });

        Assert.False(File.Exists(collection["collection.xlsx"]));
        Assert.Empty(ExportVerification.Check(collection.Data, out _)!.Value);
    }

    [Theory]
    [InlineData("collection.xlsx")]
    [InlineData("~$collection.xlsx")]
    public void A_workbook_that_somebody_filled_or_has_open_is_never_taken_away(string name)
    {
        using var collection = Collection();
        collection.Export();
        File.AppendAllText(collection[name], "corrections");

        var error = Assert.Throws<OccupiedFolderException>(() => collection.Export());

        Assert.Equal(collection[name], error.Path);
        Assert.EndsWith("corrections", File.ReadAllText(collection[name]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_something_else_is_never_taken_away()
    {
        using var collection = Collection();
        Directory.CreateDirectory(collection.Data);
        File.WriteAllText(collection["these.docx"], "…");

        Assert.Throws<OccupiedFolderException>(() => collection.Export());

        Assert.Equal(["these.docx"], FileRecord.PathsBelow(collection.Data));
    }

    [Fact]
    public void An_export_that_is_stopped_leaves_the_one_before_and_nothing_else()
    {
        using var collection = Collection();
        collection.Export();
        var before = Bytes(collection);
        collection.Put("z.pdf", SampleDocument.Full());

        Assert.Throws<OperationCanceledException>(() => new CollectionExport(new ExportOptions()).Write(new Ingest.Collections.CollectionReader(collection.Results), collection.Data, new CancellationToken(canceled: true)));

        Assert.Equal(before, Bytes(collection));
        Assert.Equal(["data", "out"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(collection.Data)!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_export_that_was_killed_between_two_moves_is_put_back()
    {
        using var collection = Collection();
        collection.Export();
        var before = Bytes(collection);
        Directory.Move(collection.Data, Path.Combine(Path.GetDirectoryName(collection.Data)!, ".data.ingest-old"));

        collection.Export();

        Assert.Equal(before, Bytes(collection));
        Assert.Equal(["data", "out"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(collection.Data)!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_export_that_was_killed_while_it_took_the_one_before_away_is_finished()
    {
        using var collection = Collection();
        collection.Export();
        collection.Export(data: Path.Combine(Path.GetDirectoryName(collection.Data)!, ".data.ingest-old"));
        Directory.Delete(Path.Combine(Path.GetDirectoryName(collection.Data)!, ".data.ingest-old", "csv"), recursive: true);

        collection.Export();

        Assert.Equal(["data", "out"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(collection.Data)!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_a_killed_export_had_under_way_is_swept_up_and_nothing_else()
    {
        using var collection = Collection();
        var parent = Path.GetDirectoryName(collection.Data)!;
        // No system gives a process this number; that of this process is at work.
        Directory.CreateDirectory(Path.Combine(parent, $".data.{int.MaxValue}.tmp"));
        Directory.CreateDirectory(Path.Combine(parent, ".data.mine.tmp"));

        collection.Export();

        Assert.Equal([".data.mine.tmp", "data", "out"], Directory.EnumerateFileSystemEntries(parent).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static ExportedCollection Collection() => Of(
        ("a.pdf", SampleDocument.Full()), ("b.pdf", SampleDocument.Failed()), ("c/d.docx", SampleDocument.Random(3)), ("c/e.docx", SampleDocument.Random(8)));

    private static SortedDictionary<string, string> Bytes(ExportedCollection collection) =>
        new(FileRecord.PathsBelow(collection.Data).ToDictionary(path => path, path => FileRecord.Of(collection.Data, path).Sha256), StringComparer.Ordinal);
}
