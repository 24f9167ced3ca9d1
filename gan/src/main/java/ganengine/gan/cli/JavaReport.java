package ganengine.gan.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** {@code doctor} on the Java that runs: its version, flags, processors and memory. */
final class JavaReport {
  private static final double GIB = 1L << 30;

  private JavaReport() {}

  static List<String> lines() {
    OperatingSystemMXBean machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Runtime runtime = Runtime.getRuntime();
    return List.of(
        Report.line("java", System.getProperty("java.runtime.version") + ", " + vendor()),
        Report.line("home", System.getProperty("java.home")),
        Report.line("flags", String.join(" ", flags())),
        Report.line(
            "system",
            "%s %s on %s, %d processors"
                .formatted(
                    System.getProperty("os.name"),
                    System.getProperty("os.version"),
                    System.getProperty("os.arch"),
                    runtime.availableProcessors())),
        Report.line(
            "memory",
            "%.1f GiB, of which %.1f for the heap (another size: java -Xmx12g -jar ...)"
                .formatted(machine.getTotalMemorySize() / GIB, runtime.maxMemory() / GIB)));
  }

  private static String vendor() {
    return System.getProperty("java.vendor") + " " + System.getProperty("java.vm.name");
  }

  private static List<String> flags() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments();
  }
}
