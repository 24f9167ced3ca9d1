package ganengine.gan.data.download;

import java.io.IOException;
import java.time.Duration;

/** A server that cannot answer now. */
final class BusyServer extends IOException {
  private static final long serialVersionUID = 1L;

  private final Duration asked;

  /**
   * @param asked how long a pause it wants; zero if nothing
   */
  BusyServer(String message, Duration asked) {
    super(message);
    this.asked = asked;
  }

  Duration asked() {
    return asked;
  }
}
