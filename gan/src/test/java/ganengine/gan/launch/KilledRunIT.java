package ganengine.gan.launch;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.gan.run.Checkpoint;
import ganengine.gan.run.MetricsLine;
import ganengine.gan.run.MetricsLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run killed with SIGKILL at a random moment and resumed is bitwise the run that nobody
 * disturbed.
 */
final class KilledRunIT {
  private static final String STEPS = "200";
  private static final int KILLS = 2;

  @TempDir private Path folder;

  @Test
  void resumedAfterAKillItIsBitwiseTheUndisturbedRun() throws Exception {
    try (GanProcess whole = start("train", settings("whole"))) {
      assertThat(whole.exitCode()).as(whole.err()).isZero();
    }

    Random moments = new Random(20261122);
    kill(settings("parts"), moments);
    for (int again = 1; again < KILLS; again++) {
      kill(new String[] {"--resume", "parts"}, moments);
    }
    try (GanProcess resumed = start("train", "--resume", "parts")) {
      assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    }

    assertThat(Checkpoint.read(lastCheckpoint("parts")).tensors())
        .isEqualTo(Checkpoint.read(lastCheckpoint("whole")).tensors());
    assertThat(metrics("parts")).hasSize(Integer.parseInt(STEPS)).isEqualTo(metrics("whole"));
  }

  /** Starts a run and kills the working process some random steps after where it stood. */
  private void kill(String[] arguments, Random moments) throws Exception {
    long wanted = linesOf("parts") + 5 + moments.nextInt(40);
    try (GanProcess run = start("train", arguments)) {
      run.awaitOut(text -> text.contains("loss D"));
      while (linesOf("parts") < wanted) {
        Thread.sleep(2);
      }
      ProcessHandle worker = run.worker();
      worker.destroyForcibly();
      worker.onExit().join();
      assertThat(run.exitCode()).as("killed, not ended by itself").isNotZero();
    }
  }

  private long linesOf(String run) throws IOException {
    Path file = folder.resolve(run).resolve("metrics.jsonl");
    if (Files.notExists(file)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    }
  }

  private GanProcess start(String command, String... arguments) {
    return new GanProcess.Start(folder)
        .start(Stream.concat(Stream.of(command), Stream.of(arguments)).toArray(String[]::new));
  }

  private static String[] settings(String out) {
    return new String[] {
      "--steps",
      STEPS,
      "--batch",
      "16",
      "--channels",
      "8",
      "--log-every",
      "1",
      "--sample-every",
      "25",
      "--checkpoint-every",
      "7",
      "--out",
      out
    };
  }

  private Path lastCheckpoint(String run) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(run).resolve("checkpoints"))) {
      return files.max(Path::compareTo).orElseThrow();
    }
  }

  /** All that is a function of the settings: everything but the timing. */
  private List<String> metrics(String run) {
    return MetricsLog.read(folder.resolve(run).resolve("metrics.jsonl")).stream()
        .map(
            line ->
                new MetricsLine(
                        line.step(),
                        line.epoch(),
                        line.lossD(),
                        line.lossG(),
                        line.dReal(),
                        line.dFake(),
                        line.images(),
                        line.watch(),
                        line.measures(),
                        null)
                    .toString())
        .toList();
  }
}
