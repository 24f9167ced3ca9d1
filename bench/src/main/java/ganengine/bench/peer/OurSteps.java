package ganengine.bench.peer;

import ganengine.engine.tensor.RepeatedStep;
import ganengine.engine.tensor.Scope;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Our training step from a process's first moment on: {@code OurSteps NETWORK BATCH THREADS SECONDS
 * STEPS} trains until its JVM is so old and so many steps are done. Then it prints the Java version
 * and {@link StepMark}s, one from before the first step and one from after each.
 */
public final class OurSteps {
  private OurSteps() {}

  /** See the class. */
  public static void main(String[] arguments) {
    PeerNetworks networks = PeerNetworks.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    int batch = Integer.parseInt(arguments[1]);
    DeviceOptions options = new DeviceOptions(Integer.parseInt(arguments[2]));
    double seconds = Double.parseDouble(arguments[3]);
    int steps = Integer.parseInt(arguments[4]);
    List<StepMark> marks = new ArrayList<>();
    try (Device device = Devices.open("cpu", options);
        Scope scope = Scope.open(device)) {
      PeerStep step = new PeerStep(networks, batch, PeerStep.TIMING_RATE, false);
      try (RepeatedStep repeated = new RepeatedStep(device, step::run)) {
        StepMark last = StepMark.now();
        marks.add(last);
        while (last.seconds() < seconds || marks.size() <= steps) {
          repeated.run();
          device.synchronize();
          last = StepMark.now();
          marks.add(last);
        }
      }
    }
    System.out.println(Runtime.version());
    marks.forEach(mark -> System.out.println(mark.line()));
  }
}
