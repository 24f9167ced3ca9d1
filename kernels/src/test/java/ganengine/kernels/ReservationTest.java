package ganengine.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What a captured launch uses stays its own, and comes back when it is freed. */
class ReservationTest {
  private static final class Plain extends Buffer {
    Plain(ElementType type, long length) {
      super(type, length);
    }
  }

  private static final class Pool extends BufferPool<Plain> {
    @Override
    protected Plain create(ElementType type, long length) {
      return new Plain(type, length);
    }

    @Override
    protected void destroy(Plain buffer) {}

    @Override
    protected int bytes(ElementType type) {
      return 4;
    }
  }

  private final Pool pool = new Pool();
  private final Plain temporary = pool.take(ElementType.REAL, 10);
  private final Plain result = pool.take(ElementType.REAL, 20);
  private final Plain stranger = pool.take(ElementType.REAL, 30);

  /** Takes all but the stranger, and leaves the result out. */
  private Reservation<Plain> reserve() {
    pool.put(temporary);
    pool.put(result);
    pool.put(stranger);
    pool.beginReservation();
    assertThat(pool.take(ElementType.REAL, 20)).isSameAs(result);
    for (int again = 0; again < 2; again++) {
      assertThat(pool.take(ElementType.REAL, 10)).isSameAs(temporary);
      pool.put(temporary);
    }
    return pool.endReservation();
  }

  @Test
  void whatRestsAtItsEndIsHandedToNobodyElse() {
    try (Reservation<Plain> reservation = reserve()) {
      assertThat(pool.take(ElementType.REAL, 10)).isNotSameAs(temporary);
      assertThat(pool.take(ElementType.REAL, 30)).isSameAs(stranger);
    }
    assertThat(pool.take(ElementType.REAL, 10)).isSameAs(temporary);
  }

  @Test
  void whatIsReturnedLaterIsHandedToNobodyElseEither() {
    try (Reservation<Plain> reservation = reserve()) {
      pool.put(result);
      assertThat(pool.take(ElementType.REAL, 20)).isNotSameAs(result);
      assertThatThrownBy(() -> pool.put(result)).hasMessageEndingWith("released twice");
    }
    assertThat(pool.take(ElementType.REAL, 20)).isSameAs(result);
  }

  @Test
  void whatIsStillOutWhenItClosesReturnsToThePool() {
    reserve().close();
    pool.put(result);
    assertThat(pool.take(ElementType.REAL, 20)).isSameAs(result);
  }

  @Test
  void whatTheWorkOnlyReturnsIsReservedToo() {
    pool.beginReservation();
    pool.put(temporary);
    try (Reservation<Plain> reservation = pool.endReservation()) {
      assertThat(pool.take(ElementType.REAL, 10)).isNotSameAs(temporary);
    }
  }

  @Test
  void itsBuffersCountAsLive() {
    Reservation<Plain> reservation = reserve();
    assertThat(pool.use()).isEqualTo(new MemoryUse(120, 240, 120, 3));
    pool.put(result);
    assertThat(pool.use()).isEqualTo(new MemoryUse(120, 240, 120, 3));
    pool.trim();
    assertThat(pool.use()).isEqualTo(new MemoryUse(120, 240, 0, 3));
    reservation.close();
    assertThat(pool.use()).isEqualTo(new MemoryUse(0, 240, 120, 3));
    reservation.close();
    assertThat(pool.use()).isEqualTo(new MemoryUse(0, 240, 120, 3));
  }

  @Test
  void newBuffersAreRefusedMeanwhile() {
    pool.beginReservation();
    assertThatThrownBy(() -> pool.take(ElementType.REAL, 1_000))
        .isInstanceOf(CaptureException.class)
        .hasMessage("a new buffer of 1,000 elements can't be part of a captured launch");
    assertThatThrownBy(pool::trim)
        .isInstanceOf(CaptureException.class)
        .hasMessage("emptying the pool can't be part of a captured launch");
    pool.endReservation().close();
    assertThat(pool.take(ElementType.REAL, 1_000).length()).isEqualTo(1_000);
    assertThat(pool.use().allocations()).isEqualTo(4);
  }

  @Test
  void onlyOneIsMadeAtATime() {
    assertThatThrownBy(pool::endReservation).isInstanceOf(IllegalStateException.class);
    pool.beginReservation();
    assertThatThrownBy(pool::beginReservation).isInstanceOf(IllegalStateException.class);
  }
}
