package ganengine.gan.config;

import ganengine.gan.DidYouMean;
import ganengine.gan.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The systems that the papers and write-ups describe, each a YAML file of settings in the jar,
 * whose first line, a comment, says what it is.
 */
public final class Presets {
  /** All of them, in the order in which they are listed. */
  public static final List<String> NAMES =
      List.of(
          "stacked-dcgan",
          "stacked-pac2",
          "stacked-pac3",
          "stacked-pac4",
          "stacked-tiny",
          "stacked-tiny-pac2",
          "stacked-tiny-pac3",
          "stacked-tiny-pac4",
          "stacked-r3gan",
          "celeba-112",
          "mnist-mlp",
          "fashion-mlp",
          "mnist-cnn",
          "fashion-cnn",
          "celeba-cnn",
          "mnist-wgan",
          "mnist-wgan-gp",
          "mnist-mlp-bce",
          "mnist-cgan",
          "mnist-cdcgan",
          "mnist-dcgan",
          "mnist-lsgan",
          "mnist-hinge",
          "mnist-r1",
          "lfw-dcgan",
          "lsun-dcgan",
          "ring-gan",
          "ring-pac2",
          "ring-pac3",
          "ring-pac4",
          "grid-gan",
          "grid-pac2",
          "grid-pac3",
          "grid-pac4",
          "digits-collapse",
          "digits-no-collapse");

  private Presets() {}

  /** What a preset is, in one line. */
  public static String describe(String name) {
    String text = text(name);
    return text.substring(0, text.indexOf('\n')).replaceFirst("^# *", "");
  }

  /** The data set that a preset trains on; empty where it leaves that open. */
  public static Optional<String> dataset(String name) {
    return read(name).stream()
        .filter(given -> given.key().equals("dataset"))
        .findFirst()
        .map(Given::text);
  }

  /** What a preset gives. */
  static List<Given> read(String name) {
    return SettingsText.readYaml(text(name), "preset " + name);
  }

  private static String text(String name) {
    if (!NAMES.contains(name)) {
      throw new UserError(
          "there is no preset '%s'; --preset list shows them%s"
              .formatted(name, DidYouMean.among(name, NAMES)));
    }
    try (InputStream file =
        Presets.class.getResourceAsStream("/ganengine/gan/presets/" + name + ".yaml")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
