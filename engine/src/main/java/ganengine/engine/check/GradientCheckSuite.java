package ganengine.engine.check;

import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.DeviceProvider;
import ganengine.kernels.Devices;
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

  /**
   * What to check.
   *
   * @param device {@code reference}, the name of a float device, or {@code all} that can be used
   *     here
   * @param op only this op's lines; empty for all, and then also that none is missing
   * @param seed of the random inputs
   */
  public record Options(String device, Optional<String> op, long seed) {
    /** All devices, all ops, seed 1. */
    public static final Options ALL = new Options("all", Optional.empty(), 1);
  }

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
    if (!all) {
      Devices.find(options.device());
    }
    boolean[] passed = {true};
    Consumer<CheckResult> counting =
        result -> {
          passed[0] &= result.passed();
          report.accept(result);
        };
    try (Device reference = Devices.open(REFERENCE, DeviceOptions.DEFAULT)) {
      if (all || options.device().equals(REFERENCE)) {
        checkGradients(lines, options, reference, counting);
      }
      for (DeviceProvider provider : Devices.all()) {
        boolean wanted =
            !provider.name().equals(REFERENCE)
                && (all ? provider.unusable().isEmpty() : provider.name().equals(options.device()));
        if (wanted) {
          try (Device device = Devices.open(provider.name(), DeviceOptions.DEFAULT)) {
            lines.stream()
                .flatMap(
                    line -> new DeviceCheck(line, device, reference, options.seed()).run().stream())
                .forEach(counting);
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
