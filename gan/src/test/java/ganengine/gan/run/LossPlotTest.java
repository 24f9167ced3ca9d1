package ganengine.gan.run;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.gan.watch.Look;
import ganengine.gan.watch.Verdict;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossPlotTest {
  private static final int BLUE = 0xFF1F5FA8;
  private static final int ORANGE = 0xFFD1600F;

  @TempDir Path folder;

  private static MetricsLine line(long step, double lossD) {
    return new MetricsLine(step, 0, lossD, 2, 0.8, 0.3, 1, new MetricsLine.Timing(1, 1));
  }

  private BufferedImage draw(List<MetricsLine> lines) throws IOException {
    Path file = folder.resolve("losses.png");
    assertThat(LossPlot.write(lines, file)).isEmpty();
    return ImageIO.read(file.toFile());
  }

  private static int[] pixels(BufferedImage picture, int fromRow, int rows) {
    return picture.getRGB(0, fromRow, picture.getWidth(), rows, null, 0, picture.getWidth());
  }

  private static long count(int[] pixels, int colour) {
    return Arrays.stream(pixels).filter(pixel -> pixel == colour).count();
  }

  @Test
  void drawsFourCurves() throws IOException {
    List<MetricsLine> lines =
        LongStream.rangeClosed(1, 10_000).mapToObj(i -> line(i * 10, Math.sin(i * 0.01))).toList();
    BufferedImage picture = draw(lines);
    int half = picture.getHeight() / 2;
    for (int colour : new int[] {BLUE, ORANGE}) {
      assertThat(count(pixels(picture, 0, half), colour)).isGreaterThan(400);
      assertThat(count(pixels(picture, half, half), colour)).isGreaterThan(400);
    }
  }

  @Test
  void onePointIsVisible() throws IOException {
    BufferedImage picture = draw(List.of(line(10, 1.5)));
    int half = picture.getHeight() / 2;
    int withoutLegend = 280;
    assertThat(count(pixels(picture, half, withoutLegend), BLUE)).isGreaterThan(20);
  }

  @Test
  void numbersThatAreNoneAreLeftOut() throws IOException {
    MetricsLine nan = line(20, Double.NaN);
    MetricsLine infinite = line(40, Double.POSITIVE_INFINITY);
    BufferedImage with = draw(List.of(line(10, 1), nan, line(30, 3), infinite));
    BufferedImage without = draw(List.of(line(10, 1), line(30, 3)));
    assertThat(pixels(with, 0, 800)).isEqualTo(pixels(without, 0, 800));
  }

  @Test
  void whereTheWatchSawACollapseIsABand() throws IOException {
    Look collapse = new Look(0.1, 0.9, null, List.of(Verdict.MODE_COLLAPSE));
    List<MetricsLine> lines =
        LongStream.rangeClosed(1, 100)
            .mapToObj(i -> i >= 50 && i % 10 == 0 ? line(i, 1).with(collapse) : line(i, 1))
            .toList();
    BufferedImage with = draw(lines);
    int half = with.getHeight() / 2;
    int band = 0xFFF6C9C9;
    assertThat(count(pixels(with, 0, half), band)).isZero();
    assertThat(count(pixels(with, half, half), band)).isGreaterThan(20_000);
    assertThat(count(pixels(draw(lines.subList(0, 49)), half, half), band)).isZero();
  }

  @Test
  void nothingToDrawIsNoFile() {
    Path file = folder.resolve("none.png");
    assertThat(LossPlot.write(List.of(), file)).isEmpty();
    assertThat(LossPlot.write(List.of(line(1, Double.NaN)), file)).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void movingAverageIsTheMeanOfNeighbours() {
    double[] values = new double[100];
    for (int i = 0; i < 100; i++) {
      values[i] = i * i;
    }
    double[] means = LossPlot.smoothed(values);
    // 3 % of 100 lines are two neighbours on each side.
    assertThat(means[50]).isEqualTo(2500 + 2);
    assertThat(means[0]).isEqualTo((0 + 1 + 4) / 3.0);
    assertThat(LossPlot.smoothed(new double[] {1, 5})).containsExactly(1, 5);
  }
}
