package ganengine.gan.cli;

import ganengine.gan.config.Setting;
import ganengine.gan.config.Settings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Gives {@code train} one option for every {@link Setting}, with the texts of {@link OptionSection}
 * and the defaults of {@link Settings}. Values stay text: {@code Settings} reads them as it reads a
 * file's.
 */
final class TrainOptions implements IModelTransformer {
  /** Sets both learning rates; the only option here that is no setting. */
  private static final String BOTH_RATES = "--rate";

  /** Adds the options to the command, in sections. */
  @Override
  public CommandSpec transform(CommandSpec command) {
    int place = 0;
    for (OptionSection section : OptionSection.ALL) {
      ArgGroupSpec.Builder group =
          ArgGroupSpec.builder().validate(false).heading("%n" + section.heading() + "%n");
      for (OptionSection.Text text : section.texts()) {
        if (text.key().equals("rateG")) {
          group.addArg(
              option(BOTH_RATES, "X", "Both learning rates at once, in place of the next two.")
                  .order(place++)
                  .build());
        }
        group.addArg(
            option(name(text.key()), text.label(), description(text)).order(place++).build());
      }
      command.addArgGroup(group.order(place++).build());
    }
    return command;
  }

  /** The settings given on this command line, by key. */
  static Map<String, String> given(ParseResult parsed) {
    Map<String, String> given = new LinkedHashMap<>();
    String rate = parsed.matchedOptionValue(BOTH_RATES, null);
    if (rate != null) {
      given.put("rateG", rate);
      given.put("rateD", rate);
    }
    for (Setting setting : Settings.all()) {
      String value = parsed.matchedOptionValue(name(setting.key()), null);
      if (value != null) {
        given.put(setting.key(), value);
      }
    }
    return given;
  }

  /** {@code imageSize} as typed: {@code --image-size}. */
  static String name(String key) {
    return "--" + key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** {@code 2.0E-4} and {@code 25.0} as people write them. */
  private static String shown(Object standard) {
    return standard.toString().replace(".0E", "e").replaceFirst("\\.0$", "");
  }

  private static OptionSpec.Builder option(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(String.class)
        .description(description);
  }

  private static String description(OptionSection.Text text) {
    Setting setting =
        Settings.all().stream().filter(s -> s.key().equals(text.key())).findFirst().orElseThrow();
    return setting.standard() == null
        ? text.description()
        : text.description()
            + " Default: "
            + shown(setting.standard())
            + Settings.standardForDigits(text.key())
                .map(own -> ", on the digits in the jar " + shown(own))
                .orElse("");
  }
}
