package ganengine.gan.cli;

import ganengine.gan.JsonFile;
import ganengine.gan.UserError;
import ganengine.gan.evaluate.ImageJudge;
import ganengine.gan.image.PngFile;
import ganengine.gan.latent.ArithmeticImages;
import ganengine.gan.latent.ArithmeticPicture;
import ganengine.gan.latent.ArithmeticReport;
import ganengine.gan.latent.ArithmeticReport.Seen;
import ganengine.gan.latent.ClassSamples;
import ganengine.gan.latent.Concepts;
import ganengine.gan.latent.LatentArithmetic;
import ganengine.gan.latent.LatentSet;
import ganengine.gan.latent.NumberedSheet;
import ganengine.gan.latent.SeedSamples;
import ganengine.gan.latent.StoredLatents;
import ganengine.gan.measure.Classifier.Reading;
import ganengine.gan.project.FaceAttributes;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.train.Sampler;
import ganengine.kernels.Device;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan-engine arithmetic}: sums of concepts in latent space. */
@Command(
    name = "arithmetic",
    header = "Take one concept from another in latent space, and add a third.",
    sortOptions = false,
    description = {
      "",
      "Draws the image of a - b + c, each the mean of a few latent vectors, with eight neighbours",
      "around it, beside the concepts (Radford et al. 2015, section 6.3.2) and the same sum of pixels.",
      "A concept is numbers of the seed's samples (3,17,40; --sheet shows them); class:7, the first",
      "three samples that our classifier of digits or clothes is sure of, by 0.9 or more;",
      "attribute:Smiling,-Male, the projections of three faces of CelebA that have one attribute and",
      "lack the other; or latents:FILE.npz, all vectors of its array 'z', [count, latent]."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gan-engine arithmetic runs/mnist-dcgan-0001 --sheet sheet.png",
      "  gan-engine arithmetic runs/mnist-dcgan-0001 --a 3,17,40 --b 5,6,21 --c 8,9,30 --out sum.png",
      "  gan-engine arithmetic runs/mnist-dcgan-0001 --a class:7 --b class:1 --c class:0 --out sum.png",
      "  gan-engine arithmetic runs/celeba-dcgan-0001 --a attribute:Smiling,-Male"
          + " --b attribute:-Smiling,-Male",
      "      --c attribute:-Smiling,Male --out sum.png",
      GanEngine.STANDS_FOR
    })
final class ArithmeticCommand extends DeviceCommand implements Runnable {
  private static final int MOST = 100_000;

  @Spec private CommandSpec spec;

  @Mixin private TrainedRun run;

  @Option(names = "--a", paramLabel = "CONCEPT", description = "What has the wanted property.")
  private String a;

  @Option(
      names = "--b",
      paramLabel = "CONCEPT",
      description = "What lacks it and is like --a otherwise.")
  private String b;

  @Option(names = "--c", paramLabel = "CONCEPT", description = "What is to get it.")
  private String c;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the samples, and of the neighbours' noise. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--among",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many of the seed's samples to choose from. Default: ${DEFAULT-VALUE}")
  private int among;

  @Option(
      names = "--noise",
      paramLabel = "X",
      defaultValue = "" + LatentArithmetic.PAPER_NOISE,
      description =
          "How far from the result neighbours lie at most, in each number. Default: ${DEFAULT-VALUE}")
  private double noise;

  @Option(
      names = "--label",
      paramLabel = "CLASS",
      description = {
        "The class that all images are drawn of, where labels condition the generator; z then is what",
        "labels don't say. Default: 0"
      })
  private Integer label;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder of CelebA, for attribute:. Default: that of a run trained on it")
  private String data;

  @Option(
      names = "--sheet",
      paramLabel = "FILE",
      description = "A PNG file of the first 100 samples with their numbers, to choose from.")
  private Path sheet;

  @Option(names = "--out", paramLabel = "FILE", description = "The picture, a PNG file.")
  private Path out;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Samples taken, and what the classifier sees in all images.")
  private Path json;

  /**
   * What the JSON file holds.
   *
   * @param step training steps that the generator had done
   * @param label of all images; null without classes
   */
  private record Contents(
      long step, String device, long seed, double noise, Integer label, ArithmeticReport found) {}

