package ganengine.bench.gpu;

import ganengine.kernels.Device;
import java.util.Arrays;

/** Times a kernel by running it so often that the host's share doesn't count. */
final class Timer {
  private static final int SAMPLES = 9;
  private static final double SAMPLE_SECONDS = 0.02;

  private final Device device;

  Timer(Device device) {
    this.device = device;
  }

  /** Seconds a run: the median of nine samples of about 20 ms each, after a warm-up. */
  double seconds(Runnable kernel) {
    for (int i = 0; i < 3; i++) {
      kernel.run();
    }
    int runs = 1;
    while (once(kernel, runs) < SAMPLE_SECONDS && runs < 1 << 16) {
      runs *= 2;
    }
    double[] samples = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      samples[i] = once(kernel, runs) / runs;
    }
    Arrays.sort(samples);
    return samples[SAMPLES / 2];
  }

  private double once(Runnable kernel, int runs) {
    device.synchronize();
    long start = System.nanoTime();
    for (int i = 0; i < runs; i++) {
      kernel.run();
    }
    device.synchronize();
    return (System.nanoTime() - start) / 1e9;
  }
}
