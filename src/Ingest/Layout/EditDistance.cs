namespace Ingest.Layout;

/// <summary>
/// The least number of letters to put in, to take out or to change to make one text of another (V. I. Levenshtein, 1966), 64 letters
/// at a time: a bit of a word says whether the distance grows from one letter to the next (G. Myers, « A fast bit-vector algorithm for
/// approximate string matching based on dynamic programming », 1999; across words as H. Hyyrö, 2003).
/// </summary>
internal static class EditDistance
{
    private const int WordBits = 64;

    /// <summary>The distance of two texts, in UTF-16 letters.</summary>
    public static int Of(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0)
            return Math.Max(one.Length, other.Length);
        var places = PlacesOf(one);
        var size = (one.Length + WordBits - 1) / WordBits;
        var (nowhere, grows, shrinks) = (new ulong[size], new ulong[size], new ulong[size]);
        Array.Fill(grows, ulong.MaxValue);
        var last = 1UL << ((one.Length - 1) % WordBits);
        var distance = one.Length;
        foreach (var letter in other)
            distance += Advance(places.GetValueOrDefault(letter, nowhere), grows, shrinks, last);
        return distance;
    }

    private static Dictionary<char, ulong[]> PlacesOf(string text)
    {
        var places = new Dictionary<char, ulong[]>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!places.TryGetValue(text[i], out var bits))
                places.Add(text[i], bits = new ulong[(text.Length + WordBits - 1) / WordBits]);
            bits[i / WordBits] |= 1UL << (i % WordBits);
        }

        return places;
    }

    // One letter of the other text: how the distance to the whole of the first one changes. The names of the paper: Pv and Mv are
    // « grows » and « shrinks », Xv and Xh stand for what is equal from above and from the left, Ph and Mh for the step aside.
    private static int Advance(ulong[] equal, ulong[] grows, ulong[] shrinks, ulong last)
    {
        // Above the first letter the distance is the number of letters so far: it grows by one at each.
        var (carriedUp, carriedDown) = (1UL, 0UL);
        var change = 0;
        for (var i = 0; i < equal.Length; i++)
        {
            var (eq, pv, mv) = (equal[i], grows[i], shrinks[i]);
            var xv = eq | mv;
            eq |= carriedDown;
            var xh = (((eq & pv) + pv) ^ pv) | eq;
            var ph = mv | ~(xh | pv);
            var mh = pv & xh;
            if (i == equal.Length - 1)
                change = (ph & last) != 0 ? 1 : (mh & last) != 0 ? -1 : 0;
            var (up, down) = (ph >> (WordBits - 1), mh >> (WordBits - 1));
            ph = (ph << 1) | carriedUp;
            mh = (mh << 1) | carriedDown;
            (grows[i], shrinks[i]) = (mh | ~(xv | ph), ph & xv);
            (carriedUp, carriedDown) = (up, down);
        }

        return change;
    }
}
