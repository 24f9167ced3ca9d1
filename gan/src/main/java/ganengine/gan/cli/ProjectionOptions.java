package ganengine.gan.cli;

import ganengine.gan.UserError;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.pixels.Crop;
import ganengine.gan.model.ImageShape;
import ganengine.gan.project.Photo;
import ganengine.gan.project.ProjectionSettings;
import ganengine.gan.project.Target;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.train.TrainedDiscriminator;
import ganengine.kernels.Device;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What {@code project} and {@code mix} take alike. */
final class ProjectionOptions {
  @Option(
      names = "--restarts",
      paramLabel = "N",
      description = "Beginnings of z for each image, side by side. Default: 8")
  private Integer restarts;

  @Option(
      names = "--rate",
      paramLabel = "X",
      description = "Of Adam at first; goes down to 0. Default: 0.1")
  private Double rate;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description = "Steps without improvement after which a restart stops. Default: 100")
  private Integer patience;

  @Option(
      names = "--feature-weight",
      paramLabel = "X",
      description = {
        "Weight of the discriminator's features (its last convolution's) beside the pixels.",
        "Default: 0, pixels alone"
      })
  private Double featureWeight;

  @Option(
      names = "--prior",
      paramLabel = "X",
      description = {
        "How weakly normal z are drawn to the norm that they are trained with; uniform ones stay in",
        "[-1, 1] anyway. Default: 0.001"
      })
  private Double prior;

  @Option(
      names = "--label",
      paramLabel = "CLASS",
      description = "The images' class, from 0, where labels condition the generator.")
  private Integer label;

  @Option(
      names = "--crop",
      paramLabel = "PART",
      description = {
        "Part of each photo: square, whole, or WIDTHxHEIGHT of its pixels at the centre. Default:",
        "the run's, or square where the run cuts windows out of its data set's files"
      })
  private String crop;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the beginnings and choices. Default: ${DEFAULT-VALUE}")
  private long seed;

  private ProjectionOptions() {}

  /** All of it, checked. */
  ProjectionSettings settings(Integer steps) {
    ProjectionSettings standard = ProjectionSettings.STANDARD;
    return new ProjectionSettings(
        or(restarts, standard.restarts()),
        or(steps, standard.steps()),
        or(rate, standard.rate()),
        or(featureWeight, standard.featureWeight()),
        or(prior, standard.prior()),
        or(patience, standard.patience()));
  }

  private static <T> T or(T given, T standard) {
    return given == null ? standard : given;
  }

  /**
   * Checks that what is asked goes with a run's z.
   *
   * @throws UserError if not
   */
  void check(TrainConfig run) {
    if (prior != null && !run.latentDistribution().equals("normal")) {
      throw new UserError("--prior: is for normal z; those of this run are uniform in [-1, 1]");
    }
  }

  Integer label() {
    return label;
  }

  long seed() {
    return seed;
  }

  /** Image files as the run's images are. */
  List<Target> photos(List<Path> files, Checkpoint checkpoint) {
    TrainConfig run = checkpoint.config();
    ImageShape image = ImageShape.of(run, checkpoint.imageChannels());
    Crop part = Photo.crop(crop, run.recipe().crop());
    return files.stream().map(file -> Photo.read(file, image, part)).toList();
  }

  /** The run's discriminator, where features are asked for; else null. */
  static TrainedDiscriminator discriminator(
      ProjectionSettings settings, Checkpoint checkpoint, Device device) {
    return settings.featureWeight() == 0 ? null : TrainedDiscriminator.of(checkpoint, device);
  }
}
