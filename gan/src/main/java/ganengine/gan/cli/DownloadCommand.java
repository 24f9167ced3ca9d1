package ganengine.gan.cli;

import ganengine.gan.AtomicFile;
import ganengine.gan.DidYouMean;
import ganengine.gan.UserError;
import ganengine.gan.data.download.DataSetSource;
import ganengine.gan.data.download.Download;
import ganengine.gan.data.download.Megabytes;
import ganengine.gan.data.download.Patience;
import ganengine.gan.data.download.ProxySettings;
import ganengine.gan.data.download.RemoteFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan-engine dataset download}: fetches a data set's files. */
@Command(
    name = "download",
    header = "Fetch a data set from its makers.",
    sortOptions = false,
    description = {
      "",
      "Fetches the files of mnist, fashion-mnist, cifar10, lfw or svhn and compares them with their",
      "published checksums. A file gets its name when it is whole and right; after an interruption",
      "the same command goes on where it stopped. For celeba and lsun it says where to get them.",
      "Proxies: Java's properties, or https_proxy, http_proxy, all_proxy and no_proxy."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gan-engine dataset download mnist",
      "  gan-engine dataset download svhn --to ~/svhn",
      GanEngine.STANDS_FOR
    })
final class DownloadCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      description = "mnist, fashion-mnist, cifar10, lfw, svhn, celeba or lsun")
  private String name;

  @Option(names = "--to", paramLabel = "DIR", description = "Where to. Default: data/NAME")
  private Path to;

  @Override
  public void run() {
    PrintWriter screen = spec.commandLine().getOut();
    DataSetSource source = find(name);
    if (source.files().isEmpty()) {
      source.terms().forEach(screen::println);
      screen.flush();
      return;
    }
    Path folder = to == null ? Path.of("data", name) : to;
    boolean made = make(folder);
    screen.println(
        "%s: %s, %s, to %s"
            .formatted(
                name,
                source.files().size() == 1 ? "1 file" : source.files().size() + " files",
                Megabytes.of(source.size()),
                folder));
    source.terms().forEach(screen::println);
    screen.flush();
    try (DownloadPrinter printer =
        new DownloadPrinter(screen, Terminal.attached(), System::nanoTime)) {
      Download download =
          new Download(
              Patience.STANDARD,
              ProxySettings.of(System.getProperties(), System.getenv()),
              printer);
      for (RemoteFile file : source.files()) {
        download.fetch(file, folder);
      }
    } finally {
      if (made) {
        deleteIfEmpty(folder);
      }
    }
    screen.println("done; next: " + Invocation.of("train", "--dataset", name, "--data", folder));
    screen.flush();
  }

  private static DataSetSource find(String name) {
    List<String> names = DataSetSource.ALL.stream().map(DataSetSource::name).toList();
    return DataSetSource.ALL.stream()
        .filter(source -> source.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "there is no data set '%s' to fetch, there are %s%s"
                        .formatted(name, String.join(", ", names), DidYouMean.among(name, names))));
  }

  /** Whether the folder wasn't there before. */
  private static boolean make(Path folder) {
    if (Files.isDirectory(folder)) {
      return false;
    }
    if (Files.exists(folder)) {
      throw new UserError("--to %s: is not a folder; give another one".formatted(folder));
    }
    try {
      Files.createDirectories(folder);
      return true;
    } catch (IOException e) {
      throw new UserError("--to %s: cannot be made: %s".formatted(folder, AtomicFile.reason(e)), e);
    }
  }

  private static void deleteIfEmpty(Path folder) {
    String[] left = folder.toFile().list();
    if (left != null && left.length == 0) {
      folder.toFile().delete();
    }
  }
}
