package ganengine.gan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.engine.io.HostTensor;
import ganengine.engine.io.SafeTensors;
import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("c.safetensors");
    Runs.checkpoint(300).write(file);
  }

  @Test
  void readsBackBitForBit() {
    assertThat(Checkpoint.read(file)).isEqualTo(Runs.checkpoint(300));
  }

  @Test
  void sameStateSameBytes() throws IOException {
    byte[] first = Files.readAllBytes(file);
    Runs.checkpoint(300).write(file);
    assertThat(file).hasBinaryContent(first);
  }

  @Test
  void isASafetensorsFileWithReadableMetadata() throws IOException {
    SafeTensors.Contents contents = SafeTensors.read(file);
    assertThat(contents.tensors()).isEqualTo(Runs.checkpoint(300).tensors());
    assertThat(contents.metadata())
        .containsEntry("format", "gan-engine checkpoint 1")
        .containsEntry("step", "300")
        .containsKey("config");
  }

  @Test
  void everyCutIsNoticed() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused(file, "");
    }
  }

  @Test
  void everyBitOfTheTensorsCounts() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int header = (int) ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong();
    for (int i = 8 + header; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 1;
      Files.write(file, flipped);
      assertRefused(file, "its tensors do not have their checksum");
    }
  }

  @Test
  void foreignFiles() throws IOException {
    assertRefused(folder, "is not a file; expected a checkpoint");
    assertRefused(folder.resolve("gone"), "there is no such file; expected a checkpoint");
    Files.writeString(file, "model: dcgan\nbatch: 64\nand so on\n");
    assertRefused(file, "");
    Map<String, HostTensor> tensors = Map.of("w", HostTensor.of(new int[] {1}, 1f));
    SafeTensors.write(file, tensors, Map.of());
    assertRefused(file, "is no checkpoint of gan-engine");
    SafeTensors.write(file, tensors, Map.of("format", "pt"));
    assertRefused(file, "its format is 'pt', expected 'gan-engine checkpoint 1'");
  }

  @Test
  void metadataThatLackSomething() throws IOException {
    SafeTensors.Contents contents = SafeTensors.read(file);
    for (String key : new String[] {"checksum", "step", "seconds", "imageChannels", "config"}) {
      Map<String, String> metadata = new HashMap<>(contents.metadata());
      metadata.put(key, "?");
      SafeTensors.write(file, contents.tensors(), metadata);
      assertRefused(file, "");
      metadata.remove(key);
      SafeTensors.write(file, contents.tensors(), metadata);
      assertRefused(file, "");
    }
  }

  private static void assertRefused(Path path, String expected) {
    assertThatThrownBy(() -> Checkpoint.read(path))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(path.toString())
        .hasMessageContaining(expected)
        .hasMessageNotContaining("\n");
  }
}
