package ganengine.tools;

import ganengine.engine.io.HostTensor;
import ganengine.engine.io.SafeTensors;
import ganengine.gan.data.DataSets;
import ganengine.gan.data.Decoding;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.Part;
import ganengine.gan.measure.Classifier;
import ganengine.gan.measure.Classifier.Kind;
import ganengine.gan.measure.LabelAccuracy;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Trains the classifiers that {@code gan-engine evaluate} judges with, and writes their weights.
 */
@Command(
    name = "train-classifiers",
    mixinStandardHelpOptions = true,
    description = {
      "Trains the digit and the fashion classifier on the 60,000 training images, counts how many of",
      "the 10,000 test images they get right, writes weights and a report. Same machine, same bits."
    })
final class TrainClassifiers implements Callable<Integer> {
  private static final int BATCH = 128;
  private static final double RATE = 2e-3;
  private static final long SEED = 1;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Holds mnist/ and fashion-mnist/ with their four files each.")
  private Path data;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "For the weights.")
  private Path out;

  @Option(names = "--report", required = true, paramLabel = "FILE", description = "Markdown.")
  private Path report;

  private final List<String> lines = new ArrayList<>();

  private TrainClassifiers() {}

  /** The program. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new TrainClassifiers())
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                  command.getErr().println("train-classifiers: " + failure.getMessage());
                  return 1;
                })
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    try (Device device = Devices.open("cpu", new DeviceOptions(0, Precision.AUTO, true))) {
      lines.add("| classifier | epochs | last loss | test accuracy | seconds |");
      lines.add("|---|---|---|---|---|");
      train(device, Kind.DIGITS, "mnist", 10, new Augmentation(2, false));
      train(device, Kind.FASHION, "fashion-mnist", 18, new Augmentation(1, true));
      Files.writeString(report, String.join("\n", lines) + "\n");
      System.out.println("report in " + report);
    }
    return 0;
  }

  private void train(Device device, Kind kind, String set, int epochs, Augmentation augmentation)
      throws IOException {
    ClassifierTraining training = new ClassifierTraining(epochs, BATCH, RATE, augmentation, SEED);
    long start = System.nanoTime();
    double[] last = {Double.NaN};
    Map<String, HostTensor> weights =
        training.run(
            device,
            images(set, Part.TRAIN),
            (epoch, loss) -> {
              last[0] = loss;
              System.out.printf(
                  Locale.ROOT, "%s, epoch %d of %d, loss %.4f%n", set, epoch, epochs, loss);
            });
    double seconds = (System.nanoTime() - start) / 1e9;
    double accuracy = accuracy(device, weights, images(set, Part.TEST));
    Map<String, String> facts = new TreeMap<>();
    facts.put("testAccuracy", Double.toString(accuracy));
    SafeTensors.write(out.resolve(kind.file()), weights, facts);
    lines.add(
        String.format(
            Locale.ROOT,
            "| %s | %d | %.4f | %.2f %% | %.0f |",
            set,
            epochs,
            last[0],
            100 * accuracy,
            seconds));
    System.out.println(lines.get(lines.size() - 1));
  }

  private ImageSet images(String set, Part part) {
    return DataSets.images(
        set, data.resolve(set).toString(), part, DataSets.recipe(set), Decoding.standard());
  }

  private static double accuracy(Device device, Map<String, HostTensor> weights, ImageSet test) {
    float[] images = new float[test.count() * test.imageSize()];
    byte[] pixels = test.pixels();
    for (int i = 0; i < images.length; i++) {
      images[i] = (pixels[i] & 0xFF) / 127.5f - 1;
    }
    try (Classifier classifier = new Classifier(weights, device)) {
      return LabelAccuracy.of(test.labels(), classifier.read(images).classes());
    }
  }
}
