package ganengine.gan.data;

import ganengine.gan.UserError;
import ganengine.gan.data.pixels.ImageDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lmdbjava.ByteArrayProxy;
import org.lmdbjava.CursorIterable;
import org.lmdbjava.Dbi;
import org.lmdbjava.Env;
import org.lmdbjava.EnvFlags;
import org.lmdbjava.LmdbException;
import org.lmdbjava.Txn;

/**
 * Encoded images in an LMDB database, each under a key; what a value is, JPEG or WebP, its first
 * bytes tell. The database is opened read-only and without a lock file, so that it may lie where
 * nobody may write. LMDB trusts what is inside of its file, so {@link LmdbFile} looks first.
 */
final class LmdbImages implements ImageSource {
  private static final String FILE = "data.mdb";

  private final String name;
  private final Path folder;
  private final Env<byte[]> environment;
  private final Dbi<byte[]> database;
  private final Txn<byte[]> transaction;
  private final int count;

  private LmdbImages(String name, Path folder, Env<byte[]> environment, int count) {
    this.name = name;
    this.folder = folder;
    this.environment = environment;
    this.database = environment.openDbi((byte[]) null);
    this.transaction = environment.txnRead();
    this.count = count;
  }

  /** Whether a folder holds such a database. */
  static boolean isThere(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE));
  }

  /**
   * Opens the database in a folder.
   *
   * @param name the data set's
   * @throws UserError if it is none, damaged or without entries
   */
  static LmdbImages open(String name, Path folder) {
    Path file = folder.resolve(FILE);
    int count = LmdbFile.check(file);
    Env<byte[]> environment = null;
    try {
      environment =
          Env.create(ByteArrayProxy.PROXY_BA)
              .setMapSize(size(file))
              .open(
                  folder.toFile(),
                  EnvFlags.MDB_RDONLY_ENV,
                  EnvFlags.MDB_NOLOCK,
                  EnvFlags.MDB_NOTLS);
      LmdbImages images = new LmdbImages(name, folder, environment, count);
      environment = null;
      return images;
    } catch (LmdbException e) {
      throw new UserError(
          "%s: is no LMDB database, or damaged (%s); get it again".formatted(file, e.getMessage()),
          e);
    } catch (LinkageError e) {
      throw new UserError(
          "%s: LMDB's native library cannot be loaded on this machine (%s); unpack the images into a folder"
              .formatted(file, e.getMessage()),
          e);
    } finally {
      if (environment != null) {
        environment.close();
      }
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UserError("%s: cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String place() {
    return folder.toString();
  }

  @Override
  public String fingerprint() {
    Path file = folder.resolve(FILE);
    try {
      return "%s %d %d"
          .formatted(
              folder.getFileName(), Files.size(file), Files.getLastModifiedTime(file).toMillis());
    } catch (IOException e) {
      throw new UserError("%s: cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public List<String> classNames() {
    return List.of();
  }

  @Override
  public int channels() {
    return 3;
  }

  @Override
  public void visit(Visitor visitor) {
    try (CursorIterable<byte[]> entries = database.iterate(transaction)) {
      for (CursorIterable.KeyVal<byte[]> entry : entries) {
        String key = new String(entry.key(), StandardCharsets.ISO_8859_1);
        byte[] value = entry.val();
        visitor.image("entry " + key, -1, () -> ImageDecoder.decode(value));
      }
    } catch (LmdbException e) {
      throw new UserError(
          "%s: is damaged (%s); get it again".formatted(folder.resolve(FILE), e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    transaction.close();
    environment.close();
  }
}
