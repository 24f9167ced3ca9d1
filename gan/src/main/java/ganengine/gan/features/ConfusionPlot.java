package ganengine.gan.features;

import ganengine.gan.image.PngFile;
import java.awt.Color;
import java.awt.Font;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;

/** Draws a confusion matrix: a row for each class, a column for each class found. */
public final class ConfusionPlot {
  private static final int SIDE = 720;

  private ConfusionPlot() {}

  /**
   * Draws the picture and writes it.
   *
   * @param classes what they are called
   * @return empty, or why it can't be drawn on this machine: Java finds no fonts
   * @throws RuntimeException as {@link PngFile#write} if the file cannot be written
   */
  public static Optional<String> write(FeatureReport.Row row, List<String> classes, Path file) {
    System.setProperty("java.awt.headless", "true");
    try {
      PngFile.write(BitmapEncoder.getBufferedImage(chart(row, classes)), file);
      return Optional.empty();
    } catch (LinkageError | InternalError e) {
      return Optional.of(
          "no confusion matrix: this Java finds no fonts; install some"
              + " (Debian: apt-get install fontconfig fonts-dejavu-core)");
    }
  }

  private static HeatMapChart chart(FeatureReport.Row row, List<String> classes) {
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(SIDE)
            .height(SIDE)
            .title(
                String.format(
                    Locale.ROOT, "%s: %.2f %% right", row.features(), 100 * row.accuracy()))
            .xAxisTitle("found")
            .yAxisTitle("shown")
            .build();
    chart
        .getStyler()
        .setShowValue(true)
        .setValueFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13))
        .setRangeColors(new Color[] {Color.WHITE, new Color(0x7FB0E0)})
        .setDrawBorder(true)
        .setHeatMapValueDecimalPattern("0");
    chart
        .getStyler()
        .setLegendVisible(false)
        .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 18))
        .setChartTitleBoxVisible(false)
        .setChartBackgroundColor(Color.WHITE)
        .setPlotBorderVisible(false);
    chart
        .getStyler()
        .setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14))
        .setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15))
        .setXAxisLabelRotation(classes.stream().anyMatch(name -> name.length() > 3) ? 45 : 0);
    // XChart's rows go upwards; a matrix is read downwards.
    List<String> upwards = new ArrayList<>(classes);
    Collections.reverse(upwards);
    List<Number[]> cells = new ArrayList<>();
    for (int found = 0; found < classes.size(); found++) {
      for (int up = 0; up < classes.size(); up++) {
        int shown = classes.size() - 1 - up;
        cells.add(new Number[] {found, up, row.confusion()[shown][found]});
      }
    }
    chart.addSeries("images", classes, upwards, cells);
    int most =
        IntStream.range(0, classes.size()).map(c -> row.confusion()[c][c]).max().orElseThrow();
    chart.getStyler().setMin(0).setMax(Math.max(1, most));
    return chart;
  }
}
