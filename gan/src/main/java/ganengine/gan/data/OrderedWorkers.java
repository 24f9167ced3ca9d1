package ganengine.gan.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Threads that work ahead: tasks go in one after the other, results come out in the same order, on
 * the thread that gives the tasks. Only so many are under way that memory stays bounded.
 *
 * @param <T> of results
 */
final class OrderedWorkers<T> implements AutoCloseable {
  private static final int AHEAD_PER_THREAD = 8;

  private final List<Thread> threads = new ArrayList<>();
  private final Queue<FutureTask<T>> underWay = new ArrayDeque<>();
  private final int ahead;
  private final BlockingQueue<FutureTask<T>> waiting;
  private final Consumer<T> results;
  private volatile boolean closed;

  /** Starts the threads; {@code results} gets what they make. */
  OrderedWorkers(int threadCount, Consumer<T> results) {
    this.results = results;
    ahead = threadCount * AHEAD_PER_THREAD;
    waiting = new ArrayBlockingQueue<>(ahead);
    for (int i = 0; i < threadCount; i++) {
      Thread thread = new Thread(this::work, "decoding-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  private void work() {
    try {
      while (!closed) {
        waiting.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Adds a task; before that, hands on a result if as many are under way as may be. */
  void add(Callable<T> task) {
    if (underWay.size() == ahead) {
      handOn();
    }
    FutureTask<T> future = new FutureTask<>(task);
    underWay.add(future);
    waiting.add(future);
  }

  /** Hands on the results of all tasks. */
  void finish() {
    while (!underWay.isEmpty()) {
      handOn();
    }
  }

  private void handOn() {
    try {
      results.accept(underWay.remove().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while images were decoded", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Ends the threads, whatever they are at, and waits for them: then their files may be closed. */
  @Override
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
