package ganengine.gan.data.files;

import ganengine.gan.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

/** The files of a folder and its sub-folders, by path; hidden ones left out. Links are followed. */
final class FolderTree implements FileTree {
  private final Path root;
  private final List<Found> found = new ArrayList<>();

  private record Found(Entry entry, long changed) {}

  FolderTree(Path root) {
    this.root = root;
    try {
      Files.walkFileTree(
          root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Walk());
    } catch (IOException | UncheckedIOException e) {
      throw new UserError("%s: cannot be listed: %s".formatted(root, e.getMessage()), e);
    }
    found.sort(Comparator.comparing(file -> file.entry().path()));
  }

  private final class Walk extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(root) && hidden(folder);
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && !hidden(file)) {
        String path = root.relativize(file).toString().replace('\\', '/');
        found.add(
            new Found(
                new Entry(path, attributes.size()), attributes.lastModifiedTime().toMillis()));
      }
      return FileVisitResult.CONTINUE;
    }

    /** Of links that lead nowhere or in a circle, and of folders that may not be read. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }

  private static boolean hidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  @Override
  public String name() {
    return root.toString();
  }

  @Override
  public List<Entry> entries() {
    return found.stream().map(Found::entry).toList();
  }

  @Override
  public String fingerprint() {
    StringBuilder text = new StringBuilder();
    for (Found file : found) {
      text.append(file.entry()).append(file.changed()).append('\n');
    }
    return text.toString();
  }

  @Override
  public void visit(Predicate<String> chosen, Visitor visitor) {
    for (Found file : found) {
      String path = file.entry().path();
      if (chosen.test(path)) {
        visitor.file(path, () -> read(root.resolve(path)));
      }
    }
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(EntryLimits.LARGEST + 1);
      if (bytes.length > EntryLimits.LARGEST) {
        throw new IOException("has more than %,d bytes".formatted(EntryLimits.LARGEST));
      }
      return bytes;
    }
  }
}
