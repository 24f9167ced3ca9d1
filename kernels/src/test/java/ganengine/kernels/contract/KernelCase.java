package ganengine.kernels.contract;

import ganengine.kernels.Buffer;
import ganengine.kernels.Device;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One call of one kernel: its operands, in the order the call takes them from {@code Buffer[]}.
 * Before the first and after the last lies a guard that the call must leave as it is.
 */
final class KernelCase {
  /** The kernel call itself. */
  interface Call {
    void on(Device device, Buffer[] operands);
  }

  private static final int GUARD_LENGTH = 1024;

  private final String name;
  private final List<Operand> operands;
  private final Call call;

  private KernelCase(String name, List<Operand> operands, Call call) {
    this.name = name;
    this.operands = operands;
    this.call = call;
  }

  /** Kernel, geometry, and the seed of its numbers. */
  String name() {
    return name;
  }

  /** The operands between the two guards. */
  List<Operand> operands() {
    return operands;
  }

  /** The same call on the absolute values of its inputs. */
  KernelCase absolute() {
    return new KernelCase(name, operands.stream().map(Operand::absolute).toList(), call);
  }

  /**
   * What all operands and the guards hold after the call on this device. Its pool is emptied first,
   * so that on a device that cuts buffers from one piece of memory they lie side by side and a
   * write outside one shows.
   */
  List<double[]> runOn(Device device) {
    device.trimMemory();
    Buffer[] buffers = operands.stream().map(o -> o.place(device)).toArray(Buffer[]::new);
    call.on(device, Arrays.copyOfRange(buffers, 1, buffers.length - 1));
    List<double[]> after = new ArrayList<>();
    for (int i = 0; i < buffers.length; i++) {
      after.add(operands.get(i).read(device, buffers[i]));
    }
    for (Buffer buffer : buffers) {
      device.release(buffer);
    }
    return after;
  }

  /** A case of this kernel and geometry; its numbers come from a seed made of both. */
  static Builder of(String kernel, Object geometry) {
    return new Builder(kernel + " " + geometry);
  }

  /** Collects the operands. */
  static final class Builder {
    private final String title;
    private final List<Operand> operands = new ArrayList<>();

    private Builder(String title) {
      this.title = title;
      guard();
    }

    private void guard() {
      in(new Draws(GUARD_LENGTH).normal(GUARD_LENGTH));
    }

    Draws draws() {
      return new Draws(title.hashCode());
    }

    Builder in(float... values) {
      return inOut(values, Tolerance.exact());
    }

    Builder in(long... values) {
      operands.add(Operand.integers(values));
      return this;
    }

    Builder in(byte... values) {
      operands.add(Operand.bytes(values));
      return this;
    }

    /** Integers that the call changes. */
    Builder inOut(long... values) {
      return in(values);
    }

    /** Reals that the call changes. */
    Builder inOut(float[] values, Tolerance tolerance) {
      operands.add(Operand.reals(values, tolerance));
      return this;
    }

    Builder out(int length, Tolerance tolerance) {
      operands.add(Operand.unwrittenReals(length, tolerance));
      return this;
    }

    Builder outIntegers(int length) {
      operands.add(Operand.unwrittenIntegers(length));
      return this;
    }

    KernelCase calling(Call call) {
      guard();
      return new KernelCase(
          title + " (numbers from seed " + title.hashCode() + ")", List.copyOf(operands), call);
    }
  }
}
