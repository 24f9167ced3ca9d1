package ganengine.kernels.cuda;

import ganengine.kernels.BufferPool;
import ganengine.kernels.ElementType;
import ganengine.kernels.OutOfDeviceMemoryException;
import jcuda.driver.CUresult;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;

/** The only caller of the driver's allocator. */
final class CudaPool extends BufferPool<CudaBuffer> {
  private final boolean poison = Boolean.getBoolean("ganengine.poison");
  private final CUstream stream;
  private final Capturing capturing;

  CudaPool(CUstream stream, Capturing capturing) {
    this.stream = stream;
    this.capturing = capturing;
  }

  @Override
  protected CudaBuffer create(ElementType type, long length) {
    long bytes = length * bytes(type);
    DevicePointer pointer = new DevicePointer();
    int status = JCudaDriver.cuMemAlloc(pointer, bytes);
    if (status == CUresult.CUDA_ERROR_OUT_OF_MEMORY) {
      throw outOfMemory(bytes);
    }
    Status.driver(status, "cuMemAlloc", bytes);
    return new CudaBuffer(type, length, pointer);
  }

  private OutOfDeviceMemoryException outOfMemory(long bytes) {
    long[] free = new long[1];
    long[] total = new long[1];
    JCudaDriver.cuMemGetInfo(free, total);
    return new OutOfDeviceMemoryException(
        "the card has no room for %s more: of its %s, %s are free and %s are in use here; use a smaller --batch or --precision bf16"
            .formatted(size(bytes), size(total[0]), size(free[0]), size(use().liveBytes())));
  }

  static String size(long bytes) {
    return bytes < 1 << 20
        ? "%,d bytes".formatted(bytes)
        : "%,d MiB".formatted((bytes + (1 << 19)) >> 20);
  }

  @Override
  protected void destroy(CudaBuffer buffer) {
    // cuMemFree waits for the kernels that still use the memory.
    Status.driver(JCudaDriver.cuMemFree(buffer.pointer()), "cuMemFree", buffer.bytes());
  }

  @Override
  protected int bytes(ElementType type) {
    return CudaBuffer.bytes(type);
  }

  /** All ones are NaN as a float, and -1 as an index. */
  @Override
  protected void handedOut(CudaBuffer buffer) {
    if (poison && !capturing.now()) {
      Status.driver(
          JCudaDriver.cuMemsetD8Async(buffer.pointer(), (byte) -1, buffer.bytes(), stream),
          "cuMemsetD8Async",
          buffer.bytes());
    }
  }
}
