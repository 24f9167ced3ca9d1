package ganengine.gan.cli;

import ganengine.gan.launch.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * How a training run is stopped from outside. The first Ctrl-C, {@code kill} or closed terminal
 * asks it to finish its step and write a checkpoint; a second one ends the process at once.
 *
 * <p>Ctrl-C in a terminal reaches the launcher and this process, and the launcher hands it on: what
 * follows within a third of a second is the same one.
 */
final class StopSignals implements AutoCloseable {
  private static final long SAME_NANOS = 333_000_000;

  private final Consumer<String> say;
  private final LongSupplier nanoTime;
  private final IntConsumer halt;

  private final List<Runnable> restore = new ArrayList<>();

  private String first;
  private long firstAt;

  /**
   * @param say prints a line for the user
   * @param nanoTime a clock, as {@link System#nanoTime}
   * @param halt ends the process with an exit code
   */
  StopSignals(Consumer<String> say, LongSupplier nanoTime, IntConsumer halt) {
    this.say = say;
    this.nanoTime = nanoTime;
    this.halt = halt;
  }

  /** Receives the process's signals until it is closed. */
  static StopSignals install(Consumer<String> say) {
    StopSignals signals = new StopSignals(say, System::nanoTime, Runtime.getRuntime()::halt);
    for (String name : Signals.STOPPING) {
      signals.restore.add(Signals.handle(name, () -> signals.receive(name)));
    }
    return signals;
  }

  /** Whether the run is to stop after its step. */
  synchronized boolean stopRequested() {
    return first != null;
  }

  /** 128 + the number of the signal that asked to stop; empty if none did. */
  synchronized OptionalInt exitCode() {
    return first == null ? OptionalInt.empty() : OptionalInt.of(Signals.exitCode(first));
  }

  /** From now on the signals do what they did before. */
  @Override
  public void close() {
    restore.forEach(Runnable::run);
  }

  synchronized void receive(String name) {
    if (first == null) {
      first = name;
      firstAt = nanoTime.getAsLong();
      say.accept("stopping after this step and a checkpoint; once more to end at once without one");
    } else if (nanoTime.getAsLong() - firstAt > SAME_NANOS) {
      halt.accept(Signals.exitCode(name));
    }
  }
}
