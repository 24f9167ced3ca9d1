package ganengine.kernels.cuda.emulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ganengine.kernels.cuda.library.CudaLibraries;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jcuda.Pointer;
import jcuda.Sizeof;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;
import jcuda.runtime.cudaStream_t;

/**
 * The host emulation under the real JCuda: a context, a stream, memory that is freed on close.
 * Operands are float arrays, or bf16 as the upper halves of floats.
 */
final class EmulatedCard implements AutoCloseable {
  private final CUdevice device = new CUdevice();
  private final CUstream stream = new CUstream();
  private final List<CUdeviceptr> memory = new ArrayList<>();

  /** Skips the test where the emulation was not built. */
  EmulatedCard() {
    load();
    done(JCudaDriver.cuInit(0));
    done(JCudaDriver.cuDeviceGet(device, 0));
    CUcontext context = new CUcontext();
    done(JCudaDriver.cuDevicePrimaryCtxRetain(context, device));
    done(JCudaDriver.cuCtxSetCurrent(context));
    done(JCudaDriver.cuStreamCreate(stream, 0));
  }

  private static void load() {
    String folder = System.getProperty("ganengine.emulation", "no such folder");
    assumeTrue(
        Files.exists(Path.of(folder, "libcudnn.so.9")),
        "the host emulation of CUDA was not built: its tests are skipped");
    System.setProperty(CudaLibraries.PATH_PROPERTY, folder);
    assertThat(CudaLibraries.load()).isEmpty();
  }

  static void done(int status) {
    assertThat(status).isZero();
  }

  CUstream stream() {
    return stream;
  }

  cudaStream_t libraryStream() {
    return new cudaStream_t(stream);
  }

  /** Memory that was never written. */
  CUdeviceptr unwritten(long bytes) {
    CUdeviceptr pointer = new CUdeviceptr();
    done(JCudaDriver.cuMemAlloc(pointer, bytes));
    memory.add(pointer);
    return pointer;
  }

  CUdeviceptr floats(float... values) {
    CUdeviceptr pointer = unwritten((long) values.length * Sizeof.FLOAT);
    Pointer host = Pointer.to(values);
    done(JCudaDriver.cuMemcpyHtoD(pointer, host, (long) values.length * Sizeof.FLOAT));
    return pointer;
  }

  /** Values that bf16 represents, as bf16. */
  CUdeviceptr halves(float... values) {
    short[] upper = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      upper[i] = (short) (Float.floatToRawIntBits(values[i]) >>> 16);
    }
    CUdeviceptr pointer = unwritten((long) values.length * Sizeof.SHORT);
    done(JCudaDriver.cuMemcpyHtoD(pointer, Pointer.to(upper), (long) values.length * Sizeof.SHORT));
    return pointer;
  }

  float[] readFloats(CUdeviceptr pointer, int count) {
    done(JCudaDriver.cuStreamSynchronize(stream));
    float[] values = new float[count];
    done(JCudaDriver.cuMemcpyDtoH(Pointer.to(values), pointer, (long) count * Sizeof.FLOAT));
    return values;
  }

  float[] readHalves(CUdeviceptr pointer, int count) {
    done(JCudaDriver.cuStreamSynchronize(stream));
    short[] upper = new short[count];
    done(JCudaDriver.cuMemcpyDtoH(Pointer.to(upper), pointer, (long) count * Sizeof.SHORT));
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = Float.intBitsToFloat(upper[i] << 16);
    }
    return values;
  }

  void free(CUdeviceptr pointer) {
    memory.remove(pointer);
    done(JCudaDriver.cuMemFree(pointer));
  }

  /** A factor in the host's memory. */
  static Pointer factor(float value) {
    ByteBuffer bytes = ByteBuffer.allocateDirect(Sizeof.FLOAT).order(ByteOrder.nativeOrder());
    FloatBuffer factor = bytes.asFloatBuffer();
    factor.put(0, value);
    return Pointer.to(factor);
  }

  static float[] random(long seed, int count) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** The values with the lower 16 bits cut off, so that bf16 represents them. */
  static float[] cut(float... values) {
    float[] cut = values.clone();
    for (int i = 0; i < cut.length; i++) {
      cut[i] = Float.intBitsToFloat(Float.floatToRawIntBits(cut[i]) & 0xffff0000);
    }
    return cut;
  }

  /** Each within tolerance of what is expected, relative to it or, where it is small, to 1. */
  static void assertClose(float[] found, double[] expected, double tolerance) {
    assertThat(found).hasSize(expected.length);
    for (int i = 0; i < found.length; i++) {
      double allowed = tolerance * Math.max(1, Math.abs(expected[i]));
      assertThat((double) found[i])
          .as("element %d", i)
          .isBetween(expected[i] - allowed, expected[i] + allowed);
    }
  }

  @Override
  public void close() {
    for (CUdeviceptr pointer : List.copyOf(memory)) {
      free(pointer);
    }
    done(JCudaDriver.cuStreamDestroy(stream));
    done(JCudaDriver.cuDevicePrimaryCtxRelease(device));
  }
}
