package ganengine.gan.evaluate;

import ganengine.gan.measure.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Gathers an evaluation's lines, times them and tells how far each is. */
final class Table {
  private final EvaluationListener listener;
  private final List<Measured> lines = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Table(EvaluationListener listener) {
    this.listener = listener;
  }

  /** Does some work, telling how far it is. */
  <T> T doing(String what, Function<Stage, T> work) {
    listener.working(what, 0);
    T result = work.apply(share -> listener.working(what, share));
    listener.working(what, 1);
    return result;
  }

  /** Adds the lines that this measurement gives. */
  void measure(String what, int samples, Function<Stage, List<Value>> measurement) {
    long start = System.nanoTime();
    List<Value> values = doing(what, measurement);
    Double seconds = (System.nanoTime() - start) / 1e9;
    for (Value value : values) {
      lines.add(value.on(samples, seconds));
      seconds = null;
    }
  }

  /** Adds a sentence below the table. */
  void note(String sentence) {
    notes.add(sentence);
  }

  List<Measured> lines() {
    return List.copyOf(lines);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }
}
