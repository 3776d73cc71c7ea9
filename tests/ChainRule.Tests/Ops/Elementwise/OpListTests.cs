using ChainRule.Ops;

namespace ChainRule.Tests.Ops.Elementwise;

/// <summary>No op goes without laws and reference values.</summary>
public sealed class OpListTests
{
    private static readonly Type[] Kinds = [typeof(IUnaryOp), typeof(IBinaryOp), typeof(ITernaryOp)];

    private static readonly List<Type> Ops =
        [
            .. typeof(IUnaryOp).Assembly.GetTypes()
                .Where(static type => type.IsValueType && Kinds.Any(kind => kind.IsAssignableFrom(type))),
        ];

    [Fact]
    public void Every_op_has_a_class_of_laws()
    {
        HashSet<Type> tested =
        [
            .. typeof(OpListTests).Assembly.GetTypes()
                .Where(static type => type.IsSealed && type.IsAssignableTo(typeof(ElementwiseLaws)))
                .Select(static type => type.BaseType!.GetGenericArguments()[0]),
        ];
        Assert.Equal([.. Ops], tested);
    }

    [Theory]
    [InlineData(DType.Float64)]
    [InlineData(DType.Float32)]
    public void Every_op_has_reference_rows_and_every_row_an_op(DType dtype)
    {
        string[] names = [.. Ops.Select(static op => (string)op.GetProperty("Name")!.GetValue(null)!)];
        Assert.Equal(
            names.Order(StringComparer.Ordinal),
            ReferenceTable.Of(dtype).Select(static rows => rows.Key).Order(StringComparer.Ordinal));
    }
}
