using System.Collections.Immutable;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Reading.Pdf.Forms;

/// <summary>The kinds of fields that differ in what a reader sees of them.</summary>
internal enum FieldKind
{
    /// <summary>A signature, or a field that does not say what it is: only its appearance tells.</summary>
    Drawn,

    /// <summary>A text, or one choice that drops down.</summary>
    Text,

    /// <summary>A list of which some lines are chosen: its appearance shows the others, too.</summary>
    List,

    /// <summary>A box that is ticked or not.</summary>
    Box,

    /// <summary>A button that does something, or a password: no content.</summary>
    Ignored,
}

/// <summary>
/// One widget's field with what it inherits: ISO 32000-1, 12.7.3. The way up from a widget is walked, never the tree down from its
/// root: a tree in a circle, or one whose branches lead nowhere, costs what it holds and nothing else.
/// </summary>
internal sealed record FormField
{
    private const int Multiline = 1 << 12;
    private const int Password = 1 << 13;
    private const int PushButton = 1 << 16;
    private const int Combo = 1 << 17;
    private const int Comb = 1 << 24;

    public required FieldKind Kind { get; init; }

    /// <summary>What it holds, as a reader would see it; empty for nothing.</summary>
    public required string Value { get; init; }

    public bool IsTicked { get; init; }

    public bool IsMultiline { get; init; }

    /// <summary>How many equal places of one character it has; 0 for an ordinary field.</summary>
    public int CombPlaces { get; init; }

    /// <summary>Font and size, as an operator string.</summary>
    public string? DefaultAppearance { get; init; }

    /// <summary>0 left, 1 in the middle, 2 right.</summary>
    public int Quadding { get; init; }

    /// <summary>The field of a widget.</summary>
    public static FormField Of(DictionaryToken widget, PdfObjects objects, PdfFormOptions options)
    {
        var line = LineUp(widget, objects, options);
        T? Inherited<T>(Func<DictionaryToken, T?> entry) => line.Select(entry).FirstOrDefault(value => value is not null);
        var flags = Inherited(field => objects.Integer(field, "Ff")) ?? 0;
        var kind = KindOf(Inherited(field => objects.Name(field, "FT")), flags);
        var holder = line.FirstOrDefault(field => field.ContainsKey(NameToken.V));
        var value = kind is FieldKind.Text or FieldKind.List && holder is not null ? ValueOf(holder, line, objects) : "";
        return new FormField
        {
            Kind = kind,
            Value = value.Length > options.MaxFieldLength ? value[..options.MaxFieldLength] : value,
            IsTicked = kind == FieldKind.Box && IsOn(widget, holder, objects),
            IsMultiline = kind == FieldKind.List || (flags & Multiline) != 0,
            CombPlaces = kind == FieldKind.Text && (flags & Comb) != 0 ? Math.Max(0, Inherited(field => objects.Integer(field, "MaxLen")) ?? 0) : 0,
            DefaultAppearance = Inherited(field => objects.Text(field, "DA")),
            Quadding = Inherited(field => objects.Integer(field, "Q")) ?? 0,
        };
    }

    // The widget, then the fields around it from within.
    private static List<DictionaryToken> LineUp(DictionaryToken widget, PdfObjects objects, PdfFormOptions options)
    {
        var line = new List<DictionaryToken>();
        for (var field = widget; field is not null && line.Count < options.MaxFieldDepth && !line.Exists(one => ReferenceEquals(one, field)); field = objects.Dictionary(field, "Parent"))
            line.Add(field);
        return line;
    }

    private static FieldKind KindOf(string? type, int flags) => type switch
    {
        "Tx" when (flags & Password) != 0 => FieldKind.Ignored,
        "Tx" => FieldKind.Text,
        "Ch" => (flags & Combo) != 0 ? FieldKind.Text : FieldKind.List,
        "Btn" when (flags & PushButton) != 0 => FieldKind.Ignored,
        "Btn" => FieldKind.Box,
        _ => FieldKind.Drawn,
    };

    // Choices may have a value for programs and another for readers: [export, shown].
    private static string ValueOf(DictionaryToken holder, List<DictionaryToken> line, PdfObjects objects)
    {
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var choice in line.Select(field => objects.Items(field, "Opt")).FirstOrDefault(choices => !choices.IsEmpty, []))
        {
            if (objects.AsItems(choice) is [var export, var label] && objects.Text(export) is { } key && objects.Text(label) is { } text)
                shown[key] = text;
        }

        var values = objects.Items(holder, "V") is { IsEmpty: false } several ? several.Select(objects.Text) : [objects.Text(holder, "V")];
        return string.Join('\n', values.OfType<string>().Select(value => shown.GetValueOrDefault(value, value)));
    }

    // The state of the widget's own appearance; where it has none, the value of the field, which names one of its states.
    private static bool IsOn(DictionaryToken widget, DictionaryToken? holder, PdfObjects objects)
    {
        if (objects.Name(widget, "AS") is { } state)
            return state != "Off";
        if (holder is null || objects.Text(holder, "V") is not { } value || value == "Off")
            return false;
        var states = objects.Dictionary(widget, "AP") is { } appearances ? objects.Dictionary(appearances, "N") : null;
        return states is null || states.ContainsKey(NameToken.Create(value));
    }
}
