package ganengine.gan.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file's published checksum.
 *
 * @param algorithm {@code MD5} or {@code SHA-256}
 * @param hex in lower case
 */
public record Checksum(String algorithm, String hex) {
  /** A checksum of 32 digits. */
  static Checksum md5(String hex) {
    return new Checksum("MD5", hex);
  }

  /** A checksum of 64 digits. */
  static Checksum sha256(String hex) {
    return new Checksum("SHA-256", hex);
  }

  /** The same kind of checksum of this file. */
  Checksum of(Path file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new LinkageError("every Java has " + algorithm, e);
    }
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()));
  }

  @Override
  public String toString() {
    return algorithm + " " + hex;
  }
}
