package ganengine.engine.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NumPy's archives: written as numpy.savez does, read whole or not at all. */
class NpzTest {
  @TempDir Path folder;

  @Test
  void everyTypeComesBackInOrder() throws IOException {
    Map<String, HostTensor> arrays = new LinkedHashMap<>();
    arrays.put("z", HostTensor.of(new int[] {2, 1, 3}, 1f, 2f, 3f, 4f, Float.NaN, -0f));
    arrays.put("scalar", HostTensor.of(new int[0], Math.E));
    arrays.put("labels", HostTensor.of(new int[] {2}, 7L, -9L));
    arrays.put("pixels", HostTensor.of(new int[] {1, 2}, (byte) 255, (byte) 0));
    arrays.put("none", HostTensor.of(new int[] {0}, new double[0]));
    Path file = folder.resolve("arrays.npz");
    Npz.write(file, arrays);
    Map<String, HostTensor> read = Npz.read(file);
    assertThat(read).isEqualTo(arrays);
    assertThat(read.keySet()).containsExactlyElementsOf(arrays.keySet());
  }

  @Test
  void bytesDoNotDependOnTheTimeZone() throws IOException {
    Map<String, HostTensor> arrays = Map.of("a", HostTensor.of(new int[0], 1f));
    Path here = folder.resolve("here.npz");
    Path there = folder.resolve("there.npz");
    Npz.write(here, arrays);
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
    try {
      Npz.write(there, arrays);
    } finally {
      TimeZone.setDefault(before);
    }
    assertThat(there).hasSameBinaryContentAs(here);
  }

  @Test
  void entriesHaveTheBytesNumpyWrites() throws IOException {
    Path file = folder.resolve("one.npz");
    Npz.write(file, Map.of("a", HostTensor.of(new int[] {2}, 1f, -2f)));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry("a.npy");
      assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
      byte[] npy = zip.getInputStream(entry).readAllBytes();
      assertThat(npy).hasSize(128 + 8).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
      assertThat(new String(npy, 10, 118, StandardCharsets.ISO_8859_1))
          .isEqualTo(
              "%-117s\n".formatted("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }"));
      assertThat(npy).endsWith(0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0);
    }
  }

  @Test
  void compressedArchivesAreReadable() throws IOException {
    HostTensor array = HostTensor.of(new int[] {100, 100}, new float[10_000]);
    ByteArrayOutputStream npy = new ByteArrayOutputStream();
    Npy.write(array, npy);
    Path file = archive("zeros.npy", npy.toByteArray());
    assertThat(Files.size(file)).isLessThan(1000);
    assertThat(Npz.read(file)).isEqualTo(Map.of("zeros", array));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'descr': '<i4', 'fortran_order': False, 'shape': (2,), } | its elements are '<i4'; this program reads <f4, <f8, <i8, |u1
          {'descr': '<f4', 'fortran_order': True, 'shape': (1, 2), } | it is in Fortran order
          {'descr': '<f4', 'fortran_order': False, 'shape': (3,), } | F32[3] takes 140 bytes, but it has 136
          {'descr': '<f4', 'fortran_order': False, 'shape': (1,), } | F32[1] takes 132 bytes, but it has 136
          {'descr': '<f4', 'fortran_order': False, 'shape': (65536, 65536), } | more than 2^31 - 1 elements
          {'descr': '<f4', 'fortran_order': False, 'shape': (99999999999,), } | more than 2^31 - 1 elements
          {'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,), } | its header is not NumPy's
          """)
  void headerDamage(String header, String message) throws IOException {
    ByteArrayOutputStream npy = new ByteArrayOutputStream();
    npy.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
    npy.write("%-117s\n".formatted(header).getBytes(StandardCharsets.ISO_8859_1));
    npy.write(new byte[8]);
    Path file = archive("a.npy", npy.toByteArray());
    assertDamaged(file, file + "/a.npy: ", message);
  }

  @Test
  void otherArchivesAreRefused() throws IOException {
    Path file = archive("readme.txt", new byte[3]);
    assertDamaged(file, file + ": ", "its entry 'readme.txt' is not a .npy array");
    Path noNumpy = archive("a.npy", new byte[100]);
    assertDamaged(noNumpy, noNumpy + "/a.npy: ", "does not begin as a NumPy array of format 1.0");
    Path text = folder.resolve("text.npz");
    Files.writeString(text, "this is not a zip archive");
    assertDamaged(text, text + ": ", "it is not a whole zip archive");
    assertThatThrownBy(() -> Npz.read(folder.resolve("missing.npz")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aFlippedBitIsNoticed() throws IOException {
    Path file = folder.resolve("flipped.npz");
    Npz.write(file, Map.of("a", HostTensor.of(new int[] {2}, 1f, -2f)));
    byte[] bytes = Files.readAllBytes(file);
    int dataEnd = 30 + "a.npy".length() + 128 + 8;
    bytes[dataEnd - 1] ^= 1;
    Files.write(file, bytes);
    assertDamaged(file, file + "/a.npy: ", "its check sum is wrong");
  }

  private Path archive(String entry, byte[] content) throws IOException {
    Path file = folder.resolve("archive.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content);
    }
    return file;
  }

  private static void assertDamaged(Path file, String start, String message) {
    assertThatThrownBy(() -> Npz.read(file))
        .isInstanceOf(DamagedFileException.class)
        .hasMessageStartingWith(start)
        .hasMessageContaining(message);
  }
}
