package ganengine.kernels.cuda.library;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folders in which NVIDIA's libraries usually lie, in the order in which they are looked
 * through. A function of the file system and of what the user said; nothing is cached.
 *
 * @param root {@code /}, or a made-up tree in which every absolute path is looked up
 * @param option folders after {@code --cuda-path}, with {@code :} between them; empty for none
 * @param environment the environment variables
 */
record SearchPlaces(Path root, String option, Map<String, String> environment) {
  /** In words, for a message that says where nothing was found. */
  static final String IN_WORDS =
      "--cuda-path, CUDA_HOME, CUDA_PATH, the loader's cache, LD_LIBRARY_PATH, /usr/local/cuda*,"
          + " Python's nvidia wheels and the system's folders";

  /** The same for the driver. */
  static final String IN_WORDS_FOR_DRIVER =
      "--cuda-path, the loader's cache, LD_LIBRARY_PATH and the system's folders";

  /** What may lie below a folder that the user names: a toolkit, or a folder of wheels. */
  private static final List<String> BELOW_A_TOOLKIT =
      List.of("", "lib64", "lib", "targets/x86_64-linux/lib");

  private static final List<String> WHEELS =
      List.of("cu13/lib", "cublas/lib", "cuda_nvrtc/lib", "cudnn/lib");

  private static final List<String> SYSTEM =
      List.of(
          "/usr/lib/x86_64-linux-gnu",
          "/usr/lib/x86_64-linux-gnu/nvidia/current",
          "/usr/lib64",
          "/usr/lib/wsl/lib",
          "/usr/local/nvidia/lib64");

  /** The running machine. */
  static SearchPlaces ofThisMachine(String option) {
    return new SearchPlaces(Path.of("/"), option, System.getenv());
  }

  /** What the user named; what is complete there is taken before anything newer elsewhere. */
  List<Path> named() {
    List<Path> folders = new ArrayList<>();
    for (String given : List.of(option, variable("CUDA_HOME"), variable("CUDA_PATH"))) {
      for (Path folder : folders(given)) {
        BELOW_A_TOOLKIT.forEach(below -> folders.add(folder.resolve(below)));
        WHEELS.forEach(below -> folders.add(folder.resolve(below)));
      }
    }
    return distinct(folders);
  }

  /** Where a driver's library can be: as everywhere, without toolkits and Python. */
  List<Path> forDriver() {
    return distinct(Stream.of(named(), loaders(), system()).flatMap(List::stream).toList());
  }

  /** Where CUDA's libraries can be. */
  List<Path> everywhere() {
    return distinct(
        Stream.of(named(), loaders(), toolkits(), wheels(), system())
            .flatMap(List::stream)
            .toList());
  }

  private List<Path> loaders() {
    List<String> names = Arrays.stream(CudaLibrary.values()).map(CudaLibrary::stem).toList();
    List<Path> folders = new ArrayList<>();
    for (Path folder : LoaderCache.folders(inRoot("/etc/ld.so.cache"), names)) {
      folders.add(inRoot(folder.toString()));
    }
    folders.addAll(folders(variable("LD_LIBRARY_PATH")));
    return folders;
  }

  private List<Path> toolkits() {
    List<Path> folders = new ArrayList<>();
    for (Path toolkit : matching(inRoot("/usr/local"), "cuda*")) {
      BELOW_A_TOOLKIT.forEach(below -> folders.add(toolkit.resolve(below)));
    }
    return folders;
  }

  private List<Path> wheels() {
    List<Path> folders = new ArrayList<>();
    for (Path packages : PythonFolders.packages(root, environment)) {
      WHEELS.forEach(wheel -> folders.add(packages.resolve("nvidia").resolve(wheel)));
    }
    if (!variable("CONDA_PREFIX").isEmpty()) {
      folders.add(inRoot(variable("CONDA_PREFIX")).resolve("lib"));
    }
    return folders;
  }

  private List<Path> system() {
    return SYSTEM.stream().map(this::inRoot).toList();
  }

  private String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  private List<Path> folders(String list) {
    return Arrays.stream(list.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isBlank())
        .map(this::inRoot)
        .toList();
  }

  private Path inRoot(String path) {
    return inRoot(root, path);
  }

  /** A path of the machine in the tree that is searched; the root if it can't be a path. */
  static Path inRoot(Path root, String path) {
    try {
      Path absolute = Path.of(path.strip()).toAbsolutePath().normalize();
      return root.resolve(absolute.getRoot().relativize(absolute));
    } catch (InvalidPathException e) {
      return root;
    }
  }

  /** The entries that match the pattern, last names (newest versions) first; none if unreadable. */
  static List<Path> matching(Path folder, String pattern) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
      entries.forEach(found::add);
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    found.sort(Comparator.comparing(Path::toString).reversed());
    return found;
  }

  /** Each once, without the toolkit's stubs, which have the driver's names and do nothing. */
  private static List<Path> distinct(List<Path> folders) {
    Set<Path> distinct = new LinkedHashSet<>();
    folders.stream().filter(folder -> !folder.endsWith("stubs")).forEach(distinct::add);
    return new ArrayList<>(distinct);
  }
}
