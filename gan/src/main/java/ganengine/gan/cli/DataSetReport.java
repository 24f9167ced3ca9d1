package ganengine.gan.cli;

import ganengine.gan.data.DataSet;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.StackedDigits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What {@code dataset info} says of a data set. */
final class DataSetReport {
  /** Classes listed one by one. */
  private static final int LISTED = 20;

  private DataSetReport() {}

  static List<String> lines(DataSet set) {
    List<String> lines = new ArrayList<>();
    lines.add(Report.line("data set", set.toString()));
    if (set instanceof ImageSet images) {
      images.origin().ifPresent(origin -> lines.add(Report.line("made from", origin)));
      lines.add(Report.line("classes", classes(images)));
    } else if (set instanceof StackedDigits stacks) {
      lines.add(Report.line("classes", classes(stacks)));
    }
    return lines;
  }

  private static String classes(StackedDigits stacks) {
    int[] counts = new int[StackedDigits.MODES];
    for (int stack = 0; stack < stacks.count(); stack++) {
      counts[stacks.mode(stack)]++;
    }
    IntSummaryStatistics shown = IntStream.of(counts).summaryStatistics();
    return "%,d, the three digits from 000 to 999: %,d to %,d stacks each"
        .formatted(counts.length, shown.getMin(), shown.getMax());
  }

  private static String classes(ImageSet images) {
    if (images.labels() == null) {
      return "none";
    }
    int[] counts = new int[images.classes()];
    for (int label : images.labels()) {
      counts[label]++;
    }
    List<Integer> shown =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted(
                counts.length <= LISTED
                    ? Comparator.naturalOrder()
                    : Comparator.comparing(label -> -counts[label]))
            .limit(LISTED)
            .toList();
    return "%,d: ".formatted(counts.length)
        + shown.stream()
            .map(label -> "%s %,d".formatted(images.classNames().get(label), counts[label]))
            .collect(Collectors.joining(", "))
        + (shown.size() < counts.length ? ", ..." : "");
  }
}
