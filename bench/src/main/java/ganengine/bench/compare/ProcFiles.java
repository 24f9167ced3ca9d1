package ganengine.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What Linux says of processor time and memory, in files under /proc (proc(5)). */
public final class ProcFiles {
  /** Clock ticks a second, in which the kernel counts for user programs. */
  public static final double TICKS_PER_SECOND = 100;

  private ProcFiles() {}

  /** Ticks that all processors together were not idle, stolen ones too. */
  public static long busyTicks() throws IOException {
    return busyTicks(Files.readString(Path.of("/proc/stat")));
  }

  /** The same from the file's text: its first line is the sum over processors. */
  static long busyTicks(String stat) {
    String[] words = stat.substring(0, stat.indexOf('\n')).trim().split(" +", -1);
    // cpu user nice system idle iowait irq softirq steal; guests are in user already.
    return Arrays.stream(new int[] {1, 2, 3, 6, 7, 8})
        .mapToLong(at -> Long.parseLong(words[at]))
        .sum();
  }

  /** Ticks that a process has computed. */
  static long processTicks(long pid) throws IOException {
    return processTicks(Files.readString(Path.of("/proc/" + pid + "/stat")));
  }

  /** The same from the file's text; a program's name, in brackets, may hold anything. */
  static long processTicks(String stat) {
    String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(afterName[11]) + Long.parseLong(afterName[12]);
  }

  /** The most memory that a process has had resident, in bytes. */
  static long peakBytes(long pid) throws IOException {
    return peakBytes(Files.readString(Path.of("/proc/" + pid + "/status")));
  }

  /** The same from the file's text. */
  static long peakBytes(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no line VmHWM in a process's status"));
  }

  /** The processor's name. */
  public static String processor() throws IOException {
    return Files.readString(Path.of("/proc/cpuinfo"))
        .lines()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).trim())
        .findFirst()
        .orElse("unknown processor");
  }
}
