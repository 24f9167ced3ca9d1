package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DecodingPrinterTest {
  private final StringWriter shown = new StringWriter();
  private long seconds;

  private DecodingPrinter printer(boolean terminal) {
    return new DecodingPrinter(
        new PrintWriter(shown), terminal, () -> TimeUnit.SECONDS.toNanos(seconds));
  }

  private void decode(DecodingPrinter printer) {
    for (int done = 1; done <= 20; done++) {
      printer.progress("lfw", done, 20);
      seconds++;
    }
  }

  @Test
  void linesElsewhere() {
    decode(printer(false));
    assertThat(shown.toString().lines())
        .containsExactly(
            "decoding lfw: 6 of 20 images, 0:12 left",
            "decoding lfw: 11 of 20 images, 0:08 left",
            "decoding lfw: 16 of 20 images, 0:04 left");
  }

  @Test
  void whatIsCheckedIsSaid() {
    DecodingPrinter printer = printer(false);
    for (int done = 1; done <= 10; done++) {
      printer.checking("lsun", done, 10);
      seconds++;
    }
    assertThat(shown.toString().lines())
        .containsExactly("checking decoded lsun: 6 of 10 MB, 0:03 left");
  }

  @Test
  void oneLineInATerminalWipedAtTheEnd() {
    DecodingPrinter printer = printer(true);
    decode(printer);
    printer.message("2 left out");
    assertThat(shown.toString()).containsOnlyOnce("\n");
    assertThat(shown.toString()).endsWith("19 of 20 images, 0:01 left\r\u001b[K2 left out\n");
  }

  @Test
  void nothingForWhatTakesNoTime() {
    DecodingPrinter printer = printer(true);
    for (int done = 1; done <= 20; done++) {
      printer.progress("digits", done, 20);
    }
    assertThat(shown.toString()).isEmpty();
  }
}
