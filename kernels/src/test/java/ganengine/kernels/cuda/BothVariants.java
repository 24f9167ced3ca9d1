package ganengine.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.Buffer;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.ElementType;
import ganengine.kernels.OnDevice;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Runs a kernel on REAL and on BFLOAT16 activations. The bfloat16 variants compute in float and
 * round once: from the same numbers they give the float variants' results, rounded.
 */
final class BothVariants implements AutoCloseable {
  private final Device device = Devices.open("cuda", DeviceOptions.DEFAULT);

  /** A kernel call on operands in its order, the output last. */
  interface Call {
    void on(Buffer[] operands);
  }

  Device device() {
    return device;
  }

  /** Calls with each type and compares the outputs. The inputs must be {@link #numbers}. */
  void assertRounds(int outputSize, Call call, float[]... inputs) {
    float[] wide = outputs(ElementType.REAL, outputSize, call, inputs);
    float[] narrow = outputs(ElementType.BFLOAT16, outputSize, call, inputs);
    assertThat(narrow).isEqualTo(rounded(wide));
  }

  private float[] outputs(ElementType type, int outputSize, Call call, float[]... inputs) {
    Buffer[] operands = new Buffer[inputs.length + 1];
    for (int i = 0; i < inputs.length; i++) {
      operands[i] = upload(type, inputs[i]);
    }
    operands[inputs.length] = device.allocate(type, outputSize);
    call.on(operands);
    float[] outputs = new float[outputSize];
    device.download(operands[inputs.length], 0, outputs, 0, outputSize);
    for (Buffer operand : operands) {
      device.release(operand);
    }
    return outputs;
  }

  Buffer upload(ElementType type, float[] values) {
    Buffer buffer = device.allocate(type, values.length);
    device.upload(values, 0, values.length, buffer, 0);
    return buffer;
  }

  /** Lends {@code count} indices in [0, bound). */
  void withIndices(int count, int bound, Consumer<Buffer> use) {
    Buffer indices = OnDevice.integers(device, new Random(count).longs(count, 0, bound).toArray());
    use.accept(indices);
    device.release(indices);
  }

  /** Lends room for {@code count} indices. */
  void withRoom(int count, Consumer<Buffer> use) {
    Buffer room = device.allocate(ElementType.INTEGER, count);
    use.accept(room);
    device.release(room);
  }

  /** Normal numbers that bfloat16 has. */
  static float[] numbers(int count) {
    Random random = new Random(count);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return rounded(values);
  }

  /** Each number's nearest bfloat16. */
  static float[] rounded(float... values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = Bfloat16.toFloat(Bfloat16.of(values[i]));
    }
    return rounded;
  }

  @Override
  public void close() {
    device.close();
  }
}
