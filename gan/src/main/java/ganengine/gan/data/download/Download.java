package ganengine.gan.data.download;

import ganengine.gan.RunFailure;
import ganengine.gan.UserError;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Fetches files: from several addresses, in several tries, going on where an earlier try or an
 * earlier program stopped. A file gets its name once it is whole, checked and on the disk.
 */
public final class Download {
  private final HttpClient client;
  private final Patience patience;
  private final DownloadListener listener;

  /**
   * Fetches nothing yet.
   *
   * @param proxies which proxy to go through
   */
  public Download(Patience patience, ProxySelector proxies, DownloadListener listener) {
    this.patience = patience;
    this.listener = listener;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(patience.connect())
            .proxy(proxies)
            .build();
  }

  /**
   * Fetches a file into a folder that exists, unless it is there already.
   *
   * @throws UserError if another file has its name, or the disk is full or can't be written to
   * @throws RunFailure if no address gives the right file; what has arrived stays if another try
   *     may go on with it
   */
  public void fetch(RemoteFile file, Path folder) {
    Path target = folder.resolve(file.name());
    if (Files.exists(target)) {
      requireRight(file, target);
      listener.message(target + " is there already, and right");
      return;
    }
    try (PartialFile part = new PartialFile(target)) {
      requireRoom(file, folder, part.size());
      fetch(file, part);
      part.commit();
    }
  }

  private static void requireRight(RemoteFile file, Path target) {
    Checksum found;
    try {
      found = file.checksum().of(target);
    } catch (IOException e) {
      throw new UserError("%s: cannot be read: %s".formatted(target, e.getMessage()), e);
    }
    if (!found.equals(file.checksum())) {
      throw new UserError(
          "%s: has %s, expected %s; move it away or give another folder"
              .formatted(target, found, file.checksum()));
    }
  }

  private static void requireRoom(RemoteFile file, Path folder, long arrived) {
    long free;
    try {
      free = Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw new UserError("%s: cannot be used: %s".formatted(folder, e.getMessage()), e);
    }
    if (free < file.size() - arrived) {
      throw new UserError(
          "%s: has room for %s, but %s needs %s; make room or give another folder"
              .formatted(
                  folder, Megabytes.of(free), file.name(), Megabytes.of(file.size() - arrived)));
    }
  }

  private void fetch(RemoteFile file, PartialFile part) {
    List<URI> willing = new ArrayList<>(file.addresses());
    Map<URI, String> reasons = new LinkedHashMap<>();
    long furthest = part.size();
    int round = 0;
    while (round < patience.rounds()) {
      Duration asked = Duration.ZERO;
      for (URI address : List.copyOf(willing)) {
        try {
          fetch(file, address, part);
          return;
        } catch (Refusal e) {
          willing.remove(address);
          reasons.put(address, e.getMessage());
        } catch (BusyServer e) {
          asked = e.asked();
          reasons.put(address, e.getMessage());
        } catch (IOException e) {
          reasons.put(address, reason(e));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new RunFailure(file.name() + ": the download was interrupted", e);
        }
        listener.message("%s: %s %s".formatted(file.name(), address, reasons.get(address)));
      }
      round = part.size() > furthest ? 1 : round + 1;
      furthest = Math.max(furthest, part.size());
      if (willing.isEmpty()) {
        break;
      }
      if (round < patience.rounds()) {
        pause(patience.pauseBefore(round, asked), file);
      }
    }
    throw failure(file, part, reasons);
  }

  private static RunFailure failure(RemoteFile file, PartialFile part, Map<URI, String> reasons) {
    String failed =
        reasons.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining("; ", file.name() + ": could not be fetched: ", ""));
    long arrived = part.size();
    return new RunFailure(
        arrived == 0
            ? failed
            : "%s; %s of %s are kept, the same command goes on from there"
                .formatted(failed, Megabytes.of(arrived), Megabytes.of(file.size())));
  }

  private void fetch(RemoteFile file, URI address, PartialFile part)
      throws IOException, InterruptedException, Refusal {
    long before = part.size();
    if (before < file.size()) {
      new Transfer(client, patience.stall(), file, address, part, listener).run();
    }
    Checksum found = file.checksum().of(part.path());
    if (!found.equals(file.checksum())) {
      part.restart();
      if (before > 0) {
        throw new IOException("gives another file than what had arrived before; begins anew");
      }
      throw new Refusal("gives another file: %s, expected %s".formatted(found, file.checksum()));
    }
  }

  private void pause(Duration pause, RemoteFile file) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFailure(file.name() + ": the download was interrupted", e);
    }
  }

  /** The client's failures to connect often have no message of their own. */
  private static String reason(IOException failure) {
    if (failure instanceof ConnectException) {
      return "cannot be reached";
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
