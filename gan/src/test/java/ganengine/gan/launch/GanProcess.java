package ganengine.gan.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * {@code java -jar gan-engine.jar} as a process of its own; its output goes to files in a folder.
 */
final class GanProcess implements AutoCloseable {
  private static final Path JAR = Path.of(System.getProperty("ganengine.jar", "../gan-engine.jar"));
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path out;
  private final Path err;

  private GanProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** What is to be started. */
  static final class Start {
    private final List<String> command = new ArrayList<>();
    private final ProcessBuilder builder = new ProcessBuilder();
    private final Path folder;

    /** Runs in {@code folder}, with the Java of this test. */
    Start(Path folder, String... flags) {
      this(folder, Path.of(System.getProperty("java.home")), flags);
    }

    Start(Path folder, Path javaHome, String... flags) {
      this.folder = folder;
      command.add(javaHome.resolve("bin/java").toString());
      command.addAll(Arrays.asList(flags));
      command.addAll(List.of("-jar", JAR.toAbsolutePath().normalize().toString()));
      builder.directory(folder.toFile());
    }

    Start environment(String name, String value) {
      builder.environment().put(name, value);
      return this;
    }

    Start input(Path file) {
      builder.redirectInput(file.toFile());
      return this;
    }

    GanProcess start(String... args) {
      try {
        command.addAll(Arrays.asList(args));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        builder.command(command);
        builder.redirectOutput(Redirect.to(out.toFile())).redirectError(Redirect.to(err.toFile()));
        return new GanProcess(builder.start(), out, err);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Starts it and waits for its end. */
    GanProcess run(String... args) throws InterruptedException {
      GanProcess started = start(args);
      started.exitCode();
      return started;
    }
  }

  /** Waits for the end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      close();
      throw new AssertionError("still running; so far:\n" + out() + err());
    }
    return process.exitValue();
  }

  String out() {
    return read(out);
  }

  String err() {
    return read(err);
  }

  /** Waits until its output is as wanted. */
  void awaitOut(Predicate<String> wanted) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!wanted.test(out())) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("not printed:\n" + out() + err());
      }
      Thread.sleep(50);
    }
  }

  /** The JVM that does the work. */
  ProcessHandle worker() {
    return process.children().findFirst().orElseThrow();
  }

  /** Sends the launcher a signal: {@code INT}, {@code KILL}. */
  void signal(String name) {
    Signals.send(name, process.toHandle());
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
