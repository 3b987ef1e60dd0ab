using System.Collections.Immutable;
using Ingest.Cli.Text;
using Ingest.Reading.Ocr;
using Ingest.Reading.Tools;

namespace Ingest.Cli.Examination;

/// <summary>The programs that read scanned pages: where they lie, and how to get those that are missing.</summary>
/// <param name="messages">Texts in the user's language.</param>
/// <param name="search">Where they may lie.</param>
/// <param name="system">How programs are installed here.</param>
internal sealed class ToolExamination(Messages messages, ToolSearch search, SystemKind system)
{
    /// <summary>Tesseract with the language, and poppler's program.</summary>
    /// <param name="options">Which programs and language.</param>
    public IEnumerable<DoctorItem> Examine(OcrOptions options) =>
    [
        ToItem("tesseract", RecognitionTools.FindEngine(options, search), options),
        ToItem("poppler", RecognitionTools.FindDrawing(options, search), options),
    ];

    private DoctorItem ToItem(string name, ToolState state, OcrOptions options)
    {
        var file = state.Found?.File ?? "";
        var facts = ImmutableSortedDictionary<string, string>.Empty.Add("command", state.Command).Add("condition", NameOf(state.Condition));
        if (state.Found is { } found)
            facts = facts.Add("path", found.File).Add("place", NameOf(found.Place)).Add("version", state.Version);
        return Describe(name, state, options, file) with { Facts = facts };
    }

    private DoctorItem Describe(string name, ToolState state, OcrOptions options, string file) => state.Condition switch
    {
        ToolCondition.Ready => new DoctorItem(name, DoctorState.Ready, messages.Format($"doctor.{name}.ready", state.Version, options.Language, file)),
        ToolCondition.LacksLanguage => new DoctorItem(name, DoctorState.Missing, messages.Format("doctor.tool.lacksLanguage", state.Version, options.Language, file))
        {
            Remedy = Remedy("language", Path.Combine(Path.GetDirectoryName(file) ?? "", "tessdata"), options.Language),
        },
        ToolCondition.Silent => new DoctorItem(name, DoctorState.Missing, messages.Format("doctor.tool.silent", file)) { Remedy = Remedy(name, search.ToolsFolder, options.Language) },
        _ => new DoctorItem(name, DoctorState.Missing, messages.Format("doctor.tool.missing", state.Command)) { Remedy = Remedy(name, search.ToolsFolder, options.Language) },
    };

    private string Remedy(string what, string folder, string language) =>
        messages.Format($"doctor.get.{what}.{NameOf(system)}", folder, language, ToolSearch.Variable);

    private static string NameOf<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
