package ganengine.gan.data.download;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file as its makers publish it.
 *
 * @param name under which readers look for it
 * @param addresses where it can be had, the first to be tried first
 * @param size in bytes
 * @param checksum of its contents
 */
public record RemoteFile(String name, List<URI> addresses, long size, Checksum checksum) {
  /** A file that has this name at each of these places, which end with '/'. */
  static RemoteFile at(List<String> places, String name, long size, Checksum checksum) {
    Stream<URI> addresses = places.stream().map(place -> URI.create(place + name));
    return new RemoteFile(name, addresses.toList(), size, checksum);
  }
}
