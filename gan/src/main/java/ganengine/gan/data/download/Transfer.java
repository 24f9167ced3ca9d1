package ganengine.gan.data.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request to one address: for a file, or for what is missing of it (RFC 9110, 14). */
final class Transfer {
  private static final int WHOLE = 200;
  private static final int PART = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d+/(\\d{1,18}|\\*)");

  private final HttpClient client;
  private final Duration stall;
  private final RemoteFile file;
  private final URI address;
  private final PartialFile part;
  private final DownloadListener listener;

  Transfer(
      HttpClient client,
      Duration stall,
      RemoteFile file,
      URI address,
      PartialFile part,
      DownloadListener listener) {
    this.client = client;
    this.stall = stall;
    this.file = file;
    this.address = address;
    this.part = part;
    this.listener = listener;
  }

  /**
   * Fetches until the part has the file's size.
   *
   * @throws Refusal if this address has no such file
   * @throws IOException if the connection fails; another try may go on from there
   */
  void run() throws IOException, InterruptedException, Refusal {
    HttpResponse<TimedBody> response = client.send(request(), any -> new TimedBody(stall));
    try (TimedBody body = response.body()) {
      accept(response.statusCode(), response.headers());
      listener.progress(file, part.size());
      receive(body);
    }
  }

  private HttpRequest request() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(stall)
            .header("Accept-Encoding", "identity")
            .header("User-Agent", "gan-engine");
    if (part.size() > 0) {
      request.header("Range", "bytes=" + part.size() + "-");
      PartialFile.Origin origin = part.origin();
      if (origin.address().equals(address.toString()) && !origin.validator().isEmpty()) {
        request.header("If-Range", origin.validator());
      }
    }
    return request.build();
  }

  private void accept(int status, HttpHeaders headers) throws IOException, Refusal {
    switch (status) {
      case WHOLE -> {
        requireSize(headers.firstValueAsLong("Content-Length").orElse(file.size()));
        part.restart(new PartialFile.Origin(address.toString(), validator(headers)));
      }
      case PART -> requireRange(headers.firstValue("Content-Range").orElse(""));
      case RANGE_NOT_SATISFIABLE -> startOver("it has less than had arrived before");
      case 408, 425, 429, 500, 502, 503, 504 ->
          throw new BusyServer("answers with status " + status, retryAfter(headers));
      default -> throw new Refusal("answers with status " + status);
    }
  }

  private void requireSize(long size) throws Refusal {
    if (size != file.size()) {
      throw new Refusal("has a file of %,d bytes, expected %,d".formatted(size, file.size()));
    }
  }

  private void requireRange(String range) throws IOException, Refusal {
    Matcher matcher = CONTENT_RANGE.matcher(range);
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) != part.size()) {
      startOver("it gives another range than the one asked for");
    }
    if (!matcher.group(2).equals("*")) {
      requireSize(Long.parseLong(matcher.group(2)));
    }
  }

  private void startOver(String why) throws IOException {
    part.restart();
    throw new IOException(why + ", so the file is fetched from its beginning");
  }

  /** A weak ETag stands for more than one sequence of bytes: no good here. */
  private static String validator(HttpHeaders headers) {
    return headers
        .firstValue("ETag")
        .filter(tag -> tag.startsWith("\""))
        .or(() -> headers.firstValue("Last-Modified"))
        .orElse("");
  }

  /** Seconds; dates are rare and not worth a wait. */
  private static Duration retryAfter(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("\\d{1,9}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(Duration.ZERO);
  }

  private void receive(TimedBody body) throws IOException, InterruptedException, Refusal {
    for (List<ByteBuffer> pieces = body.next(); !pieces.isEmpty(); pieces = body.next()) {
      for (ByteBuffer piece : pieces) {
        if (part.size() + piece.remaining() > file.size()) {
          part.restart();
          throw new Refusal("sends more than the file's %,d bytes".formatted(file.size()));
        }
        part.append(piece);
      }
      listener.progress(file, part.size());
    }
    if (part.size() < file.size()) {
      throw new IOException("ended after %,d of %,d bytes".formatted(part.size(), file.size()));
    }
  }
}
