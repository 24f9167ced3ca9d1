package ganengine.kernels;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Buffers that a captured launch writes at fixed addresses. As long as it is open none of them is
 * handed to anyone else: those that rest are kept here, the others come here when they are
 * returned. They count as live.
 *
 * @param <B> the device's buffer class
 */
public final class Reservation<B extends Buffer> implements AutoCloseable {
  private final Set<B> noted = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<B> kept = new ArrayDeque<>();
  private final Consumer<Reservation<B>> giveBack;

  Reservation(Consumer<Reservation<B>> giveBack) {
    this.giveBack = giveBack;
  }

  void note(B buffer) {
    noted.add(buffer);
  }

  boolean has(B buffer) {
    return noted.contains(buffer);
  }

  void keep(B buffer) {
    kept.push(buffer);
  }

  Iterable<B> kept() {
    return kept;
  }

  /** Gives what is kept back to the pool; what is still out will go there by itself. */
  @Override
  public void close() {
    giveBack.accept(this);
    noted.clear();
    kept.clear();
  }
}
