package ganengine.bench.peer;

import ganengine.engine.tensor.RepeatedStep;
import ganengine.engine.tensor.Scope;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.io.IOException;
import java.util.Locale;

/** Our contestant in the comparison: {@code OurTurns NETWORK BATCH THREADS}. */
public final class OurTurns {
  private OurTurns() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    PeerNetworks networks = PeerNetworks.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    int batch = Integer.parseInt(arguments[1]);
    DeviceOptions options = new DeviceOptions(Integer.parseInt(arguments[2]));
    try (Device device = Devices.open("cpu", options);
        Scope scope = Scope.open(device)) {
      PeerStep step = new PeerStep(networks, batch, PeerStep.TIMING_RATE, false);
      try (RepeatedStep repeated = new RepeatedStep(device, step::run)) {
        Runnable run =
            () -> {
              repeated.run();
              device.synchronize();
            };
        TurnServer.serve(run, System.in, System.out);
      }
    }
  }
}
