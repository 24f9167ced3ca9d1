package ganengine.engine.check;

import static ganengine.engine.check.Domain.between;
import static ganengine.engine.check.OpCase.curved;
import static ganengine.engine.check.OpCase.linear;

import ganengine.engine.check.OpCase.Input;
import ganengine.engine.op.Binary;
import ganengine.engine.op.Unary;
import ganengine.kernels.BinaryFunction;
import ganengine.kernels.UnaryFunction;
import java.util.List;

/** Every elementwise function. */
final class PointwiseCases {
  private PointwiseCases() {}

  static List<OpCase> all() {
    Domain wide = between(-2, 2);
    Domain positive = between(0.5, 2);
    Domain notZero = wide.awayFrom(0, 0.1);
    Domain probability = between(0.1, 0.9);
    return List.of(
        unary("negate", new Unary(UnaryFunction.NEGATE, 0, 0), linear(3, 4)),
        unary("2.5 x - 0.5", new Unary(UnaryFunction.AFFINE, 2.5, -0.5), linear(3, 4)),
        unary("abs", new Unary(UnaryFunction.ABS, 0, 0), curved(notZero, 3, 4)),
        unary("sign", new Unary(UnaryFunction.SIGN, 0, 0), curved(notZero, 3, 4)),
        unary("square", new Unary(UnaryFunction.SQUARE, 0, 0), curved(wide, 3, 4)),
        unary("sqrt", new Unary(UnaryFunction.SQRT, 0, 0), curved(positive, 3, 4)),
        unary("1 / x", new Unary(UnaryFunction.RECIPROCAL, 0, 0), curved(positive, 3, 4)),
        unary("exp", new Unary(UnaryFunction.EXP, 0, 0), curved(wide, 3, 4)),
        unary("log", new Unary(UnaryFunction.LOG, 0, 0), curved(positive, 3, 4)),
        unary("tanh", new Unary(UnaryFunction.TANH, 0, 0), curved(wide, 3, 4)),
        unary("sigmoid", new Unary(UnaryFunction.SIGMOID, 0, 0), curved(wide, 3, 4)),
        unary("softplus", new Unary(UnaryFunction.SOFTPLUS, 0, 0), curved(wide, 3, 4)),
        unary("slope 0", new Unary(UnaryFunction.LEAKY_RELU, 0, 0), curved(notZero, 3, 4)),
        unary("slope 0.2", new Unary(UnaryFunction.LEAKY_RELU, 0.2, 0), curved(notZero, 3, 4)),
        unary(
            "[-1, 0.5]",
            new Unary(UnaryFunction.CLAMP, -1, 0.5),
            curved(wide.awayFrom(-1, 0.1).awayFrom(0.5, 0.1), 3, 4)),
        unary(
            "[-1, 0.5]",
            new Unary(UnaryFunction.WITHIN, -1, 0.5),
            curved(wide.awayFrom(-1, 0.1).awayFrom(0.5, 0.1), 3, 4)),
        unary(
            "3 below 0.7",
            new Unary(UnaryFunction.BELOW, 0.7, 3),
            curved(wide.awayFrom(0.7, 0.1), 3, 4)),
        binary("same shape", BinaryFunction.ADD, 0, linear(2, 3), linear(2, 3)),
        binary("bias", BinaryFunction.ADD, 0, linear(2, 2, 3), linear(3)),
        binary("same shape", BinaryFunction.SUBTRACT, 0, linear(2, 3), linear(2, 3)),
        binary("both repeated", BinaryFunction.SUBTRACT, 0, linear(2, 1), linear(1, 3)),
        binary("same shape", BinaryFunction.MULTIPLY, 0, linear(2, 3), linear(2, 3)),
        binary("scalar", BinaryFunction.MULTIPLY, 0, linear(), linear(2, 3)),
        binary("middle axis", BinaryFunction.MULTIPLY, 0, linear(2, 3, 2), linear(3, 1)),
        binary("same shape", BinaryFunction.DIVIDE, 0, linear(2, 3), curved(positive, 2, 3)),
        binary("by rows", BinaryFunction.DIVIDE, 0, linear(2, 3), curved(positive, 2, 1)),
        binary(
            "same shape",
            BinaryFunction.MAXIMUM,
            0,
            curved(Domain.distinct(0.5, 0), 2, 3),
            curved(Domain.distinct(0.5, 0.25), 2, 3)),
        binary(
            "bias",
            BinaryFunction.MAXIMUM,
            0,
            curved(Domain.distinct(0.5, 0), 2, 3),
            curved(Domain.distinct(0.5, 0.25), 3)),
        binary("y", BinaryFunction.TANH_GRADIENT, 0, linear(2, 3), curved(probability, 2, 3)),
        binary("y", BinaryFunction.SIGMOID_GRADIENT, 0, linear(2, 3), curved(probability, 2, 3)),
        binary("x", BinaryFunction.SOFTPLUS_GRADIENT, 0, linear(2, 3), curved(wide, 2, 3)),
        binary(
            "slope 0.2",
            BinaryFunction.LEAKY_RELU_GRADIENT,
            0.2,
            linear(2, 3),
            curved(notZero, 2, 3)));
  }

  private static OpCase unary(String name, Unary op, Input x) {
    return new OpCase(op.name(), name, List.of(x), op::applyAll);
  }

  private static OpCase binary(String name, BinaryFunction function, double p, Input a, Input b) {
    Binary op = new Binary(function, p);
    return new OpCase(op.name(), name, List.of(a, b), op::applyAll);
  }
}
