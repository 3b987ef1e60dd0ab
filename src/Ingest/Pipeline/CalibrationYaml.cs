using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Validation.Calibration;

namespace Ingest.Pipeline;

/// <summary>YAML of <c>pipelines/calibrations/</c> to calibrations of trust, and back; a wrong key or value is refused with its file and line.</summary>
public static class CalibrationYaml
{
    // Beyond these a curve is no calibration of anything.
    private const double SteepestSlope = 10;
    private const double FarthestIntercept = 10;

    /// <summary>Loads a calibration.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="DefinitionException">It is missing or wrong.</exception>
    public static ConfidenceCalibration Load(string file)
    {
        var root = new DefinitionSection(file, Open(file));
        var pooled = root.Section("pooled") ?? throw DefinitionProblem.MissingKey(file, root.Line, "pooled");
        var calibration = new ConfidenceCalibration
        {
            Pooled = CurveOf(pooled),
            Kinds = KindsOf(root),
            Scans = [.. root.Sections("scans").Select(ScanOf)],
        };
        pooled.RefuseTheRest();
        root.RefuseTheRest();
        return calibration;
    }

    /// <summary>A calibration as <see cref="Load"/> reads it; the same calibration gives the same bytes.</summary>
    /// <param name="calibration">The calibration.</param>
    public static string Write(ConfidenceCalibration calibration)
    {
        var text = new StringBuilder("""
            # What the trust of text recognition is worth, by sorts of values: log odds of a value being right = slope × log odds of the
            # engine's trust + intercept. Written by « ingest evaluate ocr --calibrate », which says how; not to be edited by hand.

            # All values together: for sorts that stand not below.
            pooled:

            """.ReplaceLineEndings("\n"));
        text.Append(CultureInfo.InvariantCulture, $"  {Curve(calibration.Pooled)}\n\n# By sort, with the values that it was fitted on: how many, how many of them right, on how many scans.\nkinds:\n");
        foreach (var kind in calibration.Kinds)
            text.Append(CultureInfo.InvariantCulture, $"  - kind: {ValueKinds.NameOf(kind.Kind)}\n    {Curve(kind.Curve).Replace("\n", "\n  ", StringComparison.Ordinal)}\n    values: {kind.Values}\n    right: {kind.Right}\n    scans: {kind.Scans}\n");
        text.Append("\n# The scans of corpus/scans that it was fitted on, and how many values each gave.\nscans:\n");
        foreach (var scan in calibration.Scans)
            text.Append(CultureInfo.InvariantCulture, $"  - name: {scan.Name}\n    values: {scan.Values}\n");
        return text.ToString();
    }

    private static string Curve(ConfidenceCurve curve) => string.Create(CultureInfo.InvariantCulture, $"slope: {curve.Slope}\n  intercept: {curve.Intercept}");

    private static ConfidenceCurve CurveOf(DefinitionSection section) => new(Needed(section, "slope", 0, SteepestSlope), Needed(section, "intercept", -FarthestIntercept, FarthestIntercept));

    private static ImmutableArray<KindCalibration> KindsOf(DefinitionSection root)
    {
        var kinds = ImmutableArray.CreateBuilder<KindCalibration>();
        foreach (var section in root.Sections("kinds"))
        {
            var kind = KindOf(section);
            if (kinds.Any(other => other.Kind == kind.Kind))
                throw DefinitionProblem.Repeated(section.File, section.Line, "kinds.kind", ValueKinds.NameOf(kind.Kind));
            kinds.Add(kind);
        }

        return kinds.ToImmutable();
    }

    private static KindCalibration KindOf(DefinitionSection section)
    {
        Refuse(section, "kind");
        var kind = section.OneOf("kind", default, [.. Enum.GetValues<ValueKind>().Select(kind => (ValueKinds.NameOf(kind), kind))]);
        var calibration = new KindCalibration(kind, CurveOf(section), Count(section, "values"), Count(section, "right"), Count(section, "scans"));
        section.RefuseTheRest();
        return calibration;
    }

    private static CalibrationScan ScanOf(DefinitionSection section)
    {
        Refuse(section, "name");
        var scan = new CalibrationScan(section.Word("name")!.Text!, Count(section, "values"));
        section.RefuseTheRest();
        return scan;
    }

    private static double Needed(DefinitionSection section, string key, double least, double most)
    {
        Refuse(section, key);
        return section.Real(key, 0, least, most);
    }

    private static int Count(DefinitionSection section, string key)
    {
        Refuse(section, key);
        return section.Whole(key, 0, 0, int.MaxValue);
    }

    private static void Refuse(DefinitionSection section, string key)
    {
        if (section.Word(key) is null)
            throw DefinitionProblem.MissingKey(section.File, section.Line, key);
    }

    private static DefinitionMap Open(string file)
    {
        try
        {
            return DefinitionYaml.Parse(file, DefinitionHash.CanonicalText(File.ReadAllBytes(file)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw DefinitionProblem.CannotOpen(file, error.Message);
        }
    }
}
