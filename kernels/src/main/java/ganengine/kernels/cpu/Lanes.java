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
}