  @Override
  public void run() {
    ResultFiles files =
        new ResultFiles()
            .with("--sheet", sheet)
            .with("--out", out)
            .with("--json", json)
            .check("--out FILE.png, --json FILE.json or --sheet FILE.png");
    requireOptions();
    Checkpoint checkpoint = run.ofImages();
    try (Device opened = run.open();
        Sampler sampler = new Sampler(checkpoint, opened);
        ImageJudge judge =
            ImageJudge.of(checkpoint.config(), sampler.image(), opened).orElse(null)) {
      if (sampler.classes() == 0) {
        RowLabels.requireNone(label == null ? List.of() : List.of(label));
      }
      SeedSamples samples = SeedSamples.of(sampler, among, seed);
      if (sheet != null) {
        LatentSet first = samples.vectors().first(Math.min(among, NumberedSheet.SAMPLES));
        PngFile.write(new NumberedSheet(sampler.image()).draw(images(sampler, first)), sheet);
      }
      if (a != null) {
        sum(sampler, samples, Optional.ofNullable(judge), checkpoint, opened);
      }
      files.lines().forEach(spec.commandLine().getOut()::println);
    }
  }

  private void sum(
      Sampler sampler,
      SeedSamples samples,
      Optional<ImageJudge> judge,
      Checkpoint checkpoint,
      Device opened) {
    LatentArithmetic sum;
    PrintWriter err = spec.commandLine().getErr();
    try (WorkPrinter progress = new WorkPrinter(err, Terminal.attached())) {
      Concepts concepts = concepts(sampler, samples, judge, checkpoint, progress);
      sum = new LatentArithmetic(concepts.find(a), concepts.find(b), concepts.find(c));
    }
    float[] neighbours = sum.neighbours(noise, seed, opened);
    ArithmeticImages images = ArithmeticImages.of(sampler, sum, neighbours, ofClass());
    ArithmeticReport report = ArithmeticReport.of(sum, images, judge);
    if (out != null) {
      PngFile.write(new ArithmeticPicture(sampler.image()).draw(sum, images), out);
    }
    if (json != null) {
      Integer asked = sampler.classes() == 0 ? null : Integer.valueOf(ofClass());
      JsonFile.write(
          json, new Contents(checkpoint.step(), opened.description(), seed, noise, asked, report));
    }
    print(report);
  }

  private Concepts concepts(
      Sampler sampler,
      SeedSamples samples,
      Optional<ImageJudge> judge,
      Checkpoint checkpoint,
      WorkPrinter progress) {
    return new Concepts(
        samples,
        Map.of(
            "class", new ClassSamples(samples, () -> reading(sampler, samples, judge)),
            "latents", new StoredLatents(sampler.latents().length()),
            "attribute",
                new FaceAttributes(
                    checkpoint,
                    sampler,
                    data,
                    sampler.classes() == 0 ? null : Integer.valueOf(ofClass()),
                    seed,
                    progress::working,
                    line -> {
                      progress.close();
                      spec.commandLine().getOut().println(line);
                    })));
  }

  private Reading reading(Sampler sampler, SeedSamples samples, Optional<ImageJudge> judge) {
    if (sampler.classes() > 0) {
      throw new UserError(
          "class: z says nothing of the class where labels condition the generator; give numbers of"
              + " samples or latents:FILE.npz");
    }
    return judge
        .orElseThrow(
            () ->
                new UserError(
                    "class: needs a classifier, and ours know grey digits and clothes only; give"
                        + " numbers of samples or latents:FILE.npz"))
        .read(images(sampler, samples.vectors()));
  }

  private float[] images(Sampler sampler, LatentSet vectors) {
    int[] labels = new int[vectors.count()];
    Arrays.fill(labels, ofClass());
    return sampler.images(vectors.z(), labels);
  }

  private int ofClass() {
    return label == null ? 0 : label;
  }

  private void requireOptions() {
    long given = Stream.of(a, b, c).filter(Objects::nonNull).count();
    if (given != 3 && (given > 0 || out != null || json != null)) {
      throw new UserError("expected all three of --a, --b and --c, such as --a 3,17,40");
    }
    if (given == 3 && out == null && json == null) {
      throw new UserError("say where the sum goes: --out FILE.png or --json FILE.json");
    }
    WholeNumber.require("--among", 1, MOST, among);
    if (!(noise >= 0 && noise <= Float.MAX_VALUE)) {
      throw new UserError("--noise: expected a number from 0, found '%s'".formatted(noise));
    }
  }

  private void print(ArithmeticReport report) {
    PrintWriter to = spec.commandLine().getOut();
    Stream.of(report.a(), report.b(), report.c())
        .filter(part -> !part.samples().isEmpty())
        .forEach(part -> to.println(part.given() + ": samples " + part.samples()));
    if (report.result() != null) {
      to.printf(
          "a - b + c is read as %s, its neighbours as %s; the sum of pixels as %s%n",
          words(report.result()),
          report.neighbours().stream()
              .map(seen -> Integer.toString(seen.read()))
              .distinct()
              .toList(),
          words(report.pixels()));
    }
  }

  private static String words(Seen seen) {
    return String.format(Locale.ROOT, "%d (confidence %.2f)", seen.read(), seen.confidence());
  }
}
