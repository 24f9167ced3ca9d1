package ganengine.gan.evaluate;

import ganengine.gan.data.PointSet;
import ganengine.gan.measure.PointModes;
import ganengine.gan.measure.Stage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ring and grid, by PacGAN's definitions. */
final class PointEvaluator implements Evaluator {
  private final PointSet points;

  PointEvaluator(PointSet points) {
    this.points = points;
  }

  /** PacGAN's number. */
  @Override
  public int standardSamples() {
    return 2500;
  }

  @Override
  public int glanceSamples() {
    return 2500;
  }

  @Override
  public Evaluation measure(
      SampleSource source, int samples, long seed, EvaluationListener listener) {
    Table table = new Table(listener);
    int count = Math.min(samples, points.count());
    PointModes real = real(count);
    table.measure(
        "modes",
        count,
        done -> {
          PointModes found = judge(Draws.points(source).all(count, seed, done));
          return List.of(
              Value.of("modes of " + points.modes(), found.covered(), real.covered()),
              Value.of("high quality (within 3 sigma)", found.highQuality(), real.highQuality()),
              Value.of("reverse KL (of those, nats)", found.reverseKl(), real.reverseKl()));
        });
    table.note("real: as many points of the mixture itself, the ceiling of these measures");
    return new Evaluation(points.name(), seed, table.lines(), table.notes());
  }

  @Override
  public Map<String, Double> glance(SampleSource source, int samples, long seed) {
    return few(judge(Draws.points(source).all(samples, seed, Stage.SILENT)));
  }

  @Override
  public Map<String, Double> glanceOfReal(int samples, long seed) {
    return few(real(samples));
  }

  private static Map<String, Double> few(PointModes found) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("modes", (double) found.covered());
    values.put("highQuality", found.highQuality());
    if (found.covered() > 0) {
      values.put("reverseKl", found.reverseKl());
    }
    return values;
  }

  /** The first points of the data. */
  private PointModes real(int samples) {
    return judge(Arrays.copyOf(points.points(), 2 * Math.min(samples, points.count())));
  }

  private PointModes judge(float[] drawn) {
    return PointModes.of(drawn, points.centres(), points.deviation());
  }
}
