package ganengine.gan.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** From what this program was built: the build wrote it into a resource. */
final class Build {
  private static final Properties FACTS = read();

  private Build() {}

  /** As in the pom. */
  static String version() {
    return FACTS.getProperty("version", "unknown");
  }

  /** The git commit, abbreviated; "unknown" where it was built outside a checkout. */
  static String commit() {
    return FACTS.getProperty("commit", "unknown");
  }

  private static Properties read() {
    Properties facts = new Properties();
    try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
      if (in != null) {
        facts.load(in);
      }
      return facts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
