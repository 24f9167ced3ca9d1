package ganengine.gan.data;

import ganengine.kernels.RandomStream;

/**
 * Stacked MNIST: three digits, drawn uniformly with replacement, as the red, green and blue of one
 * image, so that there are 1,000 modes (Srivastava et al., "VEEGAN", 2017; Lin et al., "PacGAN",
 * 2018). A stack is three numbers of digits; its pixels are put together where a batch is drawn.
 * Arrays are handed out as they are: nobody writes to them.
 */
public final class StackedDigits implements DataSet {
  /** Digits in a stack: channels of its image. */
  public static final int DEPTH = 3;

  /** What a stack can show: 000 to 999. */
  public static final int MODES = 1000;

  /** Stacks in the papers' training set. */
  public static final int TRAINING_COUNT = 128_000;

  private static final int STREAM = 0x53544143;

  private final String name;
  private final ImageSet digits;
  private final long seed;
  private final boolean anew;
  private final int[] triples;

  private StackedDigits(String name, ImageSet digits, long seed, boolean anew, int[] triples) {
    this.name = name;
    this.digits = digits;
    this.seed = seed;
    this.anew = anew;
    this.triples = triples;
  }

  /**
   * Draws stacks once, the same for the same seed and number of digits (PacGAN's Table 2).
   *
   * @param name the data set's, for messages
   * @param digits grey, with labels 0 to 9
   * @param count stacks
   */
  public static StackedDigits draw(String name, ImageSet digits, int count, long seed) {
    return new StackedDigits(name, digits, seed, false, drawn(digits, count, seed, 0));
  }

  /** As {@link #draw}, for the first epoch; every later one draws its own (PacGAN's Table 3). */
  public static StackedDigits drawEachEpoch(String name, ImageSet digits, int count, long seed) {
    return new StackedDigits(name, digits, seed, true, drawn(digits, count, seed, 0));
  }

  private static int[] drawn(ImageSet digits, int count, long seed, long epoch) {
    if (digits.channels() != 1 || digits.labels() == null || digits.classes() != 10) {
      throw new IllegalArgumentException(digits + " are no labelled grey digits");
    }
    int[] triples = new int[Math.multiplyExact(count, DEPTH)];
    RandomIntegers random = new RandomIntegers(new RandomStream(seed, STREAM), epoch);
    for (int i = 0; i < triples.length; i++) {
      triples[i] = random.below(digits.count());
    }
    return triples;
  }

  /** The stacks that this epoch shows, from 0: these, or as many others. */
  public StackedDigits inEpoch(long epoch) {
    return anew && epoch > 0
        ? new StackedDigits(name, digits, seed, true, drawn(digits, count(), seed, epoch))
        : this;
  }

  @Override
  public String name() {
    return name;
  }

  /** How many stacks. */
  @Override
  public int count() {
    return triples.length / DEPTH;
  }

  /** The single digits that the triples number. */
  public ImageSet digits() {
    return digits;
  }

  /** The digits' numbers in {@link #digits()}: [count, 3], red first. */
  public int[] triples() {
    return triples;
  }

  /**
   * The digits' numbers of some stacks.
   *
   * @param stacks numbers of stacks: an epoch's order [n], or packs [n, members]
   * @return [n, 3], or [n, members x 3]
   */
  public int[] triples(int[] stacks) {
    int[] picked = new int[Math.multiplyExact(stacks.length, DEPTH)];
    for (int i = 0; i < stacks.length; i++) {
      System.arraycopy(triples, stacks[i] * DEPTH, picked, i * DEPTH, DEPTH);
    }
    return picked;
  }

  /** What a stack shows, 0 to 999: see {@link #mode(int, int, int)}. */
  public int mode(int stack) {
    int[] labels = digits.labels();
    int first = stack * DEPTH;
    return mode(labels[triples[first]], labels[triples[first + 1]], labels[triples[first + 2]]);
  }

  /** The number that three digits 0 to 9 spell, red first. */
  public static int mode(int red, int green, int blue) {
    return 100 * red + 10 * green + blue;
  }

  /** The same stacks of digits of side x side pixels, as {@link ImageSet#scaledTo} makes them. */
  public StackedDigits scaledTo(int side) {
    return new StackedDigits(name, digits.scaledTo(side), seed, anew, triples);
  }

  @Override
  public String toString() {
    return "%s: %,d stacks of 3 of %,d digits of %d x %d"
        .formatted(name, count(), digits.count(), digits.height(), digits.width());
  }
}
