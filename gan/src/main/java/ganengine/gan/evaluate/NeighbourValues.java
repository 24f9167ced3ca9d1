package ganengine.gan.evaluate;

import ganengine.gan.measure.Features;
import ganengine.gan.measure.Neighbourhoods;
import ganengine.gan.measure.Stage;
import java.util.List;

/** The lines that nearest neighbours give. */
final class NeighbourValues {
  private NeighbourValues() {}

  /** All of them. */
  static List<Value> all(
      String space, Features first, Features second, Features generated, Stage done) {
    Neighbourhoods found = Neighbourhoods.of(first, generated, share -> done.reached(share / 2));
    Neighbourhoods ofReal =
        Neighbourhoods.of(first, second, share -> done.reached((1 + share) / 2));
    return List.of(
        Value.of("precision (" + space + ")", found.precision(), ofReal.precision()),
        Value.of("recall (" + space + ")", found.recall(), ofReal.recall()),
        Value.of("density (" + space + ")", found.density(), ofReal.density()),
        Value.of("coverage (" + space + ")", found.coverage(), ofReal.coverage()),
        twoSample(space, found, ofReal));
  }

  /** The two-sample accuracy alone. */
  static List<Value> twoSample(
      String space, Features first, Features second, Features generated, Stage done) {
    List<Value> all = all(space, first, second, generated, done);
    return all.subList(all.size() - 1, all.size());
  }

  private static Value twoSample(String space, Neighbourhoods found, Neighbourhoods ofReal) {
    return Value.of(
            "1-NN two-sample accuracy (" + space + ")", found.twoSample(), ofReal.twoSample())
        .with("0.5 is ideal");
  }
}
