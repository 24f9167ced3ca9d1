package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.gan.data.download.Checksum;
import ganengine.gan.data.download.RemoteFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class DownloadPrinterTest {
  private final RemoteFile file =
      new RemoteFile("f.gz", List.of(), 10_000_000, new Checksum("MD5", ""));
  private final StringWriter printed = new StringWriter();
  private long now;

  private DownloadPrinter printer(boolean terminal) {
    return new DownloadPrinter(new PrintWriter(printed), terminal, () -> now);
  }

  @Test
  void elsewhereALineEveryFewSecondsAndAtTheEnd() {
    try (DownloadPrinter printer = printer(false)) {
      printer.progress(file, 2_000_000);
      now += TimeUnit.SECONDS.toNanos(4);
      printer.progress(file, 3_000_000);
      now += TimeUnit.SECONDS.toNanos(4);
      printer.progress(file, 6_000_000);
      printer.message("a message");
      printer.progress(file, 10_000_000);
    }
    assertThat(printed.toString().lines())
        .containsExactly(
            "f.gz: 60 %, 6.0 MB of 10.0 MB, 0.5 MB/s, 0:08 left",
            "a message", "f.gz: 100 %, 10.0 MB of 10.0 MB, 1.0 MB/s, 0:00 left");
  }

  @Test
  void inATerminalOneLineIsWrittenOver() {
    try (DownloadPrinter printer = printer(true)) {
      printer.progress(file, 0);
      now += TimeUnit.SECONDS.toNanos(1);
      printer.progress(file, 1_000_000);
      printer.message("a message");
    }
    assertThat(printed.toString())
        .isEqualTo(
            "\r\u001b[Kf.gz: 10 %, 1.0 MB of 10.0 MB, 1.0 MB/s, 0:09 left"
                + System.lineSeparator()
                + "a message"
                + System.lineSeparator());
  }
}
