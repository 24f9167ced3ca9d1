package ganengine.gan.project;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What projecting images gave, as numbers.
 *
 * @param step training steps of the generator
 * @param device description of the device
 * @param settings how they were projected
 * @param medianPsnr over all images, in decibels
 * @param meanImagePsnr the same for the mean training image in place of each projection; null where
 *     nobody asked
 * @param images one for each
 */
public record ProjectionReport(
    long step,
    String device,
    ProjectionSettings settings,
    double medianPsnr,
    Double meanImagePsnr,
    List<Image> images) {

  /**
   * One image.
   *
   * @param label that its best restart took; null where the generator takes none
   * @param psnr of the best restart, in decibels
   * @param restarts spread of all of them, in decibels
   * @param steps that the best restart took
   */
  public record Image(String name, Integer label, double psnr, Spread restarts, int steps) {
    /** Of this target. */
    public static Image of(Target target, Projection projection) {
      double[] restarts = projection.restarts();
      return new Image(
          target.name(),
          projection.label() < 0 ? null : projection.label(),
          projection.psnr(),
          new Spread(Quantile.of(restarts, 0), Quantile.median(restarts), Quantile.of(restarts, 1)),
          projection.steps());
    }
  }

  /** Least, middle and largest. */
  public record Spread(double min, double median, double max) {}

  /**
   * Of these images.
   *
   * @param mean the mean training image; null where nobody asked
   */
  public static ProjectionReport of(
      long step,
      String device,
      ProjectionSettings settings,
      List<Target> targets,
      List<Projection> projections,
      float[] mean) {
    return new ProjectionReport(
        step,
        device,
        settings,
        Quantile.median(projections.stream().mapToDouble(Projection::psnr).toArray()),
        mean == null ? null : baseline(targets, mean),
        IntStream.range(0, targets.size())
            .mapToObj(i -> Image.of(targets.get(i), projections.get(i)))
            .toList());
  }

  private static double baseline(List<Target> targets, float[] mean) {
    return Quantile.median(
        targets.stream()
            .mapToDouble(target -> Psnr.of(mean, 0, target.pixels(), 0, mean.length))
            .toArray());
  }
}
