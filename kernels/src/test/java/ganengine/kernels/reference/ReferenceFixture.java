package ganengine.kernels.reference;

import ganengine.kernels.Buffer;
import ganengine.kernels.OnDevice;
import org.junit.jupiter.api.AfterEach;

/** A reference device for a test of hand-computed numbers. */
abstract class ReferenceFixture {
  final ReferenceDevice device = new ReferenceDevice();

  @AfterEach
  final void close() {
    device.close();
  }

  final Buffer reals(double... values) {
    return OnDevice.reals(device, values);
  }

  final Buffer integers(long... values) {
    return OnDevice.integers(device, values);
  }

  final Buffer room(int length) {
    return OnDevice.room(device, length);
  }

  final double[] read(Buffer buffer) {
    return OnDevice.read(device, buffer);
  }

  final long[] readIntegers(Buffer buffer) {
    return OnDevice.readIntegers(device, buffer);
  }
}
