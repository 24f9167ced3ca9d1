package ganengine.gan.cli;

import ganengine.engine.io.HostTensor;
import ganengine.engine.io.Npz;
import ganengine.gan.AtomicFile;
import ganengine.gan.JsonFile;
import ganengine.gan.RunFailure;
import ganengine.gan.UserError;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.Decoding;
import ganengine.gan.image.PngFile;
import ganengine.gan.model.ImageShape;
import ganengine.gan.project.HeldOut;
import ganengine.gan.project.Projection;
import ganengine.gan.project.ProjectionPicture;
import ganengine.gan.project.ProjectionReport;
import ganengine.gan.project.ProjectionSettings;
import ganengine.gan.project.Projector;
import ganengine.gan.project.Target;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.train.Sampler;
import ganengine.gan.train.TrainedDiscriminator;
import ganengine.kernels.Device;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan-engine project}: the nearest images that a generator makes to given ones. */
@Command(
    name = "project",
    header = "Find the nearest image that a generator makes to a given one.",
    sortOptions = false,
    description = {
      "",
      "Descends from several random z to the one whose image is nearest. Photos may be of any size:",
      "they are turned upright, cut, scaled, made grey or colour as the run's images are. With",
      "--dataset held-out images are taken instead. At least one of --out, --npz and --json says",
      "where the results go."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gan-engine project runs/celeba-dcgan-0001 me.jpg --out me-there.png",
      "  gan-engine project runs/digits-dcgan-0001 --dataset mnist --data DIR --count 10 --out p.png",
      GanEngine.STANDS_FOR
    })
final class ProjectCommand extends DeviceCommand implements Runnable {
  private static final int MOST_LINES = 20;

  @Spec private CommandSpec spec;

  @Mixin private TrainedRun run;

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "IMAGE", description = "Image files.")
  private List<Path> files = List.of();

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description = {
        "Take images of this data set that the run was not trained on: the part for tests; of MNIST",
        "the part to learn from, if the run was trained on the digits in the jar"
      })
  private String dataset;

  @Option(names = "--data", paramLabel = "DIR", description = "The folder of its files.")
  private String data;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many of them. Default: ${DEFAULT-VALUE}")
  private int count;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Of the descent, at most. Default: 400")
  private Integer steps;

  @Mixin private ProjectionOptions projection;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "A picture, PNG: in each row the image, its projection, their difference.")
  private Path out;

  @Option(
      names = "--npz",
      paramLabel = "FILE",
      description =
          "As numbers for NumPy: 'z', float32 [images, latent]; 'label', where there are.")
  private Path npz;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Decibels (PSNR) of each image and restart spread.")
  private Path json;

  @Override
  public void run() {
    ResultFiles results = checkWords();
    ProjectionSettings settings = projection.settings(steps);
    Checkpoint checkpoint = run.ofImages();
    projection.check(checkpoint.config());
    List<Target> targets = targets(checkpoint);
    float[] mean = dataset == null ? null : mean(checkpoint.config());
    PrintWriter err = spec.commandLine().getErr();
    try (WorkPrinter progress = new WorkPrinter(err, Terminal.attached());
        Device device = run.open();
        Sampler sampler = new Sampler(checkpoint, device);
        TrainedDiscriminator discriminator =
            ProjectionOptions.discriminator(settings, checkpoint, device)) {
      List<Projection> found =
          new Projector(sampler, discriminator, settings)
              .project(
                  Target.pixels(targets),
                  projection.label(),
                  projection.seed(),
                  share -> progress.working("projecting", share));
      progress.close();
      ProjectionReport report =
          ProjectionReport.of(
              checkpoint.step(), device.description(), settings, targets, found, mean);
      print(report);
      write(targets, found, sampler.image(), report);
      results.lines().forEach(spec.commandLine().getOut()::println);
    }
  }

  private ResultFiles checkWords() {
    if (files.isEmpty() == (dataset == null)) {
      throw new UserError("say what to project: image files, or --dataset NAME");
    }
    return new ResultFiles()
        .with("--out", out)
        .with("--npz", npz)
        .with("--json", json)
        .check("--out FILE.png, --npz FILE or --json FILE");
  }

  private List<Target> targets(Checkpoint checkpoint) {
    if (dataset == null) {
      return projection.photos(files, checkpoint);
    }
    TrainConfig config = checkpoint.config();
    ImageShape image = ImageShape.of(config, checkpoint.imageChannels());
    List<Target> targets =
        HeldOut.of(config, image, dataset, data, count, projection.seed(), Decoding.standard());
    if (HeldOut.seenBy(config, dataset)) {
      warn("these digits are the run's own training images; for others use --dataset mnist");
    }
    return targets;
  }

  /** Null, and a line why, where the run's own data can't be read. */
  private float[] mean(TrainConfig config) {
    try {
      boolean own = data != null && dataset.equals(config.dataset());
      return HeldOut.mean(config, own ? data : config.data(), Decoding.standard());
    } catch (UserError e) {
      warn("no mean training image to compare with: " + e.getMessage());
      return null;
    }
  }

  private void print(ProjectionReport report) {
    PrintWriter print = spec.commandLine().getOut();
    for (ProjectionReport.Image image : report.images()) {
      if (report.images().size() <= MOST_LINES) {
        print.println(ProjectionText.of(image));
      }
    }
    String beside =
        report.meanImagePsnr() == null
            ? ""
            : String.format(
                Locale.ROOT, "; the mean training image gives %.2f dB", report.meanImagePsnr());
    print.printf(
        Locale.ROOT,
        "median of %,d images: %.2f dB%s%n",
        report.images().size(),
        report.medianPsnr(),
        beside);
  }

  private void write(
      List<Target> targets, List<Projection> found, ImageShape image, ProjectionReport report) {
    if (out != null) {
      PngFile.write(ProjectionPicture.of(targets, found, image), out);
    }
    if (npz != null) {
      writeNumbers(found);
    }
    if (json != null) {
      JsonFile.write(json, report);
    }
  }

  private void writeNumbers(List<Projection> found) {
    int latent = found.get(0).latent().length;
    float[] z = new float[found.size() * latent];
    long[] labels = new long[found.size()];
    for (int i = 0; i < labels.length; i++) {
      System.arraycopy(found.get(i).latent(), 0, z, i * latent, latent);
      labels[i] = found.get(i).label();
    }
    Map<String, HostTensor> arrays = new LinkedHashMap<>();
    arrays.put("z", HostTensor.of(new int[] {labels.length, latent}, z));
    if (labels[0] >= 0) {
      arrays.put("label", HostTensor.of(new int[] {labels.length}, labels));
    }
    try {
      Npz.write(npz, arrays);
    } catch (IOException e) {
      throw new RunFailure("cannot write %s: %s".formatted(npz, AtomicFile.reason(e)), e);
    }
  }

  private void warn(String line) {
    spec.commandLine().getErr().println("gan-engine: " + line);
  }
}
