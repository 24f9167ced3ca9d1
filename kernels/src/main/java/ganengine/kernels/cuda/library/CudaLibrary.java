package ganengine.kernels.cuda.library;

/** The libraries of NVIDIA that we load, in the order in which they must be. */
public enum CudaLibrary {
  /** The driver's library: comes with the driver, not with CUDA. */
  DRIVER("driver", "libcuda.so"),
  /** cuBLAS's lower half: cuBLAS and cuDNN need it. */
  CUBLAS_LT("cuBLASLt", "libcublasLt.so"),
  /** Matrix products. */
  CUBLAS("cuBLAS", "libcublas.so"),
  /** What NVRTC opens when it compiles; its name carries NVRTC's whole version. */
  NVRTC_BUILTINS("NVRTC built-ins", "libnvrtc-builtins.so"),
  /** The compiler for our kernels. */
  NVRTC("NVRTC", "libnvrtc.so"),
  /** Convolutions; opens more libraries that lie beside it. */
  CUDNN("cuDNN", "libcudnn.so");

  /** The major version of cuDNN that we use. */
  static final int CUDNN_MAJOR = 9;

  private final String title;
  private final String stem;

  CudaLibrary(String title, String stem) {
    this.title = title;
    this.stem = stem;
  }

  /** Its name, for people. */
  public String title() {
    return title;
  }

  /** Its file's name up to the version: {@code libcublas.so}. */
  String stem() {
    return stem;
  }

  /**
   * The name under which programs ask for it: {@code libcublas.so.13}.
   *
   * @param cuda CUDA's major version; the driver's and cuDNN's names don't depend on it
   */
  String soname(int cuda) {
    return stem
        + "."
        + switch (this) {
          case DRIVER -> 1;
          case CUDNN -> CUDNN_MAJOR;
          case CUBLAS_LT, CUBLAS, NVRTC_BUILTINS, NVRTC -> cuda;
        };
  }
}
