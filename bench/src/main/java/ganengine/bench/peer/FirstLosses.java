package ganengine.bench.peer;

import ganengine.engine.io.HostTensor;
import ganengine.engine.io.Npz;
import ganengine.engine.tensor.Scope;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Supplier;

/**
 * Our losses of the first steps, for a comparison: {@code FirstLosses DIR NETWORK...} writes
 * weights, images and z to DIR/NETWORK.npz and prints a line each: the network, then D's and G's
 * loss of every step.
 */
public final class FirstLosses {
  /** Packs of real images a step. */
  static final int BATCH = 16;

  /**
   * Adam's first steps move every weight by this much whichever way its gradient's sign points, and
   * where a gradient is nothing but rounding (a bias before batch norm) two libraries disagree on
   * that: the rate is small enough for such steps not to matter.
   */
  static final double RATE = 2e-5;

  private static final int STEPS = 5;

  private FirstLosses() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (int i = 1; i < arguments.length; i++) {
      PeerNetworks networks = PeerNetworks.valueOf(arguments[i].toUpperCase(Locale.ROOT));
      try (Device device = Devices.open("cpu", DeviceOptions.DEFAULT);
          Scope scope = Scope.open(device)) {
        PeerStep step = new PeerStep(networks, BATCH, RATE, true);
        Map<String, HostTensor> arrays = step.export();
        Npz.write(folder.resolve(arguments[i] + ".npz"), arrays);
        print(arguments[i], of(step::run, step::losses));
      }
    }
  }

  /** By step: D's and G's. */
  static double[][] of(Runnable step, Supplier<double[]> losses) {
    double[][] all = new double[STEPS][];
    for (int i = 0; i < STEPS; i++) {
      step.run();
      all[i] = losses.get();
    }
    return all;
  }

  static void print(String network, double[][] losses) {
    StringJoiner line = new StringJoiner(" ").add(network);
    for (double[] step : losses) {
      line.add(Double.toString(step[0])).add(Double.toString(step[1]));
    }
    System.out.println(line);
  }
}
