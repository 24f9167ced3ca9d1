package ganengine.gan.cli;

import ganengine.gan.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the run that was written to last. */
final class LatestRun {
  private LatestRun() {}

  /**
   * The one among the runs in this folder whose checkpoints changed last.
   *
   * @throws UserError if there is none
   */
  static Path in(Path folder) {
    return runs(folder).stream()
        .max(Comparator.comparing(LatestRun::changed))
        .orElseThrow(
            () ->
                new UserError(
                    "--resume: there is no run in the folder %s here; name one: --resume RUN"
                        .formatted(folder)));
  }

  private static List<Path> runs(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> Files.isDirectory(checkpoints(entry))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime changed(Path run) {
    try {
      return Files.getLastModifiedTime(checkpoints(run));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path checkpoints(Path run) {
    return run.resolve("checkpoints");
  }
}
