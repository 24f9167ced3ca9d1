package ganengine.gan.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real data sets, which are not in the repository: tests on them are skipped where they are not.
 */
public final class RealData {
  private RealData() {}

  /**
   * A file or folder of {@code shared/data} beside the project's folder, or of the folder that the
   * system property {@code ganengine.data} names.
   */
  public static Path at(String path) {
    Path folder = Path.of(System.getProperty("ganengine.data", "../../shared/data"));
    Path found = folder.resolve(path).toAbsolutePath().normalize();
    assumeTrue(Files.exists(found), "there is no " + found);
    return found;
  }
}
