using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Ingest.Model.Findings;
using Ingest.Pipeline;
using Ingest.Reading;
using Ingest.Reading.Ocr;
using Ingest.Reading.Protection;
using Ingest.Running;
using Ingest.Tables;
using Ingest.Tests.Decisions;
using Ingest.Tests.Hostile;
using Ingest.Tests.Reading.Docx;
using Ingest.Tests.Reading.Ocr;
using Ingest.Tests.Reading.Pdf;
using Ingest.Tests.Reading.Protection;
using Ingest.Tests.Reading.Xlsx;
using Ingest.Tests.Running;
using Ingest.Tests.Running.Isolation;
using Ingest.Tests.Tables;
using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.Findings;

/// <summary>Every kind of the catalogue is made by the program from some document, and that document stands here.</summary>
public sealed class EveryFindingIsProvokedTests
{
    private const string Table = "Action | Porteur | Coût total | Ville | CAF\n";

    private const string Row = "Vélos | CCAS | 1 000 € | 600 € | 400 €\n";

    private const string Sheet = "Programmation 2025\n\nIntitulé de l'action | Vélos\nPorteur | CCAS\nPublic visé | Tous\n\n";

    private const string Image = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray";

    /// <summary>Kinds that no code path makes yet, each with its reason. A kind leaves this list when it is made.</summary>
    private static readonly ImmutableDictionary<string, string> NotMadeYet = ImmutableDictionary<string, string>.Empty;

