package ganengine.gan.cli;

import ganengine.gan.JsonFile;
import ganengine.gan.UserError;
import ganengine.gan.features.ConfusionPlot;
import ganengine.gan.features.FeatureComparison;
import ganengine.gan.features.FeatureReport;
import ganengine.gan.features.LabelledSplit;
import ganengine.gan.model.ImageShape;
import ganengine.gan.run.Checkpoint;
import ganengine.kernels.Device;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan-engine features}: what a discriminator's features are worth to a classifier. */
@Command(
    name = "features",
    header = "Classify images by what a trained discriminator sees in them.",
    sortOptions = false,
    description = {
      "",
      "As in the DCGAN paper: the features of all convolutional layers, max-pooled to 4 x 4, go",
      "into a linear L2-SVM, which learns from a few labelled images and is tested on others. The",
      "same SVM on raw pixels and on the same network with random weights stands beside it. C is",
      "chosen by cross-validation on the labelled images alone. Images are brought to the size and",
      "channels of the run, which may have been trained on anything; not by mlp and points, which",
      "have no convolutions. Memory: 32 bytes a number of each labelled image. Same checkpoint,",
      "data, seed and device: same figures."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gan-engine features runs/mnist-dcgan-0001 --dataset mnist --data DIR --out confusion.png",
      "  gan-engine features runs/mnist-dcgan-0001 --dataset cifar10 --data DIR --held-out 1000"
          + " --labels 0 --c 3",
      GanEngine.STANDS_FOR
    })
final class FeaturesCommand extends DeviceCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Mixin private TrainedRun run;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      required = true,
      description = "Labelled images: mnist, fashion-mnist, cifar10, svhn, digits, folder ...")
  private String dataset;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder of its files; digits are in the jar.")
  private String data;

  @Option(
      names = "--labels",
      paramLabel = "N",
      defaultValue = "1000",
      description =
          "Labelled images to learn from, as many of each class; 0 for all. Default: ${DEFAULT-VALUE}")
  private int labels;

  @Option(
      names = "--held-out",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Test with so many of the training images, which are not learnt from. Default: with the"
              + " test images of the data set (of digits, with a quarter)")
  private int heldOut;

  @Option(
      names = "--c",
      paramLabel = "C",
      description = {
        "What a mistake costs the classifier. Default: for each row what cross-validation chooses of",
        "0.3, 3 and 30, which takes seven times as long"
      })
  private Double c;

  @Option(
      names = "--random-seeds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often random weights are drawn. Default: ${DEFAULT-VALUE}")
  private int randomSeeds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of choices and random weights. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The confusion matrix of the trained discriminator's features, a PNG file.")
  private Path out;

  @Option(names = "--json", paramLabel = "FILE", description = "All figures.")
  private Path json;

  /**
   * What the JSON file holds.
   *
   * @param step training steps that the discriminator had done
   * @param trainedOn the run's data set
   * @param seed of choices and random weights
   */
  private record Contents(
      long step, String device, String trainedOn, long seed, FeatureReport features) {}

  @Override
  public void run() {
    WholeNumber.require("--labels", 0, labels);
    WholeNumber.require("--held-out", 0, heldOut);
    WholeNumber.require("--random-seeds", 1, randomSeeds);
    if (c != null && !(c > 0)) {
      throw new UserError("--c: expected a number above 0, found '%s'".formatted(c));
    }
    ResultFiles files = new ResultFiles().with("--out", out).with("--json", json);
    if (out != null || json != null) {
      files.check("");
    }
    Checkpoint checkpoint = run.ofImages();
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter print = spec.commandLine().getOut();
    try (WorkPrinter progress = new WorkPrinter(err, Terminal.attached());
        Device device = run.open()) {
      ImageShape shape = ImageShape.of(checkpoint.config(), checkpoint.imageChannels());
      LabelledSplit split =
          LabelledSplit.of(dataset, data, shape, new LabelledSplit.Rule(labels, heldOut, seed));
      FeatureComparison.Rule rule = new FeatureComparison.Rule(seed, randomSeeds, c);
      FeatureReport report =
          new FeatureComparison(split, rule, progress::working).measure(checkpoint, device);
      progress.close();
      FeatureTable.lines(report).forEach(print::println);
      if (json != null) {
        String trainedOn = checkpoint.config().dataset();
        JsonFile.write(
            json, new Contents(checkpoint.step(), device.description(), trainedOn, seed, report));
      }
      if (out != null) {
        ConfusionPlot.write(report.rows().get(0), report.classes(), out)
            .ifPresent(why -> err.println("gan-engine: " + why));
      }
      files.lines().forEach(print::println);
    }
  }
}
