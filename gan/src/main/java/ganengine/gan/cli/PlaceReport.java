package ganengine.gan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code doctor} on the current folder, where runs are written. */
final class PlaceReport {
  private PlaceReport() {}

  static List<String> lines() {
    Path here = Path.of("").toAbsolutePath();
    return List.of(
        Report.line(
            "folder",
            here
                + (Files.isWritable(here)
                    ? " can be written to"
                    : " can't be written to: use --out")));
  }
}
