using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Parser;

namespace Ingest.Reading.Pdf.Limits;

/// <summary>
/// Gives the library no longer content than one stream may have: a page may be made of any number of streams, and each operator takes many
/// times its bytes once it is parsed.
/// </summary>
internal sealed class BoundedContentParser(IPageContentParser inner, UnpackingBudget budget) : IPageContentParser
{
    /// <inheritdoc/>
    public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
    {
        if (budget.IsSpent)
            return [];
        budget.Take(inputBytes.Length);
        if (inputBytes.Length <= budget.StreamBytes)
            return inner.Parse(pageNumber, inputBytes, log);
        budget.Cut();
        var beginning = new byte[budget.StreamBytes];
        inputBytes.Seek(0);
        var length = inputBytes.Read(beginning);
        return inner.Parse(pageNumber, new MemoryInputBytes(beginning.AsMemory(0, length)), log);
    }
}
