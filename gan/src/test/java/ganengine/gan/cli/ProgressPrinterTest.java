package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.gan.train.Progress;
import ganengine.gan.train.StepMetrics;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProgressPrinterTest {
  private final StringWriter out = new StringWriter();
  private long millis;

  @Test
  void elsewhereThanInATerminalALineEveryFiveSecondsAndTheLast() {
    ProgressPrinter printer = printer(false);
    for (int step = 1; step <= 112; step++) {
      printer.progress(at(step));
      millis += 100;
    }
    printer.close();

    assertThat(out.toString().lines().map(line -> line.replaceAll(",.*", "")))
        .containsExactly("step 1/200", "step 51/200", "step 101/200", "step 112/200");
    assertThat(out.toString()).doesNotContain("\r", "\u001b");
  }

  @Test
  void inATerminalOneLineIsWrittenOverAndMessagesStandAbove() {
    ProgressPrinter printer = printer(true);
    printer.progress(at(1));
    millis += 10;
    printer.progress(at(2));
    printer.message("samples written");
    millis += 200;
    printer.progress(at(3));
    printer.close();

    String seen =
        out.toString().replaceAll("\u001b\\[\\?7[lh]", "").replaceAll("\r\u001b\\[K", "<");
    assertThat(seen.replaceAll(",[^<\n]*images/s", ""))
        .isEqualTo("<step 1/200<samples written\n<step 3/200\n");
  }

  @Test
  void aLineHoldsEverything() {
    assertThat(ProgressText.of(at(50)))
        .isEqualTo(
            "step 50/200, 1:30 left, loss D 0.512 G 1.934, D(x) 0.71, D(G(z)) 0.22,"
                + " epoch 0.50, 1234 images/s");
  }

  @ParameterizedTest
  @CsvSource({"0, 0:00", "59.6, 1:00", "754, 12:34", "11105, 3:05:05", "NaN, ?", "Infinity, ?"})
  void durations(double seconds, String text) {
    assertThat(ProgressText.duration(seconds)).isEqualTo(text);
  }

  private ProgressPrinter printer(boolean terminal) {
    return new ProgressPrinter(new PrintWriter(out), terminal, () -> millis * 1_000_000);
  }

  private static Progress at(int step) {
    StepMetrics metrics = new StepMetrics(0.5123, 1.9341, 0.712, 0.221);
    return new Progress(step, 200, step / 100.0, metrics, 1234.4, 90);
  }
}
