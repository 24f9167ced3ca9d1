package ganengine.gan.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTreeTest {
  private static final String LONG = "d".repeat(90) + "/" + "e".repeat(90) + "/c.txt";

  @TempDir Path folder;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> shown(FileTree tree) {
    List<String> shown = new ArrayList<>();
    tree.visit(
        path -> true,
        (path, contents) -> {
          try {
            shown.add(path + "=" + new String(contents.bytes(), StandardCharsets.UTF_8));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return shown;
  }

  private void three() {
    files.put("b/2.txt", bytes("two"));
    files.put("a.txt", bytes("one".repeat(300)));
    files.put(LONG, bytes(""));
  }

  @Test
  void folderIsSortedAndLeavesHiddenFilesOut() throws IOException {
    files.put("b/2.txt", bytes("two"));
    files.put("a.txt", bytes("one"));
    files.put(".DS_Store", bytes("no"));
    files.put("b/.hidden/x.txt", bytes("no"));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Files.createSymbolicLink(folder.resolve("b/circle"), folder);
    Files.createSymbolicLink(folder.resolve("gone"), folder.resolve("nowhere"));
    try (FileTree tree = FileTree.open(folder)) {
      assertThat(shown(tree)).containsExactly("a.txt=one", "b/2.txt=two");
      assertThat(tree.entries()).contains(new FileTree.Entry("b/2.txt", 3));
      String before = tree.fingerprint();
      Files.write(folder.resolve("b/2.txt"), bytes("three"));
      assertThat(FileTree.open(folder).fingerprint()).isNotEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.zip", "x.tgz", "x.tar.gz", "x.tar"})
  void archivesStayPackedAndKeepTheirOrder(String name) throws IOException {
    three();
    Path archive = folder.resolve(name);
    switch (name) {
      case "x.zip" -> Archives.zip(archive, files);
      case "x.tar" -> Files.write(archive, Archives.tar(files));
      default -> Archives.tgz(archive, files);
    }
    try (FileTree tree = FileTree.open(archive)) {
      assertThat(shown(tree))
          .containsExactly("b/2.txt=two", "a.txt=" + "one".repeat(300), LONG + "=");
      assertThat(tree.entries()).extracting(FileTree.Entry::size).containsExactly(3L, 900L, 0L);
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../up.txt", "a/../../up.txt", "/etc/passwd", "C:/x.txt", "a\\..\\..\\x.txt"})
  void namesThatLeadOutside(String name) throws IOException {
    files.put(name, bytes("x"));
    Path zip = Archives.zip(folder.resolve("x.zip"), files);
    refused(zip, "leads outside of the archive");
    refused(Archives.tgz(folder.resolve("x.tgz"), files), "leads outside of the archive");
  }

  @Test
  void decompressionBombs() throws IOException {
    files.put("a.jpg", new byte[1 << 25]);
    refused(
        Archives.zip(folder.resolve("x.zip"), files), "unpacks to more than 100 times its size");
    refused(
        Archives.tgz(folder.resolve("x.tgz"), files), "unpacks to more than 100 times its size");
  }

  @Test
  void absurdSizeInTarHeader() throws IOException {
    Path tar = Files.write(folder.resolve("x.tar"), Archives.header(bytes("a"), '0', 1L << 32));
    refused(tar, "'a' is said to have 4,294,967,296 bytes, expected at most 268,435,456");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 300, 512, 700, 1536})
  void tarThatEndsEarly(int length) throws IOException {
    files.put("a.txt", bytes("one".repeat(300)));
    byte[] tar = Arrays.copyOf(Archives.tar(files), length);
    Path plain = Files.write(folder.resolve("x.tar"), tar);
    if (length == 1536) {
      // Whole files, only the end mark is missing: some programs write none.
      assertThat(shown(FileTree.open(plain))).hasSize(1);
    } else {
      refused(plain, "ends early; it was copied incompletely, get it again");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.zip", "x.tgz"})
  void packedArchiveThatEndsEarly(String name) throws IOException {
    three();
    Path archive = folder.resolve(name);
    byte[] whole =
        Files.readAllBytes(
            name.equals("x.zip") ? Archives.zip(archive, files) : Archives.tgz(archive, files));
    Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
    refused(archive, "copied incompletely, get it again");
  }

  @Test
  void damagedTar() throws IOException {
    files.put("a.txt", bytes("one"));
    byte[] tar = Archives.tar(files);
    tar[3] ^= 1;
    refused(Files.write(folder.resolve("x.tar"), tar), "a header's checksum is wrong");
    byte[] zipped = Archives.gzip(Archives.tar(files));
    zipped[zipped.length - 6] ^= 1;
    refused(Files.write(folder.resolve("x.tgz"), zipped), "its gzip data is damaged");
  }

  @Test
  void otherFiles() throws IOException {
    refused(
        folder.resolve("x.rar"), "there is no such file; expected a folder, or an archive .zip");
    refused(Files.write(folder.resolve("x.rar"), bytes("?")), "is neither; expected a folder");
    refused(Files.write(folder.resolve("y.zip"), bytes("?")), "is no whole zip archive");
  }

  private static void refused(Path place, String said) {
    assertThatThrownBy(
            () -> {
              try (FileTree tree = FileTree.open(place)) {
                shown(tree);
              }
            })
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(place.toString())
        .hasMessageContaining(said);
  }
}
