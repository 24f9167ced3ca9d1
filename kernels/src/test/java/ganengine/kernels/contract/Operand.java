package ganengine.kernels.contract;

import ganengine.kernels.Buffer;
import ganengine.kernels.Device;
import ganengine.kernels.ElementType;
import java.util.Arrays;

/**
 * One buffer of a case: its contents before the call and how exactly they must be met after it. An
 * input must come out as it went in; an output goes in as garbage, so that what is not written
 * shows.
 */
abstract class Operand {
  private static final long GARBAGE = -987_654_321;

  private final Tolerance tolerance;

  private Operand(Tolerance tolerance) {
    this.tolerance = tolerance;
  }

  final Tolerance tolerance() {
    return tolerance;
  }

  /** Allocates and fills the buffer on a device. */
  abstract Buffer place(Device device);

  /** What the buffer holds, as doubles: indices and counters in cases are far below 2^53. */
  abstract double[] read(Device device, Buffer buffer);

  /** The operand with absolute values for the run that gives the scale. */
  Operand absolute() {
    return this;
  }

  static Operand reals(float[] before, Tolerance tolerance) {
    return new Reals(before, tolerance);
  }

  static Operand unwrittenReals(int length, Tolerance tolerance) {
    float[] garbage = new float[length];
    Arrays.fill(garbage, Float.NaN);
    return new Reals(garbage, tolerance);
  }

  static Operand integers(long[] before) {
    return new Integers(before);
  }

  static Operand unwrittenIntegers(int length) {
    long[] garbage = new long[length];
    Arrays.fill(garbage, GARBAGE);
    return new Integers(garbage);
  }

  static Operand bytes(byte[] before) {
    return new Bytes(before);
  }

  private static final class Reals extends Operand {
    private final float[] before;

    Reals(float[] before, Tolerance tolerance) {
      super(tolerance);
      this.before = before;
    }

    @Override
    Buffer place(Device device) {
      Buffer buffer = device.allocate(ElementType.REAL, before.length);
      device.upload(before, 0, before.length, buffer, 0);
      return buffer;
    }

    @Override
    double[] read(Device device, Buffer buffer) {
      double[] after = new double[before.length];
      device.download(buffer, 0, after, 0, after.length);
      return after;
    }

    @Override
    Operand absolute() {
      float[] sizes = before.clone();
      for (int i = 0; i < sizes.length; i++) {
        sizes[i] = Math.abs(sizes[i]);
      }
      return new Reals(sizes, tolerance());
    }
  }

  private static final class Integers extends Operand {
    private final long[] before;

    Integers(long[] before) {
      super(Tolerance.exact());
      this.before = before;
    }

    @Override
    Buffer place(Device device) {
      Buffer buffer = device.allocate(ElementType.INTEGER, before.length);
      device.upload(before, 0, before.length, buffer, 0);
      return buffer;
    }

    @Override
    double[] read(Device device, Buffer buffer) {
      long[] after = new long[before.length];
      device.download(buffer, 0, after, 0, after.length);
      return Arrays.stream(after).asDoubleStream().toArray();
    }
  }

  private static final class Bytes extends Operand {
    private final byte[] before;

    Bytes(byte[] before) {
      super(Tolerance.exact());
      this.before = before;
    }

    @Override
    Buffer place(Device device) {
      Buffer buffer = device.allocate(ElementType.BYTE, before.length);
      device.upload(before, 0, before.length, buffer, 0);
      return buffer;
    }

    /** Nothing: a device has no way to read bytes back. */
    @Override
    double[] read(Device device, Buffer buffer) {
      return new double[0];
    }
  }
}
