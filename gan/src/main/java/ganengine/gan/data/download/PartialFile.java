package ganengine.gan.data.download;

import ganengine.gan.AtomicFile;
import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What has arrived of a file, under a hidden name beside its own; it stays there when the program
 * ends, and a small file beside it says where it came from. Locked, so that two programs never
 * write to one. All faults here are the disk's: {@link UserError}s.
 */
final class PartialFile implements AutoCloseable {
  /**
   * Where the bytes came from.
   *
   * @param address of the file
   * @param validator the server's name for this version of it (ETag or Last-Modified); empty if it
   *     gave none
   */
  record Origin(String address, String validator) {}

  private final Path target;
  private final Path part;
  private final Path origin;
  private final FileChannel channel;

  /** Opens what there is, or begins. */
  PartialFile(Path target) {
    this.target = target;
    this.part = target.resolveSibling("." + target.getFileName() + ".part");
    this.origin = target.resolveSibling("." + target.getFileName() + ".origin");
    try {
      channel =
          FileChannel.open(
              part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw fault(e);
    }
    try {
      lock();
      channel.position(channel.size());
    } catch (IOException e) {
      release();
      throw fault(e);
    } catch (UserError e) {
      release();
      throw e;
    }
  }

  private void lock() throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new UserError(
          "%s: another gan-engine is fetching it; wait for that one, or stop it".formatted(target));
    }
  }

  /** The file on the disk. */
  Path path() {
    return part;
  }

  /** Bytes that have arrived. */
  long size() {
    try {
      return channel.size();
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** Where they came from; both parts empty if nobody knows. */
  Origin origin() {
    try {
      List<String> lines = Files.readAllLines(origin);
      return lines.size() == 2 ? new Origin(lines.get(0), lines.get(1)) : new Origin("", "");
    } catch (IOException e) {
      // Not there, or not text: then the whole file is checked by its checksum alone.
      return new Origin("", "");
    }
  }

  /** Forgets what has arrived; nobody knows where the bytes to come are from. */
  void restart() {
    restart(new Origin("", ""));
  }

  /** Forgets what has arrived, and notes where the bytes to come are from. */
  void restart(Origin from) {
    try {
      channel.truncate(0);
      AtomicFile.write(origin, from.address() + "\n" + from.validator() + "\n");
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** Adds these bytes. */
  void append(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** Gives the whole file its name, once it is on the disk. */
  void commit() {
    try {
      channel.force(true);
      channel.close();
      AtomicFile.rename(part, target);
      Files.deleteIfExists(origin);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** Keeps what has arrived; leaves nothing where nothing has. */
  @Override
  public void close() {
    if (channel.isOpen()) {
      boolean empty = size() == 0;
      release();
      if (empty) {
        delete();
      }
    }
  }

  private void delete() {
    try {
      Files.deleteIfExists(part);
      Files.deleteIfExists(origin);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private void release() {
    try {
      channel.close();
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private UserError fault(IOException cause) {
    return new UserError(
        "%s: cannot be written: %s; mend that, then give the same command again"
            .formatted(target, AtomicFile.reason(cause)),
        cause);
  }
}
