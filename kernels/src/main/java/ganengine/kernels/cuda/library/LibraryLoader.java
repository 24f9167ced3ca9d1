package ganengine.kernels.cuda.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import jcuda.driver.JCudaDriver;
import jcuda.jcudnn.JCudnn;
import jcuda.nvrtc.JNvrtc;

/**
 * Loads NVIDIA's libraries by their absolute paths, and then JCuda's natives: what these need is
 * then there under the right name, so the system's loader looks for nothing.
 */
final class LibraryLoader {
  /** The major version of CUDA that JCuda's natives are linked to. */
  private static final int JCUDA_MAJOR = 12;

  private OptionalInt driverVersion = OptionalInt.empty();

  /** The version of CUDA that the driver is for, 13000 for 13.0; empty before it is loaded. */
  OptionalInt driverVersion() {
    return driverVersion;
  }

  /**
   * Loads the driver's library; only the first one given, since a process can have but one.
   *
   * @return the version of CUDA that it is for
   * @throws LinkageError if it can't be loaded or doesn't answer
   */
  int loadDriver(FoundLibrary driver, JCudaNatives natives) throws IOException {
    if (driverVersion.isEmpty()) {
      System.load(driver.path().toString());
      natives.load("JCudaDriver", "jcuda.driver.JCudaDriver");
      int[] version = new int[1];
      int status = JCudaDriver.cuDriverGetVersion(version);
      if (status != 0) {
        throw new LinkageError(driver.path() + ": cuDriverGetVersion failed with " + status);
      }
      driverVersion = OptionalInt.of(version[0]);
    }
    return driverVersion.getAsInt();
  }

  /**
   * Loads a complete toolkit.
   *
   * @return the same, with what was relinked marked
   * @throws LinkageError if one of its libraries can't be loaded
   */
  Toolkit load(Toolkit toolkit, JCudaNatives natives) throws IOException {
    for (FoundLibrary library : toolkit.found()) {
      System.load(library.path().toString());
    }
    List<FoundLibrary> loaded = new ArrayList<>();
    for (FoundLibrary library : toolkit.found()) {
      boolean changed = loadNative(natives, library.library(), toolkit.cuda());
      loaded.add(answering(library).relinked(changed));
    }
    return new Toolkit(toolkit.cuda(), loaded, List.of());
  }

  /** With the version that the library itself tells, where its file's name says little. */
  private static FoundLibrary answering(FoundLibrary library) {
    if (library.version().contains(".")) {
      return library;
    }
    return switch (library.library()) {
      case NVRTC -> library.version(nvrtcVersion());
      case CUDNN -> library.version(cudnnVersion(JCudnn.cudnnGetVersion()));
      case DRIVER, CUBLAS_LT, CUBLAS, NVRTC_BUILTINS -> library;
    };
  }

  private static String nvrtcVersion() {
    int[] major = new int[1];
    int[] minor = new int[1];
    JNvrtc.nvrtcVersion(major, minor);
    return major[0] + "." + minor[0];
  }

  /** 90501 is 9.5.1. */
  private static String cudnnVersion(long version) {
    return version / 10_000 + "." + version / 100 % 100 + "." + version % 100;
  }

  /** Has JCuda load its native for the library, if it has one; whether that was relinked. */
  private static boolean loadNative(JCudaNatives natives, CudaLibrary library, int cuda)
      throws IOException {
    String from = library.soname(JCUDA_MAJOR);
    String to = library.soname(cuda);
    return switch (library) {
      case CUBLAS -> natives.load("JCublas2", "jcuda.jcublas.JCublas2", from, to);
      case NVRTC -> natives.load("JNvrtc", "jcuda.nvrtc.JNvrtc", from, to);
      case CUDNN -> natives.load("JCudnn", "jcuda.jcudnn.JCudnn", from, to);
      case DRIVER, CUBLAS_LT, NVRTC_BUILTINS -> false;
    };
  }
}
