package ganengine.kernels.cuda;

import ganengine.kernels.Activation;
import ganengine.kernels.Buffer;
import java.nio.ByteBuffer;
import jcuda.Pointer;
import jcuda.driver.CUfunction;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;

/**
 * One kernel launch: its grid and its arguments, in the order of the kernel's parameters. There is
 * one object for all launches, since the driver copies arguments before it returns; its memory is a
 * table of addresses followed by the values that they point to, as {@code cuLaunchKernel} wants it.
 */
final class Launch implements AutoCloseable {
  private static final int MOST_ARGUMENTS = 32;
  private static final int VALUES = MOST_ARGUMENTS * Long.BYTES;
  private static final int SIZE = 4096;

  private final CUstream stream;
  private final HostMemory memory = new HostMemory(SIZE);
  private final ByteBuffer bytes = memory.bytes();
  private final long values = memory.address();
  private final Pointer table = memory.pointer();
  private String name;
  private CUfunction function;
  private int blocksX;
  private int blocksY;
  private int threads;
  private int arguments;
  private int end;

  Launch(CUstream stream) {
    this.stream = stream;
  }

  Launch of(String kernel, CUfunction code, int gridX, int gridY, int blockThreads) {
    name = kernel;
    function = code;
    blocksX = gridX;
    blocksY = gridY;
    threads = blockThreads;
    arguments = 0;
    end = VALUES;
    return this;
  }

  /** A pointer to the buffer's first element. */
  Launch buffer(Buffer buffer) {
    return address(CudaBuffer.of(buffer).address());
  }

  /** A pointer to the element numbered {@code at}. */
  Launch buffer(Buffer buffer, long at) {
    return address(CudaBuffer.of(buffer).address(at));
  }

  private Launch address(long address) {
    bytes.putLong(slot(Long.BYTES), address);
    return this;
  }

  /** A {@code long long}. */
  Launch count(long value) {
    bytes.putLong(slot(Long.BYTES), value);
    return this;
  }

  /** An {@code int}. */
  Launch integer(int value) {
    bytes.putInt(slot(Integer.BYTES), value);
    return this;
  }

  /** A {@code float}. */
  Launch real(double value) {
    bytes.putFloat(slot(Float.BYTES), (float) value);
    return this;
  }

  /** An {@code int} and a {@code float}, which activation.cuh's Activation is made from. */
  Launch activation(Activation activation) {
    int kind =
        switch (activation.kind()) {
          case NONE -> 0;
          case LEAKY_RELU -> 1;
          case TANH -> 2;
          case SIGMOID -> 3;
        };
    return integer(kind).real(activation.slope());
  }

  /** A struct of ints, by value. */
  Launch numbers(int... struct) {
    int at = slot(struct.length * Integer.BYTES);
    for (int i = 0; i < struct.length; i++) {
      bytes.putInt(at + i * Integer.BYTES, struct[i]);
    }
    return this;
  }

  private int slot(int size) {
    int at = end;
    bytes.putLong(arguments * Long.BYTES, values + at);
    arguments++;
    end += (size + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
    return at;
  }

  /** Puts it on the stream. */
  void launch() {
    Status.driver(
        JCudaDriver.cuLaunchKernel(
            function, blocksX, blocksY, 1, threads, 1, 1, 0, stream, table, null),
        "cuLaunchKernel",
        name,
        blocksX + " x " + blocksY + " blocks",
        threads + " threads");
  }

  @Override
  public void close() {
    memory.close();
  }
}
