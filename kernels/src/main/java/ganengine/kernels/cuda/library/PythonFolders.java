package ganengine.kernels.cuda.library;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where Python environments keep their packages: the active one first, then those on the {@code
 * PATH}, the user's, the system's, pyenv's.
 */
final class PythonFolders {
  private PythonFolders() {}

  /** {@code site-packages} and {@code dist-packages} folders that there are. */
  static List<Path> packages(Path root, Map<String, String> environment) {
    List<Path> prefixes = new ArrayList<>();
    for (String variable : List.of("VIRTUAL_ENV", "CONDA_PREFIX")) {
      if (environment.containsKey(variable)) {
        prefixes.add(SearchPlaces.inRoot(root, environment.get(variable)));
      }
    }
    Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(folder -> folder.endsWith("/bin"))
        .map(folder -> SearchPlaces.inRoot(root, folder).getParent())
        .forEach(prefixes::add);
    Optional<String> home = Optional.ofNullable(environment.get("HOME"));
    home.ifPresent(folder -> prefixes.add(SearchPlaces.inRoot(root, folder + "/.local")));
    for (String prefix : List.of("/usr/local", "/usr", "/opt/conda", "/opt/venv")) {
      prefixes.add(SearchPlaces.inRoot(root, prefix));
    }
    Optional.ofNullable(environment.get("PYENV_ROOT"))
        .or(() -> home.map(folder -> folder + "/.pyenv"))
        .map(pyenv -> SearchPlaces.inRoot(root, pyenv + "/versions"))
        .ifPresent(versions -> prefixes.addAll(SearchPlaces.matching(versions, "*")));

    List<Path> packages = new ArrayList<>();
    for (Path prefix : prefixes.stream().distinct().toList()) {
      for (Path library : SearchPlaces.matching(prefix.resolve("lib"), "python3*")) {
        packages.add(library.resolve("site-packages"));
        packages.add(library.resolve("dist-packages"));
      }
    }
    return packages;
  }
}
