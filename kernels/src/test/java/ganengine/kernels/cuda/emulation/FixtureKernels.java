package ganengine.kernels.cuda.emulation;

import static ganengine.kernels.cuda.emulation.EmulatedCard.done;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jcuda.Pointer;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;
import jcuda.nvrtc.JNvrtc;
import jcuda.nvrtc.nvrtcProgram;

/** The kernels of {@code emulation/fixtures/faults.cu}, by way of NVRTC and a module. */
final class FixtureKernels implements AutoCloseable {
  private final CUmodule module = new CUmodule();

  FixtureKernels() {
    done(JCudaDriver.cuModuleLoadData(module, image(source())));
  }

  static String source() {
    try {
      return Files.readString(Path.of("src/test/emulation/fixtures/faults.cu"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] image(String source) {
    nvrtcProgram program = new nvrtcProgram();
    done(JNvrtc.nvrtcCreateProgram(program, source, "faults.cu", 0, null, null));
    done(JNvrtc.nvrtcCompileProgram(program, 1, new String[] {"--gpu-architecture=sm_90"}));
    long[] bytes = new long[1];
    done(JNvrtc.nvrtcGetCUBINSize(program, bytes));
    byte[] image = new byte[(int) bytes[0]];
    done(JNvrtc.nvrtcGetCUBIN(program, image));
    done(JNvrtc.nvrtcDestroyProgram(program));
    return image;
  }

  /** The launch's status. Arguments: pointers to them. */
  int launch(String kernel, CUstream stream, int blocks, int threads, Pointer... arguments) {
    CUfunction function = new CUfunction();
    done(JCudaDriver.cuModuleGetFunction(function, module, kernel));
    return JCudaDriver.cuLaunchKernel(
        function, blocks, 1, 1, threads, 1, 1, 0, stream, Pointer.to(arguments), null);
  }

  /** What the driver says of a status. */
  static String text(int status) {
    String[] text = new String[1];
    done(JCudaDriver.cuGetErrorString(status, text));
    return text[0];
  }

  @Override
  public void close() {
    done(JCudaDriver.cuModuleUnload(module));
  }
}
