package ganengine.gan.cli;

import ganengine.gan.config.Settings;
import ganengine.gan.config.TrainConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of {@code train}'s help: what each setting means to its user.
 *
 * @param heading the line above it
 * @param texts one for each setting
 */
record OptionSection(String heading, List<Text> texts) {
  static final List<OptionSection> ALL =
      List.of(
          section(
              "What to train:",
              text("model", "NAME", "Network: dcgan (convolutions) or mlp (fully connected)."),
              text("dataset", "NAME", "digits (10,000, in the jar), mnist or fashion-mnist."),
              text("data", "DIR", "Folder with mnist's or fashion-mnist's IDX files, .gz or not."),
              text("imageSize", "PIXELS", "Side to which images are scaled."),
              text("channels", "N", "Filters of the layer next to the image; doubles inwards."),
              text("latent", "N", "Length of the random vector z a sample is made from."),
              text("latentDistribution", "NAME", "Of z: normal (0, 1) or uniform [-1, 1].")),
          section(
              "How long (one of these; without any, %.1f minutes on digits, %.0f epochs on the others):"
                  .formatted(
                      defaults(Map.of()).minutes(), defaults(Map.of("dataset", "mnist")).epochs()),
              text("epochs", "X", "Passes over the data."),
              text("steps", "N", "Mini-batches."),
              text("minutes", "X", "Minutes of training.")),
          section(
              "How to train:",
              text("batch", "N", "Images in a mini-batch."),
              text("rateG", "X", "Adam's learning rate of the generator."),
              text("rateD", "X", "Adam's learning rate of the discriminator."),
              text("beta1", "X", "Adam's decay of the gradients' mean."),
              text("beta2", "X", "Adam's decay of the squared gradients' mean."),
              text("labelReal", "X", "What D is taught to say of real images; label smoothing."),
              text("averageDecay", "X", "Decay of the averaged generator that draws samples."),
              text("seed", "N", "Same seed, same settings, same device: same run, bit by bit.")),
          section(
              "On what, and what to write:",
              text("device", "NAME", "auto takes the best; doctor tells which there are."),
              text("threads", "N", "CPU threads; 0 for as many as processors."),
              text("precision", "NAME", "auto, fp32, or on a GPU tf32 or bf16; auto is its best."),
              text("deterministic", "BOOL", "true: slower on a GPU, but the same bits every time."),
              text("sampleEvery", "STEPS", "Steps from one grid of samples to the next."),
              text("checkpointEvery", "STEPS", "Steps from one checkpoint to the next."),
              text("logEvery", "STEPS", "Steps from one line of metrics.jsonl to the next.")));

  /**
   * A setting's help.
   *
   * @param key the setting's name, as in {@link TrainConfig}
   * @param label what stands for its value
   * @param description what it means
   */
  record Text(String key, String label, String description) {}

  private static OptionSection section(String heading, Text... texts) {
    return new OptionSection(heading, List.of(texts));
  }

  private static Text text(String key, String label, String description) {
    return new Text(key, label, description);
  }

  private static TrainConfig defaults(Map<String, String> given) {
    return Settings.resolve(Optional.empty(), given);
  }
}
