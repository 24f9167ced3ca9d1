package ganengine.kernels.cuda.library;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import jcuda.JCudaVersion;
import jcuda.LibUtils;

/**
 * JCuda's natives, taken from the class path into a folder that only we can write to. JCuda loads a
 * file of the right name that it finds in {@code java.io.tmpdir} as it is, so that property names
 * this folder for as long as one of its classes initialises, and nothing foreign is ever loaded.
 */
final class JCudaNatives implements AutoCloseable {
  private static final String TEMPORARY_FILES = "java.io.tmpdir";

  private final Path folder;

  private JCudaNatives(Path folder) {
    this.folder = folder;
  }

  /** With an empty folder, rights 0700. */
  static JCudaNatives open() throws IOException {
    return new JCudaNatives(Files.createTempDirectory("gan-engine-cuda"));
  }

  /** Loads the native of a class of JCuda that needs nothing relinked. */
  void load(String nativeName, String className) throws IOException {
    load(nativeName, className, "", "");
  }

  /**
   * Loads the native of a class of JCuda, by initialising the class.
   *
   * @param nativeName {@code JCublas2}
   * @param className {@code jcuda.jcublas.JCublas2}
   * @param from the library that it is linked to: {@code libcublas.so.12}
   * @param to the library that there is
   * @return whether it had to be relinked
   * @throws UnsatisfiedLinkError if the system can't load it
   */
  boolean load(String nativeName, String className, String from, String to) throws IOException {
    String file =
        LibUtils.createLibraryFileName(
            LibUtils.createPlatformLibraryName(nativeName + "-" + JCudaVersion.get()));
    byte[] contents = resource(file);
    boolean changed = !from.equals(to);
    Files.write(folder.resolve(file), changed ? Relinker.relink(contents, from, to) : contents);
    String before = System.getProperty(TEMPORARY_FILES);
    System.setProperty(TEMPORARY_FILES, folder.toString());
    try {
      Class.forName(className);
    } catch (ClassNotFoundException e) {
      throw new LinkageError(className + " is not on the class path", e);
    } finally {
      System.setProperty(TEMPORARY_FILES, before);
    }
    return changed;
  }

  private static byte[] resource(String file) throws IOException {
    try (InputStream stream = LibUtils.class.getResourceAsStream("/lib/" + file)) {
      if (stream == null) {
        throw new IOException("lib/" + file + " is not on the class path");
      }
      return stream.readAllBytes();
    }
  }

  /** Deletes the folder: what is loaded stays loaded. What can't be deleted now is at the end. */
  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        File file = path.toFile();
        if (!file.delete()) {
          file.deleteOnExit();
        }
      }
    }
  }
}
