package ganengine.gan.config;

import ganengine.gan.DidYouMean;
import ganengine.gan.UserError;
import ganengine.gan.data.Colour;
import ganengine.gan.data.DataSets;
import ganengine.kernels.Precision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All settings, the only place of their defaults, and the order in which they are looked for: the
 * command line, then the file, then the preset, then the default.
 */
public final class Settings {
  private static final List<String> MODELS =
      List.of("dcgan", "mlp", "cnn", "tiny", "points", "resnet");

  private static final List<String> LOSSES =
      List.of("bce", "minimax", "wasserstein", "lsgan", "hinge", "relativistic");

  private static final List<Setting> ALL =
      List.of(
          Setting.choice("model", "dcgan", MODELS),
          Setting.choice("dataset", "digits", DataSets.names()),
          Setting.folder("data"),
          Setting.crop("crop"),
          Setting.choice("colour", null, Colour.words()),
          Setting.whole("imageSize", 28, 4, 1024),
          Setting.choice("pixels", "symmetric", List.of("symmetric", "unit", "half", "centred")),
          Setting.flag("flip", false),
          Setting.whole("channels", 64, 1, 4096),
          Setting.whole("kernel", 4, 2, 15),
          Setting.whole("startSize", 0, 0, 64),
          Setting.whole("latent", 100, 1, 65536),
          Setting.choice("latentDistribution", "normal", List.of("normal", "uniform")),
          Setting.choice("conditional", "none", List.of("none", "onehot", "embedding")),
          Setting.choice("normD", "batch", List.of("batch", "layer", "none")),
          Setting.flag("spectralNorm", false),
          Setting.whole("pack", 1, 1, 64),
          Setting.choice("loss", "bce", LOSSES),
          Setting.number("labelReal", 0.9, "above 0 and at most 1", v -> v > 0 && v <= 1),
          Setting.number("labelFake", 0.0, "from 0 to below 1", v -> v >= 0 && v < 1),
          Setting.choice("penalty", "none", List.of("none", "gp", "r1", "r2", "r1r2")),
          Setting.number("penaltyWeight", 10.0, "above 0", v -> v > 0),
          Setting.number("clip", 0.0, "from 0", v -> v >= 0),
          Setting.number("epochs", null, "above 0", v -> v > 0),
          Setting.wholeLong("steps", null, 1),
          Setting.number("minutes", null, "above 0", v -> v > 0),
          Setting.whole("batch", 64, 1, 65536),
          Setting.choice("optimiser", "adam", List.of("adam", "rmsprop")),
          Setting.number("rateG", 2e-4, "above 0 and at most 1", v -> v > 0 && v <= 1),
          Setting.number("rateD", 2e-4, "above 0 and at most 1", v -> v > 0 && v <= 1),
          Setting.number("beta1", 0.5, "from 0 to below 1", v -> v >= 0 && v < 1),
          Setting.number("beta2", 0.999, "from 0 to below 1", v -> v >= 0 && v < 1),
          Setting.whole("stepsD", 1, 1, 1000),
          Setting.whole("stepsG", 1, 1, 1000),
          Setting.flag("freshLatents", false),
          Setting.flag("criticWarmUp", false),
          Setting.choice("schedule", "per-batch", List.of("per-batch", "per-epoch")),
          Setting.number("averageDecay", 0.995, "from 0 to below 1", v -> v >= 0 && v < 1),
          Setting.whole("burnIn", 0, 0, 100_000_000),
          Setting.number("rateGStart", null, "above 0 and at most 1", v -> v > 0 && v <= 1),
          Setting.number("rateDStart", null, "above 0 and at most 1", v -> v > 0 && v <= 1),
          Setting.number("beta2Start", null, "from 0 to below 1", v -> v >= 0 && v < 1),
          Setting.number("penaltyWeightStart", null, "above 0", v -> v > 0),
          Setting.number("averageDecayStart", null, "from 0 to below 1", v -> v >= 0 && v < 1),
          Setting.wholeLong("seed", 1L, Long.MIN_VALUE),
          Setting.choice("device", "auto", List.of("auto", "cuda", "cpu", "reference")),
          Setting.whole("threads", 0, 0, 1024),
          Setting.choice("precision", Precision.AUTO.word(), precisions()),
          Setting.flag("deterministic", false),
          Setting.whole("sampleEvery", 500, 1, Integer.MAX_VALUE),
          Setting.whole("checkpointEvery", 1000, 1, Integer.MAX_VALUE),
          Setting.whole("logEvery", 10, 1, Integer.MAX_VALUE),
          Setting.whole("evaluateEvery", 0, 0, Integer.MAX_VALUE));

  /** Of these, exactly one says when training ends. */
  private static final List<String> LIMITS = List.of("epochs", "steps", "minutes");

  /** The limits if none is given: a first impression from the digits in the jar, ... */
  private static final double DIGITS_MINUTES = 3.6;

  /** ... and a proper run on a full data set. */
  private static final double DEFAULT_EPOCHS = 25;

