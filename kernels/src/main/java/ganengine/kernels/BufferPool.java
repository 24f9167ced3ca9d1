package ganengine.kernels;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
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
  private final List<Reservation<B>> reservations = new ArrayList<>();
  private Reservation<B> reserving;
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
   * @throws CaptureException if none rests and a reservation is being made
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
      refuseWhileReserving("a new buffer of %,d elements".formatted(length));
      buffer = createOrTrim(type, length);
      allocations++;
    }
    if (reserving != null) {
      reserving.note(buffer);
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
    if (reserving != null) {
      reserving.note(buffer);
    }
    for (Reservation<B> reservation : reservations) {
      if (reservation.has(buffer)) {
        reservation.keep(buffer);
        return;
      }
    }
    rest(buffer);
  }

  private void rest(B buffer) {
    liveBytes -= size(buffer);
    restingBytes += size(buffer);
    resting
        .computeIfAbsent(new Key(buffer.type(), buffer.length()), k -> new ArrayDeque<>())
        .push(buffer);
  }

  /**
   * From here to {@link #endReservation} every buffer that is handed out or returned is noted, and
   * only buffers that rest are handed out.
   */
  public final void beginReservation() {
    if (reserving != null) {
      throw new IllegalStateException("a reservation is being made already");
    }
    reserving = new Reservation<>(this::giveBack);
  }

  /** What was noted, taken out of the pool until the reservation is closed. */
  public final Reservation<B> endReservation() {
    if (reserving == null) {
      throw new IllegalStateException("no reservation is being made");
    }
    Reservation<B> made = reserving;
    reserving = null;
    for (Deque<B> free : resting.values()) {
      for (Iterator<B> buffers = free.iterator(); buffers.hasNext(); ) {
        B buffer = buffers.next();
        if (made.has(buffer)) {
          buffers.remove();
          made.keep(buffer);
          restingBytes -= size(buffer);
          liveBytes += size(buffer);
        }
      }
    }
    peakBytes = Math.max(peakBytes, liveBytes);
    reservations.add(made);
    return made;
  }

  private void giveBack(Reservation<B> reservation) {
    if (reservations.remove(reservation)) {
      reservation.kept().forEach(this::rest);
    }
  }

  private void refuseWhileReserving(String what) {
    if (reserving != null) {
      throw new CaptureException(what + " can't be part of a captured launch");
    }
  }

  /** Gives every resting buffer back to the device. */
  public final void trim() {
    refuseWhileReserving("emptying the pool");
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
