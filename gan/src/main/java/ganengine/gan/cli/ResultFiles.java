package ganengine.gan.cli;

import ganengine.gan.UserError;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that a command was asked to write, by option. */
final class ResultFiles {
  private final Map<String, Path> files = new LinkedHashMap<>();

  /** One more. */
  ResultFiles with(String option, Path file) {
    if (file != null) {
      files.put(option, file);
    }
    return this;
  }

  /**
   * Before anything is computed: that there is one, and that all can be written.
   *
   * @param choice the options to choose from, for the message
   * @throws UserError if not
   */
  ResultFiles check(String choice) {
    if (files.isEmpty()) {
      throw new UserError("say where the result goes: " + choice);
    }
    files.forEach((option, file) -> SampleTarget.requireFolderOf(file, option));
    return this;
  }

  /** A line for each, once they are written. */
  Iterable<String> lines() {
    return files.values().stream().map(file -> "written to " + file).toList();
  }
}
