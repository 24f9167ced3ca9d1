package ganengine.kernels;

/** Numbers to and from a device's buffers, for tests. */
public final class OnDevice {
  private OnDevice() {}

  /** A buffer with these reals. */
  public static Buffer reals(Device device, double... values) {
    Buffer buffer = device.allocate(ElementType.REAL, values.length);
    device.upload(values, 0, values.length, buffer, 0);
    return buffer;
  }

  /** A buffer with these integers. */
  public static Buffer integers(Device device, long... values) {
    Buffer buffer = device.allocate(ElementType.INTEGER, values.length);
    device.upload(values, 0, values.length, buffer, 0);
    return buffer;
  }

  /** A buffer for so many reals that a kernel will write. */
  public static Buffer room(Device device, int length) {
    return device.allocate(ElementType.REAL, length);
  }

  /** All numbers of a real buffer. */
  public static double[] read(Device device, Buffer buffer) {
    double[] values = new double[(int) buffer.length()];
    device.download(buffer, 0, values, 0, values.length);
    return values;
  }

  /** All numbers of an integer buffer. */
  public static long[] readIntegers(Device device, Buffer buffer) {
    long[] values = new long[(int) buffer.length()];
    device.download(buffer, 0, values, 0, values.length);
    return values;
  }
}
