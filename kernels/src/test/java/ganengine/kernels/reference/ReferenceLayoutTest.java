package ganengine.kernels.reference;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;
import ganengine.kernels.ImageBatch;
import ganengine.kernels.Philox;
import ganengine.kernels.RandomStream;
import ganengine.kernels.StridedCopy;
import org.junit.jupiter.api.Test;

/** Layout changes and random numbers small enough to follow. */
class ReferenceLayoutTest extends ReferenceFixture {
  @Test
  void copyTransposesIntoAFrameAndKeepsTheRest() {
    Buffer to = reals(-1, -2, -3, -4, -5, -6, -7, -8, -9);
    StridedCopy transpose =
        StridedCopy.of(new int[] {3, 2}, new int[] {1, 3}, 0, new int[] {3, 1}, 1);
    device.layout().copy(transpose, reals(1, 2, 3, 4, 5, 6), to);
    assertThat(read(to)).containsExactly(-1, 1, 4, -4, 2, 5, -7, 3, 6);
  }

  @Test
  void copyFlipsWithANegativeStride() {
    Buffer to = room(3);
    device
        .layout()
        .copy(
            StridedCopy.of(new int[] {3}, new int[] {-1}, 2, new int[] {1}, 0), reals(1, 2, 3), to);
    assertThat(read(to)).containsExactly(3, 2, 1);
  }

  @Test
  void gatherPicksRows() {
    Buffer out = room(6);
    device.layout().gather(2, reals(1, 2, 3, 4, 5, 6), integers(2, 0, 2), out);
    assertThat(read(out)).containsExactly(5, 6, 1, 2, 5, 6);
  }

  @Test
  void scatterAddSumsRows() {
    Buffer out = room(6);
    device.layout().scatterAdd(2, reals(1, 2, 3, 4, 5, 6), integers(2, 0, 2), out);
    assertThat(read(out)).containsExactly(3, 4, 0, 0, 6, 8);
  }

  @Test
  void oneHot() {
    Buffer out = room(6);
    device.layout().oneHot(3, integers(2, 0), out);
    assertThat(read(out)).containsExactly(0, 0, 1, 1, 0, 0);
  }

  @Test
  void imageBatchTakesBytesAsUnsigned() {
    Buffer images = device.allocate(ElementType.BYTE, 4);
    device.upload(new byte[] {0, 1, (byte) 128, (byte) 255}, 0, 4, images, 0);
    Buffer out = room(4);
    device.layout().imageBatch(new ImageBatch(2, 1, 2, 1, 2, -1), images, integers(1, 0), out);
    assertThat(read(out)).containsExactly(255, 509, -1, 1);
  }

  @Test
  void randomNumbersArePhiloxWords() {
    RandomStream stream = new RandomStream(9, 4);
    int[] words = new int[4];
    Philox.block(stream, 6, 1, words);
    double[] normal = new double[2];
    Philox.normal(words[2], words[3], normal, 0);

    Buffer uniform = room(8);
    Buffer gaussian = room(8);
    device.random().uniform(stream, integers(6), 10, 12, uniform);
    device.random().normal(stream, integers(6), 10, 2, gaussian);
    assertThat(read(uniform)[5]).isEqualTo(10 + 2 * Philox.uniform(words[1]));
    assertThat(read(gaussian)[6]).isEqualTo(10 + 2 * normal[0]);
    assertThat(read(gaussian)[7]).isEqualTo(10 + 2 * normal[1]);
  }

  @Test
  void advanceCounts() {
    Buffer counter = integers(40);
    device.random().advance(counter, 2);
    assertThat(readIntegers(counter)).containsExactly(42);
  }
}
