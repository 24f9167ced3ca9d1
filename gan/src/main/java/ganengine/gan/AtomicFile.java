package ganengine.gan;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file so that its name always stands for whole contents, the old or the new, even if the
 * machine stops: to a temporary name beside it, onto the disk, then renamed.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes a file's contents. */
  @FunctionalInterface
  public interface Contents {
    /** To a buffered stream, which stays open. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes or replaces a file. If that fails, the old file is still there and the temporary one is
   * not.
   */
  public static void write(Path file, Contents contents) throws IOException {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    boolean renamed = false;
    try {
      writeThrough(temporary, contents);
      rename(temporary, file);
      renamed = true;
    } finally {
      if (!renamed) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  /** Gives a file that is on the disk already its name, in place of what had it before. */
  public static void rename(Path temporary, Path file) throws IOException {
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    forceFolder(file.toAbsolutePath().getParent());
  }

  /** As the other, with text in UTF-8. */
  public static void write(Path file, String text) throws IOException {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void writeThrough(Path file, Contents contents) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      contents.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  /** Only then does the new name survive a power failure. Windows cannot open folders, nor must. */
  private static void forceFolder(Path folder) throws IOException {
    if (File.separatorChar == '/') {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /**
   * The error for a file that could not be written: a full disk is the user's to mend, anything
   * else a failure.
   *
   * @param message one line, which ends with {@link #reason}
   */
  public static RuntimeException failure(String message, IOException cause) {
    String reason = reason(cause);
    return reason.contains("No space left") || reason.contains("quota exceeded")
        ? new UserError(message + "; make room, then run it again (train: with --resume)", cause)
        : new RunFailure(message, cause);
  }

  /** Why, in words; {@link FileSystemException}s often say no more than the path. */
  public static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    if (failure instanceof FileSystemException named && named.getReason() != null) {
      return named.getReason();
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
