using System.Runtime.CompilerServices;
using System.Text;
using Ingest.Grammar;

namespace Ingest.Vocabulary;

/// <summary>What the list says of a form.</summary>
[Flags]
internal enum FormMarks
{
    /// <summary>Not in the list.</summary>
    None = 0,

    /// <summary>A word written with a small initial.</summary>
    Common = 1,

    /// <summary>A proper noun.</summary>
    Proper = 2,

    /// <summary>The infinitive of a verb.</summary>
    Infinitive = 4,

    /// <summary>A noun or an adjective by an entry of its own.</summary>
    Noun = 8,
}

/// <summary>
/// Forms of words as hashes with their marks, in one open-addressed table: 450 000 forms take 8 MB and load in about a tenth
/// of a second. 52 bits of each hash are kept, so that a string that is no form is taken for one with a probability below
/// one in five thousand million (750 000 of 2⁵²).
/// </summary>
internal sealed class WordForms
{
    // Marks of the form as written, then of forms that are written so in capitals without marks, then of those that lose
    // the mark of the initial only: « ECOLE », « Ecole ».
    private const int MarkBits = 4;
    private const ulong MarkMask = (1UL << (3 * MarkBits)) - 1;
    private const int FewestSlots = 1 << 10;
    private const int LongestOnStack = 64;

    private ulong[] _slots = new ulong[FewestSlots];
    private int _count;

    /// <summary>Reads rows of a form and, behind a tab, its marks (i infinitive, n noun or adjective, p proper noun); the first row is a header.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static WordForms Read(TextReader rows)
    {
        var forms = new WordForms();
        var buffer = new char[1 << 15];
        var (kept, isHeader) = (0, true);
        while (true)
        {
            var read = rows.Read(buffer, kept, buffer.Length - kept);
            var text = buffer.AsSpan(0, kept + read);
            for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n'))
            {
                if (!isHeader)
                    forms.AddRow(text[..end]);
                isHeader = false;
                text = text[(end + 1)..];
            }

            if (read == 0)
            {
                if (!isHeader)
                    forms.AddRow(text);
                return forms;
            }

            if (text.Length == buffer.Length)
                throw new InvalidDataException("A row of the word list has no end.");
            text.CopyTo(buffer);
            kept = text.Length;
        }
    }

    /// <summary>The marks of a form; its case does not matter, its apostrophes are « ' ».</summary>
    /// <param name="form">The form.</param>
    /// <param name="areMarksOptional">Whether it is written in capitals, which may lack their accents.</param>
    /// <param name="isInitialMarkOptional">Whether its initial is a capital, which may lack its accent.</param>
    public FormMarks Find(ReadOnlySpan<char> form, bool areMarksOptional, bool isInitialMarkOptional)
    {
        Span<char> lower = form.Length <= LongestOnStack ? stackalloc char[form.Length] : new char[form.Length];
        form.ToLowerInvariant(lower);
        var hash = HashOf(lower);
        var mask = (ulong)_slots.Length - 1;
        for (var slot = SlotOf(hash) & mask; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if ((_slots[slot] & ~MarkMask) != hash)
                continue;
            var all = (int)(_slots[slot] & MarkMask);
            var marks = all & 15;
            if (areMarksOptional)
                marks |= (all >> MarkBits) & 15;
            if (isInitialMarkOptional)
                marks |= (all >> (2 * MarkBits)) & 15;
            return (FormMarks)marks;
        }

        return FormMarks.None;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRow(ReadOnlySpan<char> row)
    {
        if (row.IsEmpty)
            return;
        var tab = row.IndexOf('\t');
        var form = tab < 0 ? row : row[..tab];
        var marks = tab < 0 ? FormMarks.Common : MarksOf(row[(tab + 1)..]);
        var hash = HashOf(form);
        Add(hash, (ulong)marks);
        if (Ascii.IsValid(form))
            return;
        Span<char> bare = stackalloc char[form.Length];
        form.CopyTo(bare);
        bare[0] = Folding.ToBaseLetter(form[0]);
        if (HashOf(bare) is var bareInitial && bareInitial != hash)
            Add(bareInitial, (ulong)marks << (2 * MarkBits));
        for (var i = 1; i < bare.Length; i++)
            bare[i] = Folding.ToBaseLetter(bare[i]);
        if (HashOf(bare) is var bareForm && bareForm != hash)
            Add(bareForm, (ulong)marks << MarkBits);
    }

    private static FormMarks MarksOf(ReadOnlySpan<char> letters)
    {
        var marks = FormMarks.None;
        foreach (var letter in letters)
        {
            marks |= letter switch
            {
                'i' => FormMarks.Infinitive,
                'n' => FormMarks.Noun,
                'p' => FormMarks.Proper,
                _ => throw new InvalidDataException($"« {letter} » is no mark of the word list."),
            };
        }

        return (marks & FormMarks.Proper) == 0 ? marks | FormMarks.Common : marks;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(ulong hash, ulong marks)
    {
        if (_count * 4L >= _slots.Length * 3L)
            Grow();
        var mask = (ulong)_slots.Length - 1;
        var slot = SlotOf(hash) & mask;
        while (_slots[slot] != 0 && (_slots[slot] & ~MarkMask) != hash)
            slot = (slot + 1) & mask;
        if (_slots[slot] == 0)
            _count++;
        _slots[slot] |= hash | marks;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Grow()
    {
        var old = _slots;
        _slots = new ulong[old.Length * 4];
        var mask = (ulong)_slots.Length - 1;
        foreach (var entry in old)
        {
            if (entry == 0)
                continue;
            var slot = SlotOf(entry) & mask;
            while (_slots[slot] != 0)
                slot = (slot + 1) & mask;
            _slots[slot] = entry;
        }
    }

    // The upper bits choose the slot: the lower ones are the marks.
    private static ulong SlotOf(ulong entry) => entry >> 32;

    /// <summary>FNV-1a over the letters, « œ » as « oe », with the finish of MurmurHash3, which spreads it over all bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong HashOf(ReadOnlySpan<char> form)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in form)
        {
            if (c is 'œ' or 'æ')
            {
                hash = (hash ^ (c == 'œ' ? 'o' : 'a')) * 1099511628211UL;
                hash = (hash ^ 'e') * 1099511628211UL;
                continue;
            }

            hash = (hash ^ c) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return (hash ^ (hash >> 33)) & ~MarkMask;
    }
}
