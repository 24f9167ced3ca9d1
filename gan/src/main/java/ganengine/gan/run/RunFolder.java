package ganengine.gan.run;

import ganengine.gan.AtomicFile;
import ganengine.gan.UserError;
import ganengine.gan.config.SettingsText;
import ganengine.gan.config.TrainConfig;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of one run: {@code config.yaml}, {@code run.json}, {@code metrics.jsonl}, {@code
 * samples/}, {@code checkpoints/}, {@code losses.png}, {@code report.html}.
 */
public final class RunFolder {
  private static final Path DEFAULT_PARENT = Path.of("runs");

  private final Path path;

  private RunFolder(Path path) {
    this.path = path;
  }

  /**
   * Makes the folder of a new run, with {@code config.yaml} and {@code run.json} in it.
   *
   * @param out where; must not exist or be empty. If empty, the first free one of {@code
   *     runs/digits-dcgan-0001}, ... (data set, model, number)
   * @param config the run's settings
   * @param device the {@link ganengine.kernels.Device#description} of where it computes
   * @throws UserError if it is not empty or cannot be written; then nothing is left behind
   */
  public static RunFolder create(Optional<Path> out, TrainConfig config, String device) {
    return out.isPresent()
        ? createAt(out.get(), config, device)
        : createIn(DEFAULT_PARENT, config, device);
  }

  static RunFolder createIn(Path parent, TrainConfig config, String device) {
    for (int number = 1; ; number++) {
      Path folder =
          parent.resolve(
              String.format(Locale.ROOT, "%s-%s-%04d", config.dataset(), config.model(), number));
      if (Files.notExists(folder)) {
        return createAt(folder, config, device);
      }
    }
  }

  private static RunFolder createAt(Path folder, TrainConfig config, String device) {
    RunFolder run = new RunFolder(folder);
    List<Path> made = new ArrayList<>();
    try {
      requireUnused(folder);
      makeFolders(run.samples().toAbsolutePath(), made);
      makeFolders(run.checkpoints().toAbsolutePath(), made);
      made.add(run.config());
      AtomicFile.write(run.config(), SettingsText.toYaml(config));
      made.add(run.info());
      RunInfo.first(config.seed(), device).write(run.info());
      return run;
    } catch (IOException e) {
      remove(made);
      throw new UserError(
          "cannot write to the run folder %s: %s; give another with --out"
              .formatted(folder, AtomicFile.reason(e)),
          e);
    }
  }

  private static void requireUnused(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw new UserError(
              "--out %s: is not empty; give a new folder, or go on with a run in it with --resume"
                  .formatted(folder));
        }
      }
    } else if (Files.exists(folder)) {
      throw new UserError("--out %s: is a file, expected a folder".formatted(folder));
    }
  }

  private static void makeFolders(Path folder, List<Path> made) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (folder.getParent() != null) {
      makeFolders(folder.getParent(), made);
    }
    try {
      Files.createDirectory(folder);
      made.add(folder);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(folder + " is a file, expected a folder", e);
    }
  }

  private static void remove(List<Path> made) {
    Collections.reverse(made);
    for (Path path : made) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        // Whoever made it could not undo it: the first failure is the one to tell.
        return;
      }
    }
  }

  /** Removes a run that could not begin, with all it wrote. */
  public void discard() {
    discard(path);
  }

  /**
   * Removes a folder, with all that is in it.
   *
   * @throws RuntimeException that {@link AtomicFile#failure} makes if it cannot be removed
   */
  public static void discard(Path path) {
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> all = new ArrayList<>(files.toList());
      Collections.reverse(all);
      for (Path file : all) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw AtomicFile.failure("cannot remove %s: %s".formatted(path, AtomicFile.reason(e)), e);
    }
  }

  /**
   * The folder of a run that was started before.
   *
   * @throws UserError if there is no run
   */
  public static RunFolder open(Path folder) {
    RunFolder run = new RunFolder(folder);
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          "%s: %s; expected the folder of a run"
              .formatted(folder, Files.exists(folder) ? "is a file" : "there is no such folder"));
    }
    if (!Files.exists(run.config())) {
      throw new UserError(
          folder + ": is not the folder of a run, it holds no " + run.config().getFileName());
    }
    return run;
  }

  /** Adds to {@code run.json} that the run goes on from this step, now and on this device. */
  public void recordResumption(long step, String device) {
    try {
      RunInfo.read(info()).resumed(step, device).write(info());
    } catch (IOException e) {
      throw AtomicFile.failure("cannot write %s: %s".formatted(info(), AtomicFile.reason(e)), e);
    }
  }

  /** The folder itself. */
  public Path path() {
    return path;
  }

  /** All settings, resolved. */
  public Path config() {
    return path.resolve("config.yaml");
  }

  /** Seed, versions, device: see {@link RunInfo}. */
  public Path info() {
    return path.resolve("run.json");
  }

  /** Losses over the steps: see {@link MetricsLog}. */
  public Path metrics() {
    return path.resolve("metrics.jsonl");
  }

  /** Where the grids of samples are. */
  public Path samples() {
    return path.resolve("samples");
  }

  /** The grid of samples drawn after this step. */
  public Path sample(long step) {
    return samples().resolve(String.format(Locale.ROOT, "step-%07d.png", step));
  }

  /** Where {@link Checkpoints} are. */
  public Path checkpoints() {
    return path.resolve("checkpoints");
  }

  /** The picture that {@link LossPlot} draws. */
  public Path lossPlot() {
    return path.resolve("losses.png");
  }

  /** The page that {@link Report} writes. */
  public Path report() {
    return path.resolve("report.html");
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
