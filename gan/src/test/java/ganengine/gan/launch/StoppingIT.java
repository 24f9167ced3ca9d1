package ganengine.gan.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run is stopped from outside and goes on. */
@DisabledOnOs(OS.WINDOWS)
final class StoppingIT {
  private static final Pattern STOPPED = Pattern.compile("stopped after step (\\d+); checkpoint");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void aSignalToTheLauncherStopsTheRunInGoodOrder(String signal, int code) throws Exception {
    assumeNotIgnored(signal);
    try (GanProcess train = startTraining()) {
      train.signal(signal);

      assertThat(train.exitCode()).as(train.out() + train.err()).isEqualTo(code);
      assertThat(train.err()).isEmpty();
      assertThat(train.out())
          .contains("stopping after this step")
          .contains("to go on: java -jar ")
          .contains("train --resume run");
      assertGoesOn(stoppedAt(train));
    }
  }

  @Test
  void ctrlCReachesBothProcessesAndCountsOnce() throws Exception {
    assumeNotIgnored("INT");
    try (GanProcess train = startTraining()) {
      Signals.send("INT", train.worker());
      train.signal("INT");

      assertThat(train.exitCode()).isEqualTo(130);
      assertGoesOn(stoppedAt(train));
    }
  }

  @Test
  void killingTheLauncherEndsTheWorker() throws Exception {
    try (GanProcess train = startTraining()) {
      ProcessHandle worker = train.worker();
      train.signal("KILL");

      assertThat(train.exitCode()).isEqualTo(137);
      worker.onExit().get(30, TimeUnit.SECONDS);
      assertGoesOn(0);
    }
  }

  private GanProcess startTraining() throws InterruptedException {
    GanProcess train =
        new GanProcess.Start(folder)
            .start(
                "train",
                "--channels",
                "4",
                "--latent",
                "16",
                "--batch",
                "8",
                "--steps",
                "10000000",
                "--out",
                "run");
    train.awaitOut(out -> out.contains("step 1/"));
    return train;
  }

  private static long stoppedAt(GanProcess train) {
    Matcher stopped = STOPPED.matcher(train.out());
    assertThat(stopped.find()).as(train.out()).isTrue();
    return Long.parseLong(stopped.group(1));
  }

  private void assertGoesOn(long step) throws InterruptedException {
    String limit = Long.toString(step + 1);
    try (GanProcess resumed =
        new GanProcess.Start(folder).run("train", "--resume", "run", "--steps", limit)) {
      assertThat(resumed.exitCode()).as(resumed.err()).isZero();
      assertThat(resumed.out())
          .contains("step %s/%s".formatted(limit, limit))
          .contains("done after %s steps".formatted(limit));
    }
  }

  /** A build in the background of a script has Ctrl-C ignored, and so have all its children. */
  private static void assumeNotIgnored(String signal) throws IOException {
    int bit = Signals.exitCode(signal) - 128 - 1;
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      String ignored =
          Files.readAllLines(status).stream()
              .filter(line -> line.startsWith("SigIgn:"))
              .findFirst()
              .orElseThrow();
      long mask = Long.parseUnsignedLong(ignored.replaceAll(".*\\s", ""), 16);
      assumeFalse(
          (mask >> bit & 1) == 1, signal + " is ignored by the process that runs the tests");
    }
  }
}
