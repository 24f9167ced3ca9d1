package ganengine.gan.run;

import ganengine.gan.AtomicFile;
import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The checkpoints of one run: {@code step-0001000.safetensors}, ... The newest few are kept; an old
 * one goes only after a newer one is safely on the disk.
 */
public final class Checkpoints {
  /** How many are kept. */
  static final int KEPT = 3;

  private static final Pattern NAME = Pattern.compile("step-\\d{7,18}\\.safetensors");

  private final Path folder;

  /** Those in this folder. */
  public Checkpoints(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes a checkpoint, then removes the oldest but {@value #KEPT}.
   *
   * @return its file
   * @throws UserError if the disk is full; what was there before is still there
   * @throws ganengine.gan.RunFailure if it cannot be written for another reason
   */
  public Path write(Checkpoint checkpoint) {
    Path file =
        folder.resolve(String.format(Locale.ROOT, "step-%07d.safetensors", checkpoint.step()));
    try {
      checkpoint.write(file);
      List<Path> files = newestFirst();
      for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
        Files.delete(old);
      }
      return file;
    } catch (IOException e) {
      throw AtomicFile.failure(
          "cannot write checkpoint %s: %s; %s"
              .formatted(file, AtomicFile.reason(e), describeLastGood()),
          e);
    }
  }

  /**
   * The newest checkpoint that can be read.
   *
   * @param messages is told about each damaged one that is passed over
   * @throws UserError if there is none
   */
  public Checkpoint latest(Consumer<String> messages) {
    List<Path> files;
    try {
      files = newestFirst();
    } catch (IOException e) {
      throw new UserError("%s: cannot be read: %s".formatted(folder, AtomicFile.reason(e)), e);
    }
    for (Path file : files) {
      try {
        return Checkpoint.read(file);
      } catch (UserError e) {
        messages.accept("passing over a checkpoint: " + e.getMessage());
      }
    }
    throw new UserError(
        "%s: holds no checkpoint%s; start the run again, without --resume"
            .formatted(folder, files.isEmpty() ? "" : " that can be read"));
  }

  /**
   * Removes checkpoints after this step: they belong to a course that a run resumed here leaves.
   *
   * @throws ganengine.gan.RunFailure if they cannot be removed
   */
  public void removeAfter(long step) {
    try {
      for (Path file : newestFirst()) {
        if (step(file) > step) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw AtomicFile.failure(
          "cannot remove old checkpoints in %s: %s".formatted(folder, AtomicFile.reason(e)), e);
    }
  }

  private List<Path> newestFirst() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .sorted(Comparator.comparingLong(Checkpoints::step).reversed())
          .toList();
    }
  }

  private static long step(Path file) {
    return Long.parseLong(file.getFileName().toString().replaceAll("\\D", ""));
  }

  /** Names the newest checkpoint, in words that end an error message. */
  public String describeLastGood() {
    try {
      return newestFirst().stream()
          .findFirst()
          .map(file -> "the last good checkpoint is " + file)
          .orElse("there is no older one");
    } catch (IOException e) {
      return "nor can the older ones be listed: " + AtomicFile.reason(e);
    }
  }
}
