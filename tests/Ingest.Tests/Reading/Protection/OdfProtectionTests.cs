using System.IO.Compression;
using Ingest.Model.Pages;
using Ingest.Reading;
using Ingest.Reading.Odf;
using Ingest.Reading.Protection;
using Xunit;

namespace Ingest.Tests.Reading.Protection;

/// <summary>OpenDocument packages that a password protects. That LibreOffice opens what is made here was seen by hand.</summary>
public sealed class OdfProtectionTests
{
    private const string Right = "Été 2025";
    private const string Names = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.2\"";
    private const string Content = $"<office:document-content {Names}><office:body><office:text><text:p>Programmation 2025</text:p></office:text></office:body></office:document-content>";
    private const string Styles = $"<office:document-styles {Names}/>";

    [Theory]
    [InlineData("libreoffice.odt")]
    [InlineData("libreoffice.ods")]
    public void What_LibreOffice_protects_is_read_as_it_was_written(string name)
    {
        var blocks = Read(ProtectedFiles.Of(name)).SelectMany(page => page.Blocks).ToList();

        var cells = Assert.Single(blocks.OfType<FlowTable>()).Cells.Select(cell => string.Concat(cell.Content.OfType<FlowParagraph>().Select(paragraph => paragraph.Text)));
        Assert.Equal(["Action", "Porteur", "Coût total", "Ville", "Vélos", "CCAS", "1 000 €", "600 €", "Café", "Mission locale", "2 000 €", "1 500 €"], cells.Select(cell => cell.Replace('\u00A0', ' ')));
    }

    [Theory]
    [InlineData("http://www.w3.org/2001/04/xmlenc#aes256-cbc", 32, false)]
    [InlineData("http://www.w3.org/2001/04/xmlenc#aes192-cbc", 24, false)]
    [InlineData("http://www.w3.org/2001/04/xmlenc#aes128-cbc", 16, true)]
    public void Keys_of_every_length_and_older_hashes_are_known(string cipher, int keyLength, bool isOld) =>
        Assert.Equal("Programmation 2025", Text(new OdfEncryptor(Right) { Cipher = cipher, KeyLength = keyLength, IsOld = isOld }.Protect(("content.xml", Content), ("styles.xml", Styles))));

    [Theory]
    [InlineData("PBKDF2", "Blowfish CFB", "blowfish cfb")]
    [InlineData("urn:org:documentfoundation:names:experimental:office:manifest:argon2id", "http://www.w3.org/2009/xmlenc11#aes256-gcm", "argon2id")]
    public void Encryption_that_is_not_read_is_told_by_its_name(string derivation, string cipher, string told)
    {
        foreach (var part in new[] { "content.xml", "encrypted-package" })
        {
            var bytes = new OdfEncryptor(Right) { Derivation = derivation, Cipher = cipher }.Protect((part, Content));

            Assert.Equal("source.encrypted", Failure(bytes, "").Finding.Code);
            Assert.Equal("source.unreadable", Failure(bytes, Right).Finding.Code);
            Assert.Contains(told, Failure(bytes, Right).Finding.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2000000000")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("x")]
    public void Rounds_beyond_reason_are_refused_before_they_are_made(string rounds) =>
        Assert.Contains("iteration-count", Failure(new OdfEncryptor(Right) { Rounds = rounds }.Protect(("content.xml", Content)), Right).Finding.Message, StringComparison.Ordinal);

    [Fact]
    public void A_part_that_unpacks_to_more_than_is_read_is_told()
    {
        var bomb = new OdfEncryptor(Right).Protect(("content.xml", Content.Replace("2025", new string(' ', 3_000_000), StringComparison.Ordinal)));

        Assert.Equal("source.archive-limit", Failure(bomb, Right).Finding.Code);
    }

    [Fact]
    public void Styles_that_were_changed_cost_the_styles()
    {
        var bytes = Changed(new OdfEncryptor(Right).Protect(("content.xml", Content), ("styles.xml", Styles)), "styles.xml");

        var page = Assert.Single(Read(bytes));

        Assert.Equal("Programmation 2025", Assert.Single(page.Blocks.OfType<FlowParagraph>()).Text);
        Assert.Equal("source.unread-part", Assert.Single(page.Findings).Code);
    }

    // One byte of an entry, which is not packed, is another.
    private static byte[] Changed(byte[] bytes, string name)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = archive.GetEntry(name)!.Open();
            var first = entry.ReadByte();
            entry.Position = 0;
            entry.WriteByte((byte)(first ^ 1));
        }

        return stream.ToArray();
    }

    private static string Text(byte[] bytes) => string.Join('\n', Read(bytes).SelectMany(page => page.Blocks).OfType<FlowParagraph>().Select(paragraph => paragraph.Text));

    private static List<Page> Read(byte[] bytes, string passwords = "faux\n" + Right) => [.. Readers(passwords).Open(bytes).Read()];

    private static UnreadableSourceException Failure(byte[] bytes, string passwords) => Assert.Throws<UnreadableSourceException>(() => Read(bytes, passwords));

    private static SourceReader Readers(string lines)
    {
        var passwords = Passwords.Parse(lines);
        return new SourceReader(passwords, [new OdtReader(new OdfOptions(), new ReadingLimits(), passwords), new OdsReader(new OdfOptions(), new ReadingLimits(), passwords)]);
    }
}
