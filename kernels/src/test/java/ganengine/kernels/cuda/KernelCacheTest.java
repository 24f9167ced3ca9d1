package ganengine.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiled kernels on disk. */
class KernelCacheTest {
  private static final byte[] IMAGE = {1, 2, 3, 0, -1};

  @TempDir private Path folder;

  private Path only() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  @Test
  void keepsWhatItIsGiven() throws IOException {
    KernelCache cache = new KernelCache(folder);
    String key = KernelCache.key(List.of("source", "options"));
    assertThat(cache.read(key)).isEmpty();
    cache.write(key, IMAGE);
    assertThat(cache.read(key)).contains(IMAGE);
    assertThat(only()).hasFileName(key + ".bin");
  }

  @Test
  void everyPartIsPartOfTheKey() {
    assertThat(KernelCache.key(List.of("ab", "c")))
        .isNotEqualTo(KernelCache.key(List.of("a", "bc")));
    assertThat(KernelCache.key(List.of("a"))).isNotEqualTo(KernelCache.key(List.of("a", "")));
    assertThat(KernelCache.key(List.of("a"))).isEqualTo(KernelCache.key(List.of("a")));
  }

  @Test
  void aDamagedFileCountsAsMissing() throws IOException {
    KernelCache cache = new KernelCache(folder);
    cache.write("key", IMAGE);
    byte[] file = Files.readAllBytes(only());
    file[file.length - 2] ^= 1;
    Files.write(only(), file);
    assertThat(cache.read("key")).isEmpty();
    Files.write(only(), new byte[7]);
    assertThat(cache.read("key")).isEmpty();
    cache.write("key", IMAGE);
    assertThat(cache.read("key")).contains(IMAGE);
  }

  @Test
  void aFolderThatCannotBeMadeCostsNothingButTime() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    KernelCache cache = new KernelCache(file.resolve("kernels"));
    cache.write("key", IMAGE);
    assertThat(cache.read("key")).isEmpty();
  }
}
