using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Vocabulary;

namespace Ingest.Pipeline;

/// <summary>YAML of <c>pipelines/vocabularies/</c> to vocabularies; a wrong key or value is refused with its file and line.</summary>
public static class VocabularyLoader
{
    /// <summary>Loads payers and purses.</summary>
    /// <exception cref="DefinitionException">The file is missing or wrong.</exception>
    public static PayerVocabulary LoadPayers(string file)
    {
        var root = Open(file);
        var payers = ImmutableArray.CreateBuilder<PayerEntry>();
        foreach (var section in Items(file, root, "payers"))
            payers.Add(ReadPayer(section, payers));
        var programmes = ImmutableArray.CreateBuilder<ProgrammeEntry>();
        foreach (var section in Items(file, root, "programmes"))
            programmes.Add(ReadProgramme(section, payers));
        RefuseTheRest(file, root, "payers", "programmes");
        return new PayerVocabulary(payers.ToImmutable(), programmes.ToImmutable());
    }

    /// <summary>Loads the terms of headers.</summary>
    /// <exception cref="DefinitionException">The file is missing or wrong.</exception>
    public static HeaderVocabulary LoadHeaders(string file)
    {
        var root = Open(file);
        var roles = Items(file, root, "roles").Select(section =>
        {
            var role = Choice(section, "role", Enum.GetValues<HeaderRole>());
            var terms = new HeaderTerms(role, Words(section, "terms"), Words(section, "wholeHeaders")) { AmountHeaders = Words(section, "amountHeaders") };
            section.RefuseTheRest();
            return terms;
        }).ToImmutableArray();
        var statuses = Items(file, root, "statuses").Select(section =>
        {
            var status = Choice(section, "status", Enum.GetValues<FundingStatus>());
            var terms = new StatusTerms(status, Words(section, "terms"));
            section.RefuseTheRest();
            return terms;
        }).ToImmutableArray();
        var decisions = Meanings<Decision>(file, root, "decisions", "decision").ToImmutableArray();
        var lists = new DefinitionSection(file, root);
        var cells = new CellTerms(decisions, Words(lists, "renewed"), Words(lists, "new"), Words(lists, "yes"), Words(lists, "no")) { Earlier = Words(lists, "earlier"), Instalments = Words(lists, "instalments"), Decided = Words(lists, "decided") };
        RefuseTheRest(file, root, "roles", "statuses", "decisions", "renewed", "new", "yes", "no", "earlier", "instalments", "decided");
        return new HeaderVocabulary(roles, statuses, cells);
    }

    /// <summary>Loads lines of sums, themes and kinds of documents.</summary>
    /// <exception cref="DefinitionException">The file is missing or wrong.</exception>
    public static TerminologyVocabulary LoadTerminology(string file)
    {
        var root = Open(file);
        var totals = Items(file, root, "totals").Select(section =>
        {
            var level = Choice(section, "level", Enum.GetValues<TotalLevel>());
            var terms = new TotalTerms(level, Words(section, "terms"), Words(section, "wholeLabels"));
            section.RefuseTheRest();
            return terms;
        }).ToImmutableArray();
        var kinds = Items(file, root, "kinds").Select(section =>
        {
            var kind = Choice(section, "kind", Enum.GetValues<DocumentKind>());
            var terms = new KindTerms(kind, section.Real("weight", 1, 0, 1), Words(section, "terms"));
            section.RefuseTheRest();
            return terms;
        }).ToImmutableArray();
        var lists = new DefinitionSection(file, root);
        var vocabulary = new TerminologyVocabulary(totals, Words(lists, "themes"), Words(lists, "themeQualifiers"), Words(lists, "frameworks"), kinds);
        RefuseTheRest(file, root, "totals", "themes", "themeQualifiers", "frameworks", "kinds");
        return vocabulary;
    }

