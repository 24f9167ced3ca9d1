package ganengine.gan.cli;

import ganengine.gan.features.ForgetReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a generator forgot, for people. */
final class ForgetText {
  private ForgetText() {}

  /**
   * Lines.
   *
   * @param label the class forgotten; null for boxes
   * @param channel where; null for boxes
   */
  static List<String> lines(ForgetReport report, Integer label, Integer channel) {
    List<String> lines = new ArrayList<>();
    lines.add(report.subtracted() == null ? dropped(report) : subtracted(report));
    lines.add(label == null ? inBoxes(report) : seen(report, label, channel));
    report.channels().forEach(one -> lines.add(change(one)));
    return lines;
  }

  private static String dropped(ForgetReport report) {
    boolean boxes = report.boxes() != null;
    return line(
        "layer %d: %,d of %,d %s dropped, by a regression on %,d samples that is right about %.1f %%"
            + " of %s",
        report.layer(),
        report.dropped().size(),
        report.features(),
        boxes ? "maps" : "activations",
        report.learntFrom(),
        100 * report.regressionAccuracy(),
        boxes ? "their places" : line("%,d others", report.samples()));
  }

  private static String subtracted(ForgetReport report) {
    return line(
        "layer %d: %s times what the class adds to its %,d activations subtracted, by %,d samples",
        report.layer(),
        EvaluationTable.number(report.subtracted()),
        report.features(),
        report.learntFrom());
  }

  private static String seen(ForgetReport report, int label, int channel) {
    return line(
        "class %d in channel %d: seen in %,d of %,d others before, in %,d after",
        label, channel, report.present(), report.samples(), report.stillPresent());
  }

  private static String inBoxes(ForgetReport report) {
    return line(
        "%,d samples with boxes: pixels changed by %.3f inside, by %.3f outside (1: black to white)",
        report.present(), report.boxes(), report.outsideBoxes());
  }

  private static String change(ForgetReport.Channel channel) {
    String change = line("channel %d: pixels changed by %.3f", channel.channel(), channel.change());
    return channel.sameClass() == null
        ? change
        : change + line("; other classes still seen as before: %.1f %%", 100 * channel.sameClass());
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
