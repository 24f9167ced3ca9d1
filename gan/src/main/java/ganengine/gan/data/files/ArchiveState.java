package ganengine.gan.data.files;

import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** By what an archive is known again. */
final class ArchiveState {
  private ArchiveState() {}

  /** Its name, size and time of change; not its folder, so that it may be moved. */
  static String of(Path archive) {
    try {
      return "%s %d %d"
          .formatted(
              archive.getFileName(),
              Files.size(archive),
              Files.getLastModifiedTime(archive).toMillis());
    } catch (IOException e) {
      throw new UserError("%s: cannot be read: %s".formatted(archive, e.getMessage()), e);
    }
  }
}
