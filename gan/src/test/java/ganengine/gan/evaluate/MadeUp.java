package ganengine.gan.evaluate;

import ganengine.gan.data.ImageSet;
import ganengine.gan.data.PointSet;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/**
 * A generator that draws by a rule; it takes labels if the rule does.
 *
 * @param rule labels (zeros where none are given) and seed to samples
 */
record MadeUp(int side, int channels, boolean conditional, BiFunction<int[], Long, float[]> rule)
    implements SampleSource {
  @Override
  public float[] draw(int count, long seed) {
    return rule.apply(new int[count], seed);
  }

  @Override
  public float[] draw(int[] labels, long seed) {
    return rule.apply(labels, seed);
  }

  /** The same value everywhere. */
  static SampleSource constant(int side, int channels, float value) {
    return new MadeUp(
        side,
        channels,
        false,
        (labels, seed) -> {
          float[] samples = new float[labels.length * side * side * channels];
          Arrays.fill(samples, value);
          return samples;
        });
  }

  /** Uniform in [-1, 1]. */
  static SampleSource noise(int side, int channels) {
    return new MadeUp(
        side,
        channels,
        false,
        (labels, seed) -> {
          SplittableRandom random = new SplittableRandom(seed);
          float[] samples = new float[labels.length * side * side * channels];
          for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (2 * random.nextDouble() - 1);
          }
          return samples;
        });
  }

  /** A real digit of the label asked for. */
  static SampleSource digitsByLabel(ImageSet digits) {
    return new MadeUp(
        digits.height(),
        1,
        true,
        (labels, seed) -> {
          SplittableRandom random = new SplittableRandom(seed);
          int size = digits.imageSize();
          float[] samples = new float[labels.length * size];
          for (int i = 0; i < labels.length; i++) {
            int number = random.nextInt(digits.count());
            while (digits.labels()[number] != labels[i]) {
              number = random.nextInt(digits.count());
            }
            for (int p = 0; p < size; p++) {
              samples[i * size + p] = (digits.pixels()[number * size + p] & 0xFF) / 127.5f - 1;
            }
          }
          return samples;
        });
  }

  /** Three real digits in the channels. */
  static SampleSource stacks(ImageSet digits) {
    return new MadeUp(
        digits.height(),
        3,
        false,
        (labels, seed) -> {
          SplittableRandom random = new SplittableRandom(seed);
          int size = digits.imageSize();
          float[] samples = new float[labels.length * size * 3];
          for (int i = 0; i < labels.length * 3; i++) {
            int number = random.nextInt(digits.count());
            for (int p = 0; p < size; p++) {
              samples[(i / 3 * size + p) * 3 + i % 3] =
                  (digits.pixels()[number * size + p] & 0xFF) / 127.5f - 1;
            }
          }
          return samples;
        });
  }

  /** These points, in chunks by the seed. */
  static SampleSource points(PointSet points) {
    return new MadeUp(
        1,
        2,
        false,
        (labels, seed) -> {
          SplittableRandom random = new SplittableRandom(seed);
          float[] samples = new float[labels.length * 2];
          for (int i = 0; i < labels.length; i++) {
            int number = random.nextInt(points.count());
            System.arraycopy(points.points(), 2 * number, samples, 2 * i, 2);
          }
          return samples;
        });
  }
}
