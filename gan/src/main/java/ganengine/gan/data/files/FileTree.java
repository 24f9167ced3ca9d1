package ganengine.gan.data.files;

import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Files below one place: a folder, or a zip or tar archive that stays packed. */
public interface FileTree extends AutoCloseable {
  /**
   * A file.
   *
   * @param path below the place, with '/' between names
   * @param size in bytes, as the place announces it
   */
  record Entry(String path, long size) {}

  /** The bytes of a file, to be asked for while the tree is open, on any thread. */
  @FunctionalInterface
  interface Contents {
    /**
     * All of them.
     *
     * @throws IOException if this one file cannot be read
     */
    byte[] bytes() throws IOException;
  }

  /** Is shown files one after the other. */
  @FunctionalInterface
  interface Visitor {
    /** A file. */
    void file(String path, Contents contents);
  }

  /** The place, for messages. */
  String name();

  /** All files, folders left out. */
  List<Entry> entries();

  /** A text that changes whenever a file does: names, sizes and times of change. */
  String fingerprint();

  /**
   * Shows the files whose paths are chosen, in the order of {@link #entries}.
   *
   * @throws UserError if the archive is damaged or made to do harm
   */
  void visit(Predicate<String> chosen, Visitor visitor);

  @Override
  default void close() {}

  /** Whether the name is one of an archive that {@link #open} reads. */
  static boolean isArchive(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".zip") || isTar(name);
  }

  private static boolean isTar(String name) {
    return name.endsWith(".tgz") || name.endsWith(".tar.gz") || name.endsWith(".tar");
  }

  /**
   * The files of this folder or archive.
   *
   * @throws UserError if it is neither, or damaged
   */
  static FileTree open(Path path) {
    if (Files.isDirectory(path)) {
      return new FolderTree(path);
    }
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".zip")) {
      return new ZipTree(path);
    }
    if (isTar(name)) {
      return new TarTree(path);
    }
    throw new UserError(
        "%s: %s; expected a folder, or an archive .zip, .tgz, .tar.gz or .tar"
            .formatted(path, Files.exists(path) ? "is neither" : "there is no such file"));
  }
}
