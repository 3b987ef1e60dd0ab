using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Reading.Pdf.Limits;

/// <summary>The filters of the library, none of which unpacks more than it may.</summary>
internal sealed class BoundedFilters(UnpackingBudget budget) : IFilterProvider
{
    // A file may name as many filters for one stream as it likes: real ones name two.
    private const int MostFilters = 16;

    private readonly Dictionary<IFilter, BoundedFilter> _bounded = [];

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters(), most: int.MaxValue);

    private IFilter[] Bounded(IReadOnlyList<IFilter> filters, int most = MostFilters)
    {
        if (filters.Count <= most)
            return [.. filters.Select(Bounded)];
        throw new InvalidDataException($"{filters.Count} filters > {most}");
    }

    private BoundedFilter Bounded(IFilter filter)
    {
        if (!_bounded.TryGetValue(filter, out var bounded))
            _bounded[filter] = bounded = new BoundedFilter(filter, budget);
        return bounded;
    }
}
