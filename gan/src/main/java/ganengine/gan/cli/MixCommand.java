package ganengine.gan.cli;

import ganengine.gan.JsonFile;
import ganengine.gan.image.PngFile;
import ganengine.gan.project.Mixture;
import ganengine.gan.project.ProjectionSettings;
import ganengine.gan.project.Projector;
import ganengine.gan.project.Target;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.train.Sampler;
import ganengine.gan.train.TrainedDiscriminator;
import ganengine.kernels.Device;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan-engine mix}: blends two images by way of their z. */
@Command(
    name = "mix",
    header = "Blend two images by way of a generator.",
    sortOptions = false,
    description = {
      "",
      "Projects both images (see project), goes from one z to the other (normal z along a great",
      "circle, uniform ones straight) and draws the images on the way between both originals."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gan-engine mix runs/celeba-dcgan-0001 mother.jpg father.jpg --out children.png",
      GanEngine.STANDS_FOR
    })
final class MixCommand extends DeviceCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Mixin private TrainedRun run;

  @Parameters(index = "1", paramLabel = "IMAGE_A", description = "An image file.")
  private Path first;

  @Parameters(index = "2", paramLabel = "IMAGE_B", description = "Another one.")
  private Path second;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "9",
      description = "Images from one projection to the other. Default: ${DEFAULT-VALUE}")
  private int steps;

  @Option(
      names = "--projection-steps",
      paramLabel = "N",
      description = "Of the descent, at most. Default: 400")
  private Integer projectionSteps;

  @Mixin private ProjectionOptions projection;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "The strip, PNG.")
  private Path out;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Decibels (PSNR) of both projections, and how large each step is.")
  private Path json;

  @Override
  public void run() {
    WholeNumber.require("--steps", 2, steps);
    ResultFiles results =
        new ResultFiles().with("--out", out).with("--json", json).check("--out FILE.png");
    ProjectionSettings settings = projection.settings(projectionSteps);
    Checkpoint checkpoint = run.ofImages();
    projection.check(checkpoint.config());
    List<Target> both = projection.photos(List.of(first, second), checkpoint);
    PrintWriter err = spec.commandLine().getErr();
    try (WorkPrinter progress = new WorkPrinter(err, Terminal.attached());
        Device device = run.open();
        Sampler sampler = new Sampler(checkpoint, device);
        TrainedDiscriminator discriminator =
            ProjectionOptions.discriminator(settings, checkpoint, device)) {
      Mixture mixture =
          Mixture.of(
              both.get(0),
              both.get(1),
              projection.label(),
              steps,
              sampler,
              new Projector(sampler, discriminator, settings),
              projection.seed(),
              share -> progress.working("projecting", share));
      progress.close();
      Mixture.Report report = mixture.report(checkpoint.step(), device.description());
      PrintWriter print = spec.commandLine().getOut();
      report.images().forEach(image -> print.println(ProjectionText.of(image)));
      PngFile.write(mixture.picture(sampler.image()), out);
      if (json != null) {
        JsonFile.write(json, report);
      }
      print.println("%d images, %s blend".formatted(steps, report.blend()));
      results.lines().forEach(print::println);
    }
  }
}
