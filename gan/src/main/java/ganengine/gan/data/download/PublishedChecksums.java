package ganengine.gan.data.download;

import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compares the files of a data set with what their makers published. */
public final class PublishedChecksums {
  private PublishedChecksums() {}

  /**
   * A line for each of the data set's files that is there and has a published checksum; one line
   * that says so if there is none.
   *
   * @param dataset its name
   * @param data the folder of its files, or one of them
   */
  public static List<String> compare(String dataset, Path data) {
    List<String> lines = new ArrayList<>();
    for (DataSetSource source : DataSetSource.ALL) {
      if (source.name().equals(dataset)) {
        source.files().forEach(file -> lines.addAll(compare(file, data, dataset)));
      }
    }
    return lines.isEmpty() ? List.of("none published for these files") : lines;
  }

  private static List<String> compare(RemoteFile published, Path data, String dataset) {
    return Stream.of(
            data, data.resolve(published.name()), data.resolve(dataset).resolve(published.name()))
        .filter(Files::isRegularFile)
        .filter(file -> file.endsWith(published.name()))
        .limit(1)
        .map(file -> compare(published, file))
        .toList();
  }

  private static String compare(RemoteFile published, Path file) {
    try {
      boolean same = published.checksum().of(file).equals(published.checksum());
      return published.name()
          + (same ? ": as published, " : ": NOT as published, expected ")
          + published.checksum();
    } catch (IOException e) {
      throw new UserError("%s: cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}
