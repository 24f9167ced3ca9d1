package ganengine.gan.reproduce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ganengine.gan.AtomicFile;
import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What came of a trial: {@code result.json} in its folder, there once it is done.
 *
 * @param system the row's name
 * @param seed the trial's
 * @param samples it was judged by
 * @param steps of training
 * @param seconds of training
 * @param device where it was trained
 * @param figures what was measured, by name; empty if it failed
 * @param failure why it failed, in one line; null if it did not
 * @param settings as {@link Trial#identity}
 */
public record TrialResult(
    String system,
    long seed,
    int samples,
    long steps,
    double seconds,
    String device,
    Map<String, Double> figures,
    String failure,
    Map<String, String> settings) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Whether there are figures. */
  public boolean succeeded() {
    return failure == null;
  }

  void write(Path file) {
    try {
      AtomicFile.write(file, JSON.writeValueAsString(this) + "\n");
    } catch (IOException e) {
      throw AtomicFile.failure("cannot write %s: %s".formatted(file, AtomicFile.reason(e)), e);
    }
  }

  static TrialResult read(Path file) {
    try {
      return JSON.readValue(Files.readString(file), TrialResult.class);
    } catch (JsonProcessingException e) {
      throw new UserError(file + ": is damaged; remove it to do the trial again", e);
    } catch (IOException e) {
      throw new UserError("%s: cannot be read: %s".formatted(file, AtomicFile.reason(e)), e);
    }
  }
}
