package ganengine.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void writesAndReplaces() throws IOException {
    Path file = folder.resolve("text");
    AtomicFile.write(file, "one");
    AtomicFile.write(file, "zwei é");
    assertThat(file).hasContent("zwei é");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void failureLeavesTheOldContentsAndNothingElse() throws IOException {
    Path file = folder.resolve("text");
    AtomicFile.write(file, "old");
    IOException failure = new IOException("no more");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(file).hasContent("old");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void doesNotMakeFolders() {
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("gone/text"), ""))
        .isInstanceOfSatisfying(
            IOException.class,
            e -> assertThat(AtomicFile.reason(e)).isEqualTo("there is no such folder"));
  }

  @Test
  void saysWhyInWords() {
    assertThat(AtomicFile.reason(new AccessDeniedException("/x"))).isEqualTo("permission denied");
    assertThat(AtomicFile.reason(new IOException("No space left on device")))
        .isEqualTo("No space left on device");
    assertThat(AtomicFile.reason(new IOException())).isEqualTo("java.io.IOException");
  }

  @Test
  void aFullDiskIsTheUsersToMend() {
    assertThat(AtomicFile.failure("cannot write x", new IOException("No space left on device")))
        .isInstanceOf(UserError.class)
        .hasMessage("cannot write x; make room, then run it again (train: with --resume)");
    assertThat(AtomicFile.failure("cannot write x", new IOException("Input/output error")))
        .isInstanceOf(RunFailure.class)
        .hasMessage("cannot write x");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
