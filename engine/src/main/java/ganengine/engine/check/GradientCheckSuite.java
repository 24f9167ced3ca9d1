package ganengine.engine.check;

import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.DeviceProvider;
import ganengine.kernels.Devices;
import ganengine.kernels.Precision;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Everything that says whether gradients are right, for the {@code gradcheck} command and for
 * tests: finite differences in double on {@code reference}, and every other device against it.
 */
public final class GradientCheckSuite {
  private static final String REFERENCE = "reference";

  /** The tolerances are those of 32-bit floats. */
  private static final DeviceOptions FULL = new DeviceOptions(0, Precision.FP32, true);

  /**
   * What to check.
   *
   * @param device a device's name, {@code auto} for the best here, or {@code all} that can be used
   *     here
   * @param op only this op's lines; empty for all, and then also that none is missing
   * @param seed of the random inputs
   */
  public record Options(String device, Optional<String> op, long seed) {}

  private GradientCheckSuite() {}

  /**
   * Runs the checks, one result after another.
   *
   * @return whether all passed
   * @throws IllegalArgumentException if there is no such op or device; the message lists them
   * @throws ganengine.kernels.DeviceUnavailableException if the named device can't run here
   */
  public static boolean run(Options options, Consumer<CheckResult> report) {
    List<OpCase> lines = select(options.op());
    boolean all = options.device().equals("all");
    List<DeviceProvider> providers =
        all
            ? Devices.all().stream().filter(provider -> provider.unusable().isEmpty()).toList()
            : List.of(Devices.find(options.device()));
    boolean[] passed = {true};
    Consumer<CheckResult> counting =
        result -> {
          passed[0] &= result.passed();
          report.accept(result);
        };
    try (Device reference = Devices.open(REFERENCE, DeviceOptions.DEFAULT)) {
      for (DeviceProvider provider : providers) {
        if (provider.name().equals(REFERENCE)) {
          checkGradients(lines, options, reference, counting);
        } else {
          try (Device device = provider.open(FULL)) {
            for (OpCase line : lines) {
              new DeviceCheck(line, device, reference, options.seed()).run().forEach(counting);
            }
          }
        }
      }
    }
    return passed[0];
  }

  private static void checkGradients(
      List<OpCase> lines, Options options, Device reference, Consumer<CheckResult> report) {
    if (options.op().isEmpty()) {
      for (String missing : OpCases.uncovered(lines, reference)) {
        report.accept(
            new CheckResult(
                REFERENCE, missing, "none in the table", "coverage", 1, 0, options.seed()));
      }
    }
    for (OpCase line : lines) {
      new GradientCheck(line, reference, options.seed()).run().forEach(report);
    }
  }

  /** The names that {@code Options.op} may take. */
  public static SortedSet<String> ops() {
    SortedSet<String> names = new TreeSet<>();
    OpCases.all().forEach(line -> names.add(line.op()));
    return names;
  }

  private static List<OpCase> select(Optional<String> op) {
    List<OpCase> lines =
        OpCases.all().stream().filter(line -> op.isEmpty() || line.op().equals(op.get())).toList();
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(
          "no op '%s'; there are %s".formatted(op.orElseThrow(), String.join(", ", ops())));
    }
    return lines;
  }
}
