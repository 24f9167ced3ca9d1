package ganengine.gan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.engine.io.HostTensor;
import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  @TempDir Path folder;
  private Checkpoints checkpoints;
  private final List<String> messages = new ArrayList<>();

  @BeforeEach
  void checkpointsInFolder() {
    checkpoints = new Checkpoints(folder);
  }

  @Test
  void keepsTheNewestThree() throws IOException {
    for (long step : new long[] {500, 1000, 1500, 12_000_000, 12_000_500}) {
      assertThat(checkpoints.write(Runs.checkpoint(step))).exists();
    }
    assertThat(names())
        .containsExactly(
            "step-0001500.safetensors", "step-12000000.safetensors", "step-12000500.safetensors");
    assertThat(checkpoints.latest(messages::add).step()).isEqualTo(12_000_500);
    assertThat(messages).isEmpty();
  }

  @Test
  void filesOfOtherNamesAreLeftAlone() throws IOException {
    Files.createFile(folder.resolve("best.safetensors"));
    for (int step = 1; step < 6; step++) {
      checkpoints.write(Runs.checkpoint(step));
    }
    assertThat(names()).hasSize(4).contains("best.safetensors");
  }

  @Test
  void damagedNewestFallsBackToTheOneBefore() throws IOException {
    Path good = checkpoints.write(Runs.checkpoint(100));
    byte[] before = Files.readAllBytes(good);
    Path cut = checkpoints.write(Runs.checkpoint(200));
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 300));
    Path empty = Files.createFile(folder.resolve("step-0000300.safetensors"));
    assertThat(checkpoints.latest(messages::add)).isEqualTo(Runs.checkpoint(100));
    assertThat(messages).hasSize(2);
    assertThat(messages.get(0)).startsWith("passing over a checkpoint: " + empty);
    assertThat(messages.get(1)).startsWith("passing over a checkpoint: " + cut);
    assertThat(good).hasBinaryContent(before);
  }

  @Test
  void noneToReadIsTheUsersMistake() throws IOException {
    assertThatThrownBy(() -> checkpoints.latest(messages::add))
        .isInstanceOf(UserError.class)
        .hasMessage(folder + ": holds no checkpoint; start the run again, without --resume");
    Files.createFile(folder.resolve("step-0000300.safetensors"));
    assertThatThrownBy(() -> checkpoints.latest(messages::add))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no checkpoint that can be read");
    Checkpoints gone = new Checkpoints(folder.resolve("gone"));
    assertThatThrownBy(() -> gone.latest(messages::add))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot be read: there is no such folder");
  }

  @Test
  void resumingEarlierRemovesTheCourseThatIsLeft() throws IOException {
    for (int step = 1; step < 4; step++) {
      checkpoints.write(Runs.checkpoint(step));
    }
    checkpoints.removeAfter(2);
    assertThat(names()).containsExactly("step-0000001.safetensors", "step-0000002.safetensors");
  }

  @Test
  void fullDiskNamesTheLastGoodOneAndLeavesItAlone() throws IOException, InterruptedException {
    int size = 1 << 17;
    Checkpoint large =
        new Checkpoint(
            Runs.CONFIG, 900, 1, 1, Map.of("w", HostTensor.of(new int[] {size}, new float[size])));
    try (SmallDisk disk = SmallDisk.mount(folder, "size=256k")) {
      assertThatThrownBy(() -> checkpoints.write(large))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("No space left on device; there is no older one; make room");
      Path good = checkpoints.write(Runs.checkpoint(800));
      assertThatThrownBy(() -> checkpoints.write(large))
          .isInstanceOf(UserError.class)
          .hasMessage(
              ("cannot write checkpoint %s: No space left on device; the last good checkpoint is %s;"
                      + " make room, then run it again (train: with --resume)")
                  .formatted(folder.resolve("step-0000900.safetensors"), good));
      assertThat(names()).containsExactly("step-0000800.safetensors");
      assertThat(checkpoints.latest(messages::add)).isEqualTo(Runs.checkpoint(800));
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