  /**
   * Defaults of their own for a DCGAN on the digits in the jar, where {@code train} without an
   * option shows within minutes what a GAN makes: a narrower network and larger steps.
   */
  private static final Map<String, Object> FOR_DIGITS =
      Map.of("channels", 32, "latent", 32, "rateG", 2e-3, "rateD", 5e-4, "averageDecay", 0.998);

  /** Networks that do without batch norm in the discriminator, unless one is asked for. */
  private static final Set<String> WITHOUT_NORM = Set.of("mlp", "points", "resnet");

  private Settings() {}

  private static List<String> precisions() {
    return Stream.of(Precision.values()).map(Precision::word).toList();
  }

  /** Every setting, in the order of {@link TrainConfig}. */
  public static List<Setting> all() {
    return ALL;
  }

  /** The default of a DCGAN on the digits in the jar, where that is another one. */
  public static Optional<Object> standardForDigits(String key) {
    return Optional.ofNullable(FOR_DIGITS.get(key));
  }

  /**
   * A run's settings.
   *
   * @param file a YAML file with some of them; empty for none
   * @param options some of them as given on the command line, by name as in {@link TrainConfig};
   *     they win over the file's; a null value counts as not given
   * @throws UserError if a name is unknown, a value is not what is expected, two limits are given
   *     in one place, or the file cannot be read
   */
  public static TrainConfig resolve(Optional<Path> file, Map<String, ?> options) {
    return resolve(Optional.empty(), file, options);
  }

  /**
   * As the other, on top of a preset.
   *
   * @param preset one of {@link Presets#NAMES}; empty for none
   * @throws UserError also if there is no such preset
   */
  public static TrainConfig resolve(
      Optional<String> preset, Optional<Path> file, Map<String, ?> options) {
    List<Given> given = new ArrayList<>();
    options.forEach(
        (key, value) ->
            given.add(new Given(option(key), key, value == null ? null : value.toString())));
    return resolve(
        List.of(
            preset.map(Presets::read).orElse(List.of()),
            file.map(SettingsText::readYaml).orElse(List.of()),
            given));
  }

  /** The settings of these layers: each wins over those before it, and all over the defaults. */
  static TrainConfig resolve(List<List<Given>> layers) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Setting setting : ALL) {
      values.put(setting.key(), setting.standard());
    }
    for (List<Given> layer : layers) {
      overlay(values, layer);
    }
    suitModel(values, layers);
    setLimitIfNoneIsGiven(values);
    TrainConfig config = SettingsText.toRecord(values);
    Consistency.check(config);
    return config;
  }

  /** {@code imageSize} as typed on the command line: {@code --image-size}. */
  private static String option(String key) {
    return "--" + key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static void overlay(Map<String, Object> values, List<Given> layer) {
    List<Given> limits =
        layer.stream().filter(g -> g.text() != null && LIMITS.contains(g.key())).toList();
    if (limits.size() > 1) {
      throw new UserError(
          "%s and %s both say when training ends; give one of them"
              .formatted(limits.get(0).where(), limits.get(1).where()));
    }
    if (!limits.isEmpty()) {
      LIMITS.forEach(limit -> values.put(limit, null));
    }
    for (Given given : layer) {
      Object value = parse(given);
      if (value != null) {
        values.put(given.key(), value);
      }
    }
  }

  private static Object parse(Given given) {
    Setting setting =
        ALL.stream()
            .filter(s -> s.key().equals(given.key()))
            .findFirst()
            .orElseThrow(() -> unknown(given));
    if (given.text() == null) {
      return null;
    }
    try {
      return setting.parser().apply(given.text());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new UserError(
          "%s: expected %s, found '%s'%s"
              .formatted(
                  given.where(),
                  setting.expected(),
                  given.text().replace('\n', ' '),
                  DidYouMean.among(given.text(), setting.words())),
          e);
    }
  }

  private static UserError unknown(Given given) {
    List<String> keys = ALL.stream().map(Setting::key).toList();
    String near = DidYouMean.among(given.key(), keys);
    return new UserError(
        "%s: there is no such setting%s"
            .formatted(
                given.where(), near.isEmpty() ? "; there are " + String.join(", ", keys) : near));
  }

  /** Puts the defaults of this model in place of what no layer gives. */
  private static void suitModel(Map<String, Object> values, List<List<Given>> layers) {
    Map<String, Object> own = new HashMap<>();
    if (WITHOUT_NORM.contains(values.get("model"))) {
      own.put("normD", "none");
    }
    if (values.get("dataset").equals("digits") && values.get("model").equals("dcgan")) {
      own.putAll(FOR_DIGITS);
    }
    layers.forEach(
        layer -> layer.stream().filter(g -> g.text() != null).forEach(g -> own.remove(g.key())));
    values.putAll(own);
  }

  private static void setLimitIfNoneIsGiven(Map<String, Object> values) {
    if (LIMITS.stream().anyMatch(limit -> values.get(limit) != null)) {
      return;
    }
    if (values.get("dataset").equals("digits")) {
      values.put("minutes", DIGITS_MINUTES);
    } else {
      values.put("epochs", DEFAULT_EPOCHS);
    }
  }
}
