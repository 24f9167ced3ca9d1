package ganengine.kernels.cuda.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import jcuda.driver.JCudaDriver;

/**
 * Finds and loads NVIDIA's libraries and JCuda's natives for them, once in a process. The libraries
 * are loaded by their absolute paths before the natives, whose needs the system's loader then
 * satisfies by name.
 */
public final class CudaLibraries {
  /** System property: folders to look through first, with {@code :} between them. */
  public static final String PATH_PROPERTY = "ganengine.cuda.path";

  /** The major version that JCuda's natives are linked to. */
  private static final int JCUDA_MAJOR = 12;

  private static final CudaLibraries INSTANCE = new CudaLibraries();

  private String searchedWith;
  private Optional<String> problem = Optional.empty();
  private Optional<FoundLibrary> driver = Optional.empty();
  private OptionalInt driverVersion = OptionalInt.empty();
  private Optional<Toolkit> toolkit = Optional.empty();
  private boolean loaded;

  private CudaLibraries() {}

  /**
   * Loads what is not loaded yet. Where something is missing, a later call tries again only if
   * {@link #PATH_PROPERTY} has changed. Without a driver it looks for nothing else.
   *
   * @return why CUDA can't be used, in one line; empty if everything is loaded
   */
  public static Optional<String> load() {
    return INSTANCE.loadOnce();
  }

  /**
   * What there is, loaded or not, in the order in which it is loaded; looks for CUDA's libraries
   * even where {@link #load} stopped because there is no driver.
   */
  public static List<FoundLibrary> found() {
    return INSTANCE.foundSoFar();
  }

  /** What there is not: one line each, with what brings it. */
  public static List<String> missing() {
    return INSTANCE.missingSoFar();
  }

  /** The version of CUDA that the driver is for, 13000 for 13.0; empty before it is loaded. */
  public static OptionalInt driverVersion() {
    synchronized (INSTANCE) {
      return INSTANCE.driverVersion;
    }
  }

  /** The major version of the libraries loaded: 13 or 12; empty before they are. */
  public static OptionalInt major() {
    synchronized (INSTANCE) {
      return INSTANCE.loaded
          ? OptionalInt.of(INSTANCE.toolkit.orElseThrow().cuda())
          : OptionalInt.empty();
    }
  }

  private synchronized Optional<String> loadOnce() {
    String option = System.getProperty(PATH_PROPERTY, "");
    if (!loaded && !option.equals(searchedWith)) {
      searchedWith = option;
      toolkit = Optional.empty();
      problem = load(new LibrarySearch(SearchPlaces.ofThisMachine(option)));
      loaded = problem.isEmpty();
    }
    return problem;
  }

  private Optional<String> load(LibrarySearch search) {
    Optional<String> system = foreignSystem();
    if (system.isPresent()) {
      return system;
    }
    if (driverVersion.isEmpty()) {
      driver = search.driver();
    }
    if (driver.isEmpty()) {
      return Optional.of(
          "no NVIDIA driver: %s is not in %s; %s"
              .formatted(
                  CudaLibrary.DRIVER.soname(0), SearchPlaces.IN_WORDS_FOR_DRIVER, Advice.driver()));
    }
    try (JCudaNatives natives = JCudaNatives.open()) {
      loadDriver(natives);
      return loadToolkit(search, natives);
    } catch (IOException | LinkageError | IllegalArgumentException e) {
      return Optional.of("a library can't be loaded: " + firstLine(e));
    }
  }

  private void loadDriver(JCudaNatives natives) throws IOException {
    if (driverVersion.isPresent()) {
      return;
    }
    System.load(driver.orElseThrow().path().toString());
    natives.load("JCudaDriver", "jcuda.driver.JCudaDriver");
    int[] version = new int[1];
    int status = JCudaDriver.cuDriverGetVersion(version);
    if (status != 0) {
      throw new LinkageError("cuDriverGetVersion failed with " + status);
    }
    driverVersion = OptionalInt.of(version[0]);
  }

