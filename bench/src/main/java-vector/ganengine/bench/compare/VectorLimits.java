package ganengine.bench.compare;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.function.DoubleSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Measures {@link Limits} on so many threads and prints them: {@code gflops read copy triad}. A
 * process of its own, so that it starts fresh. Each figure is the best of several samples.
 */
public final class VectorLimits {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int FMA_ROUNDS = 2_000_000;
  private static final int ACCUMULATORS = 12;
  private static final int SAMPLES = 15;

  /** 256 MB in all threads' arrays together, many times the caches. */
  private static final int FLOATS = 64 << 20;

  /** Keeps results alive. */
  private static volatile float sink;

  private VectorLimits() {}

  /**
   * Measures.
   *
   * @param arguments the number of threads
   */
  public static void main(String[] arguments) throws Exception {
    int threads = Integer.parseInt(arguments[0]);
    int part = FLOATS / threads / (4 * LANES) * (4 * LANES);
    float[][] a = new float[threads][part];
    float[][] b = new float[threads][part];
    float[][] c = new float[threads][part];
    for (int i = 0; i < threads; i++) {
      Arrays.fill(b[i], 1);
      Arrays.fill(c[i], 2);
    }
    double operations = 2.0 * ACCUMULATORS * LANES * FMA_ROUNDS * threads;
    double bytes = 4.0 * part * threads;
    double fma = best(threads, i -> () -> multiplyAdds(i));
    double read = best(threads, i -> () -> read(b[i]));
    double copy = best(threads, i -> () -> copy(b[i], a[i]));
    double triad = best(threads, i -> () -> triad(b[i], c[i], a[i]));
    System.out.printf(
        Locale.ROOT,
        "%.3f %.3f %.3f %.3f%n",
        operations / fma / 1e9,
        bytes / read / 1e9,
        2 * bytes / copy / 1e9,
        3 * bytes / triad / 1e9);
  }

  /** Seconds of the fastest sample, from the first thread's start to the last one's end. */
  private static double best(int threads, IntFunction<DoubleSupplier> work) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(threads);
    long[][] starts = new long[threads][SAMPLES];
    long[][] ends = new long[threads][SAMPLES];
    Thread[] running = new Thread[threads];
    for (int i = 0; i < threads; i++) {
      DoubleSupplier loop = work.apply(i);
      long[] start = starts[i];
      long[] end = ends[i];
      running[i] =
          new Thread(
              () -> {
                for (int sample = 0; sample < SAMPLES; sample++) {
                  await(barrier);
                  start[sample] = System.nanoTime();
                  sink = (float) loop.getAsDouble();
                  end[sample] = System.nanoTime();
                }
              });
      running[i].start();
    }
    for (Thread thread : running) {
      thread.join();
    }
    return IntStream.range(0, SAMPLES)
            .mapToLong(
                sample ->
                    Arrays.stream(ends).mapToLong(end -> end[sample]).max().getAsLong()
                        - Arrays.stream(starts).mapToLong(start -> start[sample]).min().getAsLong())
            .min()
            .getAsLong()
        / 1e9;
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Twelve chains, more than latency times units of any processor; they stay in registers. */
  private static double multiplyAdds(int seed) {
    FloatVector x = FloatVector.broadcast(SPECIES, 0.999f);
    FloatVector y = FloatVector.broadcast(SPECIES, 1e-3f * (seed + 1));
    FloatVector s0 = y;
    FloatVector s1 = y;
    FloatVector s2 = y;
    FloatVector s3 = y;
    FloatVector s4 = y;
    FloatVector s5 = y;
    FloatVector s6 = y;
    FloatVector s7 = y;
    FloatVector s8 = y;
    FloatVector s9 = y;
    FloatVector s10 = y;
    FloatVector s11 = y;
    for (int i = 0; i < FMA_ROUNDS; i++) {
      s0 = s0.fma(x, y);
      s1 = s1.fma(x, y);
      s2 = s2.fma(x, y);
      s3 = s3.fma(x, y);
      s4 = s4.fma(x, y);
      s5 = s5.fma(x, y);
      s6 = s6.fma(x, y);
      s7 = s7.fma(x, y);
      s8 = s8.fma(x, y);
      s9 = s9.fma(x, y);
      s10 = s10.fma(x, y);
      s11 = s11.fma(x, y);
    }
    FloatVector low = s0.add(s1).add(s2).add(s3).add(s4).add(s5);
    FloatVector high = s6.add(s7).add(s8).add(s9).add(s10).add(s11);
    return low.add(high).lane(0);
  }

  private static double read(float[] from) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    for (int i = 0; i < from.length; i += 4 * LANES) {
      s0 = s0.add(FloatVector.fromArray(SPECIES, from, i));
      s1 = s1.add(FloatVector.fromArray(SPECIES, from, i + LANES));
      s2 = s2.add(FloatVector.fromArray(SPECIES, from, i + 2 * LANES));
      s3 = s3.add(FloatVector.fromArray(SPECIES, from, i + 3 * LANES));
    }
    return s0.add(s1).add(s2).add(s3).lane(0);
  }

  private static double copy(float[] from, float[] to) {
    for (int i = 0; i < to.length; i += LANES) {
      FloatVector.fromArray(SPECIES, from, i).intoArray(to, i);
    }
    return to[0];
  }

  private static double triad(float[] b, float[] c, float[] to) {
    FloatVector scale = FloatVector.broadcast(SPECIES, 3);
    for (int i = 0; i < to.length; i += LANES) {
      FloatVector product = FloatVector.fromArray(SPECIES, c, i);
      product.fma(scale, FloatVector.fromArray(SPECIES, b, i)).intoArray(to, i);
    }
    return to[0];
  }
}
