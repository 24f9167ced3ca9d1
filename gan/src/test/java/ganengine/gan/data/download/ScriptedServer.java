package ganengine.gan.data.download;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server on this machine that answers each request as the next line of its script says; the last
 * line answers all further ones.
 */
final class ScriptedServer implements AutoCloseable {
  /** One answer. */
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final byte[] contents;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Deque<Answer> script = new ArrayDeque<>();
  private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
  private volatile String tag = "\"one\"";

  /** Serves these bytes at every path. */
  ScriptedServer(byte[] contents) throws IOException {
    this.contents = contents.clone();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  ScriptedServer script(Answer... answers) {
    script.addAll(List.of(answers));
    return this;
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** The Range header of each request so far, "-" where there was none. */
  List<String> ranges() {
    return List.copyOf(ranges);
  }

  /** From now on it is another version of the file. */
  void retag(String value) {
    tag = value;
  }

  private void answer(HttpExchange exchange) throws IOException {
    Answer answer;
    synchronized (script) {
      answer = script.size() > 1 ? script.poll() : script.peek();
    }
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(range == null ? "-" : range);
    exchange.getResponseHeaders().set("ETag", tag);
    try (exchange) {
      answer.to(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What a good server does: the whole, or the range asked for if its version is still the same.
   */
  void honest(HttpExchange exchange) throws IOException {
    send(exchange, first(exchange), contents.length);
  }

  /** Sends only so many bytes of what it announces, then breaks off. */
  Answer breaksOffAfter(int bytes) {
    return exchange -> {
      int first = first(exchange);
      send(exchange, first, Math.min(contents.length, first + bytes));
    };
  }

  /** The same, but keeps the connection open and says nothing more. */
  Answer stallsAfter(int bytes) {
    return exchange -> {
      int first = first(exchange);
      send(exchange, first, first + bytes);
      exchange.getResponseBody().flush();
      closing.await();
    };
  }

  /** The whole, whatever range was asked for. */
  void ignoresRanges(HttpExchange exchange) throws IOException {
    send(exchange, 0, contents.length);
  }

  /** A range, but one further on than asked for. */
  void givesAnotherRange(HttpExchange exchange) throws IOException {
    send(exchange, first(exchange) + 1, contents.length);
  }

  /** As many bytes, but others. */
  void givesAnotherFile(HttpExchange exchange) throws IOException {
    byte[] other = contents.clone();
    other[other.length / 2] ^= 1;
    exchange.sendResponseHeaders(200, other.length);
    exchange.getResponseBody().write(other);
  }

  /** Without a length, so many bytes. */
  Answer chunked(int bytes) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(Arrays.copyOf(contents, bytes));
    };
  }

  /** A page where a file was expected, as networks do that want a log-in. */
  static void logInPage(HttpExchange exchange) throws IOException {
    byte[] page = "<html>log in</html>".getBytes(US_ASCII);
    exchange.sendResponseHeaders(200, page.length);
    exchange.getResponseBody().write(page);
  }

  static Answer status(int code) {
    return exchange -> exchange.sendResponseHeaders(code, -1);
  }

  static Answer busyFor(String seconds) {
    return exchange -> {
      exchange.getResponseHeaders().set("Retry-After", seconds);
      exchange.sendResponseHeaders(503, -1);
    };
  }

  static Answer redirectTo(URI address) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", address.toString());
      exchange.sendResponseHeaders(302, -1);
    };
  }

  private int first(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    String range = headers.getFirst("Range");
    String version = headers.getFirst("If-Range");
    return range == null || (version != null && !version.equals(tag))
        ? 0
        : Integer.parseInt(range.replaceAll("\\D", ""));
  }

  private void send(HttpExchange exchange, int from, int to) throws IOException {
    boolean part = from > 0;
    if (part) {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              "bytes %d-%d/%d".formatted(from, contents.length - 1, contents.length));
    }
    exchange.sendResponseHeaders(part ? 206 : 200, contents.length - from);
    exchange.getResponseBody().write(contents, from, to - from);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
