package ganengine.engine.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.LiveMemoryExtension;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Activation;
import ganengine.kernels.Device;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Values worked out by hand: gradient checks can't tell a wrong op with a fitting gradient. Long,
 * since it is a list: every op has its own.
 */
@ExtendWith(LiveMemoryExtension.class)
class OpValuesTest {
  private Scope scope;

  @BeforeEach
  void open(Device device) {
    scope = Scope.open(device);
  }

  @AfterEach
  void close() {
    scope.close();
  }

  private static Tensor t(Shape shape, double... values) {
    return Tensor.of(shape, values);
  }

  /** 0, 1, 2, ... */
  private static Tensor count(int... sizes) {
    Shape shape = Shape.of(sizes);
    double[] values = new double[shape.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    return Tensor.of(shape, values);
  }

  private static void assertValues(Tensor found, Shape shape, double... values) {
    assertThat(found.shape()).isEqualTo(shape);
    assertThat(found.toDoubles()).containsExactly(values, within(1e-12));
  }

  @Test
  void binaryRepeatsAxes() {
    Shape shape = Shape.of(2, 3);
    assertValues(Binary.add(count(2, 3), count(3)), shape, 0, 2, 4, 3, 5, 7);
    assertValues(Binary.subtract(count(2, 1), count(1, 3)), shape, 0, -1, -2, 1, 0, -1);
    assertValues(Binary.multiply(Tensor.scalar(2), count(2, 3)), shape, 0, 2, 4, 6, 8, 10);
    assertValues(Binary.divide(count(2, 3), t(Shape.of(2, 1), 1, 2)), shape, 0, 1, 2, 1.5, 2, 2.5);
    assertValues(Binary.maximum(count(3), t(Shape.of(3), 1, 1, 1)), Shape.of(3), 1, 1, 2);
  }

  @Test
  void matMulTransposes() {
    Tensor a = count(2, 3);
    Tensor b = t(Shape.of(3, 2), 1, 2, 3, 4, 5, 6);
    Shape shape = Shape.of(2, 2);
    assertValues(MatMul.matMul(a, b), shape, 13, 16, 40, 52);
    Tensor aT = Permute.permute(a, 1, 0);
    Tensor bT = Permute.permute(b, 1, 0);
    assertValues(MatMul.matMul(aT, b, true, false), shape, 13, 16, 40, 52);
    assertValues(MatMul.matMul(a, bT, false, true), shape, 13, 16, 40, 52);
    assertValues(MatMul.matMul(aT, bT, true, true), shape, 13, 16, 40, 52);
    Tensor pair = Concat.concat(0, Reshape.reshape(a, 1, 2, 3), Reshape.reshape(a, 1, 2, 3));
    Tensor both = BroadcastTo.broadcastTo(b, Shape.of(2, 3, 2));
    assertValues(MatMul.matMul(pair, both), Shape.of(2, 2, 2), 13, 16, 40, 52, 13, 16, 40, 52);
  }

  @Test
  void reductionsTakeAnyAxes() {
    Tensor x = count(2, 3, 2);
    assertValues(Sum.sum(x), Shape.SCALAR, 66);
    assertValues(Sum.sum(x, false, 1), Shape.of(2, 2), 6, 9, 24, 27);
    assertValues(Sum.sum(x, false, -1, 0), Shape.of(3), 14, 22, 30);
    assertValues(Sum.sum(x, true, 0, 2), Shape.of(1, 3, 1), 14, 22, 30);
    assertValues(Sum.mean(x), Shape.SCALAR, 5.5);
    assertValues(Sum.mean(x, false, 0), Shape.of(3, 2), 3, 4, 5, 6, 7, 8);
    assertValues(Sum.sum(Tensor.scalar(3)), Shape.SCALAR, 3);
    assertValues(Max.max(x), Shape.SCALAR, 11);
    assertValues(Max.max(x, false, 0, 2), Shape.of(3), 7, 9, 11);
    assertValues(Max.max(Unary.negate(x), true, 1), Shape.of(2, 1, 2), 0, -1, -6, -7);
  }

  @Test
  void layoutMovesElements() {
    Tensor x = count(2, 3);
    assertValues(Permute.permute(x, 1, 0), Shape.of(3, 2), 0, 3, 1, 4, 2, 5);
    assertValues(
        Permute.permute(count(1, 2, 2, 2), 0, 3, 1, 2),
        Shape.of(1, 2, 2, 2),
        0,
        2,
        4,
        6,
        1,
        3,
        5,
        7);
    assertValues(Slice.slice(x, -1, 1, 3), Shape.of(2, 2), 1, 2, 4, 5);
    assertValues(Slice.crop(count(1, 3, 3, 1), 1, 0, 2, 2), Shape.of(1, 2, 2, 1), 3, 4, 6, 7);
    assertValues(
        Pad.pad(x, new int[] {1, 0}, new int[] {0, 1}),
        Shape.of(3, 4),
        0,
        0,
        0,
        0,
        0,
        1,
        2,
        0,
        3,
        4,
        5,
        0);
    assertValues(Pad.pad2d(count(1, 1, 2, 1), 0, 1, 1, 0), Shape.of(1, 2, 3, 1), 0, 0, 1, 0, 0, 0);
    assertValues(
        Concat.concat(-1, x, t(Shape.of(2, 1), 8, 9)), Shape.of(2, 4), 0, 1, 2, 8, 3, 4, 5, 9);
    assertValues(Reshape.flatten(count(2, 2, 2)), Shape.of(2, 4), 0, 1, 2, 3, 4, 5, 6, 7);
    assertValues(
        Upsample.nearest(count(1, 1, 2, 2), 2),
        Shape.of(1, 2, 4, 2),
        0,
        1,
        0,
        1,
        2,
        3,
        2,
        3,
        0,
        1,
        0,
        1,
        2,
        3,
        2,
        3);
    assertValues(
        BroadcastTo.broadcastTo(count(2, 1), Shape.of(2, 2, 2)),
        Shape.of(2, 2, 2),
        0,
        0,
        1,
        1,
        0,
        0,
        1,
        1);
  }

  @Test
  void indicesPickAndAddRows() {
    Indices indices = Indices.of(2, 0, 2);
    assertValues(Gather.rows(count(3, 2), indices), Shape.of(3, 2), 4, 5, 0, 1, 4, 5);
    assertValues(ScatterAdd.rows(count(3, 2), indices, 4), Shape.of(4, 2), 2, 3, 0, 0, 4, 6, 0, 0);
    assertValues(OneHot.oneHot(Indices.of(1, 0), 3), Shape.of(2, 3), 0, 1, 0, 1, 0, 0);
  }

  @Test
  void poolingTakesWindows() {
    Tensor x = count(1, 4, 4, 1);
    assertValues(MaxPool.maxPool(x, PoolSpec.of(2)), Shape.of(1, 2, 2, 1), 5, 7, 13, 15);
    assertValues(
        AveragePool.averagePool(x, PoolSpec.of(2)), Shape.of(1, 2, 2, 1), 2.5, 4.5, 10.5, 12.5);
    assertThat(MaxPool.maxPool(x, new PoolSpec(3, 2, 1)).toDoubles()).containsExactly(5, 7, 13, 15);
  }

  @Test
  void convolutionSizes() {
    Tensor ones = Tensor.full(Shape.of(1, 5, 6, 2), 1);
    Tensor filter = Tensor.full(Shape.of(3, 3, 3, 2), 1);
    // ceil(5 / 2) x ceil(6 / 2); TensorFlow pads the odd zero below and to the right.
    ConvSpec same = ConvSpec.same(5, 6, 3, 3, 2);
    assertThat(same).hasToString("stride 2, padding top 1 left 0 bottom 1 right 1");
    Tensor y = Conv2d.conv2d(ones, filter, same);
    assertThat(y.shape()).isEqualTo(Shape.of(1, 3, 3, 3));
    assertThat(y.toDoubles()[0]).isEqualTo(12);
    assertThat(y.toDoubles()[6]).isEqualTo(8);

    assertThat(Conv2d.conv2d(ones, filter, ConvSpec.of(1, 0)).shape())
        .isEqualTo(Shape.of(1, 3, 4, 3));
    assertThat(Conv2d.conv2d(ones, filter, ConvSpec.of(1, 2).dilated(2)).shape())
        .isEqualTo(Shape.of(1, 5, 6, 3));
    Tensor small = Tensor.full(Shape.of(1, 4, 4, 3), 1);
    Tensor up = Tensor.full(Shape.of(3, 5, 5, 2), 1);
    assertThat(ConvTranspose2d.convTranspose2d(small, up, ConvSpec.of(2, 2), 1).shape())
        .isEqualTo(Shape.of(1, 8, 8, 2));
  }

  @Test
  void convolutionAndItsTransposeOfOneRow() {
    Tensor x = t(Shape.of(1, 1, 4, 1), 1, 2, 3, 4);
    Tensor filter = t(Shape.of(1, 1, 2, 1), 10, 1);
    ConvSpec spec = ConvSpec.of(2, 0);
    assertValues(Conv2d.conv2d(x, filter, spec), Shape.of(1, 1, 2, 1), 12, 34);
    Tensor y = t(Shape.of(1, 1, 2, 1), 5, 7);
    assertValues(
        new ConvTranspose2d(spec, 1, 4).apply(y, filter), Shape.of(1, 1, 4, 1), 50, 5, 70, 7);
    assertValues(new Conv2dFilterGradient(spec, 1, 2).apply(x, y), filter.shape(), 26, 38);
  }

  @Test
  void normalisationCentresAndScales() {
    Tensor x = t(Shape.of(2, 2), 1, 10, 3, 30);
    Tensor gamma = t(Shape.of(2), 1, 2);
    Tensor beta = t(Shape.of(2), 0, 5);
    BatchNorm.Normalised batch = BatchNorm.batchNorm(x, gamma, beta, 0);
    assertValues(batch.y(), Shape.of(2, 2), -1, 3, 1, 7);
    assertValues(batch.mean(), Shape.of(2), 2, 20);
    assertValues(batch.invStd(), Shape.of(2), 1, 0.1);

    Parameter mean = Parameter.statistic("mean", t(Shape.of(2), 0, 0));
    Parameter variance = Parameter.statistic("variance", t(Shape.of(2), 1, 1));
    BatchNorm.updateRunning(batch, 0.1, 0, mean, variance);
    assertValues(mean, Shape.of(2), 0.2, 2);
    assertValues(variance, Shape.of(2), 0.9 + 0.1 * 2, 0.9 + 0.1 * 200);

    Tensor two = t(Shape.of(2), 2, 20);
    Tensor squares = t(Shape.of(2), 1, 100);
    assertValues(
        BatchNormInference.batchNormInference(x, gamma, beta, two, squares, 0),
        Shape.of(2, 2),
        -1,
        3,
        1,
        7);
    assertValues(LayerNorm.layerNorm(x, gamma, beta, 0), Shape.of(2, 2), -1, 7, -1, 7);
  }

  @Test
  void activationsEndFusedOps() {
    Tensor x = t(Shape.of(2, 2), 1, 2, 3, -4);
    Tensor bias = t(Shape.of(2), -2, 1);
    assertValues(
        BiasActivation.biasActivation(x, bias, Activation.leakyRelu(0.5)),
        Shape.of(2, 2),
        -0.5,
        3,
        1,
        -1.5);
    Tensor ones = t(Shape.of(2), 1, 1);
    BatchNorm.Normalised batch = BatchNorm.batchNorm(x, ones, ones, 0, Activation.RELU);
    assertValues(batch.y(), Shape.of(2, 2), 0, 2, 2, 0);
  }

  @Test
  void softmaxOfRows() {
    Tensor x = t(Shape.of(2, 2), 0, Math.log(3), 1000, 1000);
    assertValues(Softmax.softmax(x), Shape.of(2, 2), 0.25, 0.75, 0.5, 0.5);
    assertThat(LogSoftmax.logSoftmax(x).toDoubles())
        .containsExactly(
            new double[] {Math.log(0.25), Math.log(0.75), -Math.log(2), -Math.log(2)},
            within(1e-12));
  }

  @Test
  void lossesAreMeans() {
    Tensor zero = t(Shape.of(2, 1), 0, 0);
    double ln2 = Math.log(2);
    assertThat(Losses.binaryCrossEntropy(zero, 1).item()).isCloseTo(ln2, within(1e-12));
    assertThat(Losses.binaryCrossEntropy(zero, 0).item()).isCloseTo(ln2, within(1e-12));
    Tensor x = t(Shape.of(2, 1), 2, -3);
    double soft = Losses.binaryCrossEntropy(x, Tensor.full(x.shape(), 0.9)).item();
    assertThat(Losses.binaryCrossEntropy(x, 0.9).item()).isCloseTo(soft, within(1e-12));
    for (int target = 0; target <= 1; target++) {
      assertThat(Losses.binaryCrossEntropy(x, target).item())
          .isCloseTo(
              Losses.binaryCrossEntropy(x, Tensor.full(x.shape(), target)).item(), within(1e-12));
    }
    assertThat(Losses.binaryCrossEntropy(t(Shape.of(1), 1000), 0).item()).isEqualTo(1000);
    assertThat(Losses.binaryCrossEntropy(t(Shape.of(1), -1000), 0).item()).isZero();

    Tensor logits = t(Shape.of(2, 2), 0, Math.log(3), 5, 5);
    double expected = -(Math.log(0.75) + Math.log(0.5)) / 2;
    assertThat(Losses.crossEntropy(logits, Indices.of(1, 0)).item())
        .isCloseTo(expected, within(1e-12));

    assertThat(Losses.meanSquaredError(x, 1).item()).isEqualTo((1 + 16) / 2.0);
    assertThat(Losses.meanSquaredError(x, Tensor.full(x.shape(), 1)).item()).isEqualTo(8.5);
    assertThat(Losses.meanAbsoluteError(x, Tensor.full(x.shape(), 1)).item()).isEqualTo(2.5);
    assertThat(Losses.hingeAbove(x).item()).isEqualTo(2);
    assertThat(Losses.hingeBelow(x).item()).isEqualTo(1.5);
  }

  @Test
  void dropoutKeepsTheMean() {
    RandomSource random = new RandomSource(4);
    Tensor x = Tensor.full(Shape.of(10_000), 3);
    Tensor y = Dropout.dropout(x, 0.25, random);
    assertThat(y.toDoubles()).containsOnly(0, 4);
    assertThat(Sum.mean(y).item()).isCloseTo(3, within(0.1));
    assertThat(Dropout.dropout(x, 0, random).toDoubles()).containsOnly(3);
    assertThatThrownBy(() -> Dropout.dropout(x, 1, random))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dropout's rate is in [0, 1), found 1.0");
  }
}