  private Optional<String> loadToolkit(LibrarySearch search, JCudaNatives natives)
      throws IOException {
    int newest = driverVersion.orElseThrow() / 1000;
    toolkit = search.toolkit(newest);
    if (toolkit.isEmpty() || !toolkit.get().complete()) {
      return Optional.of(whyIncomplete(search, newest));
    }
    Toolkit chosen = toolkit.get();
    for (FoundLibrary library : chosen.found()) {
      System.load(library.path().toString());
    }
    List<FoundLibrary> loadedLibraries = new ArrayList<>();
    for (FoundLibrary library : chosen.found()) {
      loadedLibraries.add(library.relinked(loadNative(natives, library.library(), chosen.cuda())));
    }
    toolkit = Optional.of(new Toolkit(chosen.cuda(), loadedLibraries, List.of()));
    return Optional.empty();
  }

  /** Has JCuda load its native for the library, if it has one; whether that was relinked. */
  private static boolean loadNative(JCudaNatives natives, CudaLibrary library, int cuda)
      throws IOException {
    String from = library.soname(JCUDA_MAJOR);
    String to = library.soname(cuda);
    return switch (library) {
      case CUBLAS -> natives.load("JCublas2", "jcuda.jcublas.JCublas2", from, to);
      case NVRTC -> natives.load("JNvrtc", "jcuda.nvrtc.JNvrtc", from, to);
      case CUDNN -> natives.load("JCudnn", "jcuda.jcudnn.JCudnn", from, to);
      case DRIVER, CUBLAS_LT, NVRTC_BUILTINS -> false;
    };
  }

  private String whyIncomplete(LibrarySearch search, int newest) {
    Optional<Toolkit> newer = search.toolkit(LibrarySearch.MAJORS.get(0));
    String oldDriver =
        "the driver is too old: %s runs CUDA %s, "
            .formatted(driver.orElseThrow().version(), dotted(driverVersion.orElseThrow()));
    if (toolkit.isEmpty()) {
      return oldDriver + "12 or 13 is needed; install driver 580 or later";
    }
    Toolkit lacking = toolkit.get();
    String packages = Advice.libraries(lacking.cuda(), lacking.missing());
    if (newer.isPresent() && newer.get().complete()) {
      return oldDriver
          + "the libraries here are for %d; install driver 580 or later, or %s"
              .formatted(newer.get().cuda(), packages);
    }
    return "not found: %s; looked in %s; %s"
        .formatted(lacking.describeMissing(), SearchPlaces.IN_WORDS, packages);
  }

  private synchronized List<FoundLibrary> foundSoFar() {
    loadOnce();
    searchWithoutDriver();
    List<FoundLibrary> found = new ArrayList<>(driver.stream().toList());
    toolkit.ifPresent(libraries -> found.addAll(libraries.found()));
    return found;
  }

  private synchronized List<String> missingSoFar() {
    loadOnce();
    searchWithoutDriver();
    List<String> missing = new ArrayList<>();
    if (driver.isEmpty()) {
      missing.add("driver (%s): %s".formatted(CudaLibrary.DRIVER.soname(0), Advice.driver()));
    }
    toolkit.ifPresent(
        libraries ->
            libraries
                .missing()
                .forEach(
                    each ->
                        missing.add(
                            each.describe(libraries.cuda())
                                + ": "
                                + Advice.libraries(libraries.cuda(), List.of(each)))));
    return missing;
  }

  /** What a driver of the newest kind could run. */
  private void searchWithoutDriver() {
    if (driver.isEmpty() && toolkit.isEmpty() && foreignSystem().isEmpty()) {
      toolkit =
          new LibrarySearch(SearchPlaces.ofThisMachine(searchedWith))
              .toolkit(LibrarySearch.MAJORS.get(0));
    }
  }

  private static Optional<String> foreignSystem() {
    String system = System.getProperty("os.name");
    String processor = System.getProperty("os.arch");
    boolean ours = system.equals("Linux") && List.of("amd64", "x86_64").contains(processor);
    return ours
        ? Optional.empty()
        : Optional.of(
            "it runs on Linux on x86-64 only, this is %s on %s".formatted(system, processor));
  }

  private static String dotted(int version) {
    return String.format(Locale.ROOT, "%d.%d", version / 1000, version % 1000 / 10);
  }

  private static String firstLine(Throwable error) {
    String message = error.getMessage() == null ? error.toString() : error.getMessage();
    return message.lines().findFirst().orElse("").strip();
  }
}
