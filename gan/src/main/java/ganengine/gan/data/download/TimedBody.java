package ganengine.gan.data.download;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A response's body, piece by piece, that gives up on a server which falls silent: the client's own
 * streams would wait for ever. One piece is asked for at a time, so that a slow disk slows the
 * server down instead of filling the heap.
 */
final class TimedBody implements BodySubscriber<TimedBody>, AutoCloseable {
  /** What comes from the client's threads: pieces, or the end, with a failure or without one. */
  private record Event(List<ByteBuffer> pieces, Throwable failure) {}

  private final Duration stall;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();

  /**
   * @param stall how long to wait for the next byte
   */
  TimedBody(Duration stall) {
    this.stall = stall;
  }

  /** The next bytes; an empty list at the end. */
  List<ByteBuffer> next() throws IOException, InterruptedException {
    subscription.join().request(1);
    Event event = events.poll(stall.toMillis(), TimeUnit.MILLISECONDS);
    if (event == null) {
      throw new HttpTimeoutException(
          "nothing arrived for %.1f s".formatted(stall.toMillis() / 1e3));
    }
    if (event.failure() != null) {
      throw new IOException("the connection broke off", event.failure());
    }
    return event.pieces();
  }

  /** Lets the connection go, if the body isn't at its end. */
  @Override
  public void close() {
    subscription.join().cancel();
  }

  @Override
  public CompletionStage<TimedBody> getBody() {
    return subscription.thenApply(any -> this);
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription.complete(given);
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    events.add(new Event(List.copyOf(pieces), null));
  }

  @Override
  public void onError(Throwable failure) {
    events.add(new Event(List.of(), failure));
  }

  @Override
  public void onComplete() {
    events.add(new Event(List.of(), null));
  }
}
