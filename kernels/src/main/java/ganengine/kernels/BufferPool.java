package ganengine.kernels;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The only caller of a device's memory allocator: keeps returned buffers, keyed by element type and
 * exact length, last in first out. A training step asks for the same sizes in the same order every
 * time, so from its second run on it gets the very same buffers and allocates nothing.
 *
 * <p>Not thread-safe: a device belongs to one thread at a time.
 *
 * @param <B> the device's buffer class
 */
public abstract class BufferPool<B extends Buffer> {
  private record Key(ElementType type, long length) {}

  private final Map<Key, Deque<B>> resting = new HashMap<>();
  private long liveBytes;
  private long peakBytes;
  private long restingBytes;
  private long allocations;

  /** Takes {@code length} elements from the device itself, contents undefined. */
  protected abstract B create(ElementType type, long length);

  /** Gives a buffer back to the device itself. */
  protected abstract void destroy(B buffer);

  /** Bytes one element of this type takes on this device. */
  protected abstract int bytes(ElementType type);

  /** Called for each buffer handed out; a device may poison it so that unwritten reads show. */
  protected void handedOut(B buffer) {}

  /**
   * A buffer of exactly {@code length} elements with undefined contents.
   *
   * @throws OutOfDeviceMemoryException if the device has no room even with the pool emptied
   */
  public final B take(ElementType type, long length) {
    if (length < 1) {
      throw new IllegalArgumentException("a buffer has at least 1 element, asked for " + length);
    }
    Deque<B> free = resting.get(new Key(type, length));
    B buffer;
    if (free != null && !free.isEmpty()) {
      buffer = free.pop();
      buffer.resting(false);
      restingBytes -= size(buffer);
    } else {
      buffer = createOrTrim(type, length);
      allocations++;
    }
    liveBytes += size(buffer);
    peakBytes = Math.max(peakBytes, liveBytes);
    handedOut(buffer);
    return buffer;
  }

  private B createOrTrim(ElementType type, long length) {
    try {
      return create(type, length);
    } catch (OutOfDeviceMemoryException first) {
      trim();
      return create(type, length);
    }
  }

  /** Puts a buffer back; its contents are lost. Returning one twice is an error. */
  public final void put(B buffer) {
    if (buffer.resting()) {
      throw new IllegalStateException(
          "a buffer of " + buffer.length() + " elements was released twice");
    }
    buffer.resting(true);
    liveBytes -= size(buffer);
    restingBytes += size(buffer);
    resting
        .computeIfAbsent(new Key(buffer.type(), buffer.length()), k -> new ArrayDeque<>())
        .push(buffer);
  }

  /** Gives every resting buffer back to the device. */
  public final void trim() {
    resting.values().forEach(free -> free.forEach(this::destroy));
    resting.clear();
    restingBytes = 0;
  }

  /** The counters at this moment. */
  public final MemoryUse use() {
    return new MemoryUse(liveBytes, peakBytes, restingBytes, allocations);
  }

  /** Makes the present live bytes the peak. */
  public final void resetPeak() {
    peakBytes = liveBytes;
  }

  private long size(B buffer) {
    return buffer.length() * bytes(buffer.type());
  }
}