    private static readonly ImmutableDictionary<string, Func<IEnumerable<string>>> Producers = new Dictionary<string, Func<IEnumerable<string>>>
    {
        ["budget.action-sum"] = Text(Table + Row + "Café | CCAS | 2 000 € | 1 500 € | 400 €"),
        ["budget.partial-plan"] = Text(Table + "Vélos | CCAS | 1 000 € | 600 € | 300 €\nCafé | CCAS | 2 000 € | 1 500 € | 400 €"),
        ["budget.sides-differ"] = Text(Sheet + "Charges | Montant | Produits | Montant\nAchats | 900 | Ville | 800\nTotal | 900 | Total | 800"),
        ["budget.side-sum"] = Text(Sheet + "Charges | Montant | Produits | Montant\nAchats | 900 | Ville | 800\nTotal | 900 | Total | 900"),
        ["budget.costs-differ"] = Text(Sheet + "Coût total | 950 €\n\nCharges | Montant | Produits | Montant\nAchats | 900 | Ville | 900\nTotal | 900 | Total | 900"),
        ["budget.theme-sum"] = Text(Table + "Santé | | | |\n" + Row + "Sous-total | | 1 100 € | 600 € | 400 €"),
        ["budget.document-sum"] = Text(Table + Row + "Total général | | 1 100 € | 600 € | 400 €"),
        ["budget.share-mismatch"] = Text("Action | Porteur | Coût total | Ville | %\nVélos | CCAS | 1 000 € | 600 € | 61 %\nCafé | CCAS | 500 € | 300 € | 60 %"),
        ["budget.share-basis"] = Text("Action | Porteur | Coût total | Ville | %\nVélos | CCAS | 1 000 € | 1 000 € | 17 %\nCafé | CCAS | 500 € | 500 € | 3 %\nThé | CCAS | 800 € | 800 € | 55 %"),
        ["budget.shares-total"] = Text(Table + Row + "\nFinanceur | Montant | Part\nVille | 600 € | 60 %\nCAF | 400 € | 45 %"),
        ["budget.negative-amount"] = Text(Table + Row + "Café | CCAS | -500 € | -500 € |"),
        ["budget.missing-cost"] = Text(Table + Row + "Café | CCAS | | 500 € |"),
        ["budget.financer-without-total"] = Text("Action | Coût total | Ville | CAF | Région\nVélos | 1 000 € | 600 € | 300 € | 100 €\n\nFinanceur | Montant\nVille | 600 €\nCAF | 300 €"),
        ["budget.unchecked-total"] = Text(Table + Row + "\nFinanceur | Montant\nVille | 600 €\nCAF | 400 €\nRégion | 100 €"),
        ["budget.total-without-refused"] = Text("Action | Porteur | Coût total | Ville | Avis\nVélos | CCAS | 1 000 € | 1 000 € | Favorable\nCafé | CCAS | 500 € | 500 € | Refusé\nTotal général | | 1 000 € | 1 000 € |"),
        ["budget.total-with-refused"] = Text("Action | Porteur | Coût total | Ville | Avis\nVélos | CCAS | 1 000 € | 1 000 € | Favorable\nCafé | CCAS | 500 € | 500 € | Refusé\nTotal général | | 1 500 € | 1 500 € |"),
        ["budget.outside-unit"] = Text("Programmation 2025 – montants en k€\n\n" + Table + "Vélos | CCAS | 1,0 | 0,6 | 0,4\nCafé | CCAS | 2,5 | 1,5 | 1,0"),
        ["budget.ambiguous-amount"] = Text(Table + Row + "Café | CCAS | 2.500 € | 1 500 € (dont 300 € en nature) | 1 000 €"),
        ["structure.nothing-found"] = Text("Programmation 2024 du contrat de ville"),
        ["structure.other-kind"] = Text("Compte rendu du conseil municipal 2024"),
        ["structure.duplicate-action"] = Text(Table + Row + Row),
        ["structure.missing-title"] = Text(Table + Row + " | Madame Un | 500 € | 300 € | 200 €"),
        ["structure.missing-porteur"] = Text(Table + Row + "Café |  | 500 € | 300 € | 200 €"),
        ["structure.beneficiary-as-payer"] = Text("Action | Porteur | Financements\nVélos | CCAS | Ville 600 €, à l'association Éclat 400 €\nCafé | CCAS | Ville 500 €, CAF 300 €"),
        ["structure.unread-table"] = Text("Zig | Zag\nbeaucoup de mots et 12 € encore | d'autres mots\net plus encore | enfin 13 €, dit-on"),
        ["structure.doubtful-column"] = Text("Action | Thématique du porteur | Coût total\nVélos | Réparer | 1 000 €\nCafé | Parler | 2 000 €"),
        ["structure.unassigned"] = Text("Action | Porteur | Zinzolin | Coût total\nVélos | CCAS | un | 1 000 €\nCafé | Ville | un | 2 000 €"),
        ["structure.column-not-kept"] = Text("Action | Porteur | Public visé | Coût total\nVélos | CCAS | Habitants | 1 000 €\nCafé | Ville | Parents | 2 000 €"),
        // Every word of a page is put into a cell by construction: what the room says of a grid that lost one.
        ["structure.words-not-conserved"] = () =>
        {
            var words = new PageSketch(1).Text(1, 8, "a b").ToPage().Words;
            var grid = new CellGrid { Columns = [0, 10], Rows = [0, 10], Cells = [new GridCell(0, 0, 1, 1)] };
            return [WordsToCells.Check(words, new FilledGrid(grid, [[words[0]]]), page: 1)!.Code];
        },
        ["structure.missing-period"] = Text(Table + Row),
        ["structure.amounts-without-action"] = Text("Programmation 2024 du contrat de ville\n\nUne aide de 5 000 € est prévue."),
        ["structure.sheet-without-table"] = Xlsx(XlsxFile.Of(
            XlsxFile.Row(1, XlsxFile.T("A1", "2 000 €")) + XlsxFile.Row(4, XlsxFile.T("C4", "3 000 €")) + XlsxFile.Row(7, XlsxFile.T("F7", "4 000 €")) + XlsxFile.Row(10, XlsxFile.T("I10", "5 000 €")))),
        ["structure.several-periods"] = Text("Programmation 2024 et programmation 2026 du contrat de ville\n\n" + Table + Row),
        ["structure.strategy-not-read"] = Text("Convention d'application 2024-2030\n\nDiagnostic\n\nOrientations\n\nObjectifs opérationnels"),
        ["structure.shifted-row"] = Strategy("""
            Enjeu 1 : HABITER | Orientation 1.1 : Rénover | Objectif 1.1.1 : Isoler les logements | - Financer des travaux.
             | | Objectif 1.1.2 : Chauffer mieux | - Former les ménages.

            Objectif 1.1.3 : Accompagner les ménages | - Aider au relogement.
            """),
        ["structure.inferred-place"] = Strategy("""
            Enjeu 1 : HABITER | Orientation 1.1 : Rénover | Objectif 1.1.1 : Isoler les logements | - Financer des travaux.
             | | Objectif 1.1.2 : Chauffer mieux Objectif 1.1.3 : Aérer | - Former les ménages.
            """),
        ["structure.columns-changed"] = Strategy("""
            Enjeu 1 : HABITER | Orientation 1.1 : Rénover | Objectif 1.1.1 : Isoler les logements | - Financer des travaux.

            Enjeu 2 : APPRENDRE | Orientation 2.1 : Lire | Objectif 2.1.1 : Ouvrir les livres | - Prêter des livres. | 12 familles
            Enjeu 3 : TRAVAILLER | Orientation 3.1 : Former | Objectif 3.1.1 : Orienter les jeunes | - Ouvrir un lieu. | 13 jeunes
            """),
        ["structure.repeated-label"] = Strategy("""
            Enjeu 1 : HABITER | Orientation 1.1 : Rénover | Objectif 1.1.1 : Isoler les logements | - Financer des travaux.
            Enjeu 2 : APPRENDRE | Orientation 2.1 : Lire | Objectif 2.1.1 : Isoler les logements | - Prêter des livres.
            Enjeu 1 : HABITER | Orientation 1.2 : Construire | Objectif 1.2.1 : Bâtir | - Ouvrir un chantier.
            """),
        ["structure.empty-objective"] = Strategy("""
            Enjeu 1 : HABITER | Orientation 1.1 : Rénover | Objectif 1.1.1 : Isoler les logements | - Financer des travaux.
             | | Objectif 1.1.2 : Chauffer mieux |
             | | Objectif 1.1.3 : Aérer | - Prêter des outils.
            """),
        ["structure.numbering-gap"] = Strategy("""
            Enjeu 1 : HABITER | Orientation 1.1 : Rénover | Objectif 1.1.1 : Isoler les logements | - Financer des travaux.
             | | Objectif 1.1.4 : Aérer les pièces | - Prêter des outils.
            """),
        ["classification.contradiction"] = Strategy("""
            Enjeu 1 : Des quartiers attentifs aux habitants des plus fragiles | Prévenir les violences, accompagner les victimes | Lutter contre le harcèlement scolaire | - Tracer une piste cyclable entre le quartier et la gare, avec des arceaux pour garer les vélos.
             | | Lutter contre les discriminations et promouvoir l'égalité femme homme | - Former les agents d'accueil.
            """),
        ["identity.quartier-several-epci"] = Text("Convention communale du contrat de ville de la ville de Lens 2024-2030\n\nLe quartier prioritaire Belle Rive (QN06216M) est à cheval sur les communes de Lens et Béthune."),
        ["identity.unknown-financer"] = Text("Action | Coût total | Ville | Zinzolin\nVélos | 1 000 € | 600 € | 400 €\nCafé | 500 € | 300 € | 200 €"),
        ["identity.year-mismatch"] = Text("ID : 062-216204982-20231212-85-DE\n\nProgrammation 2012 du contrat de ville\n\n" + Table + Row),
        ["identity.check-digit"] = Text("ID : 062-216204983-20231212-85-DE\n\nProgrammation 2024 du contrat de ville"),
        ["identity.ambiguous-commune"] = Text("Ville de Saint-Denis\n\nProgrammation 2024 du contrat de ville"),
        ["identity.unknown-territory"] = Text("Commune de Zinzolinville\n\nProgrammation 2024 du contrat de ville de la commune de Zinzolinville"),
        ["identity.missing-territory"] = Text("Programmation 2024"),
        ["identity.territory-conflict"] = Text("ID : 062-216204982-20231212-85-DE\n\nProgrammation 2024 du contrat de ville de la ville de Marseille"),
        ["identity.epci-from-register"] = Text("Ville de Lens\n\nProgrammation 2024 du contrat de ville"),
        ["identity.malformed-filing"] = Text("ID : 062-216204982-20231345-85-DE\n\nProgrammation 2024 du contrat de ville"),
        ["identity.several-filings"] = Text("ID : 062-216204982-20231212-85-DE\n\nID : 062-216204982-20231212-86-DE\n\nProgrammation 2024 du contrat de ville"),
        ["identity.correction-unfit"] = () => Correcting.Of(Table + Row, Correcting.To("/actions/0/totalCost", Correcting.Number(900), Correcting.Number(1100))).Codes(),
        ["text.gibberish"] = Strategy("""
            Enjeu 1 : HABITER | Orientation 1.1 : Rénover | Objectif 1.1.1 : Isoler les logements | - Financer des travaux.
             | | Objectif 1.1.2 : Chauffer mieux | xqzt wrlk pfgh jjkq vbnm zzxw kqrt
            """),
        ["text.doubtful"] = Strategy("""
            Enjeu 1 : HABITER | Orientation 1.1 : Rénover | Objectif 1.1.1 : Isoler les logements | - Financer des travaux.
             | | Objectif 1.1.2 : Chauffer mieux | - Tagamam fisango.
            """),
        ["text.sawn-cell"] = Strategy("""
            Enjeu 1 : HABITER | Orientation 1.1 : Rénover | Objectif 1.1.1 : Isoler les logements | - Financer des travaux.
             | | Objectif 1.1.2 : Chauffer mieux | - Former les mén | ages aux économies.
             | | Objectif 1.1.3 : Aérer | - Prêter des outils.
            """),
        ["text.cut-text"] = Strategy("""
            Enjeu 1 : HABITER | Orientation 1.1 : Rénover | Objectif 1.1.1 : Isoler les logements | - Financer des travaux.
             | | Objectif 1.1.2 : Chauffer mieux | - Former les mén | ages aux économies.
             | | | d'énergie et d'eau dans les logements.
            """),
        ["text.undecodable"] = () => Processing.Of(Encoding.UTF8.GetBytes("Programmation 2024 du contrat de ville\n\n" + new string('a', 500) + "\u0001")).Codes(),
        ["text.invisible"] = Pdf("BT /F1 10 Tf 50 700 Td (vu) Tj 3 Tr 50 0 Td (masque) Tj ET"),
        ["text.hidden-fields"] = Annotation("/Subtype /Widget /FT /Tx /F 2 /Rect [100 700 300 720] /V (12)"),
        ["text.field-differs"] = () => Processing.Of((AnnotatedPdf("/Subtype /Widget /FT /Tx /Rect [100 700 300 720] /V (12) /AP << /N {A} >>") with
        {
            XObjects = ImmutableDictionary<string, string>.Empty.Add("A", RawPdf.Stream("/Type /XObject /Subtype /Form /BBox [0 0 200 20]", "BT /F1 10 Tf 2 6 Td (13) Tj ET")),
        }).ToBytes()).Codes(),
        ["text.remarks"] = Annotation("/Subtype /Text /Rect [100 700 120 720] /Contents (bof)"),
        ["text.struck-out"] = Docx("<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>500 €</w:t></w:r><w:r><w:t>400 €</w:t></w:r></w:p>"),
        ["text.tracked-changes"] = Docx("<w:p><w:ins w:id=\"1\" w:author=\"a\"><w:r><w:t>ajout</w:t></w:r></w:ins></w:p>"),
        ["text.legacy-encoding"] = () => Processing.Of(Encoding.Latin1.GetBytes("Année 2024 : actions retenues")).Codes(),
        ["text.empty-controls"] = () => Processing.Of(new DocxFile
        {
            Styles = "<w:style w:type=\"character\" w:styleId=\"P\"><w:name w:val=\"Placeholder Text\"/></w:style>",
            Body = DocxFile.P(DocxFile.R("Porteur : ")
                + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val=\"P\"/></w:rPr><w:t>Cliquez ici.</w:t></w:r></w:sdtContent></w:sdt>"),
        }.ToBytes()).Codes(),
        ["text.page-furniture"] = () => Processing.Of(Encoding.UTF8.GetBytes("<html><body><nav>Accueil</nav><main>Programmation 2024</main></body></html>")).Codes(),
        ["text.hidden-cells"] = Xlsx(new XlsxFile(new XlsxSheet(XlsxFile.Row(1, XlsxFile.T("A1", "2024"))), new XlsxSheet(XlsxFile.Row(1, XlsxFile.T("A1", "ancien"))) { State = "hidden" })),
        ["text.cell-errors"] = Xlsx(XlsxFile.Of("<row><c t=\"e\"><v>#REF!</v></c></row>")),
        ["text.uncomputed-formulas"] = Xlsx(XlsxFile.Of("<row><c><f>1+1</f></c></row>" + XlsxFile.Row(2, XlsxFile.T("A2", "2024")))),
        ["source.macros"] = Xlsx(XlsxFile.Of(XlsxFile.Row(1, XlsxFile.T("A1", "2024"))) with { HasMacros = true }),
        ["source.unreadable"] = () => Processing.Of(Encoding.ASCII.GetBytes("%PDF-1.7\n")).Codes(),
        ["source.empty"] = () => Processing.Of((byte[])[]).Codes(),
        ["source.unknown-format"] = () => Processing.Of((byte[])[0, 1, 2, 3, 0xFF]).Codes(),
        ["source.encrypted"] = () => Processing.Of((RawPdf.Of("") with
        {
            Trailer = $"/ID [<{Key}> <{Key}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{Key}> /U <{Key}> >>",
        }).ToBytes()).Codes(),
        ["source.wrong-password"] = () => Engine.CreateContentReader(new DefinitionLoader(ProductVocabularies.Files).Load("default"), ProductVocabularies.Files, passwords: Passwords.Parse("faux"))
            .Read(ProtectedFiles.Of("agile.docx"), CancellationToken.None).Findings.Select(finding => finding.Code),
        ["source.ink-without-text"] = Pdf("BT /F1 10 Tf 50 700 Td (Titre) Tj ET " + OutlinedTextTests.Outlines(200)),
        ["source.image-only-page"] = () => Processing.Of((RawPdf.Of("q 600 0 0 800 0 0 cm /Im Do Q") with
        {
            XObjects = ImmutableDictionary<string, string>.Empty.Add("Im", RawPdf.Stream(Image, "x")),
        }).ToBytes()).Codes(),
        ["source.no-text"] = Pdf(""),
        ["source.unreadable-page"] = () => Processing.Of(new RawPdf(new RawPage("BT /F1 10 Tf 50 700 Td (une) Tj ET"), new RawPage("") { Contents = "/Contents 1 0 R" }).ToBytes()).Codes(),
        ["source.unread-part"] = Docx(DocxFile.Para("Texte") + "<w:altChunk r:id=\"rId7\"/>"),
        ["source.xfa-form"] = () => Processing.Of((RawPdf.Of("") with { Catalog = "/NeedsRendering true /AcroForm << /XFA [] >>" }).ToBytes()).Codes(),
        ["source.missing-tool"] = () => Recognising(new OcrOptions { Command = "no-such-program" }, "nogent-2025-pale.png"),
        ["source.recognition-failed"] = () => Recognising(new OcrOptions { TimeLimit = TimeSpan.FromMilliseconds(1) }, "carmaux-2025-texte-juste.pdf"),
        ["text.layer-kept"] = Scan("carmaux-2025-texte-juste.pdf"),
        ["text.layer-replaced"] = Scan("romilly-2026-texte-menteur.pdf"),
        ["text.mark-over-text"] = Scan("romilly-2026-texte-menteur.pdf"),
        ["text.mark-removed"] = Scan("nogent-2025-tampon-rouge.jpg"),
        ["text.low-confidence"] = Scan("romilly-2026-texte-menteur.pdf"),
        ["text.two-readings"] = Scan("lisieux-2026-noir-et-blanc.pdf"),
        ["text.unconfirmed-figure"] = Scan("nogent-2025-tampon-rouge.jpg"),
        ["source.cpu-limit"] = () => Isolated.Of(Isolated.Shell("while :; do :; done"), new ReadingLimits { CpuSeconds = 1 }).Codes(),
        ["source.time-limit"] = () => Isolated.Of(Isolated.Shell("sleep 60"), new ReadingLimits { WallSeconds = 1 }).Codes(),
        ["source.stage-limit"] = () => HostileReading.Under(new ReadingLimits { StageCpuSeconds = LimitedWorkTests.LongText.Seconds }).Process("a", LimitedWorkTests.LongText.Bytes, CancellationToken.None).Codes(),
        ["source.memory-limit"] = () => Isolated.Of(Isolated.Real, new ReadingLimits { HeapMegabytes = 100 }, new byte[150_000_000]).Codes(),
        ["source.reader-crashed"] = () => Isolated.Of(Isolated.Shell("exit 134")).Codes(),
        ["source.stream-limit"] = Hostile("pdf-stream-limit"),
        ["source.document-limit"] = Hostile("pdf-document-limit"),
        ["source.letter-limit"] = Hostile("pdf-letter-limit"),
        ["source.path-limit"] = Hostile("pdf-path-limit"),
        ["source.page-limit"] = Hostile("pdf-pages-of-nothing"),
        ["source.archive-limit"] = Hostile("docx-archive-limit"),
        ["source.cell-limit"] = Hostile("text-cell-limit"),
        ["source.internal-error"] = () => DocumentProcessorTests.WithReader(new DocumentProcessorTests.FailingReader()).Process("a", new byte[1], CancellationToken.None).Codes(),
    }.ToImmutableDictionary();

