package ganengine.gan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.RunFailure;
import ganengine.gan.UserError;
import ganengine.gan.watch.Look;
import ganengine.gan.watch.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsLogTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void fileInFolder() {
    file = folder.resolve("metrics.jsonl");
  }

  private void log(long openAt, long... steps) {
    try (MetricsLog log = MetricsLog.open(file, openAt)) {
      for (long step : steps) {
        log.append(Runs.line(step));
      }
    }
  }

  @Test
  void readsBackBitForBit() {
    log(0, 10, 20, 30);
    assertThat(MetricsLog.read(file)).containsExactly(Runs.line(10), Runs.line(20), Runs.line(30));
  }

  @Test
  void timingStandsApartAtTheEnd() throws IOException {
    log(0, 10);
    assertThat(Files.readString(file))
        .startsWith("{\"step\":10,\"epoch\":")
        .endsWith(",\"images\":640,\"timing\":{\"seconds\":2.5,\"imagesPerSecond\":256.0}}\n");
  }

  @Test
  void whatTheWatchSawIsAFieldOfItsOwn() throws IOException {
    MetricsLine line = Runs.line(10).with(new Look(0.5, 0.25, null, List.of(Verdict.HEALTHY)));
    try (MetricsLog log = MetricsLog.open(file, 0)) {
      log.append(line);
    }
    assertThat(Files.readString(file))
        .contains(
            "\"watch\":{\"distance\":0.5,\"identical\":0.25,\"verdicts\":[\"HEALTHY\"]},\"timing\"");
    assertThat(MetricsLog.read(file)).containsExactly(line);
  }

  @Test
  void numbersThatAreNoneAreKept() {
    MetricsLine line =
        new MetricsLine(
            1, 0, Double.NaN, Double.POSITIVE_INFINITY, 0, 0, 1, new MetricsLine.Timing(0, 0));
    try (MetricsLog log = MetricsLog.open(file, 0)) {
      log.append(line);
    }
    assertThat(MetricsLog.read(file)).containsExactly(line);
  }

  @Test
  void resumingCutsOffLaterSteps() throws IOException {
    log(0, 10, 20, 30, 40);
    byte[] undisturbed = Files.readAllBytes(file);
    log(25, 30, 40);
    assertThat(file).hasBinaryContent(undisturbed);
    log(20, 30, 40);
    assertThat(file).hasBinaryContent(undisturbed);
    log(5, 10, 20, 30, 40);
    assertThat(file).hasBinaryContent(undisturbed);
  }

  @Test
  void tornLastLineIsCutOff() throws IOException {
    log(0, 10, 20);
    Files.writeString(file, "{\"step\":30,\"ep", StandardOpenOption.APPEND);
    assertThat(MetricsLog.read(file)).hasSize(2);
    log(30, 40);
    assertThat(MetricsLog.read(file)).extracting(MetricsLine::step).containsExactly(10L, 20L, 40L);
  }

  @Test
  void missingAndEmptyFilesHoldNoLines() throws IOException {
    assertThat(MetricsLog.read(file)).isEmpty();
    Files.createFile(file);
    assertThat(MetricsLog.read(file)).isEmpty();
    log(100, 110);
    assertThat(MetricsLog.read(file)).containsExactly(Runs.line(110));
  }

  @Test
  void otherDamageIsTheUsersToJudge() throws IOException {
    log(0, 10);
    Files.writeString(file, "nonsense\n", StandardOpenOption.APPEND);
    String expected = file + ", line 2: is damaged";
    assertThatThrownBy(() -> MetricsLog.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(expected);
    assertThatThrownBy(() -> MetricsLog.open(file, 10)).hasMessageStartingWith(expected);
  }

  @Test
  void whereItCannotBeWritten() throws IOException {
    Path missing = folder.resolve("gone/metrics.jsonl");
    assertThatThrownBy(() -> MetricsLog.open(missing, 0))
        .isInstanceOf(RunFailure.class)
        .hasMessage("cannot write " + missing + ": there is no such folder");
    Files.createDirectory(file);
    assertThatThrownBy(() -> MetricsLog.open(file, 0)).isInstanceOf(UserError.class);
  }

  @Test
  void fullDisk() throws IOException, InterruptedException {
    try (SmallDisk disk = SmallDisk.mount(folder, "size=64k");
        MetricsLog log = MetricsLog.open(file, 0)) {
      assertThatThrownBy(
              () -> {
                for (int step = 1; step < 10_000; step++) {
                  log.append(Runs.line(step));
                }
              })
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("cannot write " + file + ": No space left on device; make room");
      assertThat(MetricsLog.read(file)).hasSizeGreaterThan(100);
    }
  }
}
