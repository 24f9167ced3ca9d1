package ganengine.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.kernels.Buffer;
import ganengine.kernels.Device;
import ganengine.kernels.ElementType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A kernel call whose activations are bfloat16 in one run and float in another, everything else
 * float in both. All inputs are numbers that bfloat16 has, and both variants compute in float, so
 * activations that come out agree but for their last rounding, all else as float sums do.
 */
final class MixedCall {
  /** Half the distance of neighbouring bfloat16 numbers, and what sums in another order change. */
  private static final double ACTIVATION_ERROR = 0x1p-8;

  private static final double SUM_ERROR = 1e-5;

  /** What one operand is, and what it holds before the call. */
  private static final class Operand {
    final boolean activation;
    final float[] before;

    Operand(boolean activation, float[] before) {
      this.activation = activation;
      this.before = before;
    }

    ElementType type(ElementType activations) {
      return activation ? activations : ElementType.REAL;
    }
  }

  /** The kernel call, on the operands in the order of their naming. */
  interface Call {
    void on(Buffer[] operands);
  }

  private final Device device;
  private final Random random = new Random(3);
  private final List<Operand> operands = new ArrayList<>();

  MixedCall(Device device) {
    this.device = device;
  }

  /** An input that is bfloat16 in one of the runs. */
  MixedCall activations(int length, double mean, double deviation) {
    operands.add(new Operand(true, draw(length, mean, deviation)));
    return this;
  }

  /** An input that is float in both. */
  MixedCall reals(int length, double mean, double deviation) {
    operands.add(new Operand(false, draw(length, mean, deviation)));
    return this;
  }

  MixedCall activationsOut(int length) {
    operands.add(new Operand(true, unwritten(length)));
    return this;
  }

  MixedCall realsOut(int length) {
    operands.add(new Operand(false, unwritten(length)));
    return this;
  }

  private float[] draw(int length, double mean, double deviation) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      double value = mean + deviation * random.nextGaussian();
      values[i] = Bfloat16.toFloat(Bfloat16.of((float) value));
    }
    return values;
  }

  private static float[] unwritten(int length) {
    float[] values = new float[length];
    Arrays.fill(values, Float.NaN);
    return values;
  }

  /** Makes both runs and compares what came out. */
  void assertAlike(Call call) {
    List<float[]> wide = run(ElementType.REAL, call);
    List<float[]> narrow = run(ElementType.BFLOAT16, call);
    for (int i = 0; i < operands.size(); i++) {
      double error = operands.get(i).activation ? ACTIVATION_ERROR : SUM_ERROR;
      double scale = 0;
      for (float value : wide.get(i)) {
        scale = Math.max(scale, Math.abs(value));
      }
      for (int at = 0; at < wide.get(i).length; at++) {
        float expected = wide.get(i)[at];
        assertThat((double) narrow.get(i)[at])
            .as("operand %d, element %d", i, at)
            .isCloseTo(expected, within(error * Math.abs(expected) + SUM_ERROR * scale));
      }
    }
  }

  private List<float[]> run(ElementType activations, Call call) {
    Buffer[] buffers = new Buffer[operands.size()];
    for (int i = 0; i < buffers.length; i++) {
      Operand operand = operands.get(i);
      buffers[i] = device.allocate(operand.type(activations), operand.before.length);
      device.upload(operand.before, 0, operand.before.length, buffers[i], 0);
    }
    call.on(buffers);
    List<float[]> results = new ArrayList<>();
    for (Buffer buffer : buffers) {
      float[] result = new float[(int) buffer.length()];
      device.download(buffer, 0, result, 0, result.length);
      results.add(result);
      device.release(buffer);
    }
    return results;
  }
}
