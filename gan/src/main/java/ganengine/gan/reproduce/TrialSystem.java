package ganengine.gan.reproduce;

import java.util.Map;

/**
 * A row of the table: what is trained.
 *
 * @param name the paper's
 * @param preset whose settings it starts from
 * @param settings over the preset's; null for none
 * @param paper the paper's figures, by column: mean and, where given, standard error; null for none
 */
public record TrialSystem(
    String name, String preset, Map<String, String> settings, Map<String, double[]> paper) {
  /** The paper's figure in this column; null if it has none. */
  double[] paper(String column) {
    return paper == null ? null : paper.get(column);
  }
}
