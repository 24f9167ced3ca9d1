package ganengine.gan.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.UserError;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file that is no model to use is refused in one line that names it. */
final class BadModelTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void unreadable(String said, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("bad.onnx"), bytes);

    assertRefused(said, () -> OnnxModel.read(file));
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        arguments("holds no graph", new byte[0]),
        arguments("no ONNX model", "a picture of a cat".getBytes(StandardCharsets.UTF_8)),
        arguments("wire type 3", new byte[] {8, 8, 0x43}),
        arguments("is no protobuf field", new byte[] {0, 0}),
        arguments("it ends within a number", new byte[] {8, -1}),
        arguments("ends no number", bytesOf(8, 11)),
        arguments("3 inputs", relu().input("y", 1, 3, 8, 8).input("z", 1).bytes()),
        arguments("has 2 dimensions", model().input("x", 1, 8).node("Relu", "x y").bytes()),
        arguments(
            "its operator set is 6",
            new ModelWriter(6).input("x", 0, 3, 8, 8).node("Relu", "x y").bytes()),
        arguments(
            "is to have 2,147,483,647 numbers but holds 1",
            relu()
                .tensor(ModelWriter.tensor(1, 1L << 30, 1L << 30).text(8, "w").real(4, 1))
                .bytes()),
        arguments(
            "has a size of -5",
            relu().tensor(ModelWriter.tensor(1, -5).text(8, "w").real(4, 1)).bytes()),
        arguments(
            "is to have 2 numbers but holds 1",
            relu().tensor(ModelWriter.tensor(1, 2).text(8, "w").blob(9, new byte[7])).bytes()),
        arguments(
            "save the model as one file",
            relu().tensor(ModelWriter.tensor(1, 2).text(8, "w").integer(14, 1)).bytes()),
        arguments("numbers of type 8", relu().tensor(ModelWriter.tensor(8, 1)).bytes()));
  }

  /** No part of a file is taken for the whole. */
  @Test
  void truncatedAnywhere() throws IOException {
    byte[] whole = relu().weights("w", 4, 4).output("y").bytes();
    Path file = folder.resolve("cut.onnx");
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused("cut.onnx", () -> OnnxModel.read(file));
    }
    Files.write(file, whole);
    assertThat(OnnxModel.read(file).outputs()).containsExactly("y");
  }

  @Test
  void aFolderAndNothing() {
    assertRefused("there is no such file", () -> OnnxModel.read(folder.resolve("none")));
    assertRefused("can't be read", () -> OnnxModel.read(folder));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void notToBeComputed(String said, ModelWriter model) throws IOException {
    OnnxModel read =
        OnnxModel.read(model.input("x", 0, 3, 8, 8).output("y").write(folder.resolve("bad.onnx")));

    try (Device device = Devices.open("cpu", new DeviceOptions(1));
        Scope scope = Scope.open(device)) {
      assertRefused(
          said,
          () -> {
            try (OnnxNetwork network = new OnnxNetwork(read, "y", device)) {
              network.apply(Tensor.full(Shape.of(1, 8, 8, 3), 1));
            }
          });
    }
  }

  static Stream<Arguments> notToBeComputed() {
    return Stream.of(
        arguments(
            "Elu 'the y' is an operation that is not supported; supported are Constant, Abs,",
            model().node("Elu", "x y")),
        arguments("??31m 'the y' is an operation", model().node("\u001b[31m", "x y")),
        arguments("it computes no value 'y'", model().node("Relu", "x z")),
        arguments(
            "Relu 'the y' takes a value 'a' that nothing before it gives",
            model().node("Relu", "a y").node("Relu", "x a")),
        arguments("Conv 'the y' has no input 1", model().node("Conv", "x y")),
        arguments(
            "the filter expects 4 input channels, the input has 3",
            model().node("Conv", "x w y").weights("w", 2, 4, 3, 3)),
        arguments(
            "has stride 0",
            model().node("Conv", "x w y", "strides", new long[2]).weights("w", 2, 3, 3, 3)),
        arguments(
            "'strides' that is no long[]",
            model().node("Conv", "x w y", "strides", 2).weights("w", 2, 3, 3, 3)),
        arguments(
            "has 3 numbers in 'kernel_shape', expected 2",
            model().node("MaxPool", "x y", "kernel_shape", new long[3])),
        arguments("has no 'kernel_shape'", model().node("MaxPool", "x y")),
        arguments(
            "kernel and stride are at least 1",
            model().node("MaxPool", "x y", "kernel_shape", new long[2])),
        arguments(
            "windows that are not square",
            model().node("MaxPool", "x y", "kernel_shape", new long[] {1, 2})),
        arguments(
            "integer overflow",
            model().node("MaxPool", "x y", "kernel_shape", new long[] {1L << 40, 1})),
        arguments(
            "a tensor has at most 2^31 - 1 elements",
            model().node("Pad", "x p y").integers("p", 0, 0, 0, 0, 0, 0, 1 << 30, 1 << 30)),
        arguments(
            "Reshape 'the y': op reshape", model().node("Reshape", "x s y").integers("s", 5, -1)),
        arguments("has axis 4 of 4", model().node("Softmax", "x y", "axis", 4)),
        arguments(
            "takes position 9 of 3", model().node("Gather", "x i y", "axis", 1).integers("i", 9)),
        arguments(
            "resizing within the network",
            model().node("Resize", "x - - s y").integers("s", 1, 3, 16, 16)));
  }

  private static ModelWriter model() {
    return new ModelWriter(13);
  }

  private static ModelWriter relu() {
    return model().input("x", 0, 3, 8, 8).node("Relu", "x y");
  }

  private static byte[] bytesOf(int first, int many) {
    byte[] bytes = new byte[1 + many];
    Arrays.fill(bytes, (byte) -1);
    bytes[0] = (byte) first;
    return bytes;
  }

  private static void assertRefused(String said, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOf(UserError.class)
        .message()
        .contains(said)
        .hasLineCount(1);
  }
}
