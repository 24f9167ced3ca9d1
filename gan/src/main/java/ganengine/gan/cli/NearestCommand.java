package ganengine.gan.cli;

import ganengine.gan.JsonFile;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.DataSet;
import ganengine.gan.data.Decoding;
import ganengine.gan.evaluate.RealData;
import ganengine.gan.image.PngFile;
import ganengine.gan.project.ConditionalCheck;
import ganengine.gan.project.NearestTraining;
import ganengine.gan.project.NeighbourReport;
import ganengine.gan.run.Checkpoint;
import ganengine.kernels.Device;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan-engine nearest}: samples beside the nearest images they may be copies of. */
@Command(
    name = "nearest",
    header = "Show the nearest training images of samples: has the generator memorised?",
    sortOptions = false,
    description = {
      "",
      "Draws samples and finds the nearest images of the run's training data, by pixels and by",
      "features: a classifier's of ours for digits and clothes, else those of the run's own",
      "discriminator where it has convolutions and takes no labels. Distances stand beside that of",
      "a training image to its nearest other one: a ratio near 1 is what new images get, near 0",
      "what copies get. For conditional runs on MNIST also the 1-NN error of DCGAN's paper."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gan-engine nearest runs/digits-dcgan-0001 --out nearest.png",
      "  gan-engine nearest runs/celeba-dcgan-0001 --data celeba --count 8 --json nearest.json",
      GanEngine.STANDS_FOR
    })
final class NearestCommand extends DeviceCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Mixin private TrainedRun run;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "16",
      description = "Samples. Default: ${DEFAULT-VALUE}")
  private int count;

  @Option(
      names = "--neighbours",
      paramLabel = "K",
      defaultValue = "5",
      description = "Training images of each. Default: ${DEFAULT-VALUE}")
  private int neighbours;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder of the training data. Default: the one that the run was trained on")
  private String data;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of samples and choices. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "A picture, PNG: in each row a sample, then its nearest by pixels, by features.")
  private Path out;

  @Option(names = "--json", paramLabel = "FILE", description = "All distances and ratios.")
  private Path json;

  @Override
  public void run() {
    WholeNumber.require("--count", 1, count);
    WholeNumber.require("--neighbours", 1, neighbours);
    ResultFiles results =
        new ResultFiles()
            .with("--out", out)
            .with("--json", json)
            .check("--out FILE.png or --json FILE");
    Checkpoint checkpoint = run.ofImages();
    TrainConfig config = checkpoint.config();
    DataSet training =
        RealData.of(config, data == null ? config.data() : data, Decoding.standard());
    PrintWriter err = spec.commandLine().getErr();
    try (WorkPrinter progress = new WorkPrinter(err, Terminal.attached());
        Device device = run.open()) {
      NearestTraining found =
          NearestTraining.find(
              checkpoint, training, device, count, neighbours, seed, progress::working);
      NeighbourReport report = found.report(progress::working);
      progress.close();
      print(report);
      if (out != null) {
        PngFile.write(found.picture(), out);
      }
      if (json != null) {
        JsonFile.write(json, report);
      }
      results.lines().forEach(spec.commandLine().getOut()::println);
    }
  }

  private void print(NeighbourReport report) {
    PrintWriter print = spec.commandLine().getOut();
    for (NeighbourReport.Space space : report.spaces()) {
      print.printf(
          Locale.ROOT,
          "by %s: samples %.3f from the nearest of %,d training images, those %.3f from each other:"
              + " ratio %.2f, smallest %.2f; %d of %d nearer than 99 in 100 real ones%n",
          space.name(),
          space.sampleDistance(),
          report.training(),
          space.realDistance(),
          space.ratio(),
          space.smallestRatio(),
          space.copies(),
          count);
    }
    if (report.spaces().size() == 1) {
      print.println(
          "no features to compare: the discriminator has no convolutions, or takes labels");
    }
    ConditionalCheck check = report.conditional();
    if (check != null) {
      print.printf(
          Locale.ROOT,
          "1-NN error of MNIST's test digits: %.2f %% among %,d generated, %.2f %% among as many"
              + " training digits%n",
          check.generated(),
          check.samples(),
          check.real());
    }
  }
}
