package ganengine.kernels.cuda;

import ganengine.kernels.ElementType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.JCudaDriver;

/**
 * Our own kernels, each file compiled and loaded when one of its kernels is first asked for: once
 * for float activations, once for bfloat16 ones.
 */
final class Kernels implements AutoCloseable {
  private record File(String name, boolean bfloat16) {}

  private record Key(File file, String function) {}

  private final KernelCompiler compiler;
  private final KernelCache cache;
  private final Launch launch;
  private final Map<File, CUmodule> modules = new HashMap<>();
  private final Map<Key, Kernel> kernels = new HashMap<>();

  Kernels(KernelCompiler compiler, KernelCache cache, Launch launch) {
    this.compiler = compiler;
    this.cache = cache;
    this.launch = launch;
  }

  /**
   * The kernel {@code function} in {@code <file>.cu}.
   *
   * @param activations REAL or BFLOAT16: what {@code Real} is
   */
  Kernel get(String file, String function, ElementType activations) {
    File of = new File(file, activations == ElementType.BFLOAT16);
    return kernels.computeIfAbsent(new Key(of, function), this::load);
  }

  private Kernel load(Key key) {
    CUmodule module = modules.computeIfAbsent(key.file(), this::load);
    CUfunction function = new CUfunction();
    Status.driver(
        JCudaDriver.cuModuleGetFunction(function, module, key.function()),
        "cuModuleGetFunction",
        key.file().name(),
        key.function());
    return new Kernel(key.function(), function, launch);
  }

  private CUmodule load(File file) {
    KernelSource source = KernelSource.of(file.name());
    List<String> parts = new ArrayList<>();
    parts.add(compiler.version());
    parts.addAll(compiler.options(file.bfloat16()));
    parts.add(source.text());
    source.headers().forEach((name, text) -> parts.addAll(List.of(name, text)));
    String key = KernelCache.key(parts);
    byte[] image =
        cache
            .read(key)
            .orElseGet(
                () -> {
                  byte[] compiled = compiler.compile(source, file.bfloat16());
                  cache.write(key, compiled);
                  return compiled;
                });
    CUmodule module = new CUmodule();
    Status.driver(JCudaDriver.cuModuleLoadData(module, image), "cuModuleLoadData", source.file());
    return module;
  }

  @Override
  public void close() {
    for (CUmodule module : modules.values()) {
      Status.driver(JCudaDriver.cuModuleUnload(module), "cuModuleUnload");
    }
  }
}
