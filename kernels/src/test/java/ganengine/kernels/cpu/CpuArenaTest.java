package ganengine.kernels.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.ElementType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How buffers lie in the heap's arrays. */
class CpuArenaTest {
  private static final int MIB = 1 << 18;

  /** Floats of the buffers in a training step of DCGAN for 64 x 64 images, the large ones. */
  private static final int[] STEP = {
    MIB * 16, MIB * 16, MIB * 8, MIB * 8, MIB * 8, MIB * 8, MIB * 3, MIB * 4, MIB * 4, MIB * 4,
    MIB * 4, MIB * 2, MIB * 2, MIB * 2, 819_200, 3_072, 512, 64, 1, 16, 17, MIB * 16, MIB * 16,
    MIB * 8, MIB * 8, MIB * 8, MIB * 3, MIB * 4, MIB * 2, MIB * 16, MIB * 16
  };

  private final CpuArena arena = new CpuArena();

  @Test
  void buffersAreAlignedAndApart() {
    List<CpuBuffer> buffers = take(STEP);
    for (CpuBuffer buffer : buffers) {
      assertThat((buffer.offset - CpuChunk.START) % 16).isZero();
      assertThat(buffer.offset + buffer.size()).isLessThanOrEqualTo(buffer.reals.length);
      for (CpuBuffer other : buffers) {
        assertThat(
                other == buffer
                    || other.reals != buffer.reals
                    || other.offset >= buffer.offset + buffer.size()
                    || buffer.offset >= other.offset + other.size())
            .isTrue();
      }
    }
  }

  @Test
  void littleLiesUnused() {
    long taken = 0;
    for (int size : STEP) {
      taken += size;
    }
    assertThat(arrayFloats(take(STEP))).isLessThan(taken * 11 / 10);
    assertThat(arrayFloats(List.of(new CpuArena().take(ElementType.REAL, 1)))).isLessThan(2 * MIB);
  }

  @Test
  void arraysFillRegionsOfTwoMebibytes() {
    for (CpuBuffer buffer : take(1, MIB, 17 * MIB, 40 * MIB)) {
      // With the 16 bytes of an array's header.
      assertThat((buffer.reals.length + 4) % (2 * MIB)).isZero();
    }
  }

  @Test
  void letsGoOfAnArrayWithItsLastBuffer() {
    List<CpuBuffer> buffers = take(MIB, 100);
    assertThat(buffers.get(1).reals).isSameAs(buffers.get(0).reals);
    arena.put(buffers.get(0));
    arena.trim();
    assertThat(take(100).get(0).reals).isSameAs(buffers.get(1).reals);
    arena.put(buffers.get(1));
    arena.trim();
    assertThat(take(100).get(0).reals).isSameAs(buffers.get(1).reals);

    CpuArena other = new CpuArena();
    CpuBuffer only = other.take(ElementType.REAL, 100);
    other.put(only);
    other.trim();
    assertThat(other.take(ElementType.REAL, 100).reals).isNotSameAs(only.reals);
  }

  private List<CpuBuffer> take(int... sizes) {
    List<CpuBuffer> buffers = new ArrayList<>();
    for (int size : sizes) {
      buffers.add(arena.take(ElementType.REAL, size));
    }
    return buffers;
  }

  private static long arrayFloats(List<CpuBuffer> buffers) {
    Set<float[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    buffers.forEach(buffer -> arrays.add(buffer.reals));
    return arrays.stream().mapToLong(array -> array.length).sum();
  }
}
