package ganengine.gan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes what was found as JSON for people and programs: records, fields that are null left out.
 */
public final class JsonFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private JsonFile() {}

  /**
   * Writes or replaces a file, whole or not at all.
   *
   * @throws RuntimeException that {@link AtomicFile#failure} makes if it cannot be written
   */
  public static void write(Path file, Object contents) {
    try {
      AtomicFile.write(file, JSON.writeValueAsString(contents) + "\n");
    } catch (IOException e) {
      throw AtomicFile.failure("cannot write %s: %s".formatted(file, AtomicFile.reason(e)), e);
    }
  }
}
