package ganengine.bench.compare;

import ganengine.gan.launch.JvmFlags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the processes of a comparison are started: each library with what serves it best. */
public final class Commands {
  /** Bytes that glibc keeps rather than gives back: more than any network here needs. */
  private static final long KEPT = 16L << 30;

  private Commands() {}

  /** Java as gan-engine.jar's launcher starts it. */
  public static List<String> ours(String mainClass, Object... arguments) {
    return java(JvmFlags.ofThisJvm(), mainClass, arguments);
  }

  /**
   * A small heap: libtorch's memory is not in it.
   *
   * @param mkl whether matrix products are MKL's, not OpenBLAS's
   */
  static List<String> libtorch(boolean mkl, String mainClass, Object... arguments) {
    List<String> flags = new ArrayList<>(List.of("-Xmx128m", "-XX:+UseSerialGC"));
    // Else it asks for the resident memory at every new tensor.
    flags.add("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
    if (mkl) {
      flags.add("-Dorg.bytedeco.openblas.load=mkl");
    }
    if (Runtime.version().feature() >= 22) {
      flags.add("--enable-native-access=ALL-UNNAMED");
    }
    return java(flags, mainClass, arguments);
  }

  private static List<String> java(List<String> flags, String mainClass, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }

  /**
   * One pool of threads for libtorch and MKL, whose waiting spins only for a moment; memory that
   * glibc has once taken is kept, in one arena, in huge pages. OpenBLAS has a pool of its own,
   * which fights OpenMP's: it gets one thread.
   */
  static Map<String, String> libtorchEnvironment(int threads) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("OMP_NUM_THREADS", Integer.toString(threads));
    variables.put("OPENBLAS_NUM_THREADS", "1");
    variables.put("MKL_NUM_THREADS", Integer.toString(threads));
    variables.put("MKL_THREADING_LAYER", "GNU");
    variables.put("MKL_DYNAMIC", "FALSE");
    variables.put(
        "GLIBC_TUNABLES",
        "glibc.malloc.hugetlb=1:glibc.malloc.arena_max=1:glibc.malloc.mmap_max=0"
            + ":glibc.malloc.trim_threshold=%d:glibc.malloc.top_pad=%d".formatted(KEPT, 64L << 20));
    return variables;
  }
}
