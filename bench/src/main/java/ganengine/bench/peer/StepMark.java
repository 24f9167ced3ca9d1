package ganengine.bench.peer;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * Where a process stands after a step.
 *
 * @param seconds since its JVM began
 * @param cpuSeconds that all its threads have computed
 * @param allocatedBytes on the Java heap by all threads that are alive
 */
public record StepMark(double seconds, double cpuSeconds, long allocatedBytes) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** {@link System#nanoTime} when the JVM began. */
  private static final long BEGAN =
      System.nanoTime() - 1_000_000 * ManagementFactory.getRuntimeMXBean().getUptime();

  /** Of this process, at this moment. */
  static StepMark now() {
    return new StepMark(
        (System.nanoTime() - BEGAN) / 1e9,
        SYSTEM.getProcessCpuTime() / 1e9,
        Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())).sum());
  }

  /** The three figures in a line. */
  String line() {
    return String.format(Locale.ROOT, "%.6f %.6f %d", seconds, cpuSeconds, allocatedBytes);
  }

  /**
   * From such a line.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static StepMark parse(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 3) {
      throw new IllegalArgumentException("three figures expected, the process said: " + line);
    }
    return new StepMark(
        Double.parseDouble(words[0]), Double.parseDouble(words[1]), Long.parseLong(words[2]));
  }
}
