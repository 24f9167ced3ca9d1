package ganengine.gan.onnx;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation in a graph of its own, beside onnxruntime; images are [2, 4, 9, 8]. */
final class OperationsTest {
  private static final long[] TWO = {2, 2};
  private static final long[] THREE = {3, 3};

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource({"windows", "pointwise", "shapes", "products", "shapeArithmetic"})
  void agreesWithOnnxruntime(String name, ModelWriter model) throws IOException, OrtException {
    Path file = model.input("x", 0, 4, 9, 8).output("y").write(folder.resolve("model.onnx"));

    Peer.assertAgrees(file, 2, 4, 9, 8);
  }

  private static ModelWriter of(String op, String names, Object... attributes) {
    return new ModelWriter(13).node(op, names, attributes);
  }

  static Stream<Arguments> windows() {
    return Stream.of(
        arguments("conv", conv()),
        arguments("conv padded", conv("pads", new long[] {1, 0, 2, 1}, "strides", TWO)),
        arguments("conv dilated", conv("dilations", new long[] {2, 1})),
        arguments("conv same upper", conv("auto_pad", "SAME_UPPER", "strides", TWO)),
        arguments("conv same lower", conv("auto_pad", "SAME_LOWER", "strides", TWO)),
        arguments("conv valid", conv("auto_pad", "VALID")),
        arguments("conv grouped", of("Conv", "x w y", "group", 2).weights("w", 6, 2, 3, 3)),
        arguments("conv 1 x 7", of("Conv", "x w y").weights("w", 5, 4, 1, 7)),
        arguments("max pool", of("MaxPool", "x y", "kernel_shape", THREE, "strides", TWO)),
        arguments(
            "max pool padded",
            of("MaxPool", "x y", "kernel_shape", THREE, "pads", new long[] {1, 1, 1, 1})),
        arguments(
            "max pool unevenly padded",
            of("MaxPool", "x y", "kernel_shape", THREE, "pads", new long[] {0, 1, 2, 0})),
        arguments(
            "max pool same",
            of("MaxPool", "x y", "kernel_shape", TWO, "strides", TWO, "auto_pad", "SAME_UPPER")),
        arguments(
            "max pool ceil",
            of("MaxPool", "x y", "kernel_shape", THREE, "strides", TWO, "ceil_mode", 1)),
        arguments("average pool", of("AveragePool", "x y", "kernel_shape", THREE)),
        arguments(
            "average pool padded",
            of("AveragePool", "x y", "kernel_shape", THREE, "pads", new long[] {1, 1, 1, 1})),
        arguments(
            "average pool counting its pads",
            of(
                "AveragePool",
                "x y",
                "kernel_shape",
                THREE,
                "pads",
                new long[] {1, 1, 1, 1},
                "count_include_pad",
                1)),
        arguments(
            "average pool unevenly padded",
            of(
                "AveragePool",
                "x y",
                "kernel_shape",
                THREE,
                "pads",
                new long[] {0, 1, 1, 0},
                "count_include_pad",
                1)),
        arguments(
            "average pool of the whole",
            of("AveragePool", "x y", "kernel_shape", new long[] {9, 8})),
        arguments("global average", of("GlobalAveragePool", "x y")),
        arguments("global max", of("GlobalMaxPool", "x y")));
  }

  private static ModelWriter conv(Object... attributes) {
    return of("Conv", "x w b y", attributes).weights("w", 6, 4, 3, 2).weights("b", 6);
  }

  static Stream<Arguments> pointwise() {
    return Stream.of(
        arguments("relu", of("Relu", "x y")),
        arguments("leaky relu", of("LeakyRelu", "x y", "alpha", 0.3f)),
        arguments("sigmoid", of("Sigmoid", "x y")),
        arguments("tanh", of("Tanh", "x y")),
        arguments("softplus", of("Softplus", "x y")),
        arguments("exp", of("Exp", "x y")),
        arguments("abs", of("Abs", "x y")),
        arguments("neg", of("Neg", "x y")),
        arguments("hard sigmoid", of("HardSigmoid", "x y")),
        arguments("log of abs", of("Abs", "x a").node("Log", "a y")),
        arguments("root of abs", of("Abs", "x a").node("Sqrt", "a y")),
        arguments("one by e to the x", of("Exp", "x a").node("Reciprocal", "a y")),
        arguments(
            "clip",
            of("Clip", "x low high y")
                .reals("low", new long[0], -0.5f)
                .reals("high", new long[0], 0.25f)),
        arguments("clip above", of("Clip", "x - high y").reals("high", new long[0], 0.25f)),
        arguments("clip of old", new ModelWriter(9).node("Clip", "x y", "min", -0.1f)),
        arguments("add a scalar", of("Add", "x s y").reals("s", new long[0], 3)),
        arguments("subtract of channels", of("Sub", "c x y").weights("c", 4, 1, 1)),
        arguments("multiply of columns", of("Mul", "x c y").weights("c", 8)),
        arguments("divide by channels", of("Div", "x c y").positive("c", 1, 4, 1, 1)),
        arguments("add itself", of("Add", "x x y")),
        arguments("identity", of("Identity", "x y")),
        arguments("dropout", of("Dropout", "x y")),
        arguments("cast", of("Cast", "x y", "to", 1)));
  }

