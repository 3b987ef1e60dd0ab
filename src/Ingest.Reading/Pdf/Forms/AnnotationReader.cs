using System.Collections.Immutable;
using Ingest.Model.Provenance;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Reading.Pdf.Forms;

/// <summary>What a form of the file paints.</summary>
/// <param name="form">The form.</param>
/// <param name="matrix">From the form's own coordinates, its matrix applied, to the page's.</param>
internal delegate PageInk FormPainter(StreamToken form, TransformationMatrix matrix);

/// <summary>
/// Annotations of a page → what they show: values of fields, free text, stamps, each by the appearance that the file stores for it,
/// else set into its place. Notes and marks that people made on the page are told apart: they are no content of it.
/// </summary>
/// <param name="objects">The entries of the file.</param>
/// <param name="settings">What the form says of all its fields.</param>
/// <param name="paint">What an appearance paints.</param>
/// <param name="bounds">The page as shown.</param>
/// <param name="toShown">A point of the page's own coordinates on the page as shown.</param>
/// <param name="isOff">Whether an optional content is switched off.</param>
/// <param name="reading">Thresholds.</param>
internal sealed class AnnotationReader(
    PdfObjects objects, FormSettings settings, FormPainter paint, Box bounds, Func<double, double, ShownPoint> toShown, Func<DictionaryToken?, bool> isOff, PdfReadingOptions reading)
{
    private const int Hidden = 1 << 1;
    private const int NoView = 1 << 5;
    private const double DegreesPerRadian = 180 / Math.PI;

    private static readonly FormField FreeText = new() { Kind = FieldKind.Text, Value = "", IsMultiline = true };

    private readonly ImmutableArray<AnnotationInk>.Builder _shown = ImmutableArray.CreateBuilder<AnnotationInk>();
    private readonly ImmutableArray<HeldText>.Builder _hidden = ImmutableArray.CreateBuilder<HeldText>();
    private readonly ImmutableArray<HeldText>.Builder _remarks = ImmutableArray.CreateBuilder<HeldText>();
    private readonly ImmutableArray<(HeldText Read, string Other)>.Builder _differing = ImmutableArray.CreateBuilder<(HeldText Read, string Other)>();
    private readonly TextInBox _setting = new(reading.Forms);
    private string? _unread;

    /// <summary>The annotations of a page's dictionary.</summary>
    public PageAnnotations Read(DictionaryToken page)
    {
        var annotations = objects.Items(page, "Annots");
        if (annotations.IsEmpty)
            return PageAnnotations.None with { IsStandIn = settings.IsDrawnByXfa };
        if (annotations.Length > reading.Forms.MaxAnnotations)
            _unread = $"{annotations.Length - reading.Forms.MaxAnnotations} annotations beyond {reading.Forms.MaxAnnotations}";
        foreach (var token in annotations.Take(reading.Forms.MaxAnnotations))
        {
            try
            {
                if (objects.AsDictionary(token) is { } annotation)
                    ReadOne(annotation);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                // The library states no list of what it throws on broken objects. The page and its other fields stay.
                _unread ??= error.Message;
            }
        }

        return new PageAnnotations
        {
            Shown = _shown.ToImmutable(),
            Hidden = _hidden.ToImmutable(),
            Remarks = _remarks.ToImmutable(),
            Differing = _differing.ToImmutable(),
            IsStandIn = settings.IsDrawnByXfa,
            Unread = _unread,
        };
    }

    private void ReadOne(DictionaryToken annotation)
    {
        var place = objects.Rectangle(annotation, "Rect") is { } rectangle ? BoxOf(rectangle) : default;
        switch (objects.Name(annotation, "Subtype"))
        {
            case "Widget":
                ReadWidget(annotation, place);
                break;
            case "FreeText":
                var field = FreeText with
                {
                    Value = Cut(objects.Text(annotation, "Contents") ?? ""),
                    DefaultAppearance = objects.Text(annotation, "DA"),
                    Quadding = objects.Integer(annotation, "Q") ?? 0,
                };
                Show(annotation, field, place);
                break;
            case "Stamp":
                Show(annotation, FreeText with { Kind = FieldKind.Drawn }, place);
                break;
            case "Link" or "Popup" or null:
                break;
            default:
                if (objects.Text(annotation, "Contents") is { } remark && !string.IsNullOrWhiteSpace(remark))
                    _remarks.Add(new HeldText(place, Cut(remark)));
                break;
        }
    }

    private void ReadWidget(DictionaryToken annotation, Box place)
    {
        var field = FormField.Of(annotation, objects, reading.Forms);
        if (field.Kind == FieldKind.Ignored)
            return;
        if (field.Kind != FieldKind.Box)
            Show(annotation, field, place);
        else if (IsSeen(annotation, place))
            _shown.Add(new AnnotationInk(place) { IsTicked = field.IsTicked });
    }

    private void Show(DictionaryToken annotation, FormField field, Box place)
    {
        if (!IsSeen(annotation, place))
        {
            if (!string.IsNullOrWhiteSpace(field.Value))
                _hidden.Add(new HeldText(place, field.Value));
            return;
        }

        // A list shows what is not chosen, too; the characters of a comb stand apart as if each were a word.
        var letters = field.Kind == FieldKind.List || field.CombPlaces > 0 ? [] : Letters(annotation, field);
        if (IsSetAnew(field, letters, place))
            _shown.Add(new AnnotationInk(place) { Words = _setting.Set(field.Value, WithFont(field), HeadingOf(annotation), place) });
        else if (!letters.IsEmpty)
            _shown.Add(new AnnotationInk(place) { Glyphs = letters });
    }

    // What the appearance paints is what a reader sees, but where it paints nothing, cuts the value off or is declared old.
    private bool IsSetAnew(FormField field, ImmutableArray<Glyph> letters, Box place)
    {
        if (string.IsNullOrWhiteSpace(field.Value))
            return false;
        var shown = string.Concat(letters.Select(letter => letter.Text));
        if (string.IsNullOrWhiteSpace(shown))
            return true;
        if (ShownTexts.Agree(shown, field.Value))
            return letters.Any(letter => !letter.IsVisible && !letter.IsSpace);
        if (letters.Any(letter => !letter.IsDecoded))
            return true;
        var (read, other) = settings.IsForViewerToDraw ? (field.Value, shown) : (shown, field.Value);
        _differing.Add((new HeldText(place, read.Trim()), other.Trim()));
        return settings.IsForViewerToDraw;
    }

    private ImmutableArray<Glyph> Letters(DictionaryToken annotation, FormField field)
    {
        if (AppearanceOf(annotation) is not { } form || objects.Rectangle(annotation, "Rect") is not { } rectangle || objects.Rectangle(form.StreamDictionary, "BBox") is not { } box)
            return [];
        var own = objects.Numbers(form.StreamDictionary, "Matrix") is { Length: 6 } numbers && numbers.All(double.IsFinite)
            ? TransformationMatrix.FromArray(numbers)
            : TransformationMatrix.Identity;
        PdfPoint[] corners = [own.Transform(box.BottomLeft), own.Transform(box.BottomRight), own.Transform(box.TopLeft), own.Transform(box.TopRight)];
        var (left, bottom) = (corners.Min(corner => corner.X), corners.Min(corner => corner.Y));
        var (width, height) = (corners.Max(corner => corner.X) - left, corners.Max(corner => corner.Y) - bottom);
        if (!(width > 0 && height > 0))
            return [];

        // ISO 32000-1, 12.5.5: the box of the appearance is laid upon the annotation's rectangle.
        var (across, up) = (rectangle.Width / width, rectangle.Height / height);
        var ink = paint(form, TransformationMatrix.FromValues(across, 0, 0, up, rectangle.Left - (left * across), rectangle.Bottom - (bottom * up)));
        if (field.Value.Length == 0)
            _unread ??= ink.Unread;
        return ink.Glyphs;
    }

    // One appearance, or one for each state.
    private StreamToken? AppearanceOf(DictionaryToken annotation)
    {
        if (objects.Dictionary(annotation, "AP") is not { } appearances)
            return null;
        if (objects.Stream(appearances, "N") is { } only)
            return only;
        return objects.Dictionary(appearances, "N") is { } states && objects.Name(annotation, "AS") is { } state ? objects.Stream(states, state) : null;
    }

    private bool IsSeen(DictionaryToken annotation, Box place) =>
        ((objects.Integer(annotation, "F") ?? 0) & (Hidden | NoView)) == 0 && place is { Width: > 0, Height: > 0 } && place.Overlaps(bounds) && !isOff(objects.Dictionary(annotation, "OC"));

    private FormField WithFont(FormField field) => field with { DefaultAppearance = field.DefaultAppearance ?? settings.DefaultAppearance };

    // A field says by how much its text is turned against the page as it is stored; the page may be turned in turn.
    private Heading HeadingOf(DictionaryToken annotation)
    {
        var turn = (objects.Dictionary(annotation, "MK") is { } look ? objects.Integer(look, "R") ?? 0 : 0) / DegreesPerRadian;
        var (from, to) = (toShown(0, 0), toShown(Math.Cos(turn), Math.Sin(turn)));
        return Heading.Of(to.X - from.X, to.Y - from.Y, reading.SlantTolerance);
    }

    private Box BoxOf(PdfRectangle rectangle)
    {
        var (one, other) = (toShown(rectangle.Left, rectangle.Bottom), toShown(rectangle.Right, rectangle.Top));
        return new Box(Math.Min(one.X, other.X), Math.Min(one.Y, other.Y), Math.Max(one.X, other.X), Math.Max(one.Y, other.Y));
    }

    private string Cut(string text) => text.Length > reading.Forms.MaxFieldLength ? text[..reading.Forms.MaxFieldLength] : text;
}