    /// <summary>Loads the words of sentences, list items and acts.</summary>
    /// <exception cref="DefinitionException">The file is missing or wrong.</exception>
    public static PassageVocabulary LoadPassages(string file)
    {
        var root = Open(file);
        var roles = Meanings<PassageRole>(file, root, "roles", "role").ToList();
        var signs = Meanings<ActSign>(file, root, "act", "sign").ToList();
        RefuseTheRest(file, root, "roles", "act");
        return new PassageVocabulary(roles, signs);
    }

    private static IEnumerable<MeaningTerms<T>> Meanings<T>(string file, DefinitionMap root, string list, string key)
        where T : struct, Enum
    {
        foreach (var section in Items(file, root, list))
        {
            var terms = new MeaningTerms<T>(Choice(section, key, Enum.GetValues<T>()), Words(section, "terms"));
            section.RefuseTheRest();
            yield return terms;
        }
    }

    /// <summary>Loads the words of conventions.</summary>
    /// <exception cref="DefinitionException">The file is missing or wrong.</exception>
    public static StrategyVocabulary LoadStrategy(string file)
    {
        var root = Open(file);
        var levels = Items(file, root, "levels").Select(section =>
        {
            var terms = new LevelTerms(Choice(section, "level", Enum.GetValues<StrategyLevel>()), Words(section, "labels"), Words(section, "headers"));
            section.RefuseTheRest();
            return terms;
        }).ToImmutableArray();
        var sections = Items(file, root, "sections").Select(section =>
        {
            var terms = new SectionTerms(Choice(section, "section", Enum.GetValues<SectionKind>()), Words(section, "terms"));
            section.RefuseTheRest();
            return terms;
        }).ToImmutableArray();
        var counted = Items(file, root, "countedNames").Select(section =>
        {
            var pair = (Counted: Required(section, "counted").Text!, Name: Required(section, "name").Text!);
            section.RefuseTheRest();
            return pair;
        }).ToImmutableDictionary(pair => pair.Counted, pair => pair.Name, StringComparer.Ordinal);
        var lists = new DefinitionSection(file, root);
        var words = new StrategyWords
        {
            Function = Words(lists, "functionWords"),
            NameCarriers = Words(lists, "nameCarriers"),
            BodyHeaders = Words(lists, "bodyHeaders"),
            LevelChains = Words(lists, "levelChains"),
            ListLeads = Words(lists, "listLeads"),
            AreaLeads = Words(lists, "areaLeads"),
            Comparisons = Words(lists, "comparisonWords"),
            ValueVerbs = Words(lists, "valueVerbs"),
            StatisticNouns = Words(lists, "statisticNouns"),
            OtherHeaders = Words(lists, "otherHeaders"),
            Units = Words(lists, "units"),
            Parties = Words(lists, "parties"),
            Offices = Words(lists, "offices"),
            Counted = counted,
        };
        RefuseTheRest(file, root, "levels", "sections", "functionWords", "nameCarriers", "bodyHeaders", "levelChains", "listLeads", "areaLeads", "comparisonWords", "valueVerbs", "statisticNouns", "otherHeaders", "units", "parties", "offices", "countedNames");
        return new StrategyVocabulary(levels, sections, words);
    }

    /// <summary>Loads the words of action sheets.</summary>
    /// <param name="file">The file.</param>
    /// <param name="headers">Headers of columns, which are labels of sheets as well.</param>
    /// <exception cref="DefinitionException">The file is missing or wrong.</exception>
    public static FormVocabulary LoadForms(string file, HeaderVocabulary headers)
    {
        var root = Open(file);
        var labels = Items(file, root, "labels").Select(section =>
        {
            var terms = new HeaderTerms(Choice(section, "role", Enum.GetValues<HeaderRole>()), Words(section, "terms"), Words(section, "wholeHeaders"));
            section.RefuseTheRest();
            return terms;
        }).ToImmutableArray();
        var choices = Items(file, root, "choices").Select(section =>
        {
            var terms = new ChoiceTerms(Choice(section, "choice", Enum.GetValues<FormChoice>()), Words(section, "terms"));
            section.RefuseTheRest();
            return terms;
        }).ToImmutableArray();
        var lists = new DefinitionSection(file, root);
        var budget = lists.Section("budget") ?? throw DefinitionProblem.MissingKey(file, root.Line, "budget");
        var words = new BudgetWords(Words(budget, "charges"), Words(budget, "receipts"), Words(budget, "totals"), Words(budget, "inKind"), Words(budget, "balance")) { Lines = Words(budget, "lines") };
        budget.RefuseTheRest();
        var vocabulary = new FormVocabulary(headers, labels, Words(lists, "qualifiers"), Words(lists, "headings"), Words(lists, "numberedHeadings"), words, choices);
        RefuseTheRest(file, root, "headings", "numberedHeadings", "qualifiers", "labels", "budget", "choices");
        return vocabulary;
    }

