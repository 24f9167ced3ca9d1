package ganengine.kernels.cpu;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * A fixed set of threads that share out numbered tasks. Which thread runs a task is open; what a
 * task computes must not depend on it, so results are the same for any thread count.
 *
 * <p>Tasks are claimed one at a time from {@link #claims}. The caller claims too and waits for
 * finished tasks, not for threads: a helper that the system has not scheduled yet delays nobody. A
 * waiting thread spins for {@value #SPIN_NANOS} ns, which covers the gaps between the kernels of a
 * training step, and then parks.
 */
final class CpuThreads implements AutoCloseable {
  private static final long SPIN_NANOS = 30_000;

  private final int count;
  private final Helper[] helpers;

  /** The run's number in the upper half, how many of its tasks are unclaimed in the lower. */
  private final AtomicLong claims = new AtomicLong();

  private final AtomicInteger unfinished = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile Thread waitingCaller;
  private volatile boolean closed;

  // Of the current run: written before it is published in claims, read after a claim.
  private IntConsumer task;
  private int tasks;
  private boolean running;

  CpuThreads(int count) {
    this.count = count;
    helpers = new Helper[count - 1];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Helper(i + 1);
      helpers[i].start();
    }
  }

  /** How many threads work, the caller's included. */
  int count() {
    return count;
  }

  /**
   * Which of the {@link #count} threads this is: 0 for any caller, else the helper's number.
   * Scratch memory kept per slot is never shared, as a device serves one caller at a time.
   */
  int slot() {
    return Thread.currentThread() instanceof Helper helper ? helper.number : 0;
  }

  /**
   * Runs task(0) .. task(tasks - 1), the caller's thread taking part; returns when all are done. A
   * run inside a task, or of one task, stays on the thread that asked. If tasks throw, the first
   * exception is thrown here once the others have ended.
   */
  void run(int tasks, IntConsumer task) {
    if (tasks <= 1 || helpers.length == 0 || running) {
      for (int i = 0; i < tasks; i++) {
        task.accept(i);
      }
      return;
    }
    this.task = task;
    this.tasks = tasks;
    running = true;
    unfinished.set(tasks);
    long number = (claims.get() >>> 32) + 1;
    claims.set(number << 32 | tasks);
    for (int i = 0; i < Math.min(helpers.length, tasks - 1); i++) {
      helpers[i].wake();
    }
    work();
    awaitFinished();
    running = false;
    this.task = null;
    Throwable thrown = failure.getAndSet(null);
    if (thrown instanceof Error error) {
      throw error;
    } else if (thrown != null) {
      throw (RuntimeException) thrown; // an IntConsumer can't throw anything else
    }
  }

  /** Claims tasks of the current run and does them until none is left. */
  private void work() {
    while (true) {
      long claim = claims.get();
      int left = (int) claim;
      if (left == 0) {
        return;
      }
      if (claims.compareAndSet(claim, claim - 1)) {
        // The claimed task keeps the run open, so its fields stand still.
        try {
          task.accept(tasks - left);
        } catch (Throwable thrown) {
          failure.compareAndSet(null, thrown);
        }
        if (unfinished.decrementAndGet() == 0) {
          LockSupport.unpark(waitingCaller);
        }
      }
    }
  }

  private void awaitFinished() {
    long spinEnd = System.nanoTime() + SPIN_NANOS;
    while (unfinished.get() > 0) {
      if (System.nanoTime() < spinEnd) {
        Thread.onSpinWait();
        continue;
      }
      waitingCaller = Thread.currentThread();
      while (unfinished.get() > 0) {
        LockSupport.park(this);
      }
      waitingCaller = null;
    }
  }

  /** A piece of a range of ints. */
  interface Range {
    void run(int from, int to);
  }

  /**
   * Cuts [0, size) into pieces of {@code grain} (the last may be shorter) and runs them as tasks.
   * One piece runs on the caller's thread at once.
   */
  void ranges(int size, int grain, Range body) {
    int pieces = (size + grain - 1) / grain;
    if (pieces <= 1) {
      body.run(0, size);
      return;
    }
    run(pieces, i -> body.run(i * grain, Math.min(size, (i + 1) * grain)));
  }

  /** Ends the helpers; a later run has the caller's thread alone. */
  @Override
  public void close() {
    closed = true;
    for (Helper helper : helpers) {
      LockSupport.unpark(helper);
    }
  }

  private final class Helper extends Thread {
    private final int number;
    private volatile boolean parked;

    Helper(int number) {
      super("ganengine-cpu-" + number);
      this.number = number;
      setDaemon(true);
    }

    void wake() {
      if (parked) {
        LockSupport.unpark(this);
      }
    }

    @Override
    public void run() {
      while (!closed) {
        work();
        awaitTasks();
      }
    }

    private void awaitTasks() {
      long spinEnd = System.nanoTime() + SPIN_NANOS;
      while ((int) claims.get() == 0 && !closed) {
        if (System.nanoTime() < spinEnd) {
          Thread.onSpinWait();
          continue;
        }
        parked = true;
        while ((int) claims.get() == 0 && !closed) {
          LockSupport.park(CpuThreads.this);
        }
        parked = false;
      }
    }
  }
}
