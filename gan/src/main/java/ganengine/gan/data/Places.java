package ganengine.gan.data;

import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a data set's files may be below the folder that the user named: in it, in a sub-folder of
 * the data set's name, or it is itself what is looked for.
 *
 * @param data what the user named
 * @param folders it and those of its sub-folders that are there
 */
record Places(Path data, List<Path> folders) {
  /**
   * Looks.
   *
   * @param data what the user gave with {@code --data}
   * @param subfolders names that the data set's folder goes by
   * @throws UserError if there is nothing of that name
   */
  static Places of(Path data, String... subfolders) {
    if (!Files.exists(data)) {
      throw new UserError("--data %s: there is no such folder or file".formatted(data));
    }
    List<Path> there =
        Stream.concat(Stream.of(data), Stream.of(subfolders).map(data::resolve))
            .filter(Files::isDirectory)
            .toList();
    return new Places(data, there);
  }

  /**
   * The first that is there of these names, in any of the folders; the user may have named it
   * itself.
   *
   * @param patterns in the order of preference, as for {@link
   *     java.nio.file.FileSystem#getPathMatcher}
   */
  Optional<Path> find(String... patterns) {
    for (String pattern : patterns) {
      if (isNamed(pattern)) {
        return Optional.of(data);
      }
      for (Path folder : folders) {
        List<Path> matching = matching(folder, pattern);
        if (!matching.isEmpty()) {
          return Optional.of(matching.get(0));
        }
      }
    }
    return Optional.empty();
  }

  /** All that are there of this name, in any of the folders; or what the user named itself. */
  List<Path> all(String pattern) {
    return isNamed(pattern)
        ? List.of(data)
        : folders.stream().flatMap(folder -> matching(folder, pattern).stream()).toList();
  }

  private boolean isNamed(String pattern) {
    return data.getFileSystem().getPathMatcher("glob:" + pattern).matches(lastName());
  }

  private Path lastName() {
    Path name = data.toAbsolutePath().normalize().getFileName();
    return name == null ? data : name;
  }

  private static List<Path> matching(Path folder, String pattern) {
    List<Path> matching = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
      found.forEach(matching::add);
    } catch (IOException e) {
      throw new UserError("%s: cannot be listed: %s".formatted(folder, e.getMessage()), e);
    }
    matching.sort(null);
    return matching;
  }
}
