package ganengine.kernels.cuda.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file tree in which absolute paths are looked up, with libraries that hold nothing. */
final class MadeUpMachine {
  private final Path root;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private String option = "";

  MadeUpMachine(Path root) {
    this.root = root;
  }

  /** Libraries with these names in the folder. */
  MadeUpMachine library(String folder, String... names) {
    for (String name : names) {
      file(folder + "/" + name, TinyElf.needing());
    }
    return this;
  }

  /** cuBLAS and NVRTC of that major version. */
  MadeUpMachine toolkit(String folder, int cuda) {
    return library(folder, "libcublas.so." + cuda, "libnvrtc.so." + cuda);
  }

  MadeUpMachine file(String path, byte[] contents) {
    try {
      Path file = at(path);
      Files.createDirectories(file.getParent());
      Files.write(file, contents);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MadeUpMachine link(String path, String target) {
    try {
      Files.createDirectories(at(path).getParent());
      Files.createSymbolicLink(at(path), Path.of(target));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MadeUpMachine variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  MadeUpMachine option(String folders) {
    option = folders;
    return this;
  }

  LibrarySearch search() {
    return new LibrarySearch(new SearchPlaces(root, option, environment));
  }

  /** The place of an absolute path in the tree. */
  Path at(String path) {
    return root.resolve(path.substring(1));
  }
}
