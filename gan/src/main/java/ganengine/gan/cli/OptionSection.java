package ganengine.gan.cli;

import ganengine.gan.config.Settings;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.DataSets;
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
              text("model", "NAME", "dcgan, mlp, cnn, tiny, resnet; points for ring and grid."),
              text(
                  "dataset",
                  "NAME",
                  "Of %s; digits, 10,000, are in the jar."
                      .formatted(String.join(", ", DataSets.names()))),
              text("data", "DIR", "Where the data set's files are: a folder or the archive."),
              text(
                  "crop", "PART", "square, whole or WIDTHxHEIGHT; without it, the data set's own."),
              text(
                  "colour",
                  "NAME",
                  "auto (as the images are), grey, rgb; without it, the data set's own."),
              text("imageSize", "PIXELS", "Side to which images are scaled."),
              text("pixels", "RANGE", "symmetric [-1, 1], unit [0, 1], half [-0.5, 0.5], centred."),
              text("flip", "BOOL", "true: half of the real images mirrored, by chance."),
              text("channels", "N", "Filters of the layer next to the image; doubles inwards."),
              text("kernel", "N", "Rows and columns of dcgan's filters."),
              text("startSize", "PIXELS", "Side that dcgan begins with; 0 finds it."),
              text("latent", "N", "Length of the random vector z a sample is made from."),
              text("latentDistribution", "NAME", "Of z: normal (0, 1) or uniform [-1, 1]."),
              text("conditional", "HOW", "Labels join both networks: none, onehot, embedding."),
              text(
                  "normD",
                  "NAME",
                  "In D: batch, layer or none. Without it by the model, for dcgan batch."),
              text(
                  "spectralNorm",
                  "BOOL",
                  "true: D's weights are divided by their largest singular value."),
              text("pack", "N", "Images that D judges together (PacGAN).")),
          section(
              "How long (one of these; without any, %.1f minutes on digits, %.0f epochs on the others):"
                  .formatted(
                      defaults(Map.of()).minutes(), defaults(Map.of("dataset", "mnist")).epochs()),
              text("epochs", "X", "Passes over the data."),
              text("steps", "N", "Training steps."),
              text("minutes", "X", "Minutes of training.")),
          section(
              "What to train towards:",
              text("loss", "NAME", "bce, minimax, wasserstein, lsgan, hinge or relativistic."),
              text("labelReal", "X", "What D is taught to say of real images; label smoothing."),
              text("labelFake", "X", "What D is taught to say of generated images."),
              text("penalty", "NAME", "On D's gradient: none, gp, r1, r2 or r1r2."),
              text("penaltyWeight", "X", "Lambda of gp, gamma of the others."),
              text("clip", "X", "Keeps D's weights within [-X, X]; 0 for no clipping.")),
          section(
              "How to train:",
              text("batch", "N", "Images, or packs, in a mini-batch."),
              text("optimiser", "NAME", "adam or rmsprop."),
              text("rateG", "X", "Learning rate of the generator."),
              text("rateD", "X", "Learning rate of the discriminator."),
              text("beta1", "X", "Adam's decay of the gradients' mean."),
              text("beta2", "X", "Adam's decay of the squared gradients' mean."),
              text("stepsD", "N", "Updates of D in a step, each on a batch of its own."),
              text("stepsG", "N", "Updates of G in a step."),
              text("freshLatents", "BOOL", "true: updates of G draw z of their own, not D's."),
              text("criticWarmUp", "BOOL", "true: WGAN's 100 D updates at first and now and then."),
              text("schedule", "NAME", "per-batch, or per-epoch: D alone for an epoch, then G."),
              text("averageDecay", "X", "Decay of the averaged generator that draws samples."),
              text(
                  "burnIn",
                  "IMAGES",
                  "First real images, over which starts move to values; 0: none."),
              text("rateGStart", "X", "--rate-g at the beginning."),
              text("rateDStart", "X", "--rate-d at the beginning."),
              text("beta2Start", "X", "--beta2 at the beginning."),
              text("penaltyWeightStart", "X", "--penalty-weight at the beginning."),
              text("averageDecayStart", "X", "--average-decay at the beginning."),
              text("seed", "N", "Same seed, same settings, same device: same run, bit by bit.")),
          section(
              "On what, and what to write:",
              text("device", "NAME", "auto takes the best; doctor tells which there are."),
              text("threads", "N", "CPU threads; 0 for as many as processors."),
              text("precision", "NAME", "auto, fp32, or on a GPU tf32 or bf16; auto is its best."),
              text("deterministic", "BOOL", "true: slower on a GPU, but the same bits every time."),
              text("sampleEvery", "STEPS", "Steps from one grid of samples to the next."),
              text("checkpointEvery", "STEPS", "Steps from one checkpoint to the next."),
              text("logEvery", "STEPS", "Steps from one line of metrics.jsonl to the next."),
              text("evaluateEvery", "STEPS", "Steps from one measuring to the next; 0 for none.")));

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
