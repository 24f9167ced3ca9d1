package ganengine.gan.data.files;

import ganengine.gan.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of a zip archive, in its directory's order. */
final class ZipTree implements FileTree {
  private final Path path;
  private final ZipFile zip;
  private final List<? extends ZipEntry> files;

  ZipTree(Path path) {
    this.path = path;
    try {
      zip = new ZipFile(path.toFile());
    } catch (IOException e) {
      throw new UserError(
          "%s: is no whole zip archive (%s); it was copied incompletely, get it again"
              .formatted(path, e.getMessage()),
          e);
    }
    try {
      files = zip.stream().filter(ZipTree::counts).toList();
      files.forEach(this::requireHarmless);
    } catch (IllegalArgumentException | UserError e) {
      close();
      throw e instanceof UserError known
          ? known
          : new UserError(path + ": its directory is damaged; get it again", e);
    }
  }

  /** Folders don't, nor what a Mac adds. */
  private static boolean counts(ZipEntry entry) {
    return !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/");
  }

  private void requireHarmless(ZipEntry entry) {
    EntryLimits.requireInside(name(), entry.getName());
    EntryLimits.requireSize(name(), entry.getName(), entry.getSize());
    EntryLimits.requireRatio(
        name(), entry.getName(), entry.getSize(), Math.max(1, entry.getCompressedSize()));
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public List<Entry> entries() {
    return files.stream().map(file -> new Entry(file.getName(), file.getSize())).toList();
  }

  @Override
  public String fingerprint() {
    return ArchiveState.of(path);
  }

  @Override
  public void visit(Predicate<String> chosen, Visitor visitor) {
    for (ZipEntry file : files) {
      if (chosen.test(file.getName())) {
        visitor.file(file.getName(), () -> read(file));
      }
    }
  }

  /** No more than the directory announces, whatever the packed bytes would give. */
  private byte[] read(ZipEntry file) throws IOException {
    try (InputStream in = zip.getInputStream(file)) {
      int size = (int) file.getSize();
      byte[] bytes = in.readNBytes(size);
      if (bytes.length < size || in.read() >= 0) {
        throw new IOException("unpacks to another size than the archive says");
      }
      return bytes;
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UserError("%s: cannot be closed: %s".formatted(path, e.getMessage()), e);
    }
  }
}
