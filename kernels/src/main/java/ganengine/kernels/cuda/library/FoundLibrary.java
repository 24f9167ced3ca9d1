package ganengine.kernels.cuda.library;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A library on this machine.
 *
 * @param library which
 * @param version as exact as its file's name or its wheel tells: {@code 13.1.0.3} or {@code 12}
 * @param path where, as the place where it was found names it
 * @param relinked whether JCuda's native for it was changed to fit
 */
public record FoundLibrary(CudaLibrary library, String version, Path path, boolean relinked) {
  /** What lies there; its version is read off names, the file is not opened. */
  static FoundLibrary at(CudaLibrary library, Path path) {
    String fromName = version(library, path);
    String version =
        fromName.contains(".")
            ? fromName
            : PythonWheel.holding(path).map(PythonWheel::version).orElse(fromName);
    return new FoundLibrary(library, version, path, false);
  }

  FoundLibrary relinked(boolean changed) {
    return new FoundLibrary(library, version, path, changed);
  }

  FoundLibrary version(String told) {
    return new FoundLibrary(library, told, path, relinked);
  }

  /** The file behind all links. */
  Path file() {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }

  private static String version(CudaLibrary library, Path path) {
    String name = new FoundLibrary(library, "", path, false).file().getFileName().toString();
    String stem = library.stem() + ".";
    if (!name.startsWith(stem)) {
      name = path.getFileName().toString();
    }
    return name.substring(stem.length());
  }
}
