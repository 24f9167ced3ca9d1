package ganengine.gan.cli;

import ganengine.gan.evaluate.Evaluation;
import ganengine.gan.evaluate.Measured;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An evaluation for people: a line for each measure, then the notes. */
final class EvaluationTable {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private EvaluationTable() {}

  static List<String> lines(Evaluation evaluation) {
    int width =
        evaluation.measures().stream().mapToInt(line -> line.name().length()).max().orElse(0);
    String format = "%-" + Math.max(7, width) + "s  %12s  %10s  %10s  %8s  %8s";
    List<String> lines = new ArrayList<>();
    lines.add(format.formatted("measure", "value", "+-", "real", "N", "seconds"));
    for (Measured line : evaluation.measures()) {
      lines.add(
          format.formatted(
              line.name(),
              number(line.value()),
              line.deviation() == null ? "" : number(line.deviation()),
              number(line.real()),
              String.format(Locale.ROOT, "%,d", line.samples()),
              line.seconds() == null ? "" : String.format(Locale.ROOT, "%.1f", line.seconds())));
      if (line.note() != null) {
        lines.add("  " + line.note());
      }
    }
    lines.addAll(evaluation.notes());
    return lines;
  }

  /** Four digits that count, never with an exponent; - where there is none. */
  static String number(Double value) {
    if (value == null) {
      return "-";
    }
    BigDecimal exact = new BigDecimal(value);
    return exact.signum() != 0 && exact.abs().compareTo(BigDecimal.valueOf(1, 9)) < 0
        ? "0"
        : exact.round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
  }
}
