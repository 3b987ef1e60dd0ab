using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Whose work a package carries and under which licences, from what each package of the build says of itself. A step of the build
/// (Package.targets), no part of the program. A licence whose text is not at hand stops it: somebody must look.
/// </summary>
public sealed class ThirdPartyNotices : Task
{
    // Packages that give only the address of their licence; read there.
    private static readonly Dictionary<string, string> Looked = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["BitMiracle.LibTiff.NET"] = "BSD-3-Clause",
        ["K4os.Compression.LZ4"] = "MIT",
    };

    private static readonly string[] NamesOfNotices = { "license", "licence", "notice", "third-party", "thirdparty", "copying" };

    /// <summary>Files of the package with « NuGetPackageId » and « NuGetPackageVersion ».</summary>
    [Required]
    public ITaskItem[] Shipped { get; set; }

    /// <summary>Folder of restored packages.</summary>
    [Required]
    public string PackageRoot { get; set; }

    /// <summary>Texts of common licences, each named after its SPDX identifier.</summary>
    [Required]
    public ITaskItem[] Texts { get; set; }

    /// <summary>The file to write; the texts that packages bring go into the folder « licences » beside it.</summary>
    [Required]
    public string File { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        var folder = Path.Combine(Path.GetDirectoryName(File), "licences");
        var packages = Shipped.Select(item => (Id: item.GetMetadata("NuGetPackageId"), Version: item.GetMetadata("NuGetPackageVersion")))
            .Where(package => package.Id.Length > 0).Distinct().OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase).ToList();
        var texts = Texts.ToDictionary(text => Path.GetFileNameWithoutExtension(text.ItemSpec), text => text.ItemSpec, StringComparer.Ordinal);
        var lines = new List<string>
        {
            "Ce paquet contient les bibliothèques suivantes, chacune sous sa licence ; les textes sont dans le dossier « licences ».",
            "This package contains the following libraries, each under its licence; the texts are in the folder “licences”.",
        };
        Directory.CreateDirectory(folder);
        foreach (var (id, version) in packages)
            lines.AddRange(Describe(id, version, folder, texts));
        foreach (var text in texts)
            System.IO.File.Copy(text.Value, Path.Combine(folder, text.Key + ".txt"), overwrite: true);
        System.IO.File.WriteAllText(File, string.Join("\n", lines) + "\n");
        return packages.Count > 0 && !Log.HasLoggedErrors;
    }

    private IEnumerable<string> Describe(string id, string version, string folder, Dictionary<string, string> texts)
    {
        var source = Path.Combine(PackageRoot, id.ToLowerInvariant(), version.ToLowerInvariant());
        var about = XDocument.Load(Path.Combine(source, id.ToLowerInvariant() + ".nuspec")).Root.Elements().Single(element => element.Name.LocalName == "metadata");
        string Of(string name) => about.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim() ?? "";
        var licence = about.Elements().FirstOrDefault(element => element.Name.LocalName == "license");
        var expression = Looked.TryGetValue(id, out var looked) ? looked : licence?.Attribute("type")?.Value == "expression" ? licence.Value : "";
        var brought = Directory.EnumerateFiles(source).Where(IsNotice).OrderBy(file => file, StringComparer.Ordinal).ToList();
        foreach (var file in brought)
        {
            Directory.CreateDirectory(Path.Combine(folder, id));
            System.IO.File.Copy(file, Path.Combine(folder, id, Path.GetFileName(file)), overwrite: true);
        }

        if (brought.Count == 0 && !expression.Split(new[] { " OR " }, StringSplitOptions.None).Any(texts.ContainsKey))
            Log.LogError("{0} {1}: no text of its licence « {2} »; add it to Package/licences", id, version, expression.Length > 0 ? expression : Of("licenseUrl"));
        yield return "";
        yield return id + " " + version;
        yield return "  " + (expression.Length > 0 ? expression : "licences/" + id);
        foreach (var line in new[] { Of("copyright"), Of("authors"), Of("projectUrl") }.Where(line => line.Length > 0).Distinct())
            yield return "  " + line;
    }

    private static bool IsNotice(string file) => NamesOfNotices.Any(name => Path.GetFileName(file).StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
