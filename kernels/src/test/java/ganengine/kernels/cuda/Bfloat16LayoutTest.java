package ganengine.kernels.cuda;

import static ganengine.kernels.cuda.BothVariants.numbers;
import static ganengine.kernels.cuda.BothVariants.rounded;
import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;
import ganengine.kernels.ImageBatch;
import ganengine.kernels.LayoutKernels;
import ganengine.kernels.StridedCopy;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Moving bfloat16 numbers about, and between them and floats. */
@OnCard
class Bfloat16LayoutTest {
  private static BothVariants variants;

  @BeforeAll
  static void openDevice() {
    variants = new BothVariants();
  }

  @AfterAll
  static void closeDevice() {
    variants.close();
  }

  private static LayoutKernels layout() {
    return variants.device().layout();
  }

  @Test
  void copiesByVectorsByElementsAndTransposed() {
    copy(ints(13, 40), ints(48, 1), ints(40, 1));
    copy(ints(11, 7), ints(8, 1), ints(7, 1));
    copy(ints(3, 37, 20), ints(740, 1, 37), ints(740, 20, 1));
    copy(ints(37, 3, 20), ints(1, 740, 37), ints(20, 740, 1));
    copy(ints(4, 5, 3), ints(15, 1, 5), ints(15, 3, 1));
  }

  private static void copy(int[] sizes, int[] fromStrides, int[] toStrides) {
    StridedCopy size = StridedCopy.of(sizes, fromStrides, 0, toStrides, 0);
    int from = 1;
    int to = 1;
    for (int axis = 0; axis < sizes.length; axis++) {
      from += (sizes[axis] - 1) * fromStrides[axis];
      to += (sizes[axis] - 1) * toStrides[axis];
    }
    variants.assertRounds(to, b -> layout().copy(size, b[0], b[1]), numbers(from));
  }

  private static int[] ints(int... values) {
    return values;
  }

  @Test
  void gathersRows() {
    for (int width : new int[] {3, 16}) {
      variants.assertRounds(
          9 * width,
          b -> variants.withIndices(9, 5, i -> layout().gather(width, b[0], i, b[1])),
          numbers(5 * width));
    }
  }

  /** Few comparisons, short lists, and lists that are too long to be searched. */
  @Test
  void addsScatteredRows() {
    scatterAdd(6, 5, 40);
    scatterAdd(9000, 1, 700);
    scatterAdd(40, 150, 1000);
  }

  private static void scatterAdd(int rows, int width, int count) {
    variants.assertRounds(
        rows * width,
        b -> variants.withIndices(count, rows, i -> layout().scatterAdd(width, b[0], i, b[1])),
        numbers(count * width));
  }

  @Test
  void oneHot() {
    variants.assertRounds(35, b -> variants.withIndices(5, 7, i -> layout().oneHot(7, i, b[0])));
  }

  @Test
  void imageBatches() {
    imageBatch(new ImageBatch(6, 4, 10, 2, 2 / 255.0, -1));
    imageBatch(new ImageBatch(6, 3, 5, 1, 1 / 255.0, 0));
  }

  private static void imageBatch(ImageBatch size) {
    byte[] pixels = new byte[3 * size.imageSize()];
    new Random(4).nextBytes(pixels);
    Buffer images = variants.device().allocate(ElementType.BYTE, pixels.length);
    variants.device().upload(pixels, 0, pixels.length, images, 0);
    variants.assertRounds(
        size.count() * size.imageSize(),
        b ->
            variants.withIndices(size.count(), 3, i -> layout().imageBatch(size, images, i, b[0])));
    variants.device().release(images);
  }

  @Test
  void castsThereAndBack() {
    float[] x = new float[1003];
    Random random = new Random(9);
    for (int i = 0; i < x.length; i++) {
      x[i] = Float.intBitsToFloat(random.nextInt());
    }
    Buffer wide = variants.upload(ElementType.REAL, x);
    Buffer narrow = variants.device().allocate(ElementType.BFLOAT16, x.length);
    Buffer copy = variants.device().allocate(ElementType.BFLOAT16, x.length);
    layout().cast(wide, narrow);
    layout().cast(narrow, copy);
    layout().cast(copy, wide);
    float[] back = new float[x.length];
    variants.device().download(wide, 0, back, 0, back.length);
    List.of(wide, narrow, copy).forEach(variants.device()::release);
    assertThat(back).isEqualTo(rounded(x));
  }
}
