namespace Ingest.Reading.Xlsx;

/// <summary>
/// The formats that files name by number alone. Those that the standard leaves to the language of the reader are given as a
/// French program shows them: day before month, the euro behind the amount.
/// </summary>
internal static class BuiltinFormats
{
    /// <summary>The format of a number below 164 that the file does not define itself.</summary>
    public static string Code(int id) => id switch
    {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        5 or 6 => "#,##0 \"€\";-#,##0 \"€\"",
        7 or 8 => "#,##0.00 \"€\";-#,##0.00 \"€\"",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 => "dd/mm/yyyy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "hh:mm",
        21 => "hh:mm:ss",
        22 => "dd/mm/yyyy hh:mm",
        37 or 38 => "#,##0;-#,##0",
        39 or 40 => "#,##0.00;-#,##0.00",
        41 => "#,##0;-#,##0;\"-\"",
        42 => "#,##0 \"€\";-#,##0 \"€\";\"-\" \"€\"",
        43 => "#,##0.00;-#,##0.00;\"-\"",
        44 => "#,##0.00 \"€\";-#,##0.00 \"€\";\"-\" \"€\"",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        48 => "##0.0E+0",
        49 => "@",
        _ => "General",
    };
}
