package ganengine.gan.reproduce;

import ganengine.gan.config.Settings;
import ganengine.gan.config.SettingsText;
import ganengine.gan.config.TrainConfig;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One training run of a reproduction.
 *
 * @param system the row
 * @param config all settings, the seed included
 */
public record Trial(TrialSystem system, TrainConfig config) {
  /** Settings that say where and on what it is computed, not what. */
  private static final Set<String> OF_THE_MACHINE =
      Set.of("data", "device", "threads", "precision", "deterministic");

  /**
   * The trial of a system with this seed.
   *
   * @param over settings of the scale
   * @param given the user's, which win
   * @throws ganengine.gan.UserError if a setting is not what is expected
   */
  static Trial of(
      TrialSystem system, Map<String, String> over, Map<String, String> given, long seed) {
    Map<String, String> settings = new LinkedHashMap<>();
    if (system.settings() != null) {
      settings.putAll(system.settings());
    }
    if (over != null) {
      settings.putAll(over);
    }
    settings.putAll(given);
    settings.put("seed", Long.toString(seed));
    return new Trial(
        system, Settings.resolve(Optional.ofNullable(system.preset()), Optional.empty(), settings));
  }

  /** {@code pacgan2-seed-1}: the name of its folder. */
  public String id() {
    return system.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
        + "-seed-"
        + config.seed();
  }

  /** All that its result depends on, as text by name. */
  Map<String, String> identity() {
    return identity(config);
  }

  static Map<String, String> identity(TrainConfig config) {
    Map<String, String> identity = new TreeMap<>();
    SettingsText.toMap(config)
        .forEach(
            (key, value) -> {
              if (value != null && !OF_THE_MACHINE.contains(key)) {
                identity.put(key, value.toString());
              }
            });
    return identity;
  }
}
