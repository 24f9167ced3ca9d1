package ganengine.kernels.contract;

import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the reference device answers to each case. It is slow, so each answer is kept for all the
 * devices that are judged in one JVM.
 */
final class Judge {
  /** Below this float numbers lose their precision, and devices may take them as 0. */
  private static final double SMALLEST = 1e-37;

  private static final CallLog LOG = new CallLog();
  private static final Device REFERENCE =
      LOG.listening(Devices.open("reference", DeviceOptions.DEFAULT));
  private static final Map<KernelCase, Judge> JUDGES = new HashMap<>();

  private final KernelCase kernelCase;
  private final List<double[]> expected;
  private final List<double[]> scale;

  private Judge(KernelCase kernelCase) {
    this.kernelCase = kernelCase;
    expected = kernelCase.runOn(REFERENCE);
    scale = kernelCase.absolute().runOn(REFERENCE);
  }

  static Judge of(KernelCase kernelCase) {
    return JUDGES.computeIfAbsent(kernelCase, Judge::new);
  }

  /** The kernels and functions that the cases judged so far have called. */
  static Set<String> calls() {
    return LOG.calls();
  }

  /** The first element of a device's answer that is too far off, in words; empty if none is. */
  Optional<String> objection(List<double[]> answer) {
    for (int operand = 0; operand < answer.size(); operand++) {
      Tolerance tolerance = kernelCase.operands().get(operand).tolerance();
      double[] found = answer.get(operand);
      for (int i = 0; i < found.length; i++) {
        double wanted = expected.get(operand)[i];
        double allowed = tolerance.allowed(i, wanted, scale.get(operand)[i]);
        if (!agrees(wanted, found[i], allowed)) {
          return Optional.of(
              "%s%noperand %d of 0 to %d (first and last are guards), element %d of %d: "
                      .formatted(kernelCase.name(), operand, answer.size() - 1, i, found.length)
                  + "expected %s, found %s, allowed distance %s"
                      .formatted(wanted, found[i], allowed));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean agrees(double wanted, double found, double allowed) {
    if (Double.isNaN(wanted)) {
      return Double.isNaN(found);
    }
    if (Float.isInfinite((float) wanted)) {
      return (float) found == (float) wanted;
    }
    return Math.abs(found - wanted) <= allowed + SMALLEST;
  }
}
