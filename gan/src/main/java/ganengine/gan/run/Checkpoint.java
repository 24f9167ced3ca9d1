package ganengine.gan.run;

import ganengine.engine.io.DamagedFileException;
import ganengine.engine.io.HostTensor;
import ganengine.engine.io.SafeTensors;
import ganengine.gan.AtomicFile;
import ganengine.gan.UserError;
import ganengine.gan.config.SettingsText;
import ganengine.gan.config.TrainConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * All that a run needs to go on, bit for bit, or to draw samples: a safetensors file whose metadata
 * hold the settings and counters, and a checksum of the tensors, which the format itself lacks.
 *
 * @param config the run's settings
 * @param step training steps done
 * @param seconds of training done
 * @param imageChannels 1 for grey, 3 for colour: the data set's, which samples need
 * @param classes of the labels that condition the networks; 0 for none
 * @param tensors weights, running statistics and optimiser state, by name
 */
public record Checkpoint(
    TrainConfig config,
    long step,
    double seconds,
    int imageChannels,
    int classes,
    Map<String, HostTensor> tensors) {
  private static final String FORMAT = "gan-engine checkpoint 1";

  /** One of networks that take no labels. */
  public Checkpoint(
      TrainConfig config,
      long step,
      double seconds,
      int imageChannels,
      Map<String, HostTensor> tensors) {
    this(config, step, seconds, imageChannels, 0, tensors);
  }

  /** Writes or replaces a file, whole or not at all. */
  void write(Path file) throws IOException {
    Map<String, String> metadata =
        Map.of(
            "format", FORMAT,
            "config", SettingsText.toJson(config),
            "step", Long.toString(step),
            "seconds", Double.toString(seconds),
            "imageChannels", Integer.toString(imageChannels),
            "classes", Integer.toString(classes),
            "checksum", TensorChecksum.of(tensors));
    AtomicFile.write(file, out -> SafeTensors.write(out, tensors, metadata));
  }

  /**
   * Reads a file.
   *
   * @throws UserError if it is missing, damaged or no checkpoint of this program
   */
  public static Checkpoint read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "%s: %s; expected a checkpoint (.safetensors)"
              .formatted(file, Files.exists(file) ? "is not a file" : "there is no such file"));
    }
    try {
      return of(file.toString(), SafeTensors.read(file));
    } catch (DamagedFileException e) {
      throw new UserError(e.getMessage(), e);
    } catch (IOException e) {
      throw new UserError("%s: cannot be read: %s".formatted(file, AtomicFile.reason(e)), e);
    }
  }

  private static Checkpoint of(String file, SafeTensors.Contents contents) {
    Map<String, String> metadata = contents.metadata();
    String format = metadata.get("format");
    if (format == null) {
      throw new UserError(
          file
              + ": holds tensors, but is no checkpoint of gan-engine; its metadata name no format");
    }
    if (!format.equals(FORMAT)) {
      throw new UserError("%s: its format is '%s', expected '%s'".formatted(file, format, FORMAT));
    }
    if (!TensorChecksum.of(contents.tensors()).equals(metadata.get("checksum"))) {
      throw new UserError(
          file + ": is damaged, its tensors do not have their checksum; take an older checkpoint");
    }
    try {
      return new Checkpoint(
          SettingsText.fromJson(required(metadata, "config", file), file),
          Long.parseLong(required(metadata, "step", file)),
          Double.parseDouble(required(metadata, "seconds", file)),
          Integer.parseInt(required(metadata, "imageChannels", file)),
          Integer.parseInt(metadata.getOrDefault("classes", "0")),
          contents.tensors());
    } catch (NumberFormatException e) {
      throw new UserError(file + ": is damaged, its metadata hold words for numbers", e);
    }
  }

  private static String required(Map<String, String> metadata, String key, String file) {
    String text = metadata.get(key);
    if (text == null) {
      throw new UserError("%s: is damaged, its metadata lack '%s'".formatted(file, key));
    }
    return text;
  }
}
