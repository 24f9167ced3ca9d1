package ganengine.gan.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.engine.io.HostTensor;
import ganengine.engine.io.Npz;
import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatentSetTest {
  @TempDir Path folder;

  @Test
  void readsWhatItWrote() throws IOException {
    Path file = folder.resolve("z.npz");
    new LatentSet(new float[] {1, 2, 3, 4, 5, 6}, 3, new int[] {9, 0}).write(file);

    LatentSet read = LatentSet.read(file, 3);
    assertThat(read.z()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(read.labels()).containsExactly(9, 0);
    assertThat(read.vector(1)).containsExactly(4, 5, 6);
    assertThat(read.first(1).labels()).containsExactly(9);
    assertThat(Npz.read(file).get("z").shape()).containsExactly(2, 3);
  }

  @Test
  void labelsMayBeMissingAndNumbersDouble() throws IOException {
    Map<String, HostTensor> arrays = Map.of("z", HostTensor.of(new int[] {1, 2}, 0.5, 0.25));
    LatentSet read = LatentSet.read(written(arrays), 2);
    assertThat(read.z()).containsExactly(0.5f, 0.25f);
    assertThat(read.labels()).isEmpty();
  }

  @Test
  void whatDoesNotFitIsAUserError() throws IOException {
    HostTensor z = HostTensor.of(new int[] {2, 2}, 1f, 2, 3, 4);
    refused(Map.of("samples", z), "expected an array 'z' of vectors [count, 2]");
    refused(Map.of("z", HostTensor.of(new int[] {2}, 1f, 2)), "expected an array 'z' of vectors");
    refused(
        Map.of("z", HostTensor.of(new int[] {1, 3}, 1f, 2, 3)),
        "is 1 vectors of 3 numbers, expected at least one of 2, as this run's are");
    refused(Map.of("z", HostTensor.of(new int[] {0, 2}, new float[0])), "is 0 vectors");
    refused(Map.of("z", HostTensor.of(new int[] {1, 2}, 1L, 2L)), "expected floats");
    refused(Map.of("z", HostTensor.of(new int[] {1, 2}, 1, Float.NaN)), "NaN, which is no number");
    refused(
        Map.of("z", z, "label", HostTensor.of(new int[] {1}, 1L)),
        "expected one for each of 2 vectors");
    refused(Map.of("z", z, "label", HostTensor.of(new int[] {2}, 1f, 2)), "expected int64 classes");
    Path text = Files.writeString(folder.resolve("text.npz"), "not a zip");
    assertThatThrownBy(() -> LatentSet.read(text, 2))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("not a whole zip");
    assertThatThrownBy(() -> LatentSet.read(folder.resolve("none.npz"), 2))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("none.npz: there is no such file");
  }

  private Path written(Map<String, HostTensor> arrays) throws IOException {
    Path file = folder.resolve("given.npz");
    Npz.write(file, arrays);
    return file;
  }

  private void refused(Map<String, HostTensor> arrays, String said) throws IOException {
    Path file = written(arrays);
    assertThatThrownBy(() -> LatentSet.read(file, 2))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(said);
  }
}
