package ganengine.gan.cli;

import ganengine.gan.project.ProjectionReport;
import java.util.Locale;

/** A projection in one line. */
final class ProjectionText {
  private ProjectionText() {}

  static String of(ProjectionReport.Image image) {
    return String.format(
        Locale.ROOT,
        "%s: %.2f dB%s, %d steps; restarts %.2f to %.2f, median %.2f",
        image.name(),
        image.psnr(),
        image.label() == null ? "" : " as class " + image.label(),
        image.steps(),
        image.restarts().min(),
        image.restarts().max(),
        image.restarts().median());
  }
}
