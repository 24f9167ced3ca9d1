package ganengine.gan.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full in the middle of a run. */
@EnabledOnOs(OS.LINUX)
final class DiskFullIT {
  @TempDir Path folder;
  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()),
        "no small disk to fill: mounting one takes root's rights");
  }

  @AfterEach
  void unmount() throws Exception {
    succeeds("umount", disk.toString());
  }

  @Test
  void theRunEndsWithOneLineAndItsLastCheckpointIsGood() throws Exception {
    String run = disk.resolve("run").toString();
    try (GanProcess train =
        new GanProcess.Start(folder)
            .run(
                "train",
                "--channels",
                "16",
                "--latent",
                "16",
                "--batch",
                "8",
                "--steps",
                "9",
                "--checkpoint-every",
                "1",
                "--out",
                run)) {
      assertThat(train.exitCode()).as(train.err()).isEqualTo(2);
      assertThat(train.err().lines())
          .singleElement()
          .asString()
          .startsWith("gan-engine: cannot write checkpoint ")
          .contains("No space left on device")
          .contains("make room, then run it again (train: with --resume)")
          .contains("the last good checkpoint is " + run);
    }
    try (GanProcess sample =
        new GanProcess.Start(folder).run("sample", run, "--count", "1", "--npz", "a.npz")) {
      assertThat(sample.exitCode()).as(sample.err()).isZero();
      assertThat(sample.err()).isEmpty();
    }
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
