package ganengine.kernels.cuda.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The wheel that brought a library, known by the folder {@code
 * nvidia_cudnn_cu12-9.5.1.17.dist-info} among the packages.
 *
 * @param version its version
 * @param cuda the major version of CUDA that it is for, where its name says so
 */
record PythonWheel(String version, OptionalInt cuda) {
  private static final Pattern RECORD =
      Pattern.compile("nvidia_[a-z_]+?(?:_cu(\\d\\d))?-([0-9.]+)\\.dist-info");

  /** The wheel of {@code PACKAGES/nvidia/FOLDER/lib/LIBRARY}; empty if it lies elsewhere. */
  static Optional<PythonWheel> holding(Path library) {
    Path nvidia = ancestor(library, 3);
    Path packages = ancestor(library, 4);
    if (packages == null || !nvidia.endsWith("nvidia")) {
      return Optional.empty();
    }
    String part =
        library.getFileName().toString().replaceFirst("^lib", "").replaceFirst("\\..*", "");
    String name =
        switch (part) {
          case "nvrtc", "nvrtc-builtins" -> "nvidia_cuda_nvrtc";
          case "cublasLt" -> "nvidia_cublas";
          default -> "nvidia_" + part;
        };
    List<Path> records = SearchPlaces.matching(packages, name + "*.dist-info");
    return records.stream().flatMap(path -> read(path).stream()).findFirst();
  }

  private static Optional<PythonWheel> read(Path path) {
    Matcher matcher = RECORD.matcher(path.getFileName().toString());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String cuda = matcher.group(1);
    return Optional.of(
        new PythonWheel(
            matcher.group(2),
            cuda == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cuda))));
  }

  private static Path ancestor(Path path, int levels) {
    Path ancestor = path;
    for (int i = 0; i < levels && ancestor != null; i++) {
      ancestor = ancestor.getParent();
    }
    return ancestor;
  }
}
