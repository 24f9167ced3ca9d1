package ganengine.gan.data.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedPixelsTest {
  @TempDir Path folder;

  @Test
  void copiesAcrossPieces() throws IOException {
    byte[] bytes = new byte[50];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    Path file = Files.write(folder.resolve("pixels"), bytes);
    MappedPixels pixels;
    try (FileChannel channel = FileChannel.open(file)) {
      pixels = new MappedPixels(channel, 40, 16);
    }
    assertThat(pixels.size()).isEqualTo(40);
    byte[] copy = new byte[38];
    pixels.copy(3, copy, 1, 36);
    assertThat(copy).startsWith(0, 3, 4, 5).endsWith(36, 37, 38, 0);
    pixels.copy(32, copy, 0, 8);
    assertThat(copy).startsWith(32, 33, 34, 35, 36, 37, 38, 39);
  }
}
