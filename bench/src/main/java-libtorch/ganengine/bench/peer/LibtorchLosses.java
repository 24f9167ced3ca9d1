package ganengine.bench.peer;

import ganengine.engine.io.HostTensor;
import ganengine.engine.io.Npz;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * libtorch's first losses from what {@code StepTimes check} wrote: {@code LibtorchLosses DIR
 * NETWORK...}; a line each: the network, then D's and G's loss of every step.
 */
public final class LibtorchLosses {
  private LibtorchLosses() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    for (int i = 1; i < arguments.length; i++) {
      Map<String, HostTensor> arrays =
          Npz.read(Path.of(arguments[0]).resolve(arguments[i] + ".npz"));
      PeerNetworks networks = PeerNetworks.valueOf(arguments[i].toUpperCase(Locale.ROOT));
      FirstLosses.print(arguments[i], first(networks, arrays));
    }
  }

  /** Losses of the first steps from these weights, by step, D's and G's. */
  static double[][] first(PeerNetworks networks, Map<String, HostTensor> arrays) {
    LibtorchStep step = new LibtorchStep(networks, FirstLosses.BATCH, FirstLosses.RATE, false);
    step.load(arrays);
    return FirstLosses.of(step::run, step::losses);
  }
}
