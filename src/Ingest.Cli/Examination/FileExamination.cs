using System.Collections.Immutable;
using System.Globalization;
using Ingest.Cli.Text;
using Ingest.Normalization;
using Ingest.Pipeline;
using Ingest.Running;

namespace Ingest.Cli.Examination;

/// <summary>The files that come with the program: whether they are all there and can be read.</summary>
/// <param name="messages">Texts in the user's language.</param>
internal sealed class FileExamination(Messages messages)
{
    private const string Name = "files";

    /// <summary>Definitions, vocabularies, registers, models.</summary>
    /// <param name="files">Where they lie; null where they are nowhere.</param>
    public DoctorItem Examine(ProductFiles? files)
    {
        if (files is null)
            return new DoctorItem(Name, DoctorState.Missing, messages.Format("error.noHome", ProductFiles.HomeVariable)) { Remedy = messages["doctor.get.files"] };
        try
        {
            return Read(files) with { Facts = ImmutableSortedDictionary<string, string>.Empty.Add("folder", files.Home) };
        }
        catch (DefinitionException error)
        {
            return Unreadable(error.Describe(messages.Language), files);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Unreadable(error.Message, files);
        }
    }

    private DoctorItem Read(ProductFiles files)
    {
        var loader = new DefinitionLoader(files);
        foreach (var name in loader.Names())
            Engine.Create(loader.Load(name), files);
        var register = new TerritoryRegister(files.Registers);
        // Each register is a file, read when it is asked for.
        var isRead = register.CommuneByInsee("") is null && !register.Epcis.IsEmpty && !register.Departments.IsEmpty;
        _ = LexiconLoader.LoadLexicon(files.FrenchForms).IsWord("ville");
        var taxonomies = new TaxonomyLoader(files);
        var models = taxonomies.Names().Where(name => !TaxonomyLoader.ModelsIn(files.Models, name).IsEmpty).ToList();
        foreach (var name in models)
            taxonomies.LoadClassifier(taxonomies.Resources(name));
        return new DoctorItem(Name, isRead ? DoctorState.Ready : DoctorState.Missing, messages.Format(
            "doctor.files.ready", files.Home, string.Join(", ", loader.Names()), Count(register.Epcis.Length), Count(register.Departments.Length), string.Join(", ", models.DefaultIfEmpty("–"))));
    }

    private DoctorItem Unreadable(string why, ProductFiles files) => new(Name, DoctorState.Missing, messages.Format("doctor.files.unreadable", why))
    {
        Remedy = messages["doctor.get.files"],
        Facts = ImmutableSortedDictionary<string, string>.Empty.Add("folder", files.Home),
    };

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
