package ganengine.kernels.cuda.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.kernels.cuda.library.ElfFile.Name;
import ganengine.kernels.cuda.library.ElfFile.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jcuda.LibUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the natives that JCuda publishes. */
class RelinkerTest {
  @ParameterizedTest
  @CsvSource({
    "JCublas2, libcublas.so.12, libcublas.so.13, 0ef62133",
    "JNvrtc, libnvrtc.so.12, libnvrtc.so.13, 0bcddfc3",
    "JCudnn, libcudnn.so.9, libcudnn.so.8, 080d4bf8",
  })
  void asksForTheOtherVersionAndForNothingElse(String name, String from, String to, String hash)
      throws IOException {
    byte[] before = jcuda(name);
    byte[] after = Relinker.relink(before, from, to);

    List<Name> uses = uses(after, to);
    assertThat(uses(before, to)).isEmpty();
    assertThat(uses(after, from)).isEmpty();
    assertThat(uses)
        .extracting(Name::role)
        .containsExactly(Role.NEEDED, Role.VERSION_FILE, Role.VERSION_NEEDED);
    int hashAt = uses.get(2).hashAt();
    assertThat(ByteBuffer.wrap(after).order(ByteOrder.LITTLE_ENDIAN).getInt(hashAt))
        .isEqualTo(Integer.parseInt(hash, 16));
    assertThat(differences(before, after))
        .as("the last of the name, the last of the hash")
        .containsExactlyInAnyOrder(hashAt, uses.get(0).at() + lastDifference(from, to));
  }

  @Test
  void andBackAgainIsTheOriginal() throws IOException {
    byte[] original = jcuda("JCublas2");
    byte[] changed = Relinker.relink(original, "libcublas.so.12", "libcublas.so.13");

    assertThat(Relinker.relink(changed, "libcublas.so.13", "libcublas.so.12")).isEqualTo(original);
  }

  @Test
  void hashesAsTheAbiSays() {
    assertThat(Relinker.hash("libcublas.so.12".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(0x0ef62132);
    assertThat(Relinker.hash("GLIBC_2.2.5".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(0x09691a75);
  }

  @Test
  void refusesWhatItDoesNotUnderstand() throws IOException {
    byte[] whole = jcuda("JNvrtc");
    String name = "libnvrtc.so.12";
    byte[] text = "INPUT(libnvrtc.so.12)".getBytes(StandardCharsets.US_ASCII);
    assertRefused(text, name, "no shared library for Linux x86-64");
    assertRefused(Arrays.copyOf(whole, 40), name, "no shared library for Linux x86-64");
    assertRefused(Arrays.copyOf(whole, 4096), name, "damaged");
    assertRefused(whole, "libnvrtc.so.11", "does not use libnvrtc.so.11");
    assertThatThrownBy(() -> Relinker.relink(whole, name, "libnvrtc.so.9"))
        .hasMessage("libnvrtc.so.9 is not as long as libnvrtc.so.12");
  }

  @Test
  void refusesAnyDamageToTheHeadersInOneLine() throws IOException {
    byte[] whole = jcuda("JNvrtc");
    for (int at = 0; at < 64; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) 0xff;
      try {
        assertThat(uses(Relinker.relink(damaged, "libnvrtc.so.12", "libnvrtc.so.13"), "libc.so.6"))
            .as("byte %d doesn't matter to the loader", at)
            .isNotEmpty();
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).isNotBlank().hasLineCount(1);
      }
    }
  }

  private static void assertRefused(byte[] library, String name, String said) {
    assertThatThrownBy(() -> Relinker.relink(library, name, name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }

  private static List<Name> uses(byte[] library, String text) {
    return ElfFile.names(ByteBuffer.wrap(library)).stream()
        .filter(name -> name.text().equals(text))
        .toList();
  }

  private static List<Integer> differences(byte[] before, byte[] after) {
    assertThat(after).hasSameSizeAs(before);
    List<Integer> differences = new ArrayList<>();
    for (int i = 0; i < before.length; i++) {
      if (before[i] != after[i]) {
        differences.add(i);
      }
    }
    return differences;
  }

  private static int lastDifference(String from, String to) {
    int last = from.length() - 1;
    assertThat(from.substring(0, last)).isEqualTo(to.substring(0, last));
    return last;
  }

  private static byte[] jcuda(String name) throws IOException {
    String resource = "/lib/lib" + name + "-12.6.0-linux-x86_64.so";
    try (InputStream stream = LibUtils.class.getResourceAsStream(resource)) {
      return stream.readAllBytes();
    }
  }
}
