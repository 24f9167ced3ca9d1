package ganengine.engine.tensor;

import ganengine.kernels.Device;
import ganengine.kernels.ElementType;
import java.util.ArrayList;
import java.util.List;

/**
 * Owns device memory: every tensor made while a scope is the innermost one of its thread belongs to
 * it, and goes back to the device's pool when it closes.
 *
 * <pre>
 * try (Scope step = Scope.open()) {
 *   Tensor loss = ...;          // everything made in here
 *   total = step.keep(loss);    // but this now belongs to the scope around it
 * }                             // is back in the pool here
 * </pre>
 *
 * <p>The outermost scope names the device; the ones inside inherit it. Parameters and optimiser
 * state belong to the scope that was innermost when they were made: open one for the model first,
 * and one for each training step inside it. A scope also says whether ops record how they were
 * computed; {@link #inference} opens one that doesn't. Scopes are confined to their thread and
 * closed in reverse order.
 */
public final class Scope implements AutoCloseable {
  private static final ThreadLocal<Scope> INNERMOST = new ThreadLocal<>();

  private final Device device;
  private final Scope outer;
  private final boolean recording;
  private final boolean computing;
  private final Thread thread = Thread.currentThread();
  private final List<Storage> owned = new ArrayList<>();
  private boolean open = true;

  private Scope(Device device, Scope outer, boolean recording, boolean computing) {
    this.device = device;
    this.outer = outer;
    this.recording = recording;
    this.computing = computing;
    INNERMOST.set(this);
  }

  /** A scope on this device, inside the thread's innermost one if there is any; it records. */
  public static Scope open(Device device) {
    return new Scope(device, INNERMOST.get(), true, true);
  }

  /** A scope on the innermost scope's device that records if that one does. */
  public static Scope open() {
    Scope outer = current();
    return new Scope(outer.device, outer, outer.recording, outer.computing);
  }

  /** A scope on the innermost scope's device in which nothing is recorded: no gradients of it. */
  public static Scope inference() {
    Scope outer = current();
    return new Scope(outer.device, outer, false, outer.computing);
  }

  /** A scope on the innermost scope's device that records, whatever the ones around it do. */
  public static Scope recordingAgain() {
    Scope outer = current();
    return new Scope(outer.device, outer, true, outer.computing);
  }

  /**
   * A scope in which ops check and give shapes but take no memory and compute no numbers; its
   * tensors have none. Nothing is recorded.
   */
  public static Scope shapesOnly() {
    Scope outer = current();
    return new Scope(outer.device, outer, false, false);
  }

  /**
   * The thread's innermost scope.
   *
   * @throws IllegalStateException if there is none
   */
  public static Scope current() {
    Scope scope = INNERMOST.get();
    if (scope == null) {
      throw new IllegalStateException(
          "no scope is open on this thread; put the computation into"
              + " try (Scope scope = Scope.open(device)) { ... }");
    }
    return scope;
  }

  /** Whether ops in this scope record how they were computed. */
  public boolean recording() {
    return recording;
  }

  /** Whether ops in this scope compute numbers, not shapes only. */
  public boolean computing() {
    return computing;
  }

  /** The device everything in this scope is computed on. */
  public Device device() {
    return device;
  }

  /**
   * Hands a tensor of this scope to the scope around it.
   *
   * @return the same tensor
   * @throws IllegalStateException if this is the outermost scope or the tensor is closed
   */
  public <T extends Tensor> T keep(T tensor) {
    Storage storage = tensor.storage();
    storage.requireOpen();
    if (storage.owner == this) {
      if (outer == null) {
        throw new IllegalStateException(
            "the outermost scope has none around it to keep a tensor in; read its values instead");
      }
      storage.owner = outer;
      outer.owned.add(storage);
    }
    return tensor;
  }

  /** {@link #keep(Tensor)} for each; null entries are skipped. */
  public void keep(Iterable<? extends Tensor> tensors) {
    for (Tensor tensor : tensors) {
      if (tensor != null) {
        keep(tensor);
      }
    }
  }

  /** Returns a tensor's memory to the pool ahead of the scope's end, if this scope owns it. */
  public void release(Tensor tensor) {
    if (tensor.storage().owner == this) {
      tensor.storage().close();
    }
  }

  /** Returns a tensor's memory to the pool ahead of the end of the scope that owns it. */
  public static void releaseEarly(Tensor tensor) {
    tensor.storage().close();
  }

  Storage allocate(ElementType type, long length) {
    if (!open || thread != Thread.currentThread()) {
      throw new IllegalStateException("a scope was used after it was closed, or on another thread");
    }
    Storage storage = new Storage(device, type, length, this);
    owned.add(storage);
    return storage;
  }

  /** Returns everything still owned, newest first. Scopes opened inside must be closed by then. */
  @Override
  public void close() {
    if (!open) {
      return;
    }
    if (INNERMOST.get() != this) {
      throw new IllegalStateException(
          "scopes are closed innermost first, on the thread that opened them");
    }
    open = false;
    if (outer == null) {
      INNERMOST.remove();
    } else {
      INNERMOST.set(outer);
    }
    for (int i = owned.size() - 1; i >= 0; i--) {
      if (owned.get(i).owner == this) {
        owned.get(i).close();
      }
    }
  }
}