  static Stream<Arguments> shapes() {
    return Stream.of(
        arguments("flatten", of("Flatten", "x y")),
        arguments("flatten all", of("Flatten", "x y", "axis", 0)),
        arguments("reshape", of("Reshape", "x s y").integers("s", 0, -1, 12)),
        arguments("reshape to images", of("Reshape", "x s y").integers("s", 2, 9, 4, 8)),
        arguments("transpose", of("Transpose", "x y", "perm", new long[] {0, 2, 1, 3})),
        arguments("transpose all", of("Transpose", "x y")),
        arguments(
            "squeeze",
            of("GlobalAveragePool", "x a").node("Squeeze", "a s y").integers("s", 2, -1)),
        arguments(
            "squeeze of old",
            new ModelWriter(11)
                .node("GlobalAveragePool", "x a")
                .node("Squeeze", "a y", "axes", new long[] {3})),
        arguments("unsqueeze", of("Flatten", "x a").node("Unsqueeze", "a s y").integers("s", 0, 3)),
        arguments("concat of channels", of("Concat", "x x y", "axis", 1)),
        arguments("concat of rows", of("Concat", "x x y", "axis", -2)),
        arguments("pad", of("Pad", "x p y").integers("p", 0, 1, 0, 2, 0, 0, 3, 0)),
        arguments(
            "pad of old",
            new ModelWriter(9).node("Pad", "x y", "pads", new long[] {0, 0, 1, 2, 0, 0, 1, 0})),
        arguments("softmax", of("Softmax", "x y")),
        arguments("softmax of channels", of("Softmax", "x y", "axis", 1)),
        arguments("softmax of rows", of("Softmax", "x y", "axis", 2)),
        arguments("softmax of old", new ModelWriter(11).node("Softmax", "x y")),
        arguments("log softmax", of("LogSoftmax", "x y", "axis", 1)),
        arguments("mean", of("ReduceMean", "x y", "axes", new long[] {2, 3})),
        arguments("mean cut", of("ReduceMean", "x y", "axes", new long[] {-1, -2}, "keepdims", 0)),
        arguments("mean of all", of("ReduceMean", "x y")),
        arguments(
            "mean of new", new ModelWriter(18).node("ReduceMean", "x a y").integers("a", 1, 2)),
        arguments("sum", of("ReduceSum", "x a y", "keepdims", 0).integers("a", 1)),
        arguments("max", of("ReduceMax", "x y", "axes", new long[] {1})),
        arguments(
            "gather of a channel",
            of("Gather", "x i a", "axis", 1)
                .integer("i", -1)
                .node("Unsqueeze", "a s y")
                .integers("s", 1)),
        arguments("gather of rows", of("Gather", "x i y", "axis", 2).integers("i", 3)),
        arguments(
            "slice",
            of("Slice", "x from to axes y")
                .integers("from", 1, -5)
                .integers("to", 99, -1)
                .integers("axes", 1, 3)),
        arguments(
            "resize to what it is",
            of("Resize", "x - - s y", "mode", "linear").integers("s", 2, 4, 9, 8)));
  }

  static Stream<Arguments> products() {
    return Stream.of(
        arguments(
            "gemm",
            of("Flatten", "x a")
                .node("Gemm", "a w b y", "transB", 1, "alpha", 0.5f, "beta", 2f)
                .weights("w", 5, 288)
                .weights("b", 5)),
        arguments(
            "gemm without bias", of("Flatten", "x a").node("Gemm", "a w y").weights("w", 288, 3)),
        arguments("matmul", of("Flatten", "x a").node("MatMul", "a w y").weights("w", 288, 3)),
        arguments("matmul of images", of("MatMul", "x w y").weights("w", 8, 3)),
        arguments(
            "batch norm",
            of("BatchNormalization", "x g b m v y", "epsilon", 1e-3f)
                .positive("g", 4)
                .weights("b", 4)
                .weights("m", 4)
                .positive("v", 4)),
        arguments(
            "batch norm of rows",
            of("GlobalAveragePool", "x a")
                .node("Flatten", "a f")
                .node("BatchNormalization", "f g b m v y")
                .positive("g", 4)
                .weights("b", 4)
                .weights("m", 4)
                .positive("v", 4)));
  }

  /** As PyTorch exports {@code x.view(x.size(0), -1)} and the like. */
  static Stream<Arguments> shapeArithmetic() {
    return Stream.of(
        arguments(
            "view",
            of("Shape", "x s")
                .node("Gather", "s zero n")
                .integer("zero", 0)
                .node("Unsqueeze", "n zeros batch")
                .integers("zeros", 0)
                .node("Concat", "batch rest shape", "axis", 0)
                .integers("rest", -1)
                .node("Reshape", "x shape y")),
        arguments(
            "halves of a shape",
            of("Shape", "x s")
                .node("Slice", "s from to tail")
                .integers("from", 1)
                .integers("to", 4)
                .node("Cast", "tail t", "to", 7)
                .node("Div", "t two a")
                .integers("two", 2, 1, 2)
                .node("Mul", "a n b")
                .integers("n", 4, 1, 2)
                .node("Concat", "minus b shape", "axis", 0)
                .integers("minus", -1)
                .node("Reshape", "x shape y")),
        arguments(
            "constant node",
            of("Constant", "shape", "value", ModelWriter.integerTensor(new long[] {2}, 4, -1))
                .node("Reshape", "x shape y")));
  }
}
