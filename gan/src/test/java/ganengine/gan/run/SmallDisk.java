package ganengine.gan.run;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A file system in memory with room for little; needs root. Skips the test where it cannot be. */
final class SmallDisk implements AutoCloseable {
  private final Path mountPoint;

  private SmallDisk(Path mountPoint) {
    this.mountPoint = mountPoint;
  }

  /** Over this empty folder, with these options of tmpfs. */
  static SmallDisk mount(Path folder, String options) throws InterruptedException {
    assumeThat(succeeds("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString()))
        .as("only root on Linux may mount a small file system; this test needs one")
        .isTrue();
    return new SmallDisk(folder);
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (!succeeds("umount", mountPoint.toString())) {
        throw new IOException("cannot unmount " + mountPoint);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while unmounting " + mountPoint, e);
    }
  }
}
