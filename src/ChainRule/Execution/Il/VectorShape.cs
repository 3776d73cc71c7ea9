using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Intrinsics;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// The registers of one width with elements of one size, and the methods on them that the JIT turns into instructions.
/// </summary>
/// <remarks>Masks are kept as registers of reals: comparing and selecting reals then needs no change of type.</remarks>
[RequiresDynamicCode("Emits code while it runs.")]
internal sealed class VectorShape
{
    private static readonly ConcurrentDictionary<(int Bits, int ElementSize), VectorShape> Shapes = new();

    /// <summary>What is used of carriers.</summary>
    public const DynamicallyAccessedMemberTypes CarrierMembers = DynamicallyAccessedMemberTypes.PublicMethods
        | DynamicallyAccessedMemberTypes.PublicFields;

    private readonly ConcurrentDictionary<(string Name, Type Element), MethodInfo> _methods = new();

    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)]
    private readonly Type _functions;

    private VectorShape(int bits, int elementSize)
    {
        Bits = bits;
        Lanes = bits / 8 / elementSize;
        RealElement = elementSize == 4 ? typeof(float) : typeof(double);
        WholeElement = elementSize == 4 ? typeof(int) : typeof(long);
        SingleCarrier = elementSize == 4 ? typeof(Lanes1<float>) : typeof(Lanes1<double>);
        (_functions, Real, Whole, Carrier) = (bits, elementSize) switch
        {
            (128, 4) =>
                (typeof(Vector128), typeof(Vector128<float>), typeof(Vector128<int>), typeof(Lanes128<float>)),
            (128, 8) =>
                (typeof(Vector128), typeof(Vector128<double>), typeof(Vector128<long>), typeof(Lanes128<double>)),
            (256, 4) =>
                (typeof(Vector256), typeof(Vector256<float>), typeof(Vector256<int>), typeof(Lanes256<float>)),
            (256, 8) =>
                (typeof(Vector256), typeof(Vector256<double>), typeof(Vector256<long>), typeof(Lanes256<double>)),
            (512, 4) =>
                (typeof(Vector512), typeof(Vector512<float>), typeof(Vector512<int>), typeof(Lanes512<float>)),
            (512, 8) =>
                (typeof(Vector512), typeof(Vector512<double>), typeof(Vector512<long>), typeof(Lanes512<double>)),
            _ => throw new ArgumentOutOfRangeException(nameof(bits), bits, "Registers have 128, 256 or 512 bits."),
        };
    }

    /// <summary>The width of a register.</summary>
    public int Bits { get; }

    /// <summary>The number of elements in a register.</summary>
    public int Lanes { get; }

    /// <summary>float or double.</summary>
    public Type RealElement { get; }

    /// <summary>int or long.</summary>
    public Type WholeElement { get; }

    /// <summary>A register of reals, or a mask.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)]
    public Type Real { get; }

    /// <summary>A register of wholes.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)]
    public Type Whole { get; }

    /// <summary>The type of <see cref="ILanes{TSelf,T}"/> that holds the register.</summary>
    [DynamicallyAccessedMembers(CarrierMembers)]
    public Type Carrier { get; }

    /// <summary>The <see cref="ILanes{TSelf,T}"/> of one lane.</summary>
    [DynamicallyAccessedMembers(CarrierMembers)]
    public Type SingleCarrier { get; }

    /// <summary>The shape of so many bits and bytes an element.</summary>
    public static VectorShape Of(int bits, int elementSize) => Shapes.GetOrAdd(
        (bits, elementSize), static key => new VectorShape(key.Bits, key.ElementSize));

    /// <summary>The register for values of the type.</summary>
    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)]
    public Type Register(LaneType type) => type == LaneType.Whole ? Whole : Real;

    /// <summary>The type of one lane.</summary>
    public Type Element(LaneType type) => type == LaneType.Whole ? WholeElement : RealElement;

    /// <summary>An operator, such as <c>op_Addition</c>, of registers of the type.</summary>
    public MethodInfo Operator(string name, LaneType type) => _methods.GetOrAdd(
        (name, Element(type)), static (key, own) => own.shape.FindOperator(key.Name, own.type), (shape: this, type));

    /// <summary>
    /// A static method of Vector128, Vector256 or Vector512 whose parameters are registers of the type.
    /// </summary>
    public MethodInfo Function(string name, LaneType type) => _methods.GetOrAdd(
        (name, Element(type)), static (key, own) => own.shape.FindFunction(key.Name, own.type), (shape: this, type));

    /// <summary>A static method that makes a register of one number: Create or CreateScalarUnsafe.</summary>
    public MethodInfo Creation(string name, LaneType type) => _methods.GetOrAdd(
        (name, Element(type)), static (key, shape) => shape._functions.GetMethod(key.Name, [key.Element])!, this);

    /// <summary>A static property of the register's type.</summary>
    public MethodInfo Property(string name, LaneType type) => _methods.GetOrAdd(
        (name, Element(type)),
        static (key, own) => own.shape.Register(own.type).GetMethod("get_" + key.Name)!,
        (shape: this, type));

    /// <summary>The change of a register's type that changes no bit.</summary>
    public MethodInfo Reinterpret(LaneType from, LaneType to) => _methods.GetOrAdd(
        ("As" + to, Element(from)),
        static (key, own) => LoopEmitter.Close(own.shape.Generic("As", 2), key.Element, own.target),
        (shape: this, target: Element(to)));

    private MethodInfo FindOperator(string name, LaneType type)
    {
        Type register = Register(type);
        return register.GetMethods().Single(method =>
            method.Name == name && method.GetParameters().All(parameter => parameter.ParameterType == register));
    }

    private MethodInfo FindFunction(string name, LaneType type)
    {
        Type register = Register(type);
        foreach (MethodInfo method in _functions.GetMethods())
        {
            if (method.Name == name && !method.IsGenericMethodDefinition
                && method.GetParameters().All(parameter => parameter.ParameterType == register))
            {
                return method;
            }
        }

        foreach (MethodInfo method in _functions.GetMethods())
        {
            if (method.Name == name && method.IsGenericMethodDefinition && method.GetGenericArguments().Length == 1
                && method.GetParameters().All(static parameter => parameter.ParameterType.IsGenericType))
            {
                return LoopEmitter.Close(method, Element(type));
            }
        }

        throw new UnreachableException(name);
    }

    private MethodInfo Generic(string name, int arguments) => _functions.GetMethods().Single(method =>
        method.Name == name && method.IsGenericMethodDefinition && method.GetGenericArguments().Length == arguments);
}
