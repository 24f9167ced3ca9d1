package ganengine.gan.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganengine.gan.AtomicFile;
import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Appends to {@code metrics.jsonl}: one {@link MetricsLine} as JSON a line, in the system's hands
 * when {@link #append} returns.
 */
public final class MetricsLog implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final FileChannel channel;

  private MetricsLog(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens the log of a run that stands at this step: lines of later steps are cut off, as is a last
   * one that was torn. At step 0 the log begins anew.
   *
   * @throws UserError if another line is no metrics line
   * @throws RuntimeException that {@link AtomicFile#failure} makes if the file cannot be written
   */
  public static MetricsLog open(Path file, long step) {
    long kept = 0;
    if (Files.exists(file)) {
      for (Entry entry : entries(file)) {
        if (entry.line().step() > step) {
          break;
        }
        kept = entry.end();
      }
    }
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.truncate(kept).position(kept);
      return new MetricsLog(file, channel);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /** All lines; a torn last one is left out. */
  public static List<MetricsLine> read(Path file) {
    return Files.exists(file) ? entries(file).stream().map(Entry::line).toList() : List.of();
  }

  /**
   * Adds a line.
   *
   * @throws RuntimeException that {@link AtomicFile#failure} makes if the file cannot be written
   */
  public void append(MetricsLine line) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(JSON.writeValueAsString(line) + "\n");
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /** A line, and the byte after its end. */
  private record Entry(MetricsLine line, long end) {}

  private static List<Entry> entries(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserError("%s: cannot be read: %s".formatted(file, AtomicFile.reason(e)), e);
    }
    List<Entry> entries = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        entries.add(new Entry(parse(file, entries.size() + 1, bytes, start, i - start), i + 1L));
        start = i + 1;
      }
    }
    return entries;
  }

  private static MetricsLine parse(Path file, int number, byte[] bytes, int from, int length) {
    try {
      return JSON.readValue(
          new String(bytes, from, length, StandardCharsets.UTF_8), MetricsLine.class);
    } catch (JsonProcessingException e) {
      throw new UserError(
          "%s, line %d: is damaged; remove it, or the file to begin it anew"
              .formatted(file, number),
          e);
    }
  }

  private static RuntimeException failure(Path file, IOException cause) {
    return AtomicFile.failure(
        "cannot write %s: %s".formatted(file, AtomicFile.reason(cause)), cause);
  }
}
