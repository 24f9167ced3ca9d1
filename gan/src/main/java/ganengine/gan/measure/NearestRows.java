package ganengine.gan.measure;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * For each row of a set its nearest rows, among the others of the set or in another one, which
 * comes in pieces, since all of it may not fit into memory. Euclidean distances.
 */
public final class NearestRows {
  private final Features queries;
  private final int most;
  private final int[] excluded;
  private final float[] squared;
  private final int[] numbers;

  /**
   * Nothing seen yet.
   *
   * @param most neighbours of each row
   * @param excluded for each row the number of one that is no neighbour, itself; -1 for none
   */
  public NearestRows(Features queries, int most, int[] excluded) {
    this.queries = queries;
    this.most = most;
    this.excluded = excluded.clone();
    squared = new float[queries.rows() * most];
    Arrays.fill(squared, Float.POSITIVE_INFINITY);
    numbers = new int[squared.length];
    Arrays.fill(numbers, -1);
  }

  /** Of each row of a set its nearest other rows in the same set. */
  static NearestRows within(Features features, int most, Stage done) {
    int[] itself = IntStream.range(0, features.rows()).toArray();
    NearestRows nearest = new NearestRows(features, most, itself);
    nearest.take(SquaredDistances.within(features), 0, done);
    return nearest;
  }

  /**
   * Looks among these rows.
   *
   * @param first the number of the first of them
   */
  public void offer(Features piece, int first) {
    take(SquaredDistances.between(queries, piece), first, Stage.SILENT);
  }

  private void take(SquaredDistances distances, int first, Stage done) {
    distances.forEach(
        (i, j, distance) -> {
          if (excluded[i] != first + j) {
            insert(i, first + j, distance);
          }
        },
        done);
  }

  private void insert(int row, int number, float distance) {
    int from = row * most;
    int at = from + most - 1;
    if (!(distance < squared[at])) {
      return;
    }
    while (at > from && squared[at - 1] > distance) {
      squared[at] = squared[at - 1];
      numbers[at] = numbers[at - 1];
      at--;
    }
    squared[at] = distance;
    numbers[at] = number;
  }

  /** The number of row i's k-th nearest, k from 0; -1 if there are not so many. */
  public int number(int i, int k) {
    return numbers[i * most + k];
  }

  /** The distance to row i's k-th nearest, k from 0; infinite if there are not so many. */
  public double distance(int i, int k) {
    return Math.sqrt(squared(i, k));
  }

  /** The square of {@link #distance}. */
  float squared(int i, int k) {
    return squared[i * most + k];
  }
}
