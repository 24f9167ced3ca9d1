package ganengine.gan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.UserError;
import ganengine.gan.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir Path temporary;

  private static RunFolder create(Path out) {
    return RunFolder.create(Optional.of(out), Runs.CONFIG, "cpu: 8 lanes");
  }

  @Test
  void holdsSettingsAndOrigin() throws IOException {
    RunFolder run = create(temporary.resolve("a/b/run"));
    assertThat(Settings.resolve(Optional.of(run.config()), Map.of())).isEqualTo(Runs.CONFIG);
    RunInfo info = RunInfo.read(run.info());
    assertThat(info.seed()).isEqualTo(5);
    assertThat(info.sessions()).hasSize(1);
    RunInfo.Session session = info.sessions().get(0);
    assertThat(session.device()).isEqualTo("cpu: 8 lanes");
    assertThat(session.fromStep()).isZero();
    assertThat(session.java()).startsWith(System.getProperty("java.version"));
    assertThat(session.ganEngine()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(session.startedAt()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    assertThat(run.checkpoints()).isEmptyDirectory();
    assertThat(run.samples()).isEmptyDirectory();
    assertThat(run.sample(500)).hasFileName("step-0000500.png");
    assertThat(RunFolder.open(run.path()).path()).isEqualTo(run.path());
  }

  @Test
  void takesAnEmptyFolder() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("empty"));
    assertThat(create(folder).config()).exists();
  }

  @Test
  void numbersRunsByDataSetAndModel() throws IOException {
    Path parent = temporary.resolve("runs");
    assertThat(RunFolder.createIn(parent, Runs.CONFIG, "cpu").path())
        .isEqualTo(parent.resolve("digits-dcgan-0001"));
    Files.createFile(parent.resolve("digits-dcgan-0002"));
    assertThat(RunFolder.createIn(parent, Runs.CONFIG, "cpu").path())
        .isEqualTo(parent.resolve("digits-dcgan-0003"));
  }

  @Test
  void refusesAFolderWithSomethingInIt() throws IOException {
    Path folder = create(temporary.resolve("run")).path();
    byte[] before = Files.readAllBytes(folder.resolve("run.json"));
    assertThatThrownBy(() -> create(folder))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("--out " + folder + ": is not empty")
        .hasMessageContaining("--resume");
    assertThat(folder.resolve("run.json")).hasBinaryContent(before);
  }

  @Test
  void refusesAFileInTheFoldersPlaceOrAboveIt() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    assertThatThrownBy(() -> create(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is a file, expected a folder");
    assertThatThrownBy(() -> create(file.resolve("run")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot write to the run folder " + file.resolve("run"))
        .hasMessageNotContaining("\n");
    assertThat(temporary).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void nothingIsLeftBehindWhereWritingIsForbidden() throws IOException, InterruptedException {
    try (SmallDisk disk = SmallDisk.mount(temporary, "ro")) {
      assertThatThrownBy(() -> create(temporary.resolve("a/run")))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("Read-only file system; give another with --out");
      assertThat(temporary).isEmptyDirectory();
    }
  }

  @Test
  void nothingIsLeftBehindWhereTheDiskIsFull() throws IOException, InterruptedException {
    // Inodes for the mount point, a, run, samples and checkpoints, but not for config.yaml.
    try (SmallDisk disk = SmallDisk.mount(temporary, "size=1m,nr_inodes=5")) {
      assertThatThrownBy(() -> create(temporary.resolve("a/run")))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("No space left on device");
      assertThat(temporary).isEmptyDirectory();
    }
  }

  @Test
  void discardingRemovesAllOfIt() throws IOException {
    RunFolder run = create(temporary.resolve("run"));
    Files.createFile(run.sample(1));
    run.discard();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void opensOnlyRuns() throws IOException {
    assertThatThrownBy(() -> RunFolder.open(temporary.resolve("gone")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no such folder; expected the folder of a run");
    assertThatThrownBy(() -> RunFolder.open(temporary))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not the folder of a run, it holds no config.yaml");
    Path file = Files.createFile(temporary.resolve("file"));
    assertThatThrownBy(() -> RunFolder.open(file)).hasMessageContaining("is a file");
  }

  @Test
  void resumptionsAreRecorded() throws IOException {
    RunFolder run = create(temporary.resolve("run"));
    run.recordResumption(700, "reference");
    RunInfo info = RunInfo.read(run.info());
    assertThat(info.sessions()).hasSize(2);
    assertThat(info.sessions().get(1).fromStep()).isEqualTo(700);
    assertThat(info.sessions().get(1).device()).isEqualTo("reference");
    Files.writeString(run.info(), "{");
    assertThatThrownBy(() -> run.recordResumption(800, "cpu"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(run.info() + ": is damaged");
  }
}
