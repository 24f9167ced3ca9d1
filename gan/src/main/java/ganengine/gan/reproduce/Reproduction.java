package ganengine.gan.reproduce;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import ganengine.gan.DidYouMean;
import ganengine.gan.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * A table of a paper, as a YAML file in the jar.
 *
 * @param title what and where from, in one line
 * @param measure name of a {@link TrialMeasure}
 * @param columns what of it is shown
 * @param systems the rows
 * @param scales by name: {@code full} as in the paper, {@code quick} for two cores and a quarter of
 *     an hour, {@code hour} where two cores manage every system in one
 * @param note what must be said beside the figures; null for nothing
 */
public record Reproduction(
    String title,
    String measure,
    List<Column> columns,
    List<TrialSystem> systems,
    Map<String, Scale> scales,
    String note) {
  /** All that there are. */
  public static final List<String> NAMES =
      List.of(
          "pacgan-stacked", "pacgan-tiny", "pacgan-ring", "pacgan-grid", "cgan-1nn", "wgan-vs-gan");

  private static final ObjectMapper YAML = new YAMLMapper();

  /**
   * A figure of the table.
   *
   * @param key as the measure names it
   * @param title the column's heading
   * @param decimals shown
   */
  public record Column(String key, String title, int decimals) {}

  /**
   * How large it is done.
   *
   * @param seeds trials a system, unless the user says
   * @param samples that a trial is judged by
   * @param settings over the systems' own
   * @param systems those of the rows that are trained; null for all
   */
  public record Scale(int seeds, int samples, Map<String, String> settings, List<String> systems) {}

  /**
   * The one of this name.
   *
   * @throws UserError if there is none
   */
  public static Reproduction named(String name) {
    if (!NAMES.contains(name)) {
      throw new UserError(
          "there is no reproduction '%s', there are %s%s"
              .formatted(name, String.join(", ", NAMES), DidYouMean.among(name, NAMES)));
    }
    try (InputStream in = Reproduction.class.getResourceAsStream(name + ".yaml")) {
      return YAML.readValue(in, Reproduction.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The scale of this name.
   *
   * @throws UserError if there is none
   */
  public Scale scale(String word) {
    Scale scale = scales.get(word);
    if (scale == null) {
      throw new UserError(
          "--scale: expected one of %s, found '%s'%s"
              .formatted(
                  String.join(", ", scales.keySet()),
                  word,
                  DidYouMean.among(word, scales.keySet())));
    }
    return scale;
  }

  /** The rows that are trained at this scale. */
  public List<TrialSystem> systems(Scale scale) {
    return systems.stream()
        .filter(system -> scale.systems() == null || scale.systems().contains(system.name()))
        .toList();
  }
}
