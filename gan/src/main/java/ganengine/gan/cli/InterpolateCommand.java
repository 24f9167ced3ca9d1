package ganengine.gan.cli;

import ganengine.gan.JsonFile;
import ganengine.gan.UserError;
import ganengine.gan.evaluate.ImageJudge;
import ganengine.gan.image.AnimatedGif;
import ganengine.gan.image.PngFile;
import ganengine.gan.latent.Interpolation;
import ganengine.gan.latent.InterpolationPicture;
import ganengine.gan.latent.InterpolationReport;
import ganengine.gan.latent.LatentPath;
import ganengine.gan.latent.LatentSet;
import ganengine.gan.latent.Smoothness.Overall;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.train.Sampler;
import ganengine.kernels.Device;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan-engine interpolate}: the images between latent vectors. */
@Command(
    name = "interpolate",
    header = "Show the images between random or given latent vectors.",
    sortOptions = false,
    description = {
      "",
      "Walks from each vector of a series to the next, a row of the grid for each pair, and says how",
      "smooth the way is: the largest step between neighbours over the mean one, in pixels and, for",
      "digits (stacked ones too) and clothes, in the features of a classifier of ours, there beside the straight",
      "cross-fade of a row's end images. 1 is perfectly even; a jump stands out. Same checkpoint,",
      "seed and device: same files. At least one of --out, --gif and --json says where they go."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gan-engine interpolate runs/mnist-dcgan-0001 --out grid.png --gif moving.gif",
      "  gan-engine interpolate runs/mnist-cgan-0001 --label 7 --path linear --json smooth.json",
      "  gan-engine interpolate runs/mnist-dcgan-0001 --latents found.npz --out grid.png",
      GanEngine.STANDS_FOR
    })
final class InterpolateCommand extends DeviceCommand implements Runnable {
  private static final int USUAL_PAIRS = 8;
  private static final int MOST = 100_000;

  @Spec private CommandSpec spec;

  @Mixin private TrainedRun run;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      description =
          "Rows. Default: 8, from 9 random vectors; with --latents one fewer than its vectors")
  private Integer pairs;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "10",
      description = "Images in a row, both ends included. Default: ${DEFAULT-VALUE}")
  private int steps;

  @Option(
      names = "--path",
      paramLabel = "NAME",
      description = {
        "linear, or spherical: an arc that keeps to its ends' lengths. Default: spherical where z is",
        "normal, whose vectors all have about one length; linear where z is uniform, since an arc may",
        "leave the cube that training drew from"
      })
  private String path;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the random vectors. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--latents",
      paramLabel = "FILE",
      description =
          "Take these vectors in their order, not random ones: .npz with 'z', [count, latent]")
  private Path latents;

  @Option(
      names = "--label",
      paramLabel = "CLASS",
      split = ",",
      description = {
        "Rows of this class, or with commas of several in turns, where labels condition the",
        "generator. Default: each in turn"
      })
  private List<Integer> labels = List.of();

  @Option(names = "--out", paramLabel = "FILE", description = "The grid, a PNG file.")
  private Path out;

  @Option(
      names = "--gif",
      paramLabel = "FILE",
      description = "A moving picture of all pairs at once, there and back, a GIF file.")
  private Path gif;

  @Option(names = "--json", paramLabel = "FILE", description = "The numbers of every row.")
  private Path json;

  /**
   * What the JSON file holds.
   *
   * @param step training steps that the generator had done
   * @param seed of the random vectors; null for given ones
   * @param latents the file of the given vectors; null for random ones
   */
  private record Contents(
      long step,
      String device,
      String path,
      int steps,
      Long seed,
      String latents,
      InterpolationReport smoothness) {}

  @Override
  public void run() {
    ResultFiles files =
        new ResultFiles()
            .with("--out", out)
            .with("--gif", gif)
            .with("--json", json)
            .check("--out FILE.png, --gif FILE.gif or --json FILE.json");
    WholeNumber.require("--pairs", 1, MOST, pairs == null ? USUAL_PAIRS : pairs);
    WholeNumber.require("--steps", 2, MOST, steps);
    Checkpoint checkpoint = run.ofImages();
    LatentPath way =
        path == null
            ? LatentPath.suiting(checkpoint.config().latentDistribution())
            : LatentPath.named(path);
    try (Device opened = run.open();
        Sampler sampler = new Sampler(checkpoint, opened);
        ImageJudge judge =
            ImageJudge.ofChannels(checkpoint.config(), sampler.image(), opened).orElse(null)) {
      LatentSet series = series(sampler);
      requireRoom(series.count() - 1, sampler.image().size());
      int[] ofRows = RowLabels.of(labels, series, sampler.classes());
      Interpolation walked = Interpolation.along(sampler, series, way, steps, ofRows);
      InterpolationReport report = InterpolationReport.of(walked, Optional.ofNullable(judge));
      InterpolationPicture picture = new InterpolationPicture(sampler.image());
      if (out != null) {
        PngFile.write(picture.grid(walked), out);
      }
      if (gif != null) {
        AnimatedGif.write(picture.frames(walked), gif);
      }
      if (json != null) {
        JsonFile.write(json, contents(checkpoint.step(), opened.description(), way, report));
      }
      print(report, way);
      files.lines().forEach(spec.commandLine().getOut()::println);
    }
  }

  private Contents contents(long step, String on, LatentPath way, InterpolationReport report) {
    boolean random = latents == null;
    return new Contents(
        step,
        on,
        way.word(),
        steps,
        random ? seed : null,
        random ? null : latents.toString(),
        report);
  }

  private LatentSet series(Sampler sampler) {
    int length = sampler.latents().length();
    if (latents == null) {
      int count = (pairs == null ? USUAL_PAIRS : pairs) + 1;
      return new LatentSet(sampler.latents(count, seed), length, new int[0]);
    }
    LatentSet given = LatentSet.read(latents, length);
    int there = given.count() - 1;
    if (there < (pairs == null ? 1 : pairs)) {
      throw new UserError(
          "--latents %s: %d vectors make %d pairs, expected %s"
              .formatted(latents, there + 1, there, pairs == null ? "at least 1" : pairs));
    }
    return pairs == null ? given : given.first(pairs + 1);
  }

  private void requireRoom(int rows, int size) {
    if ((long) rows * steps * size > Integer.MAX_VALUE - 8) {
      throw new UserError(
          "%d pairs of %d steps are more images than one array holds; take fewer"
              .formatted(rows, steps));
    }
  }

  private void print(InterpolationReport report, LatentPath way) {
    PrintWriter to = spec.commandLine().getOut();
    to.printf(
        "largest step over mean step (1 is even), %s, %d pairs: mean, worst%n",
        way.word(), report.pairs().size());
    line(to, "pixels", report.pixels());
    if (report.features() != null) {
      line(to, "classifier features", report.features());
      line(to, "the same, cross-fade", report.crossFadeFeatures());
    }
  }

  private static void line(PrintWriter to, String name, Overall overall) {
    to.printf(Locale.ROOT, "  %-22s %5.2f %5.2f%n", name, overall.mean(), overall.worst());
  }
}
