using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Ingest.Reading.Packages;

namespace Ingest.Reading.Xlsx;

/// <summary>
/// Opens parts for reading from the start to the end, element by element: a sheet of a million rows takes no memory. The typed
/// classes of the library are avoided on purpose, as they throw on values that the schema forbids and real files have. Elements
/// are told by their local names, which the strict and the transitional flavour share.
/// </summary>
internal sealed class PartXml(XlsxOptions options, PackageParts? parts = null)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>A reader at the start of the part.</summary>
    public XmlReader Open(OpenXmlPart part)
    {
        parts?.Take(part.Uri.OriginalString);
        return XmlReader.Create(new BoundedStream(part.GetStream(FileMode.Open, FileAccess.Read), options.LargestPartMegabytes * 1_000_000L, part.Uri.OriginalString), Settings);
    }

    /// <summary>Whether what was thrown tells of a damaged file and not of an error here.</summary>
    public static bool IsDamage(Exception exception) =>
        exception is ArchiveLimitException or XmlException or InvalidDataException or OpenXmlPackageException or IOException or FormatException
            or InvalidOperationException or ArgumentException or NotSupportedException or OverflowException;

    // An archive can unpack to any length: reading ends at the limit as at damage.
    private sealed class BoundedStream(Stream inner, long limit, string name) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _read;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = inner.Read(buffer);
            _read += count;
            return _read <= limit ? count : throw new InvalidDataException($"{name}: > {limit} bytes");
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
