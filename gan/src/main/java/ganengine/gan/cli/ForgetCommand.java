package ganengine.gan.cli;

import ganengine.gan.JsonFile;
import ganengine.gan.UserError;
import ganengine.gan.features.ForgetReport;
import ganengine.gan.features.Forgetting;
import ganengine.gan.features.ObjectBoxes;
import ganengine.gan.image.PngFile;
import ganengine.gan.measure.Classifier;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.train.Sampler;
import ganengine.kernels.Device;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan-engine forget}: a generator without the features that draw an object. */
@Command(
    name = "forget",
    header = "Make a generator forget an object: drop the features that draw it.",
    sortOptions = false,
    description = {
      "",
      "As in the DCGAN paper: a logistic regression learns from a layer's features whether the",
      "object is there, those with positive weights are dropped, and the same z is drawn with and",
      "without them. The object is a class that our classifier of digits or clothes sees (--class;",
      "one digit of a stack with --channel), or what you boxed (--boxes: a line for each box,",
      "sample,x0,y0,x1,y1, of the samples that 'sample' draws with the same --seed, from 0).",
      "Features are the layer's activations for a class, its whole maps for boxes. A class is counted",
      "in samples that nothing was learnt from. Not for mlp and points, which have no convolutions."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gan-engine forget runs/stacked-dcgan-0001 --class 7 --channel 0 --out before-after.png",
      "  gan-engine forget runs/celeba-dcgan-0001 --boxes glasses.csv --drop 20 --out"
          + " before-after.png",
      GanEngine.STANDS_FOR
    })
final class ForgetCommand extends DeviceCommand implements Runnable {
  private static final int HELD_OUT = 1000;

  @Spec private CommandSpec spec;

  @Mixin private TrainedRun run;

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      description = "The class to forget, 0 to 9, of a run on digits, stacked digits or clothes.")
  private Integer label;

  @Option(
      names = "--channel",
      paramLabel = "N",
      description = "The channel of stacked digits to forget it in, 0 to 2. Default: 0")
  private Integer channel;

  @Option(
      names = "--boxes",
      paramLabel = "FILE",
      description = "A CSV file that says where the object is in which sample.")
  private Path boxes;

  @Option(
      names = "--layer",
      paramLabel = "N",
      description = {
        "Whose features to drop, counted from 1, from z on. Default: for a class 1, where the whole",
        "object is laid out; for boxes the last, which goes into the convolution that ends the",
        "generator"
      })
  private Integer layer;

  @Option(
      names = "--drop",
      paramLabel = "N",
      description = "At most so many, those with the largest weights. Default: all positive")
  private Integer drop;

  @Option(
      names = "--subtract",
      paramLabel = "S",
      description = {
        "For a class, instead of dropping: subtract S times what it adds to the layer on average, as",
        "far as a sample shows it. Spares the rest more; 2 is a good start"
      })
  private Double subtract;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Samples to learn from, or that may have boxes. Default: ${DEFAULT-VALUE}")
  private int count;

  @Option(
      names = "--held-out",
      paramLabel = "N",
      description =
          "For a class, so many others to count it in, which are not learnt from. Default: 1000")
  private Integer heldOut;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the random vectors. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Samples with the object, under each the same z without, a PNG file.")
  private Path out;

  @Option(names = "--json", paramLabel = "FILE", description = "All figures.")
  private Path json;

  /**
   * What the JSON file holds.
   *
   * @param step training steps that the generator had done
   * @param label the class forgotten; null for boxes
   * @param channel where; null for boxes
   * @param seed of the random vectors
   */
  private record Contents(
      long step, String device, Integer label, Integer channel, long seed, ForgetReport forget) {}

  @Override
  public void run() {
    ResultFiles files =
        new ResultFiles()
            .with("--out", out)
            .with("--json", json)
            .check("--out FILE.png or --json FILE.json");
    requireNumbers();
    Checkpoint checkpoint = run.ofImages();
    Classifier.Kind kind = boxes == null ? kind(checkpoint) : null;
    PrintWriter print = spec.commandLine().getOut();
    try (WorkPrinter progress = new WorkPrinter(spec.commandLine().getErr(), Terminal.attached());
        Device device = run.open();
        Sampler sampler = new Sampler(checkpoint, device)) {
      ObjectBoxes where =
          boxes == null ? null : ObjectBoxes.read(boxes, count, sampler.image().side());
      int cut = layer != null ? layer : boxes == null ? 1 : 0;
      Forgetting forgetting = new Forgetting(sampler, cut, progress::working);
      int most = drop == null ? Integer.MAX_VALUE : drop;
      Forgetting.Result found =
          boxes == null
              ? forgetClass(forgetting, kind, device, most)
              : forgetting.forget(where, count, seed, most);
      progress.close();
      ForgetText.lines(found.report(), label, channel()).forEach(print::println);
      if (out != null) {
        PngFile.write(found.picture(), out);
      }
      if (json != null) {
        JsonFile.write(
            json,
            new Contents(
                checkpoint.step(), device.description(), label, channel(), seed, found.report()));
      }
      files.lines().forEach(print::println);
    }
  }

  private Forgetting.Result forgetClass(
      Forgetting forgetting, Classifier.Kind kind, Device device, int most) {
    try (Classifier classifier = new Classifier(kind, device)) {
      Forgetting.Samples samples =
          new Forgetting.Samples(count, heldOut == null ? HELD_OUT : heldOut, seed);
      Forgetting.Unwanted unwanted = new Forgetting.Unwanted(label, channel());
      return subtract == null
          ? forgetting.forget(classifier, unwanted, samples, most)
          : forgetting.subtract(classifier, unwanted, samples, subtract);
    }
  }

  private Integer channel() {
    return boxes != null ? null : channel == null ? 0 : channel;
  }

  private void requireNumbers() {
    if ((label == null) == (boxes == null)) {
      throw new UserError("say what to forget: either --class CLASS or --boxes FILE.csv");
    }
    if (label != null && (label < 0 || label > 9)) {
      throw new UserError("--class: expected 0 to 9, found '%d'".formatted(label));
    }
    if (boxes != null && channel != null) {
      throw new UserError("--channel goes with --class, not with --boxes");
    }
    if (boxes != null && (heldOut != null || subtract != null)) {
      throw new UserError(
          "--%s goes with --class, not with --boxes"
              .formatted(heldOut != null ? "held-out" : "subtract"));
    }
    if (subtract != null && (drop != null || !(subtract > 0))) {
      throw new UserError(
          drop != null
              ? "either --drop N or --subtract S, not both"
              : "--subtract: expected a number above 0, found '%s'".formatted(subtract));
    }
    WholeNumber.require("--count", 2, count);
    WholeNumber.require("--held-out", 2, heldOut == null ? HELD_OUT : heldOut);
    WholeNumber.require("--drop", 1, drop == null ? 1 : drop);
  }

  private Classifier.Kind kind(Checkpoint checkpoint) {
    String trainedOn = checkpoint.config().dataset();
    int channels = checkpoint.imageChannels();
    if (channel() >= channels || channel() < 0) {
      throw new UserError(
          "--channel %d: this run's images have %d channels, expected %s"
              .formatted(channel(), channels, channels == 1 ? "0" : "0 to " + (channels - 1)));
    }
    return Classifier.Kind.ofChannels(trainedOn)
        .orElseThrow(
            () ->
                new UserError(
                    "--class: our classifiers know digits and clothes, this run was trained on %s; say"
                            .formatted(trainedOn)
                        + " where the object is with --boxes FILE.csv"));
  }
}
