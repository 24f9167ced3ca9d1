package ganengine.kernels.cuda.library;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * CUDA's libraries of one major version, as far as they are on this machine.
 *
 * @param cuda the major version: 13 or 12
 * @param found what there is, in the order in which it must be loaded
 * @param missing what there is not
 */
record Toolkit(int cuda, List<FoundLibrary> found, List<Missing> missing) {
  /**
   * What is not there.
   *
   * @param library which
   * @param why why one that lies there doesn't count; empty if there is none
   */
  record Missing(CudaLibrary library, Optional<String> why) {
    String describe(int cuda) {
      return library.title()
          + " ("
          + library.soname(cuda)
          + why.map(reason -> "; " + reason).orElse("")
          + ")";
    }
  }

  boolean complete() {
    return missing.isEmpty();
  }

  Optional<FoundLibrary> find(CudaLibrary library) {
    return found.stream().filter(candidate -> candidate.library() == library).findFirst();
  }

  /** The missing ones in words, with the names they have as files. */
  String describeMissing() {
    return missing.stream().map(each -> each.describe(cuda)).collect(Collectors.joining(", "));
  }
}
