package ganengine.kernels.cuda.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which CUDA a cuDNN 9 is built for. Builds for 12 and for 13 have the same names, but each opens
 * the cuBLASLt of its own CUDA, and ends the process if there is none.
 */
final class CudnnBuild {
  /** The small ones among its libraries that could name a cuBLASLt. */
  private static final List<String> PARTS =
      List.of("libcudnn_graph.so.9", "libcudnn_cnn.so.9", "libcudnn.so.9");

  private static final long LARGEST = 16L << 20;

  private CudnnBuild() {}

  /** The major version: what its wheel says, else what its files name; empty if neither tells. */
  static OptionalInt cuda(Path cudnn) {
    Optional<PythonWheel> wheel = PythonWheel.holding(cudnn);
    if (wheel.isPresent() && wheel.get().cuda().isPresent()) {
      return wheel.get().cuda();
    }
    return PARTS.stream()
        .map(part -> named(cudnn.resolveSibling(part)))
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  private static OptionalInt named(Path part) {
    try {
      if (!Files.isRegularFile(part) || Files.size(part) > LARGEST) {
        return OptionalInt.empty();
      }
      String contents = Files.readString(part, StandardCharsets.ISO_8859_1);
      return LibrarySearch.MAJORS.stream()
          .filter(major -> contents.contains(CudaLibrary.CUBLAS_LT.soname(major) + "\0"))
          .mapToInt(major -> major)
          .findFirst();
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }
}
