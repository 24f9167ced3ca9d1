package ganengine.gan.data;

import ganengine.gan.AtomicFile;
import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Decodes a data set once: the images of a source and a recipe lie in a file of the cache folder,
 * named by a hash of both, and are mapped into memory from then on. A file that is damaged or of
 * another version is made again.
 */
final class ImageCache {
  /** One after the other within this program; other programs are kept out by a lock file. */
  private static final Object TURN = new Object();

  private final ImageSource source;
  private final ImageRecipe recipe;
  private final Decoding decoding;
  private final Path file;

  /** What is wrong with the file; null if nothing is, or there is none. */
  private String damage;

  private ImageCache(ImageSource source, ImageRecipe recipe, Decoding decoding) {
    this.source = source;
    this.recipe = recipe.channels() == 0 ? recipe.withChannels(source.channels()) : recipe;
    this.decoding = decoding;
    this.file =
        decoding.cache().resolve("%s-%d-%s.images".formatted(source.name(), recipe.side(), hash()));
  }

  /**
   * The images of a source, prepared by a recipe.
   *
   * @throws UserError if the source holds none, more than one in a hundred cannot be used, or the
   *     cache cannot be written; nothing half-made is left
   */
  static ImageSet open(ImageSource source, ImageRecipe recipe, Decoding decoding) {
    ImageCache cache = new ImageCache(source, recipe, decoding);
    try {
      ImageSet stored = cache.stored();
      return stored != null ? stored : cache.make();
    } catch (IOException e) {
      throw cache.failure(e);
    }
  }

  private String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String text = source.name() + "\n" + recipe + "\n" + source.fingerprint();
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new LinkageError("every Java has SHA-256", e);
    }
  }

  /** The file's images; null if there is none that can be used. */
  private ImageSet stored() throws IOException {
    try {
      return CacheFile.open(file, source.name(), decoding.listener());
    } catch (NoSuchFileException e) {
      return null;
    } catch (CacheFile.DamagedException e) {
      damage = e.getMessage();
      return null;
    }
  }

  private ImageSet make() throws IOException {
    Files.createDirectories(decoding.cache());
    synchronized (TURN) {
      try (FileChannel channel =
              FileChannel.open(
                  decoding.cache().resolve("lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        // While this one waited, another program may have made the file.
        ImageSet stored = stored();
        if (stored == null) {
          if (damage != null) {
            decoding.listener().message("the cache %s is made again: %s".formatted(file, damage));
          }
          removeUnfinished();
          requireRoom();
          ImageDecoding run = new ImageDecoding(source, recipe, decoding);
          AtomicFile.write(file, run::writeTo);
          stored = CacheFile.open(file, source.name(), decoding.listener());
        }
        return stored;
      }
    }
  }

  /**
   * What programs left that were killed at it; nobody else is at it while this one holds the lock.
   */
  private void removeUnfinished() throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(decoding.cache(), ".*.images.tmp")) {
      for (Path unfinished : left) {
        Files.deleteIfExists(unfinished);
      }
    }
  }

  private void requireRoom() throws IOException {
    long needed = (long) source.count() * recipe.side() * recipe.side() * recipe.channels();
    long free = Files.getFileStore(decoding.cache()).getUsableSpace();
    if (needed > free) {
      throw new UserError(
          "%s: decoding %s takes %,d MB here, and there are %,d; make room, use a smaller --image-size, or name another folder with %s"
              .formatted(
                  decoding.cache(), source.name(), needed >> 20, free >> 20, CacheFolder.VARIABLE));
    }
  }

  private UserError failure(IOException cause) {
    return new UserError(
        "%s: cannot keep decoded images there: %s; name another folder with %s"
            .formatted(decoding.cache(), AtomicFile.reason(cause), CacheFolder.VARIABLE),
        cause);
  }
}
