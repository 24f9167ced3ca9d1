package ganengine.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the pool hands out, counts, refuses, and does when the device is full. */
class BufferPoolTest {
  private static final class Plain extends Buffer {
    Plain(ElementType type, long length) {
      super(type, length);
    }
  }

  /** A device with room for so many bytes. */
  private static final class SmallPool extends BufferPool<Plain> {
    private final List<Plain> destroyed = new ArrayList<>();
    private final List<Plain> handedOut = new ArrayList<>();
    private long room;

    SmallPool(long room) {
      this.room = room;
    }

    @Override
    protected Plain create(ElementType type, long length) {
      if (length * bytes(type) > room) {
        throw new OutOfDeviceMemoryException("room for " + room + " bytes only");
      }
      room -= length * bytes(type);
      return new Plain(type, length);
    }

    @Override
    protected void destroy(Plain buffer) {
      room += buffer.length() * bytes(buffer.type());
      destroyed.add(buffer);
    }

    @Override
    protected int bytes(ElementType type) {
      return type == ElementType.BYTE ? 1 : 4;
    }

    @Override
    protected void handedOut(Plain buffer) {
      handedOut.add(buffer);
    }
  }

  private final SmallPool pool = new SmallPool(1000);

  @Test
  void givesTheLastReturnedBufferOfThatTypeAndLength() {
    Plain first = pool.take(ElementType.REAL, 10);
    Plain second = pool.take(ElementType.REAL, 10);
    Plain otherType = pool.take(ElementType.INTEGER, 10);
    Plain otherLength = pool.take(ElementType.REAL, 11);
    for (Plain buffer : List.of(first, second, otherType, otherLength)) {
      pool.put(buffer);
    }
    assertThat(pool.take(ElementType.REAL, 10)).isSameAs(second);
    assertThat(pool.take(ElementType.REAL, 10)).isSameAs(first);
    assertThat(pool.take(ElementType.REAL, 10)).isNotIn(first, second, otherType, otherLength);
    assertThat(pool.use().allocations()).isEqualTo(5);
    assertThat(pool.handedOut).hasSize(7);
  }

  @Test
  void theSameSequenceGetsTheSameBuffers() {
    List<Plain> once = step();
    long allocations = pool.use().allocations();
    List<Plain> twice = step();
    List<Plain> thrice = step();
    assertThat(thrice).containsExactlyElementsOf(twice);
    assertThat(twice).containsExactlyInAnyOrderElementsOf(once);
    assertThat(pool.use().allocations()).isEqualTo(allocations);
  }

  /** Takes and returns as a training step does: temporaries within longer-lived buffers. */
  private List<Plain> step() {
    List<Plain> taken = new ArrayList<>();
    taken.add(pool.take(ElementType.REAL, 8));
    taken.add(pool.take(ElementType.REAL, 4));
    pool.put(taken.get(1));
    taken.add(pool.take(ElementType.REAL, 4));
    taken.add(pool.take(ElementType.REAL, 8));
    pool.put(taken.get(3));
    pool.put(taken.get(2));
    pool.put(taken.get(0));
    return taken;
  }

  @Test
  void countsBytes() {
    Plain reals = pool.take(ElementType.REAL, 10);
    Plain bytes = pool.take(ElementType.BYTE, 7);
    assertThat(pool.use()).isEqualTo(new MemoryUse(47, 47, 0, 2));
    pool.put(reals);
    assertThat(pool.use()).isEqualTo(new MemoryUse(7, 47, 40, 2));
    pool.resetPeak();
    assertThat(pool.use()).isEqualTo(new MemoryUse(7, 7, 40, 2));
    pool.take(ElementType.REAL, 10);
    pool.put(bytes);
    assertThat(pool.use()).isEqualTo(new MemoryUse(40, 47, 7, 2));
  }

  @Test
  void refusesASecondReturn() {
    Plain buffer = pool.take(ElementType.REAL, 10);
    pool.put(buffer);
    assertThatThrownBy(() -> pool.put(buffer))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a buffer of 10 elements was released twice");
    assertThat(pool.use().liveBytes()).isZero();
  }

  @Test
  void refusesABufferWithoutElements() {
    for (long length : new long[] {0, -1}) {
      assertThatThrownBy(() -> pool.take(ElementType.REAL, length))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a buffer has at least 1 element, asked for " + length);
    }
  }

  @Test
  void trimmingGivesBackWhatRests() {
    Plain out = pool.take(ElementType.REAL, 10);
    Plain resting = pool.take(ElementType.REAL, 20);
    pool.put(resting);
    pool.trim();
    assertThat(pool.destroyed).containsExactly(resting);
    assertThat(pool.use()).isEqualTo(new MemoryUse(40, 120, 0, 2));
    pool.put(out);
    assertThat(pool.take(ElementType.REAL, 10)).isSameAs(out);
  }

  @Test
  void makesRoomFromRestingBuffersWhenTheDeviceIsFull() {
    Plain resting = pool.take(ElementType.REAL, 200);
    pool.put(resting);
    Plain larger = pool.take(ElementType.REAL, 240);
    assertThat(pool.destroyed).containsExactly(resting);
    assertThat(larger.length()).isEqualTo(240);
    assertThatThrownBy(() -> pool.take(ElementType.REAL, 240))
        .isInstanceOf(OutOfDeviceMemoryException.class);
    assertThat(pool.use().liveBytes()).isEqualTo(960);
  }
}
