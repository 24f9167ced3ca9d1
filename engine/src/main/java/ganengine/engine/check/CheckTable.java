package ganengine.engine.check;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Prints check results as a table while they come, then a summary that names every failure. */
public final class CheckTable implements Consumer<CheckResult> {

  private final PrintWriter out;
  private final List<CheckResult> failures = new ArrayList<>();
  private final TreeSet<String> ops = new TreeSet<>();
  private int count;

  /** A table on this writer; its head is printed at once. */
  public CheckTable(PrintWriter out) {
    this.out = out;
    print("device", "op", "case", "check", "worst", "allowed", "");
  }

  @Override
  public void accept(CheckResult result) {
    count++;
    ops.add(result.op());
    if (!result.passed()) {
      failures.add(result);
    }
    print(
        result.device(),
        result.op(),
        result.caseName(),
        result.check(),
        number(result.worstError()),
        number(result.tolerance()),
        result.passed() ? "ok" : "FAILED");
  }

  /** Prints the last lines: how many checks, and each failure again. */
  public void summary() {
    out.printf(Locale.ROOT, "%d checks of %d ops: %d failed%n", count, ops.size(), failures.size());
    failures.forEach(out::println);
    out.flush();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1e", value);
  }

  private void print(Object... columns) {
    out.printf(Locale.ROOT, "%-9s %-22s %-34s %-18s %10s %10s  %s%n", columns);
    out.flush();
  }
}
