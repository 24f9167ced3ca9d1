package ganengine.gan.run;

import ganengine.gan.watch.Verdict;
import java.awt.Color;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Pale bands in a chart whose y axis goes from 0 to 1: where the watch saw something wrong. */
final class VerdictBands {
  private static final Map<Verdict, Color> COLOURS =
      Map.of(
          Verdict.MODE_COLLAPSE, new Color(0xF6C9C9),
          Verdict.FEW_MODES, new Color(0xFBE3C0),
          Verdict.DISCRIMINATOR_WINS, new Color(0xD6E4F5),
          Verdict.DISCRIMINATOR_BEATEN, new Color(0xFBD9EC),
          Verdict.FROZEN, new Color(0xDDDDDD));

  private VerdictBands() {}

  /** To be called before the curves are added, which else lie behind. */
  static void draw(XYChart chart, List<VerdictSpan> spans) {
    Set<Verdict> named = EnumSet.noneOf(Verdict.class);
    for (VerdictSpan span : spans) {
      if (COLOURS.containsKey(span.verdict())) {
        draw(chart, span, named.add(span.verdict()));
      }
    }
  }

  private static void draw(XYChart chart, VerdictSpan span, boolean inLegend) {
    Color colour = COLOURS.get(span.verdict());
    String name = span.verdict().brief();
    XYSeries band =
        chart.addSeries(
            inLegend ? name : name + ", from " + span.from(),
            new double[] {span.from(), span.to()},
            new double[] {1, 1});
    band.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Area).setFillColor(colour);
    band.setMarker(SeriesMarkers.NONE).setLineColor(colour).setShowInLegend(inLegend);
  }
}
