using System.Collections.Immutable;
using System.Text;
using static Ingest.Tests.Hostile.PdfObjects;

namespace Ingest.Tests.Hostile;

/// <summary>Text that is none, or too much.</summary>
internal static class HostileText
{
    public static ImmutableArray<HostileCase> Cases { get; } =
    [
        new("text-nul-bytes", () => Encoding.UTF8.GetBytes($"Programmation 2024\n{Times("\0", 1000)}")),
        new("text-wrong-mark", () => [0xFF, 0xFE, .. "Programmation 2024 du contrat de ville\n"u8]),
        new("text-utf16-odd", () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Times("Programmation 2024\n", 20)), 0x41]) { Says = HostileCatalogue.Text },
        new("text-utf8-broken", () => [.. "Programmation 2024 du contrat de ville, "u8, 0xC3, 0x28, 0xF0, 0x9F, .. "\n"u8]),
        new("text-surrogates-alone", () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Programmation 2024\n"), 0x00, 0xD8, 0x41, 0x00]),
        new("text-line-of-megabytes", () => Ascii("Programmation 2024\n" + Times("un mot 12 € ", 2_000))),
        new("text-word-of-megabytes", () => Ascii("Programmation 2024\n" + Times("a", 500_000))),
        new("text-digits-of-megabytes", () => Ascii("Programmation 2024\n" + Times("1", 200_000) + " €")),
        new("text-figures-of-megabytes", () => Ascii("Programmation 2024\n" + Times("1 000 ", 20_000) + "€")),
        new("text-dots-of-megabytes", () => Ascii("Programmation 2024\n" + Times(". ", 100_000))),
        new("text-brackets-of-megabytes", () => Ascii("Programmation 2024\n" + Times("(", 50_000) + Times("« ", 50_000))),
        new("text-empty-lines-many", () => Ascii("Programmation 2024\n" + Times("\n", 1_000_000))),
        new("text-lines-many", () => Ascii("Programmation 2024\n" + Times("Action : un mot de plus.\n", 5_000))),
        new("text-headings-many", () => Ascii("Programmation et convention 2024-2030\n" + string.Concat(Enumerable.Range(0, 3_000).Select(i => $"Orientation {i}.1 : un titre\n")))),
        new("text-tabs-many", () => Ascii("Programmation 2024\n" + Times("\t", 1_000_000))),
        new("text-cells-many", () => Ascii("Programmation 2024\n\n" + Times(Times("mot\t", 30) + "fin\n", 10_000))) { Tells = "source.cell-limit", Limits = HostileCatalogue.Low },
        new("text-cells-ragged", () => Ascii("Programmation 2024\n\n" + Times("a\tb\n", 20_000) + Times("x\t", 20_000) + "\n")) { Tells = "source.cell-limit", Limits = HostileCatalogue.Low },
        new("text-money-cells-many", () => Ascii("Action\tPorteur\tCoût total\tVille\tCAF\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"Action {i}\tCCAS\t1 000 €\t600 €\t400 €\n")))) { Tells = "source.cell-limit", Limits = HostileCatalogue.Low },
        new("text-control-characters", () => Ascii(Times("\u0001\u0002", 1000))) { Tells = "source.unknown-format" },
        new("rtf", () => Ascii("{\\rtf1 " + Times("{\\b ", 100_000))) { Tells = "source.unknown-format" },
        new("xml-laughs", () => Ascii("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"aa\">]><a>&a;</a>")) { Tells = "source.unknown-format" },
        new("text-cell-limit", () => Ascii("Programmation 2024\n\n" + Times(Times("mot\t", 20) + "fin\n", 100))) { Tells = "source.cell-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
    ];

    private static byte[] Ascii(string text) => Encoding.UTF8.GetBytes(text);
}
