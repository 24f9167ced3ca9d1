package ganengine.kernels.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.kernels.Buffer;
import ganengine.kernels.Convolution;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.ElementType;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Filters too large for a cache are multiplied in larger shares: the bits must be the same. */
class LargeFilterTest {
  /** Kernel 4, stride 2, 40 images of 8 x 8 x 256 to 4 x 4 x 512: 160 tiles, 19 MB of factors. */
  private static final Convolution SIZE =
      new Convolution(40, 8, 8, 256, 4, 4, 512, 4, 4, 2, 2, 1, 1, 1, 1, 1);

  private final float[] x = draw(SIZE.batch() * 8 * 8 * 256, 1);
  private final float[] filter = draw(512 * 4 * 4 * 256, 2);
  private final float[] gradY = draw(SIZE.batch() * 4 * 4 * 512, 3);

  @Test
  void forwardIsTheDefinition() {
    float[] y = forward(1);
    Random random = new Random(4);
    for (int i = 0; i < 300; i++) {
      int at = random.nextInt(y.length);
      assertThat((double) y[at]).isCloseTo(output(at), within(2e-4));
    }
    assertThat(forward(3)).isEqualTo(y);
  }

  @Test
  void inputGradientIsItsAdjoint() {
    float[] gradX = inputGradient(1);
    double fromInput = dot(gradX, x);
    double fromOutput = dot(gradY, forward(1));
    assertThat(fromInput).isCloseTo(fromOutput, within(1e-5 * length(gradX) * length(x)));
    assertThat(inputGradient(3)).isEqualTo(gradX);
  }

  private float[] forward(int threads) {
    try (Device cpu = Devices.open("cpu", new DeviceOptions(threads))) {
      Buffer y = cpu.allocate(ElementType.REAL, gradY.length);
      cpu.convolution().forward(SIZE, upload(cpu, x), upload(cpu, filter), y);
      return download(cpu, y);
    }
  }

  private float[] inputGradient(int threads) {
    try (Device cpu = Devices.open("cpu", new DeviceOptions(threads))) {
      Buffer gradX = cpu.allocate(ElementType.REAL, x.length);
      cpu.convolution().inputGradient(SIZE, upload(cpu, gradY), upload(cpu, filter), gradX);
      return download(cpu, gradX);
    }
  }

  private double output(int at) {
    int channel = at % 512;
    int column = at / 512 % 4;
    int row = at / 2048 % 4;
    int image = at / 8192;
    double sum = 0;
    for (int tap = 0; tap < 16; tap++) {
      int h = 2 * row - 1 + tap / 4;
      int w = 2 * column - 1 + tap % 4;
      for (int c = 0; c < 256 && h >= 0 && h < 8 && w >= 0 && w < 8; c++) {
        sum +=
            (double) x[((image * 8 + h) * 8 + w) * 256 + c]
                * filter[(channel * 16 + tap) * 256 + c];
      }
    }
    return sum;
  }

  private static Buffer upload(Device device, float[] values) {
    Buffer buffer = device.allocate(ElementType.REAL, values.length);
    device.upload(values, 0, values.length, buffer, 0);
    return buffer;
  }

  private static float[] download(Device device, Buffer buffer) {
    float[] values = new float[(int) buffer.length()];
    device.download(buffer, 0, values, 0, values.length);
    return values;
  }

  private static float[] draw(int count, int seed) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return values;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static double length(float[] a) {
    return Math.sqrt(dot(a, a));
  }
}