    private static PayerEntry ReadPayer(DefinitionSection section, IEnumerable<PayerEntry> before)
    {
        var id = Required(section, "id");
        if (before.Any(payer => payer.Id == id.Text))
            throw DefinitionProblem.Repeated(section.File, id.Line, "payers.id", id.Text!);
        var kind = Required(section, "kind");
        if (!PayerVocabulary.Kinds.Contains(kind.Text!))
            throw DefinitionProblem.BadWord(section.File, kind.Line, "payers.kind", kind.Text!, PayerVocabulary.Kinds);
        var entry = new PayerEntry
        {
            Id = id.Text!,
            Kind = kind.Text!,
            Programme = section.Word("programme")?.Text,
            Label = Required(section, "label").Text!,
            IsGeneric = section.Flag("generic", false),
            Rank = section.Whole("rank", 0, -9, 9),
            Aliases = Words(section, "aliases"),
            WholeLabels = Words(section, "wholeLabels"),
        };
        section.RefuseTheRest();
        return entry;
    }

    private static ProgrammeEntry ReadProgramme(DefinitionSection section, IReadOnlyCollection<PayerEntry> payers)
    {
        var payer = section.Word("payer");
        if (payer is not null && !payers.Any(known => known.Id == payer.Text))
            throw DefinitionProblem.BadWord(section.File, payer.Line, "programmes.payer", payer.Text!, [.. payers.Select(known => known.Id)]);
        var entry = new ProgrammeEntry { Id = Required(section, "id").Text!, Payer = payer?.Text, Aliases = Words(section, "aliases") };
        section.RefuseTheRest();
        return entry;
    }

    private static DefinitionScalar Required(DefinitionSection section, string key) =>
        section.Word(key) ?? throw DefinitionProblem.MissingKey(section.File, section.Line, key);

    private static ImmutableArray<string> Words(DefinitionSection section, string key) =>
        section.Words(key, null) is { } words ? [.. words.Select(word => word.Text!)] : [];

    /// <summary>One of the members of an enumeration, written in camel case.</summary>
    private static T Choice<T>(DefinitionSection section, string key, T[] values)
        where T : struct, Enum
    {
        Required(section, key);
        var choices = values.Select(value => (CamelCase(value.ToString()), value)).ToArray();
        return section.OneOf(key, default, choices);
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static IEnumerable<DefinitionSection> Items(string file, DefinitionMap root, string key)
    {
        var entry = root.Entries.FirstOrDefault(entry => entry.Key == key) ?? throw DefinitionProblem.MissingKey(file, root.Line, key);
        if (entry.Value is not DefinitionList list)
            throw DefinitionProblem.NotAList(file, entry.Line, key);
        foreach (var item in list.Items)
        {
            yield return item is DefinitionMap map
                ? new DefinitionSection(file, map, key)
                : throw DefinitionProblem.NotAMap(file, item.Line, key);
        }
    }

    private static void RefuseTheRest(string file, DefinitionMap root, params string[] known)
    {
        foreach (var entry in root.Entries)
        {
            if (!known.Contains(entry.Key))
                throw DefinitionProblem.UnknownKey(file, entry.Line, entry.Key, known);
        }
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
