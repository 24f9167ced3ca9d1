package ganengine.gan.data.files;

import ganengine.gan.UserError;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The files of a tar archive, in its order; packed with gzip or not, told apart by the first bytes.
 * It has no directory: whoever wants its list reads it through.
 */
final class TarTree implements FileTree {
  private final Path path;
  private List<Entry> entries;

  TarTree(Path path) {
    this.path = path;
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public List<Entry> entries() {
    if (entries == null) {
      List<Entry> listed = new ArrayList<>();
      read((entry, tar) -> listed.add(entry));
      entries = listed;
    }
    return entries;
  }

  @Override
  public String fingerprint() {
    return ArchiveState.of(path);
  }

  @Override
  public void visit(Predicate<String> chosen, Visitor visitor) {
    read(
        (entry, tar) -> {
          if (chosen.test(entry.path())) {
            byte[] bytes = tar.contents();
            visitor.file(entry.path(), () -> bytes);
          }
        });
  }

  @FunctionalInterface
  private interface EntryVisitor {
    void entry(Entry entry, TarStream tar) throws IOException;
  }

  private void read(EntryVisitor visitor) {
    try (CountedStream packed = new CountedStream(Files.newInputStream(path));
        InputStream buffered = new BufferedInputStream(packed, 1 << 16);
        InputStream plain = unpacked(buffered)) {
      TarStream tar = new TarStream(plain);
      for (Entry entry = tar.next(); entry != null; entry = tar.next()) {
        EntryLimits.requireInside(name(), entry.path());
        EntryLimits.requireSize(name(), entry.path(), entry.size());
        visitor.entry(entry, tar);
        EntryLimits.requireRatio(name(), entry.path(), tar.position(), packed.count());
      }
      // What pads the archive's end: only after it does gzip's checksum stand.
      plain.transferTo(OutputStream.nullOutputStream());
    } catch (EOFException e) {
      throw new UserError(path + ": ends early; it was copied incompletely, get it again", e);
    } catch (ZipException e) {
      throw new UserError(
          "%s: its gzip data is damaged (%s); get it again".formatted(path, e.getMessage()), e);
    } catch (IOException e) {
      throw new UserError("%s: cannot be read: %s".formatted(path, e.getMessage()), e);
    }
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    raw.mark(2);
    int first = raw.read();
    int second = raw.read();
    raw.reset();
    return first == 0x1F && second == 0x8B ? new GZIPInputStream(raw, 1 << 16) : raw;
  }
}
