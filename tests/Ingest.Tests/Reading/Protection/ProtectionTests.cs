using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using Ingest.Model.Pages;
using Ingest.Reading;
using Ingest.Reading.Docx;
using Ingest.Reading.Odf;
using Ingest.Reading.Pdf;
using Ingest.Reading.Protection;
using Ingest.Reading.Xlsx;
using Xunit;

namespace Ingest.Tests.Reading.Protection;

public sealed class ProtectionTests
{
    private const string Right = "faux\nÉté 2025\nEte 2025\n";

    [Theory]
    [InlineData("agile.docx", "wordprocessingml")]
    [InlineData("standard.xlsx", "spreadsheetml")]
    [InlineData("libreoffice.odt", "opendocument.text")]
    [InlineData("libreoffice.ods", "opendocument.spreadsheet")]
    public void A_protected_package_is_opened_and_read_by_the_reader_of_what_it_holds(string name, string format)
    {
        var source = Readers(Right).Open(ProtectedFiles.Of(name));

        Assert.Contains(format, source.Reader.MediaType, StringComparison.Ordinal);
        Assert.NotEmpty(source.Read().SelectMany(page => page.Blocks));
    }

    [Fact]
    public void What_is_opened_is_what_was_protected()
    {
        var plain = new DocxReader().Read(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(Here())!, "../Docx/Samples/lists-merges-notes.docx"))).Single();

        Assert.Equal(plain.Blocks.Length, Readers(Right).Open(ProtectedFiles.Of("agile.docx")).Read().Single().Blocks.Length);
    }

    [Theory]
    [InlineData("aes256.pdf")]
    [InlineData("aes128.pdf")]
    [InlineData("rc4.pdf")]
    public void A_protected_pdf_is_opened_with_the_values_of_its_fields(string name)
    {
        var page = Assert.Single(Pages(name, Right));

        Assert.Equal("Programmation 2025 : 12 500 CCAS", string.Join(' ', page.Words.Select(word => word.Text)));
        Assert.Equal("Programmation", Assert.Single(Pages(name, "maire")).Words[0].Text);
    }

    [Fact]
    public void A_pdf_that_only_may_not_be_changed_needs_no_password() => Assert.Single(Pages("owner-only.pdf", ""));

    [Theory]
    [InlineData("agile.docx")]
    [InlineData("standard.xlsx")]
    [InlineData("libreoffice.odt")]
    [InlineData("libreoffice.ods")]
    [InlineData("aes256.pdf")]
    [InlineData("rc4.pdf")]
    public void A_missing_and_a_wrong_password_are_told_apart_and_never_told(string name)
    {
        Assert.Equal("source.encrypted", Failure(ProtectedFiles.Of(name), "").Finding.Code);

        var wrong = Failure(ProtectedFiles.Of(name), "secret-un\nsecret-deux");
        Assert.Equal("source.wrong-password", wrong.Finding.Code);
        Assert.Contains("2", wrong.Finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", wrong.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_that_was_changed_is_not_read()
    {
        var bytes = ProtectedFiles.Of("agile.docx");
        var content = new CompoundFile(bytes).Stream("EncryptedPackage")!;
        var at = bytes.AsSpan().IndexOf(content.AsSpan(600, 100));
        bytes[at + 50] ^= 1;

        Assert.Equal("source.unreadable", Failure(bytes, Right).Finding.Code);
    }

    [Fact]
    public void Rounds_beyond_the_standard_are_refused_before_they_are_made()
    {
        var description = new CompoundFile(ProtectedFiles.Of("agile.docx")).Stream("EncryptionInfo")!;
        var hostile = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(description[8..]).Replace("spinCount=\"100000\"", "spinCount=\"2000000000\"", StringComparison.Ordinal));
        Assert.Contains("spinCount", Assert.Throws<InvalidDataException>(() => PackageEncryption.Of([.. description[..8], .. hostile])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agile.docx")]
    [InlineData("standard.xlsx")]
    [InlineData("libreoffice.odt")]
    public void Damage_of_any_place_is_one_finding(string name)
    {
        var whole = ProtectedFiles.Of(name);
        for (var at = 8; at < 1536; at += 61)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0xFF;
            AssertTold(damaged);
        }

        for (var length = 8; length < whole.Length; length += 1499)
            AssertTold(whole[..length]);
    }

    [Fact]
    public void Sectors_in_a_circle_end()
    {
        var bytes = ProtectedFiles.Of("agile.docx");
        var fat = (int)((BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(76)) + 1) * 512);
        for (var entry = 0; entry < 128; entry++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(fat + (4 * entry)), 0);

        Assert.Throws<InvalidDataException>(() => new CompoundFile(bytes));
    }

    [Theory]
    [InlineData("un\ndeux\r\n\nun\n", "un|deux")]
    [InlineData("\uFEFF avec espace ", " avec espace ")]
    [InlineData("\n\n", "")]
    public void Passwords_stand_one_on_a_line(string lines, string expected) => Assert.Equal(expected, string.Join('|', Passwords.Parse(lines).Values));

    [Fact]
    public void Passwords_do_not_print_themselves() => Assert.DoesNotContain("secret", Passwords.Parse("secret").ToString(), StringComparison.Ordinal);

    private static void AssertTold(byte[] bytes)
    {
        try
        {
            Assert.NotNull(Readers("Été 2025").Open(bytes).Read().ToList());
        }
        catch (UnreadableSourceException error)
        {
            Assert.StartsWith("source.", error.Finding.Code, StringComparison.Ordinal);
        }
    }

    private static List<Page> Pages(string name, string passwords) => [.. Readers(passwords).Open(ProtectedFiles.Of(name)).Read()];

    private static UnreadableSourceException Failure(byte[] bytes, string passwords) =>
        Assert.Throws<UnreadableSourceException>(() => Readers(passwords).Open(bytes).Read().ToList());

    private static SourceReader Readers(string lines)
    {
        var passwords = Passwords.Parse(lines);
        return new SourceReader(passwords, [new PdfReader(passwords: passwords), new DocxReader(), new XlsxReader(), new OdtReader(new OdfOptions(), new ReadingLimits(), passwords), new OdsReader(new OdfOptions(), new ReadingLimits(), passwords)]);
    }

    private static string Here([CallerFilePath] string here = "") => here;
}
