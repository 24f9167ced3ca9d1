package ganengine.gan.data;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lmdbjava.ByteArrayProxy;
import org.lmdbjava.Dbi;
import org.lmdbjava.Env;

/** Makes databases as LSUN's makers publish them: without the lock file. */
public final class LmdbFolder {
  private LmdbFolder() {}

  /** These values under the keys 0, 1 and so on, of 40 hexadecimal digits as LSUN's are. */
  public static Path write(Path place, byte[]... values) throws IOException {
    Files.createDirectories(place);
    try (Env<byte[]> environment =
        Env.create(ByteArrayProxy.PROXY_BA).setMapSize(1 << 24).open(place.toFile())) {
      Dbi<byte[]> database = environment.openDbi((byte[]) null);
      for (int i = 0; i < values.length; i++) {
        database.put(key(i), values[i]);
      }
    }
    Files.delete(place.resolve("lock.mdb"));
    return place;
  }

  /** The key of a value. */
  static byte[] key(int number) {
    return "%040x".formatted(number).getBytes(US_ASCII);
  }
}
