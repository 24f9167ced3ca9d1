package ganengine.kernels.cuda.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LoaderCacheTest {
  private static final int FOR_X86_64 = 0x0303;
  private static final int FOR_I386 = 0x0003;
  private static final List<String> CUDA = List.of("libcuda.so", "libcudnn.so");

  @TempDir Path folder;

  @Test
  void tellsTheFoldersOfTheLibrariesAskedFor() throws IOException {
    Path cache = write(0);

    assertThat(LoaderCache.folders(cache, CUDA))
        .containsExactly(Path.of("/opt/cudnn"), Path.of("/usr/lib/nvidia"));
    assertThat(LoaderCache.folders(cache, List.of("libz.so"))).isEmpty();
  }

  @Test
  void readsThroughTheOlderTableInFront() throws IOException {
    assertThat(LoaderCache.folders(write(64), CUDA)).hasSize(2);
  }

  @Test
  void aCacheThatIsMissingCutOrSomethingElseTellsNothing() throws IOException {
    assertThat(LoaderCache.folders(folder.resolve("none"), CUDA)).isEmpty();
    assertThat(LoaderCache.folders(Files.writeString(folder.resolve("text"), "x".repeat(99)), CUDA))
        .isEmpty();
    byte[] whole = Files.readAllBytes(write(0));
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, 70));
    assertThat(LoaderCache.folders(cut, CUDA)).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void readsTheCacheOfThisMachine() {
    Path cache = Path.of("/etc/ld.so.cache");
    assumeTrue(Files.isReadable(cache), "no loader's cache here");

    assertThat(LoaderCache.folders(cache, List.of("libc.so.6"))).isNotEmpty();
  }

  @Test
  void theSearchGoesThroughIt() throws IOException {
    MadeUpMachine machine = new MadeUpMachine(folder);
    machine.file("/etc/ld.so.cache", Files.readAllBytes(write(0)));
    machine.library("/usr/lib/nvidia", "libcuda.so.1");

    assertThat(machine.search().driver().orElseThrow().path())
        .isEqualTo(folder.resolve("usr/lib/nvidia/libcuda.so.1"));
  }

  private Path write(int bytesInFront) throws IOException {
    byte[] table =
        table(
            entry(FOR_X86_64, "libcudnn.so.9", "/opt/cudnn/libcudnn.so.9"),
            entry(FOR_I386, "libcuda.so.1", "/usr/lib32/libcuda.so.1"),
            entry(FOR_X86_64, "libcuda.so.1", "/usr/lib/nvidia/libcuda.so.1"),
            entry(FOR_X86_64, "libcuda.so", "/usr/lib/nvidia/libcuda.so"));
    byte[] file = new byte[bytesInFront + table.length];
    System.arraycopy(table, 0, file, bytesInFront, table.length);
    return Files.write(folder.resolve("cache"), file);
  }

  private record Entry(int flags, String name, String path) {}

  private static Entry entry(int flags, String name, String path) {
    return new Entry(flags, name, path);
  }

  /** glibc's format 1.1: header of 48 bytes, entries of 24, strings. */
  private static byte[] table(Entry... entries) {
    ByteArrayOutputStream strings = new ByteArrayOutputStream();
    int stringsAt = 48 + 24 * entries.length;
    ByteBuffer head = ByteBuffer.allocate(stringsAt).order(ByteOrder.LITTLE_ENDIAN);
    head.put("glibc-ld.so.cache1.1".getBytes(StandardCharsets.US_ASCII)).putInt(entries.length);
    head.position(48);
    for (Entry entry : entries) {
      head.putInt(entry.flags());
      for (String text : List.of(entry.name(), entry.path())) {
        head.putInt(stringsAt + strings.size());
        strings.writeBytes((text + "\0").getBytes(StandardCharsets.US_ASCII));
      }
      head.putInt(0).putLong(0);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.array());
    all.writeBytes(strings.toByteArray());
    return all.toByteArray();
  }
}
