package ganengine.gan.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ganengine.gan.AtomicFile;
import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code evaluation.json}: what was measured, of which step, on what. */
public final class EvaluationFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private EvaluationFile() {}

  /**
   * What the file holds.
   *
   * @param step training steps that the generator had done
   * @param device description of the device that measured
   * @param evaluation the values
   */
  private record Contents(long step, String device, Evaluation evaluation) {}

  /**
   * Before it is measured: that the file can be written.
   *
   * @throws UserError if it cannot
   */
  public static void requireWritable(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new UserError(
          "--json %s: %s; give a file in a folder that you may write to"
              .formatted(
                  file,
                  Files.isDirectory(folder)
                      ? "permission denied"
                      : "there is no folder " + folder));
    }
    if (Files.isDirectory(file)) {
      throw new UserError("--json %s: is a folder, expected a file".formatted(file));
    }
  }

  /** Writes or replaces the file, whole or not at all. */
  public static void write(Path file, long step, String device, Evaluation evaluation) {
    try {
      String text = JSON.writeValueAsString(new Contents(step, device, evaluation)) + "\n";
      AtomicFile.write(file, text);
    } catch (IOException e) {
      throw AtomicFile.failure("cannot write %s: %s".formatted(file, AtomicFile.reason(e)), e);
    }
  }
}
