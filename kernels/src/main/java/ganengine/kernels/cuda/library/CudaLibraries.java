package ganengine.kernels.cuda.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * NVIDIA's libraries in this process: found and loaded once, on the first demand, and nothing but a
 * few folders is looked into where there is no driver.
 */
public final class CudaLibraries {
  /** System property: folders to look through first, with {@code :} between them. */
  public static final String PATH_PROPERTY = "ganengine.cuda.path";

  private static final LibraryLoader LOADER = new LibraryLoader();

  private static String searchedWith;
  private static Optional<String> problem = Optional.empty();
  private static Optional<FoundLibrary> driver = Optional.empty();
  private static Optional<Toolkit> toolkit = Optional.empty();
  private static boolean loaded;

  private CudaLibraries() {}

  /**
   * Loads what is not loaded yet. Where something is missing, a later call tries again only if
   * {@link #PATH_PROPERTY} has changed. Without a driver it looks for nothing else.
   *
   * @return why CUDA can't be used, in one line; empty if everything is loaded
   */
  public static synchronized Optional<String> load() {
    String option = System.getProperty(PATH_PROPERTY, "");
    if (!loaded && !option.equals(searchedWith)) {
      searchedWith = option;
      toolkit = Optional.empty();
      problem = foreignSystem().or(CudaLibraries::loadAll);
      loaded = problem.isEmpty();
    }
    return problem;
  }

  /**
   * What there is, loaded or not, in the order in which it is loaded; looks for CUDA's libraries
   * even where {@link #load} stopped because there is no driver.
   */
  public static synchronized List<FoundLibrary> found() {
    search();
    List<FoundLibrary> found = new ArrayList<>(driver.stream().toList());
    toolkit.ifPresent(libraries -> found.addAll(libraries.found()));
    return found;
  }

  /** What there is not: one line each, with what brings it. */
  public static synchronized List<String> missing() {
    search();
    List<String> missing = new ArrayList<>();
    if (foreignSystem().isEmpty() && driver.isEmpty()) {
      missing.add(Advice.missingDriver());
    }
    toolkit.ifPresent(libraries -> missing.addAll(Advice.missing(libraries)));
    return missing;
  }

  /** The version of CUDA that the driver is for, 13000 for 13.0; empty before it is loaded. */
  public static synchronized OptionalInt driverVersion() {
    return LOADER.driverVersion();
  }

  /** The major version of the libraries loaded: 13 or 12; empty before they are. */
  public static synchronized OptionalInt major() {
    return loaded ? OptionalInt.of(toolkit.orElseThrow().cuda()) : OptionalInt.empty();
  }

  private static Optional<String> loadAll() {
    LibrarySearch search = searchHere();
    if (LOADER.driverVersion().isEmpty()) {
      driver = search.driver();
    }
    if (driver.isEmpty()) {
      return Optional.of(Advice.noDriver());
    }
    try (JCudaNatives natives = JCudaNatives.open()) {
      int version = LOADER.loadDriver(driver.get(), natives);
      toolkit = search.toolkit(version / 1000);
      if (toolkit.isEmpty() || !toolkit.get().complete()) {
        Optional<Toolkit> newest = search.toolkit(LibrarySearch.NEWEST);
        return Optional.of(Advice.incomplete(driver.get(), version, toolkit, newest));
      }
      toolkit = Optional.of(LOADER.load(toolkit.get(), natives));
      return Optional.empty();
    } catch (IOException | LinkageError | IllegalArgumentException e) {
      return Optional.of("a library can't be loaded: " + firstLine(e));
    }
  }

  /** Without a driver: what the newest could run. */
  private static void search() {
    load();
    if (driver.isEmpty() && toolkit.isEmpty() && foreignSystem().isEmpty()) {
      toolkit = searchHere().toolkit(LibrarySearch.NEWEST);
    }
  }

  private static LibrarySearch searchHere() {
    return new LibrarySearch(SearchPlaces.ofThisMachine(searchedWith));
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

  private static String firstLine(Throwable error) {
    String message = error.getMessage() == null ? error.toString() : error.getMessage();
    return message.lines().findFirst().orElse("").strip();
  }
}
