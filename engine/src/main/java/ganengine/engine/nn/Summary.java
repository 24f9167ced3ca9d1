package ganengine.engine.nn;

import ganengine.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A network as a table for people: its layers, their output shapes, parameters and work. */
public final class Summary {
  private final List<String[]> rows = new ArrayList<>();
  private final int batch;

  private Summary(int batch) {
    this.batch = batch;
  }

  /**
   * The table: one line for each layer, with the shape of one example after it, how many numbers an
   * optimiser trains in it and its multiply-adds for one example; then the sums.
   *
   * @param input shape of a batch, [batch, ...]
   * @throws ganengine.engine.tensor.ShapeException if the input does not fit
   */
  public static String of(Module module, Shape input) {
    Summary summary = new Summary(input.size(0));
    summary.rows.add(new String[] {"layer", "output", "parameters", "multiply-adds"});
    Shape output = summary.add("", module, input);
    summary.row("total", module, input, output);
    return summary.table();
  }

  private Shape add(String name, Module module, Shape input) {
    if (module.children().isEmpty()) {
      Shape output = module.outputShape(input);
      row((name + " " + module.describe()).strip(), module, input, output);
      return output;
    }
    Shape shape = input;
    for (Map.Entry<String, Module> child : module.children().entrySet()) {
      String full = name.isEmpty() ? child.getKey() : name + "." + child.getKey();
      shape = add(full, child.getValue(), shape);
    }
    return shape;
  }

  private void row(String label, Module module, Shape input, Shape output) {
    int[] example = Arrays.copyOfRange(output.toArray(), 1, output.rank());
    long parameters = module.parameters().stream().mapToLong(p -> p.shape().elements()).sum();
    rows.add(
        new String[] {
          label,
          Arrays.toString(example),
          grouped(parameters),
          grouped(module.multiplyAdds(input) / batch)
        });
  }

  private static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Words to the left of their column, numbers to the right. */
  private String table() {
    int[] widths = new int[rows.get(0).length];
    for (String[] row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row[column].length());
      }
    }
    String format =
        "%-" + widths[0] + "s  %-" + widths[1] + "s  %" + widths[2] + "s  %" + widths[3] + "s%n";
    StringBuilder table = new StringBuilder();
    for (String[] row : rows) {
      table.append(String.format(Locale.ROOT, format, (Object[]) row));
    }
    return table.toString();
  }
}
