package ganengine.kernels.cuda.library;

import ganengine.kernels.cuda.library.Toolkit.Missing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Chooses among the libraries that lie in the places where they can lie. cuBLAS and NVRTC are of
 * one major version, cuDNN of a build for it. What the user named wins if it is complete; else the
 * newest.
 */
final class LibrarySearch {
  /** The major versions of CUDA that we run on, newest first. */
  static final List<Integer> MAJORS = List.of(13, 12);

  static final int NEWEST = MAJORS.get(0);

  private final SearchPlaces places;

  LibrarySearch(SearchPlaces places) {
    this.places = places;
  }

  /** The driver's library. */
  Optional<FoundLibrary> driver() {
    return in(places.forDriver(), CudaLibrary.DRIVER, 0).findFirst();
  }

  /**
   * The libraries to take.
   *
   * @param newest the newest major version that the driver runs
   * @return the best complete toolkit; without one, that which lacks least; empty if the driver is
   *     for something older than all that we run on
   */
  Optional<Toolkit> toolkit(int newest) {
    List<Integer> majors = MAJORS.stream().filter(major -> major <= newest).toList();
    List<Path> everywhere = places.everywhere();
    List<Toolkit> choices = new ArrayList<>();
    for (List<Path> folders : List.of(places.named(), everywhere)) {
      majors.forEach(major -> choices.add(assemble(major, folders, everywhere)));
    }
    return choices.stream().min(Comparator.comparingInt(toolkit -> toolkit.missing().size()));
  }

  private static Toolkit assemble(int cuda, List<Path> folders, List<Path> everywhere) {
    List<FoundLibrary> found = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    Optional<FoundLibrary> cublas = in(folders, CudaLibrary.CUBLAS, cuda).findFirst();
    if (cublas.isPresent() && needsLowerHalf(cublas.get(), cuda)) {
      take(lowerHalf(cublas.get(), cuda, everywhere), CudaLibrary.CUBLAS_LT, found, missing);
    }
    take(cublas, CudaLibrary.CUBLAS, found, missing);
    Optional<FoundLibrary> nvrtc = in(folders, CudaLibrary.NVRTC, cuda).findFirst();
    nvrtc.flatMap(library -> builtins(library, cuda)).ifPresent(found::add);
    take(nvrtc, CudaLibrary.NVRTC, found, missing);
    takeCudnn(cuda, everywhere, found, missing);
    return new Toolkit(cuda, List.copyOf(found), List.copyOf(missing));
  }

  private static void take(
      Optional<FoundLibrary> library,
      CudaLibrary which,
      List<FoundLibrary> found,
      List<Missing> missing) {
    library.ifPresentOrElse(found::add, () -> missing.add(new Missing(which, Optional.empty())));
  }

  private static void takeCudnn(
      int cuda, List<Path> folders, List<FoundLibrary> found, List<Missing> missing) {
    List<FoundLibrary> all = in(folders, CudaLibrary.CUDNN, cuda).toList();
    for (FoundLibrary cudnn : all) {
      OptionalInt builtFor = CudnnBuild.cuda(cudnn.path());
      if (builtFor.orElse(cuda) == cuda) {
        found.add(cudnn);
        return;
      }
    }
    Optional<String> why =
        all.stream().findFirst().map(cudnn -> cudnn.path() + " is not for CUDA " + cuda);
    missing.add(new Missing(CudaLibrary.CUDNN, why));
  }

  private static boolean needsLowerHalf(FoundLibrary cublas, int cuda) {
    return LibraryFile.needed(cublas.path()).contains(CudaLibrary.CUBLAS_LT.soname(cuda));
  }

  /** Beside cuBLAS, else anywhere. */
  private static Optional<FoundLibrary> lowerHalf(
      FoundLibrary cublas, int cuda, List<Path> everywhere) {
    List<Path> folders = new ArrayList<>(List.of(cublas.path().getParent()));
    folders.addAll(everywhere);
    return in(folders, CudaLibrary.CUBLAS_LT, cuda).findFirst();
  }

  /** Beside NVRTC; their name goes on with the minor version. */
  private static Optional<FoundLibrary> builtins(FoundLibrary nvrtc, int cuda) {
    String pattern = CudaLibrary.NVRTC_BUILTINS.soname(cuda) + "*";
    return Stream.of(nvrtc.path().getParent(), nvrtc.file().getParent())
        .flatMap(folder -> SearchPlaces.matching(folder, pattern).stream())
        .filter(LibraryFile::usable)
        .findFirst()
        .map(path -> FoundLibrary.at(CudaLibrary.NVRTC_BUILTINS, path));
  }

  private static Stream<FoundLibrary> in(List<Path> folders, CudaLibrary library, int cuda) {
    String name = library.soname(cuda);
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::isRegularFile)
        .filter(LibraryFile::usable)
        .map(path -> FoundLibrary.at(library, path));
  }
}
