package ganengine.gan.data;

import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Changes a sound database in many places, one after the other, and reads each that comes of it; a
 * program of its own, since one that slips through ends it. Prints how many were refused and read.
 */
final class ForgedLmdb {
  private static final short[] VALUES = {0, 1, 2, 16, 0x7FFF, (short) 0x8000, -1};
  private static final int PAGE = 4096;
  private static final int RANDOM = 600;

  private final byte[] sound;
  private final Path folder;
  private int refused;
  private int read;

  private ForgedLmdb(byte[] sound, Path folder) {
    this.sound = sound;
    this.folder = folder;
  }

  /** Takes the sound file and a folder to write to. */
  public static void main(String[] args) throws IOException {
    byte[] sound = Files.readAllBytes(Path.of(args[0]));
    ForgedLmdb forged =
        new ForgedLmdb(sound, Files.createDirectories(Path.of(args[1]).resolve("x_train_lmdb")));
    forged.everyFieldOfBothDescriptions();
    forged.theBeginningOfEachPage();
    forged.anywhere();
    System.out.printf("%d refused, %d read%n", forged.refused, forged.read);
  }

  private void everyFieldOfBothDescriptions() throws IOException {
    for (int at = 8; at < 152; at += 2) {
      for (short value : VALUES) {
        byte[] file = sound.clone();
        put(file, at, value);
        put(file, PAGE + at, value);
        tryIt(file);
      }
    }
  }

  /** Its header, and the places of its first nodes. */
  private void theBeginningOfEachPage() throws IOException {
    for (int page = 2; page < sound.length / PAGE; page++) {
      for (int at = 8; at < 20; at += 2) {
        for (short value : VALUES) {
          byte[] file = sound.clone();
          put(file, page * PAGE + at, value);
          tryIt(file);
        }
      }
    }
  }

  /** Up to four at once, half of them where nodes begin. */
  private void anywhere() throws IOException {
    Random random = new Random(11);
    for (int i = 0; i < RANDOM; i++) {
      byte[] file = sound.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        int page = PAGE * (2 + random.nextInt(sound.length / PAGE - 2));
        int place = page + 16 + 2 * random.nextInt(8);
        int node = (file[place] & 0xFE) | (file[place + 1] & 0xF) << 8;
        int inNode = Math.min(node + 2 * random.nextInt(4), PAGE - 2);
        int at = page + (random.nextBoolean() ? 2 * random.nextInt(PAGE / 2) : inNode);
        put(file, at, VALUES[random.nextInt(VALUES.length)]);
      }
      tryIt(file);
    }
  }

  private static void put(byte[] file, int at, short value) {
    file[at] = (byte) value;
    file[at + 1] = (byte) (value >> 8);
  }

  private void tryIt(byte[] file) throws IOException {
    Files.write(folder.resolve("data.mdb"), file);
    try (ImageSource source = Lsun.SET.open(folder, Part.TRAIN)) {
      int[] visited = {0};
      source.visit((name, label, image) -> visited[0]++);
      if (visited[0] != source.count()) {
        throw new IllegalStateException(visited[0] + " entries, said are " + source.count());
      }
      read++;
    } catch (UserError e) {
      if (e.getMessage().contains("\n")) {
        throw new IllegalStateException("more than one line: " + e.getMessage(), e);
      }
      refused++;
    }
  }
}
