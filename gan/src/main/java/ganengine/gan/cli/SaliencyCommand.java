package ganengine.gan.cli;

import ganengine.gan.JsonFile;
import ganengine.gan.UserError;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.ImageSet;
import ganengine.gan.features.Saliency;
import ganengine.gan.features.SaliencyReport;
import ganengine.gan.features.ShownImages;
import ganengine.gan.image.PngFile;
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

/** {@code gan-engine saliency}: what a discriminator's features answer to. */
@Command(
    name = "saliency",
    header = "Show which parts of images a discriminator's features answer to.",
    sortOptions = false,
    description = {
      "",
      "Takes a layer's strongest features and the images that each answers to most; under each",
      "image stands what the feature answers to in it, by guided backpropagation, grey where",
      "nothing. On the left the trained discriminator, on the right, as a baseline, the same",
      "network with random weights. Not for mlp and points, which have no convolutions. Same",
      "checkpoint, data, seed and device: same files."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gan-engine saliency runs/digits-dcgan-0001 --out grid.png",
      "  gan-engine saliency runs/celeba-dcgan-0001 --layer 2 --features 4 --images 5 --out"
          + " grid.png",
      GanEngine.STANDS_FOR
    })
final class SaliencyCommand extends DeviceCommand implements Runnable {
  private static final int MOST = 64;

  @Spec private CommandSpec spec;

  @Mixin private TrainedRun run;

  @Option(
      names = "--layer",
      paramLabel = "N",
      defaultValue = "0",
      description = "Counted from 1, from the image on. Default: the last")
  private int layer;

  @Option(
      names = "--features",
      paramLabel = "N",
      defaultValue = "6",
      description = "How many, the strongest. Default: ${DEFAULT-VALUE}")
  private int features;

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "8",
      description = "Images for each feature. Default: ${DEFAULT-VALUE}")
  private int images;

  @Option(
      names = "--among",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Images to find them among. Default: ${DEFAULT-VALUE}")
  private int among;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description = "Where the images are from. Default: what the run was trained on")
  private String dataset;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder of its files. Default: the run's, where --dataset is not given")
  private String data;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of images and random weights. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(names = "--out", paramLabel = "FILE", description = "The picture, a PNG file.")
  private Path out;

  @Option(names = "--json", paramLabel = "FILE", description = "Features, responses and places.")
  private Path json;

  /**
   * What the JSON file holds.
   *
   * @param step training steps that the discriminator had done
   * @param seed of images and random weights
   */
  private record Contents(long step, String device, long seed, SaliencyReport saliency) {}

  @Override
  public void run() {
    ResultFiles files =
        new ResultFiles()
            .with("--out", out)
            .with("--json", json)
            .check("--out FILE.png or --json FILE.json");
    WholeNumber.require("--features", 1, MOST, features);
    WholeNumber.require("--images", 1, MOST, images);
    WholeNumber.require("--among", 1, among);
    Checkpoint checkpoint = run.ofImages();
    PrintWriter print = spec.commandLine().getOut();
    try (WorkPrinter progress = new WorkPrinter(spec.commandLine().getErr(), Terminal.attached());
        Device device = run.open()) {
      Saliency found =
          Saliency.of(
              checkpoint,
              device,
              images(checkpoint),
              new Saliency.Question(layer, features, images),
              seed,
              progress::working);
      progress.close();
      SaliencyReport report = found.report();
      print.printf(
          "layer %d: %d maps of %d x %d; images among %,d of %s%n",
          report.layer(),
          report.maps(),
          report.rows(),
          report.columns(),
          report.among(),
          report.dataset());
      if (out != null) {
        PngFile.write(found.picture(), out);
      }
      if (json != null) {
        JsonFile.write(json, new Contents(checkpoint.step(), device.description(), seed, report));
      }
      files.lines().forEach(print::println);
    }
  }

  private ImageSet images(Checkpoint checkpoint) {
    TrainConfig config = checkpoint.config();
    ImageSet found =
        ShownImages.of(
            dataset == null ? config.dataset() : dataset,
            data == null && dataset == null ? config.data() : data,
            ImageShape.of(config, checkpoint.imageChannels()),
            among,
            seed);
    if (found.count() < images) {
      throw new UserError(
          "--images %d: there are %,d to find them among; use fewer, or a larger --among"
              .formatted(images, found.count()));
    }
    return found;
  }
}
