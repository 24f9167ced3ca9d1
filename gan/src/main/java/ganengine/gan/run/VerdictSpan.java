package ganengine.gan.run;

import ganengine.gan.watch.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Steps over which the collapse watch said the same.
 *
 * @param verdict what it said
 * @param from the first look with that verdict
 * @param to the first look without it, or the last line
 */
record VerdictSpan(Verdict verdict, long from, long to) {
  /** All of a run, by their beginning. */
  static List<VerdictSpan> of(List<MetricsLine> lines) {
    List<VerdictSpan> spans = new ArrayList<>();
    Map<Verdict, Long> begun = new LinkedHashMap<>();
    for (MetricsLine line : lines) {
      if (line.watch() != null) {
        List<Verdict> now = line.watch().verdicts();
        begun.entrySet().removeIf(old -> closed(old, now, line.step(), spans));
        now.forEach(verdict -> begun.putIfAbsent(verdict, line.step()));
      }
    }
    begun.forEach(
        (verdict, from) ->
            spans.add(new VerdictSpan(verdict, from, lines.get(lines.size() - 1).step())));
    spans.sort((a, b) -> Long.compare(a.from, b.from));
    return spans;
  }

  private static boolean closed(
      Map.Entry<Verdict, Long> old, List<Verdict> now, long step, List<VerdictSpan> spans) {
    if (now.contains(old.getKey())) {
      return false;
    }
    spans.add(new VerdictSpan(old.getKey(), old.getValue(), step));
    return true;
  }
}
