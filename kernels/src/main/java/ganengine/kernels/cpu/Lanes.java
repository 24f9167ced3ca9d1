package ganengine.kernels.cpu;

import java.util.Optional;

/** Whether the Vector API is there, and why not. The one place that decides. */
final class Lanes {
  private Lanes() {}

  /** Why scalar code will run, in one line with what to do; empty if the Vector API is there. */
  static Optional<String> scalarBecause() {
    if (Boolean.getBoolean("ganengine.scalar")) {
      return Optional.of("-Dganengine.scalar=true asks for scalar code");
    }
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return Optional.of("start Java with --add-modules jdk.incubator.vector");
    }
    return Optional.empty();
  }

  /** What computes, for people: {@code scalar code} or {@code Vector API 512-bit}. */
  static String description() {
    return scalarBecause().isPresent()
        ? "scalar code"
        : "Vector API %d-bit".formatted(vector("bits", Integer.class));
  }

  /** The micro-kernel of matrix products. */
  static MicroKernel microKernel() {
    return scalarBecause().isPresent()
        ? new ScalarTile()
        : vector("microKernel", MicroKernel.class);
  }

  /**
   * Calls a method of VectorLanes by name: that class can't be linked without the incubator module,
   * so nothing outside its source folder may refer to it.
   */
  private static <T> T vector(String method, Class<T> result) {
    try {
      Class<?> lanes = Class.forName("ganengine.kernels.cpu.VectorLanes");
      return result.cast(lanes.getDeclaredMethod(method).invoke(null));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the Vector API is there but VectorLanes does not load", e);
    }
  }
}
