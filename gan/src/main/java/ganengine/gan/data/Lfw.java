package ganengine.gan.data;

import ganengine.gan.data.files.FileTree;
import ganengine.gan.data.pixels.Crop;
import ganengine.gan.data.pixels.Size;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labeled Faces in the Wild (Huang et al., 2007): {@code Person_Name/Person_Name_0001.jpg}, 250 x
 * 250, labelled by person, in a folder or the archive that its makers publish. It has no part for
 * tests.
 */
final class Lfw {
  static final PublishedImages SET =
      new PublishedImages(
          "lfw",
          new ImageRecipe(Crop.SQUARE, 64, 3),
          "lfw-deepfunneled.tgz, lfw-funneled.tgz, lfw.tgz or one of them unpacked",
          "http://vis-www.cs.umass.edu/lfw/",
          Lfw::find);

  private static final Pattern FACE = Pattern.compile("(?:.*/)?([^/]+)/\\1_\\d{4}\\.jpg");

  private Lfw() {}

  private static Optional<ImageSource> find(Path data, Part part) {
    Places places = Places.of(data, "lfw", "LFW");
    return places
        .find(
            "lfw-deepfunneled",
            "lfw[-_]deepfunneled*.{tgz,tar.gz,tar,zip}",
            "lfw[-_]funneled",
            "lfw[-_]funneled*.{tgz,tar.gz,tar,zip}",
            "lfw*.{tgz,tar.gz,tar,zip}")
        .or(() -> Optional.of(data).filter(Files::isDirectory))
        .flatMap(place -> read(place, part));
  }

  private static Optional<ImageSource> read(Path place, Part part) {
    FileTree tree = FileTree.open(place);
    Map<String, String> people = new LinkedHashMap<>();
    if (part == Part.TRAIN) {
      for (FileTree.Entry file : tree.entries()) {
        Matcher face = FACE.matcher(file.path());
        if (face.matches()) {
          people.put(file.path(), face.group(1));
        }
      }
    }
    if (people.isEmpty()) {
      tree.close();
      return Optional.empty();
    }
    Map<String, Integer> numbers = new TreeMap<>();
    people.values().forEach(person -> numbers.put(person, 0));
    int number = 0;
    for (Map.Entry<String, Integer> person : numbers.entrySet()) {
      person.setValue(number++);
    }
    Map<String, Integer> labels = new LinkedHashMap<>();
    people.forEach((path, person) -> labels.put(path, numbers.get(person)));
    return Optional.of(
        new FileImages(
            SET.name(),
            tree,
            labels,
            List.copyOf(numbers.keySet()),
            3,
            Optional.of(new Size(250, 250))));
  }
}
