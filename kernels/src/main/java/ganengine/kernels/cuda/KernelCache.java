package ganengine.kernels.cuda;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Compiled kernels kept on disk, each under a hash of all it depends on: source, headers, options,
 * compiler version. A file is its contents' hash and the contents; it appears whole or not at all,
 * and a damaged one counts as missing. A folder that can't be written to costs compile time, no
 * more.
 */
final class KernelCache {
  private static final Logger LOG = System.getLogger("ganengine.kernels.cuda");

  private final Path folder;

  KernelCache(Path folder) {
    this.folder = folder;
  }

  /** {@code gan-engine/kernels} in the user's cache folder, or what ganengine.cuda.cache names. */
  static KernelCache ofUser() {
    String named = System.getProperty("ganengine.cuda.cache");
    if (named != null) {
      return new KernelCache(Path.of(named));
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path caches =
        xdg == null || xdg.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg);
    return new KernelCache(caches.resolve("gan-engine").resolve("kernels"));
  }

  /** The name of what these parts make. */
  static String key(Iterable<String> parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      // The length first, so that no two lists of parts run together to the same text.
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  Optional<byte[]> read(String key) {
    try {
      byte[] file = Files.readAllBytes(path(key));
      int hashLength = sha256().getDigestLength();
      if (file.length > hashLength) {
        byte[] contents = Arrays.copyOfRange(file, hashLength, file.length);
        if (Arrays.equals(sha256().digest(contents), Arrays.copyOf(file, hashLength))) {
          return Optional.of(contents);
        }
      }
      LOG.log(Level.DEBUG, "{0} is damaged and will be made anew", path(key));
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "no compiled kernel {0}", path(key));
    }
    return Optional.empty();
  }

  void write(String key, byte[] contents) {
    Path made = null;
    try {
      Files.createDirectories(folder);
      made = Files.createTempFile(folder, key, ".part");
      byte[] hash = sha256().digest(contents);
      byte[] file = Arrays.copyOf(hash, hash.length + contents.length);
      System.arraycopy(contents, 0, file, hash.length, contents.length);
      Files.write(made, file);
      Files.move(made, path(key), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "compiled kernels can''t be kept in {0}: {1}", folder, e);
      discard(made);
    }
  }

  private static void discard(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "{0} stays behind: {1}", file, e);
    }
  }

  private Path path(String key) {
    return folder.resolve(key + ".bin");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
