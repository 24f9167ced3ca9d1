package ganengine.kernels.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jcuda.Pointer;

/** A number in host memory for a library to read: outside the heap, so that nothing is pinned. */
final class HostFloat {
  private HostFloat() {}

  static Pointer of(float value) {
    ByteBuffer memory = ByteBuffer.allocateDirect(Float.BYTES).order(ByteOrder.nativeOrder());
    memory.putFloat(0, value);
    return Pointer.to(memory);
  }
}
