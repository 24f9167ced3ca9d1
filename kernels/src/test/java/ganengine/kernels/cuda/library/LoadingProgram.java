package ganengine.kernels.cuda.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import jcuda.driver.JCudaDriver;
import jcuda.jcublas.JCublas2;
import jcuda.jcublas.cublasHandle;
import jcuda.jcudnn.JCudnn;
import jcuda.nvrtc.JNvrtc;

/** Loads the libraries in a process of its own, calls each, and prints one line for each fact. */
final class LoadingProgram {
  private LoadingProgram() {}

  public static void main(String[] args) throws Exception {
    String temporary = System.getProperty("java.io.tmpdir");
    long start = System.nanoTime();
    Optional<String> problem = CudaLibraries.load();
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.println("problem " + problem.orElse("none"));
    System.out.println("second time the same " + CudaLibraries.load().equals(problem));
    CudaLibraries.found()
        .forEach(
            library ->
                System.out.println(
                    "%s %s %s %s"
                        .formatted(
                            library.library(),
                            library.version(),
                            library.relinked() ? "relinked" : "as it is",
                            library.path())));
    CudaLibraries.missing().forEach(line -> System.out.println("missing " + line));
    if (problem.isEmpty()) {
      callEach();
    }
    System.out.println(
        "temporary files unchanged " + temporary.equals(System.getProperty("java.io.tmpdir")));
    try (Stream<Path> left = Files.list(Path.of(temporary))) {
      System.out.println("left behind " + left.count());
    }
    System.out.println("load took " + millis + " ms");
  }

  private static void callEach() {
    int[] first = new int[1];
    int[] second = new int[1];
    System.out.println("cuInit " + JCudaDriver.cuInit(0));
    System.out.println(
        "cuDriverGetVersion " + JCudaDriver.cuDriverGetVersion(first) + " " + first[0]);
    cublasHandle handle = new cublasHandle();
    System.out.println("cublasCreate " + JCublas2.cublasCreate(handle));
    System.out.println("cublasDestroy " + JCublas2.cublasDestroy(handle));
    System.out.println("cudnnGetVersion " + JCudnn.cudnnGetVersion() / 10_000);
    System.out.println("nvrtcVersion " + JNvrtc.nvrtcVersion(first, second));
  }
}
