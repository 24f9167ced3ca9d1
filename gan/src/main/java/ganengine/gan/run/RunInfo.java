package ganengine.gan.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ganengine.gan.AtomicFile;
import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code run.json} holds: with which seed, and for each time the run was started or resumed,
 * with what it was computed.
 *
 * @param seed the run's seed
 * @param sessions oldest first
 */
public record RunInfo(long seed, List<Session> sessions) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /**
   * From one start to the next stop.
   *
   * @param startedAt in UTC, ISO 8601
   * @param fromStep steps done before
   * @param device description of the device
   * @param ganEngine version of this program
   * @param commit of the source it was built from; "unknown" if the builder did not say
   * @param java version and maker of the Java machine
   * @param system operating system and processor
   */
  public record Session(
      String startedAt,
      long fromStep,
      String device,
      String ganEngine,
      String commit,
      String java,
      String system) {

    static Session now(long fromStep, String device) {
      return new Session(
          Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
          fromStep,
          device,
          Build.version(),
          Build.commit(),
          System.getProperty("java.version") + " " + System.getProperty("java.vm.vendor"),
          System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }
  }

  static RunInfo first(long seed, String device) {
    return new RunInfo(seed, List.of(Session.now(0, device)));
  }

  RunInfo resumed(long step, String device) {
    return new RunInfo(
        seed, Stream.concat(sessions.stream(), Stream.of(Session.now(step, device))).toList());
  }

  void write(Path file) throws IOException {
    AtomicFile.write(file, JSON.writeValueAsString(this) + "\n");
  }

  static RunInfo read(Path file) throws IOException {
    String text = Files.readString(file);
    try {
      return JSON.readValue(text, RunInfo.class);
    } catch (JsonProcessingException e) {
      throw new UserError(file + ": is damaged; expected what gan-engine wrote at the start", e);
    }
  }
}
