package ganengine.gan.data;

import java.nio.file.Path;
import java.util.Locale;

/** Where a user's programs keep what they can make again. */
public final class CacheFolder {
  /** System property that names another place. */
  public static final String PROPERTY = "ganengine.cache";

  /** Environment variable that does. */
  public static final String VARIABLE = "GAN_ENGINE_CACHE";

  private CacheFolder() {}

  /**
   * {@link #PROPERTY}, else {@link #VARIABLE}, else {@code gan-engine} in the system's usual place:
   * {@code $XDG_CACHE_HOME} or {@code ~/.cache}, on a Mac {@code ~/Library/Caches}, on Windows
   * {@code %LOCALAPPDATA%}.
   */
  public static Path ofUser() {
    String given = System.getProperty(PROPERTY, System.getenv(VARIABLE));
    return given != null && !given.isBlank() ? Path.of(given) : usual().resolve("gan-engine");
  }

  private static Path usual() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    Path home = Path.of(System.getProperty("user.home"));
    if (system.startsWith("windows")) {
      return environment("LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library").resolve("Caches");
    }
    return environment("XDG_CACHE_HOME", home.resolve(".cache"));
  }

  private static Path environment(String variable, Path otherwise) {
    String value = System.getenv(variable);
    return value == null || value.isBlank() ? otherwise : Path.of(value);
  }
}
