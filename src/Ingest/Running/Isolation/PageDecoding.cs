using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Running.Isolation;

/// <summary>The mirror of <see cref="PageEncoding"/>.</summary>
internal sealed class PageDecoding
{
    private readonly BinaryReader _in;
    private readonly List<string> _shared = [];

    private PageDecoding(BinaryReader reader) => _in = reader;

    /// <summary>Reads a page.</summary>
    /// <exception cref="EndOfStreamException">The bytes end before the page does.</exception>
    public static Page ReadPage(BinaryReader reader) => new PageDecoding(reader).Page();

    /// <summary>Reads findings that belong to no page.</summary>
    /// <exception cref="EndOfStreamException">The bytes end before the findings do.</exception>
    public static ImmutableArray<Finding> ReadFindings(BinaryReader reader)
    {
        var decoding = new PageDecoding(reader);
        return decoding.All(decoding.Finding);
    }

    // Initialisers run in the order in which they are written, which is that of the bytes.
    private Page Page() => new()
    {
        Number = _in.Read7BitEncodedInt(),
        PageCount = Number(),
        Size = Optional(Size),
        Turn = Turn(),
        Words = All(Word),
        Rulings = All(() => new Ruling(Box(), _in.ReadBoolean(), Shared())),
        Fills = All(() => new FilledArea(Box(), Shared())),
        Images = All(() => new ImageArea(Box(), Optional(_in.ReadDouble))),
        TaggedTables = All(TaggedTable),
        Blocks = All(Block),
        Findings = All(Finding),
    };

    private PageSize Size() => new(_in.ReadDouble(), _in.ReadDouble());

    private PageTurn? Turn() => _in.ReadBoolean() ? new PageTurn(_in.Read7BitEncodedInt(), _in.ReadDouble(), Size()) : null;

    private Word Word() => new()
    {
        Text = _in.ReadString(),
        Box = Box(),
        Shown = Optional(Box),
        Baseline = _in.ReadDouble(),
        Font = new WordFont(Shared()!, _in.ReadDouble(), _in.ReadBoolean(), _in.ReadBoolean()),
        Direction = (TextDirection)_in.ReadByte(),
        IsVisible = _in.ReadBoolean(),
        MarkedContent = Number(),
        IsArtifact = _in.ReadBoolean(),
        Colour = Shared(),
        Raw = Text(),
        Origin = (Origin)_in.ReadByte(),
        Confidence = _in.ReadDouble(),
        SecondReading = Text(),
    };

    private TaggedTable TaggedTable() => new()
    {
        Id = _in.Read7BitEncodedInt(),
        Rows = All(_in.Read7BitEncodedInt),
        ColumnCount = _in.Read7BitEncodedInt(),
        IsPart = _in.ReadBoolean(),
        Cells = All(TaggedCell),
    };

    private TaggedCell TaggedCell() => new()
    {
        Row = _in.Read7BitEncodedInt(),
        Column = _in.Read7BitEncodedInt(),
        RowSpan = _in.Read7BitEncodedInt(),
        ColumnSpan = _in.Read7BitEncodedInt(),
        IsHeader = _in.ReadBoolean(),
        Words = All(_in.Read7BitEncodedInt),
    };

    private FlowBlock Block()
    {
        var isTable = _in.ReadBoolean();
        var role = (FlowRole)_in.ReadByte();
        return isTable ? Table(role) : Paragraph(role);
    }

    private FlowParagraph Paragraph(FlowRole role) => new()
    {
        Role = role,
        Region = Region(),
        Text = _in.ReadString(),
        Raw = Text(),
        Marker = Text(),
        ListLevel = Number(),
        HeadingLevel = Number(),
        IsBold = _in.ReadBoolean(),
        FontSize = Optional(_in.ReadDouble),
    };

    private FlowTable Table(FlowRole role) => new()
    {
        Role = role,
        ColumnCount = _in.Read7BitEncodedInt(),
        RowCount = _in.Read7BitEncodedInt(),
        Cells = All(Cell),
        HeaderRowCount = _in.Read7BitEncodedInt(),
    };

    private FlowCell Cell() => new()
    {
        Row = _in.Read7BitEncodedInt(),
        Column = _in.Read7BitEncodedInt(),
        RowSpan = _in.Read7BitEncodedInt(),
        ColumnSpan = _in.Read7BitEncodedInt(),
        Content = All(Block),
        Region = _in.ReadBoolean() ? Region() : null,
    };

    private Finding Finding() => new()
    {
        Code = _in.ReadString(),
        Severity = (Severity)_in.ReadByte(),
        Message = _in.ReadString(),
        MessageEn = _in.ReadString(),
        Pointer = Text(),
        Evidence = _in.ReadBoolean() ? Evidence() : null,
    };

    private Evidence Evidence() => new()
    {
        Regions = All(Region),
        Text = _in.ReadString(),
        Origin = (Origin)_in.ReadByte(),
        Confidence = _in.ReadDouble(),
        EngineConfidence = Optional(_in.ReadDouble),
        SecondReading = Text(),
    };

    private EvidenceRegion Region() => new()
    {
        Page = Number(),
        Bbox = Optional(Box),
        Straight = Optional(Box),
        Line = Number(),
        Paragraph = Number(),
        Sheet = Shared(),
        Cell = Text(),
    };

    private Box Box() => new(_in.ReadDouble(), _in.ReadDouble(), _in.ReadDouble(), _in.ReadDouble());

    private ImmutableArray<T> All<T>(Func<T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        for (var left = _in.Read7BitEncodedInt(); left > 0; left--)
            items.Add(read());
        return items.DrainToImmutable();
    }

    private int? Number() => Optional(_in.Read7BitEncodedInt);

    private T? Optional<T>(Func<T> read)
        where T : struct => _in.ReadBoolean() ? read() : null;

    private string? Text() => _in.ReadBoolean() ? _in.ReadString() : null;

    private string? Shared()
    {
        var number = _in.Read7BitEncodedInt();
        if (number == 0)
            return null;
        if (number > _shared.Count)
            _shared.Add(_in.ReadString());
        return _shared[number - 1];
    }
}
