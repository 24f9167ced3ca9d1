package ganengine.gan.reproduce;

import ganengine.gan.AtomicFile;
import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second reproduction out of a folder; a killed one holds nothing. */
public final class TrialFolderLock implements AutoCloseable {
  private final Path folder;
  private final FileChannel channel;

  /**
   * Makes the folder if need be and takes the lock.
   *
   * @throws UserError if another process has it, or the folder can't be written
   */
  public TrialFolderLock(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      channel =
          FileChannel.open(
              folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UserError(
          "cannot write to %s: %s; give another --out".formatted(folder, AtomicFile.reason(e)), e);
    }
    if (!locked()) {
      close();
      throw new UserError(
          folder + ": another gan-engine is at work there; wait for it, or give another --out");
    }
  }

  /** What is locked. */
  public Path folder() {
    return folder;
  }

  private boolean locked() {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      throw AtomicFile.failure("cannot lock: " + AtomicFile.reason(e), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw AtomicFile.failure("cannot unlock: " + AtomicFile.reason(e), e);
    }
  }
}
