package ganengine.engine.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written comes back, and the bytes are those of the format's description. */
class SafeTensorsTest {
  @TempDir Path folder;

  @Test
  void bytesAreThoseOfTheFormat() throws IOException {
    String json =
        "{\"__metadata__\":{\"made\":\"by hand\"},"
            + "\"n\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[8,16]}}";
    int padded = (json.length() + 7) / 8 * 8;
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    expected.write(new byte[] {(byte) padded, 0, 0, 0, 0, 0, 0, 0});
    expected.write((json + " ".repeat(padded - json.length())).getBytes(StandardCharsets.UTF_8));
    expected.write(new byte[] {5, 1, 0, 0, 0, 0, 0, 0});
    expected.write(new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, (byte) 0xc0});

    ByteArrayOutputStream written = new ByteArrayOutputStream();
    SafeTensors.write(
        written,
        Map.of("w", HostTensor.of(new int[] {1, 2}, 1f, -2f), "n", HostTensor.of(new int[0], 261L)),
        Map.of("made", "by hand"));
    assertThat(written.toByteArray()).isEqualTo(expected.toByteArray());
  }

  @Test
  void everyTypeComesBackBitForBit() throws IOException {
    float[] manyFloats = new float[20_001];
    for (int i = 0; i < manyFloats.length; i++) {
      manyFloats[i] = (float) Math.sin(i);
    }
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    tensors.put("many", HostTensor.of(new int[] {3, 6667}, manyFloats));
    tensors.put("special", HostTensor.of(new int[] {4}, Float.NaN, -0f, Float.MIN_VALUE, 1e38f));
    tensors.put("double", HostTensor.of(new int[] {2, 1}, Math.PI, Double.NEGATIVE_INFINITY));
    tensors.put("integers", HostTensor.of(new int[] {2}, Long.MIN_VALUE, -1L));
    tensors.put("pixels", HostTensor.of(new int[] {3}, (byte) 0, (byte) 127, (byte) 200));
    tensors.put("none", HostTensor.of(new int[] {0, 5}, new float[0]));
    Map<String, String> metadata = Map.of("k\"e\\y", "line\nbreak \u00e9 \ud83d\ude00", "", "");
    Path file = folder.resolve("all.safetensors");
    SafeTensors.write(file, tensors, metadata);

    SafeTensors.Contents contents = SafeTensors.read(file);
    assertThat(contents.tensors()).isEqualTo(tensors);
    assertThat(contents.tensors().keySet())
        .containsExactly("double", "integers", "many", "none", "special", "pixels");
    assertThat(contents.metadata()).isEqualTo(metadata);
    assertThat(contents.tensors().get("many").floats()).isEqualTo(manyFloats);
  }

  @Test
  void bytesDoNotDependOnTheMapsOrderNorTheLocale() throws IOException {
    HostTensor a = HostTensor.of(new int[] {12}, new float[12]);
    HostTensor b = HostTensor.of(new int[] {34}, new float[34]);
    Map<String, HostTensor> forth = new LinkedHashMap<>(Map.of("a", a));
    forth.put("b", b);
    Map<String, HostTensor> back = new LinkedHashMap<>(Map.of("b", b));
    back.put("a", a);
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    SafeTensors.write(first, forth, Map.of());
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      SafeTensors.write(second, back, Map.of());
    } finally {
      Locale.setDefault(before);
    }
    assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
  }

  @Test
  void aFileOfNothingIsReadable() throws IOException {
    Path file = folder.resolve("empty.safetensors");
    SafeTensors.write(file, Map.of(), Map.of());
    assertThat(Files.size(file)).isEqualTo(16);
    assertThat(SafeTensors.read(file)).isEqualTo(new SafeTensors.Contents(Map.of(), Map.of()));
  }

  @Test
  void theMetadatasNameIsTaken() {
    assertThatThrownBy(
            () ->
                SafeTensors.write(
                    new ByteArrayOutputStream(),
                    Map.of("__metadata__", HostTensor.of(new int[0], 1f)),
                    Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("__metadata__");
  }
}