    private static string Key => new('a', 64);

    public static TheoryData<string> Codes => [.. FindingCatalogue.All.Select(kind => kind.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_kind_of_finding_is_made_from_some_document(string code)
    {
        if (NotMadeYet.TryGetValue(code, out var reason))
        {
            Assert.False(Producers.ContainsKey(code), $"{code} is made now: take it off the list of those that are not ({reason}).");
            return;
        }

        Assert.True(Producers.TryGetValue(code, out var produce), $"No document here provokes {code}.");
        Assert.Contains(code, produce());
    }

    [Fact]
    public void No_document_provokes_a_kind_that_the_catalogue_has_not() =>
        Assert.Empty(Producers.Keys.Concat(NotMadeYet.Keys).Except(FindingCatalogue.All.Select(kind => kind.Code)));

    // Each scan is read once for all the kinds that it provokes.
    private static readonly ConcurrentDictionary<string, ImmutableArray<string>> Scans = new();

    private static Func<IEnumerable<string>> Scan(string name) => () => Scans.GetOrAdd(name, static name => [.. Processing.Of(File.ReadAllBytes(ScanFiles.PathOf(name))).Codes()]);

    private static IEnumerable<string> Recognising(OcrOptions options, string name)
    {
        var definition = new DefinitionLoader(ProductVocabularies.Files).Load("default");
        var bytes = File.ReadAllBytes(ScanFiles.PathOf(name));
        return Engine.CreateContentReader(definition with { Reading = definition.Reading with { Ocr = options } }, ProductVocabularies.Files).Read(bytes, CancellationToken.None).Findings.Select(finding => finding.Code);
    }

    private static Func<IEnumerable<string>> Text(string sketch) => () => Processing.Of(sketch).Codes();

    private static Func<IEnumerable<string>> Strategy(string rows) => Text(
        "Convention communale du contrat de ville 2024-2030\n\nStratégie\n\nEnjeu | Orientation | Objectif | Objectifs opérationnels\n" + rows);

    private static Func<IEnumerable<string>> Pdf(string content) => () => Processing.Of(RawPdf.Of(content).ToBytes()).Codes();

    private static Func<IEnumerable<string>> Annotation(string entries) => () => Processing.Of(AnnotatedPdf(entries).ToBytes()).Codes();

    private static RawPdf AnnotatedPdf(string entries) => new(new RawPage("") { Extra = $"/Annots [<< /Type /Annot {entries} >>]" });

    private static Func<IEnumerable<string>> Xlsx(XlsxFile file) => () => Processing.Of(file.ToBytes()).Codes();

    private static Func<IEnumerable<string>> Hostile(string name) => () => HostileReading.Under(HostileCatalogue.Low).Process(name, HostileCatalogue.Named(name).Make(), CancellationToken.None).Codes();

    private static Func<IEnumerable<string>> Docx(string body) => () => Processing.Of(new DocxFile { Body = body }.ToBytes()).Codes();
}
