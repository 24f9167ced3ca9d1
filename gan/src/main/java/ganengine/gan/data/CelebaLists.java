package ganengine.gan.data;

import ganengine.gan.DidYouMean;
import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The lists that CelebA's makers publish with the images: {@code list_eval_partition.txt} and
 * {@code list_attr_celeba.txt}, a line an image, words between blanks. They are looked for beside
 * the images, in {@code Anno} and {@code Eval}.
 */
final class CelebaLists {
  private static final String PARTITION = "list_eval_partition.txt";
  private static final String ATTRIBUTES = "list_attr_celeba.txt";

  private final List<Path> folders;

  /**
   * The lists of these images.
   *
   * @param data what the user gave with {@code --data}
   * @param images the folder or archive
   */
  CelebaLists(Path data, Path images) {
    Path beside = images.toAbsolutePath().getParent();
    folders =
        Stream.of(images, beside, data, beside.getParent())
            .filter(folder -> folder != null && Files.isDirectory(folder))
            .flatMap(folder -> Stream.of(folder, folder.resolve("Anno"), folder.resolve("Eval")))
            .distinct()
            .toList();
  }

  /** 0 to learn from, 1 to validate, 2 to test, by file; empty if the list is not there. */
  Map<String, Integer> partition() {
    Map<String, Integer> parts = new HashMap<>();
    Path list = find(PARTITION);
    if (list == null) {
      return parts;
    }
    int number = 0;
    for (String line : lines(list)) {
      number++;
      List<String> words = words(line);
      if (words.size() != 2 || !words.get(1).matches("[012]")) {
        throw damaged(list, number, "a file and 0, 1 or 2", line);
      }
      parts.put(words.get(0), Integer.parseInt(words.get(1)));
    }
    return parts;
  }

  /** Whether a file belongs to a part; to learn from are all if there is no list. */
  boolean isIn(Part part, Map<String, Integer> partition, String file) {
    int wanted = part == Part.TRAIN ? 0 : 2;
    return partition.isEmpty() || partition.getOrDefault(file, -1) == wanted;
  }

  /**
   * Whether each file shows something: 1 or 0.
   *
   * @param wanted one of the 40 names in the list's second line
   * @throws UserError if there is no list, no such attribute, or a line is damaged
   */
  Map<String, Integer> attribute(String wanted) {
    Path list = find(ATTRIBUTES);
    if (list == null) {
      throw new UserError(
          "%s: holds no %s, which tells of attributes".formatted(folders.get(0), ATTRIBUTES));
    }
    List<String> lines = lines(list);
    List<String> names = lines.size() < 2 ? List.of() : words(lines.get(1));
    int column = names.indexOf(wanted);
    if (column < 0) {
      throw new UserError(
          "%s: there is no attribute '%s', there are %s%s"
              .formatted(list, wanted, String.join(", ", names), DidYouMean.among(wanted, names)));
    }
    Map<String, Integer> shown = new HashMap<>();
    for (int i = 2; i < lines.size(); i++) {
      List<String> words = words(lines.get(i));
      if (words.size() != names.size() + 1 || !words.get(column + 1).matches("-?1")) {
        throw damaged(
            list, i + 1, "a file and %d times 1 or -1".formatted(names.size()), lines.get(i));
      }
      shown.put(words.get(0), words.get(column + 1).equals("1") ? 1 : 0);
    }
    return shown;
  }

  private Path find(String name) {
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::exists)
        .findFirst()
        .orElse(null);
  }

  private static List<String> words(String line) {
    return Arrays.asList(line.strip().split("\\s+"));
  }

  private static List<String> lines(Path list) {
    try {
      return Files.readAllLines(list);
    } catch (IOException e) {
      throw new UserError("%s: cannot be read: %s".formatted(list, e.getMessage()), e);
    }
  }

  private static UserError damaged(Path list, int line, String expected, String found) {
    String shown = found.length() > 40 ? found.substring(0, 40) + "..." : found;
    return new UserError(
        "%s: line %d: expected %s, found '%s'; get it again"
            .formatted(list, line, expected, shown));
  }
}
