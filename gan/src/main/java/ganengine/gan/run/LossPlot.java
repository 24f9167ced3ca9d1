package ganengine.gan.run;

import ganengine.gan.image.PngFile;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws {@code losses.png}: above both losses, below D(x) and D(G(z)), over the steps. Each curve
 * is pale as logged and strong as a moving average. Behind the lower ones stands where the collapse
 * watch saw something wrong.
 */
public final class LossPlot {
  private static final int WIDTH = 1100;
  private static final int HEIGHT = 420;
  private static final Color BLUE = new Color(0x1F5FA8);
  private static final Color ORANGE = new Color(0xD1600F);
  private static final int PALE_ALPHA = 60;

  /** A single line of metrics makes no curve: a dot of this many pixels. */
  private static final int ONLY_POINT = 9;

  /** The moving average reaches over this share of the run. */
  private static final double SMOOTHED_SHARE = 0.03;

  /** More lines than pixels show nothing more: then only every n-th is drawn. */
  private static final int MOST_POINTS = 4 * WIDTH;

  private LossPlot() {}

  /**
   * Draws the picture and writes it; without a line whose numbers are finite there is nothing to
   * draw, and no file.
   *
   * @return empty, or why it can't be drawn on this machine: Java finds no fonts
   * @throws RuntimeException as {@link PngFile#write} if the file cannot be written
   */
  public static Optional<String> write(List<MetricsLine> lines, Path file) {
    List<MetricsLine> drawable = lines.stream().filter(LossPlot::finite).toList();
    if (drawable.isEmpty()) {
      return Optional.empty();
    }
    System.setProperty("java.awt.headless", "true");
    try {
      PngFile.write(draw(drawable), file);
      return Optional.empty();
    } catch (LinkageError | InternalError e) {
      return Optional.of(
          "no loss plot: this Java finds no fonts; install some"
              + " (Debian: apt-get install fontconfig fonts-dejavu-core)");
    }
  }

  private static boolean finite(MetricsLine line) {
    return Double.isFinite(line.lossD() + line.lossG() + line.dReal() + line.dFake());
  }

  private static BufferedImage draw(List<MetricsLine> all) {
    int stride = (all.size() + MOST_POINTS - 1) / MOST_POINTS;
    List<MetricsLine> lines = stride == 1 ? all : everyNth(all, stride);
    XYChart losses = chart("Losses", "loss", lines);
    curve(losses, "discriminator", lines, MetricsLine::lossD, BLUE);
    curve(losses, "generator", lines, MetricsLine::lossG, ORANGE);
    XYChart verdicts = chart("What the discriminator says", "probability of being real", lines);
    verdicts.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
    VerdictBands.draw(verdicts, VerdictSpan.of(all));
    curve(verdicts, "D(x), real images", lines, MetricsLine::dReal, BLUE);
    curve(verdicts, "D(G(z)), generated images", lines, MetricsLine::dFake, ORANGE);
    BufferedImage picture = new BufferedImage(WIDTH, 2 * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.drawImage(BitmapEncoder.getBufferedImage(losses), 0, 0, null);
    graphics.drawImage(BitmapEncoder.getBufferedImage(verdicts), 0, HEIGHT, null);
    graphics.dispose();
    return picture;
  }

  private static List<MetricsLine> everyNth(List<MetricsLine> all, int stride) {
    return IntStream.iterate(0, i -> i < all.size(), i -> i + stride).mapToObj(all::get).toList();
  }

  private static XYChart chart(String title, String axis, List<MetricsLine> lines) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle("step")
            .yAxisTitle(axis)
            .build();
    chart
        .getStyler()
        .setLegendPosition(Styler.LegendPosition.OutsideS)
        .setLegendLayout(Styler.LegendLayout.Horizontal)
        .setLegendBorderColor(Color.WHITE)
        .setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15))
        .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 18))
        .setChartTitleBoxVisible(false)
        .setChartBackgroundColor(Color.WHITE)
        .setPlotContentSize(0.98)
        .setPlotBorderVisible(false);
    chart
        .getStyler()
        .setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13))
        .setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15))
        .setPlotGridLinesColor(new Color(0xDDDDDD))
        .setXAxisDecimalPattern("#,##0")
        .setXAxisTickMarkSpacingHint(110)
        .setXAxisMin(0.0)
        .setYAxisDecimalPattern("0.##")
        .setMarkerSize(lines.size() == 1 ? ONLY_POINT : 0);
    labelRoundSteps(chart, lines.get(lines.size() - 1).step());
    return chart;
  }

  /**
   * Where x values are equally spaced, XChart labels some of them, odd ones and far too many. A
   * point between them, with no y, makes it label round numbers.
   */
  private static void labelRoundSteps(XYChart chart, long lastStep) {
    double[] between = {lastStep / Math.PI};
    chart.addSeries("nothing", between, new double[] {Double.NaN}).setShowInLegend(false);
  }

  private static void curve(
      XYChart chart,
      String name,
      List<MetricsLine> lines,
      ToDoubleFunction<MetricsLine> value,
      Color colour) {
    double[] steps = lines.stream().mapToDouble(MetricsLine::step).toArray();
    double[] values = lines.stream().mapToDouble(value).toArray();
    Color pale = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), PALE_ALPHA);
    draw(chart.addSeries(name + ", as logged", steps, values), pale, 1).setShowInLegend(false);
    draw(chart.addSeries(name, steps, smoothed(values)), colour, 2.2f);
  }

  private static XYSeries draw(XYSeries series, Color colour, float width) {
    series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour);
    series.setLineColor(colour).setLineWidth(width);
    return series;
  }

  /** The mean of each value and its neighbours on both sides, as far as there are any. */
  static double[] smoothed(double[] values) {
    int reach = (int) Math.round(values.length * SMOOTHED_SHARE / 2);
    double[] means = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int from = Math.max(0, i - reach);
      int to = Math.min(values.length, i + reach + 1);
      means[i] = Arrays.stream(values, from, to).average().orElseThrow();
    }
    return means;
  }
}
