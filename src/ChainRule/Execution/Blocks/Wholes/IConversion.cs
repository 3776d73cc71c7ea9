using System.Numerics;

namespace ChainRule.Execution;

/// <summary>What a <see cref="ConversionStep{TConversion, TFrom, TTo}"/> makes of a number.</summary>
internal interface IConversion<TFrom, TTo> where TFrom : unmanaged where TTo : unmanaged
{
    /// <summary>The number in the other type.</summary>
    static abstract TTo Run(TFrom x);

    /// <summary>The numbers of all lanes.</summary>
    static abstract Vector<TTo> Run(Vector<TFrom> x);
}
