package ganengine.engine.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.LiveMemoryExtension;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.ShapeException;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Activation;
import ganengine.kernels.Device;
import ganengine.kernels.Dims;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way to get shapes wrong, and what the user reads then. Long, since it is a list: one entry
 * for each throw in the package.
 */
@ExtendWith(LiveMemoryExtension.class)
class ShapeErrorTest {
  private record Wrong(String message, Runnable use) {
    @Override
    public String toString() {
      return message;
    }
  }

  private static Wrong wrong(String message, Runnable use) {
    return new Wrong(message, use);
  }

  private static Tensor t(int... sizes) {
    return Tensor.full(Shape.of(sizes), 1);
  }

  static List<Wrong> convolutions() {
    ConvSpec spec = ConvSpec.of(2, 2);
    return List.of(
        wrong(
            "op conv2d: input [64, 64, 64, 3], filter [128, 5, 5, 1], stride 2, padding 2: the"
                + " filter expects 1 input channel, the input has 3; hint: build the layer with in"
                + " = 3",
            () -> Conv2d.conv2d(t(64, 64, 64, 3), t(128, 5, 5, 1), spec)),
        wrong(
            "op conv2d: input [2, 8, 3], filter [4, 3, 3, 3], stride 2, padding 2: the input has"
                + " rank 3, expected 4; hint: the input is [batch, height, width, channels]",
            () -> Conv2d.conv2d(t(2, 8, 3), t(4, 3, 3, 3), spec)),
        wrong(
            "op conv2d: input [2, 8, 8, 3], filter [4, 3], stride 2, padding 2: the filter has rank"
                + " 2, expected 4; hint: the filter is [outC, kernelH, kernelW, inC / groups]",
            () -> Conv2d.conv2d(t(2, 8, 8, 3), t(4, 3), spec)),
        wrong(
            "op conv2d: input [1, 4, 4, 4], filter [5, 3, 3, 2], stride 1, padding 1, groups 2: 5"
                + " output channels don't divide into 2 groups; hint: make the output channels a"
                + " multiple of the groups",
            () -> Conv2d.conv2d(t(1, 4, 4, 4), t(5, 3, 3, 2), ConvSpec.of(1, 1).grouped(2))),
        wrong(
            "op conv2d: input [1, 2, 2, 1], filter [1, 4, 4, 1], stride 1, padding 0, dilation 2:"
                + " no 4x4 window fits into the padded image; hint: use larger images, more padding"
                + " or fewer layers",
            () -> Conv2d.conv2d(t(1, 2, 2, 1), t(1, 4, 4, 1), ConvSpec.of(1, 0).dilated(2))),
        wrong(
            "convolution with stride 0, padding 1: strides, dilations and groups are at least 1,"
                + " paddings at least 0",
            () -> ConvSpec.of(0, 1)),
        wrong(
            "convolution with stride 2x1, padding top -1 left 0 bottom 0 right 0: strides,"
                + " dilations and groups are at least 1, paddings at least 0",
            () -> new ConvSpec(2, 1, -1, 0, 0, 0, 1, 1, 1)),
        wrong(
            "op conv_transpose2d: input [1, 4, 4, 3], filter [5, 4, 4, 2], stride 2, padding 1,"
                + " output 8x8: the filter expects 5 input channels, the input has 3; hint: build"
                + " the layer with in = 3",
            () -> transpose(t(1, 4, 4, 3), t(5, 4, 4, 2), ConvSpec.of(2, 1), 0)),
        wrong(
            "op conv_transpose2d: input [4, 3], filter [3, 4, 4, 2], stride 2, padding 1, output"
                + " padding 0: the input has rank 2, expected 4; hint: the input is [batch, height,"
                + " width, channels]",
            () -> transpose(t(4, 3), t(3, 4, 4, 2), ConvSpec.of(2, 1), 0)),
        wrong(
            "op conv_transpose2d: input [1, 4, 4, 3], filter [3, 4, 4, 2], stride 2, padding 1,"
                + " output padding 2: the output padding must be at least 0 and below the stride;"
                + " hint: a larger output comes from less padding or a larger stride",
            () -> transpose(t(1, 4, 4, 3), t(3, 4, 4, 2), ConvSpec.of(2, 1), 2)),
        wrong(
            "op conv_transpose2d: input [1, 1, 1, 3], filter [3, 2, 2, 2], stride 1, padding 1,"
                + " output 0x0: the convolution of such an output makes 0x0, the input has 1x1;"
                + " hint: use less padding or a larger kernel",
            () -> transpose(t(1, 1, 1, 3), t(3, 2, 2, 2), ConvSpec.of(1, 1), 0)),
        wrong(
            "op conv_transpose2d: input [1, 4, 4, 3], filter [3, 4, 4, 2], stride 2, padding 1,"
                + " groups 2, output 8x8: 3 input channels don't divide into 2 groups; hint: make"
                + " the input channels a multiple of the groups",
            () -> transpose(t(1, 4, 4, 3), t(3, 4, 4, 2), ConvSpec.of(2, 1).grouped(2), 0)),
        wrong(
            "op conv2d_filter_gradient: input [1, 6, 6, 2], output gradient [1, 4, 3, 5], kernel"
                + " 4x4, stride 2, padding 1: expected an output gradient [1, 3, 3, outC]; hint: it"
                + " has the shape of the convolution's output",
            () ->
                new Conv2dFilterGradient(ConvSpec.of(2, 1), 4, 4)
                    .apply(t(1, 6, 6, 2), t(1, 4, 3, 5))),
        wrong(
            "op conv2d_filter_gradient: input [1, 6, 6, 3], output gradient [1, 3, 3, 4], kernel"
                + " 4x4, stride 2, padding 1, groups 2: channels don't divide into 2 groups; hint:"
                + " make both channel counts multiples of the groups",
            () ->
                new Conv2dFilterGradient(ConvSpec.of(2, 1).grouped(2), 4, 4)
                    .apply(t(1, 6, 6, 3), t(1, 3, 3, 4))));
  }

  private static Tensor transpose(Tensor x, Tensor filter, ConvSpec spec, int outputPadding) {
    return ConvTranspose2d.convTranspose2d(x, filter, spec, outputPadding);
  }

  static List<Wrong> products() {
    return List.of(
        wrong(
            "op add: shapes [2, 3] and [2] differ at axis 1 from the end, 3 against 2; each axis"
                + " must be equal or 1; hint: reshape one operand",
            () -> Binary.add(t(2, 3), t(2))),
        wrong(
            "op matmul: a [2, 3], b [4, 5]: a's rows have 3 elements, b's columns 4; hint: the"
                + " inner sizes must be equal",
            () -> MatMul.matMul(t(2, 3), t(4, 5))),
        wrong(
            "op matmul: a [2, 3] transposed, b [3, 5] transposed: a's rows have 2 elements, b's"
                + " columns 5; hint: the inner sizes must be equal",
            () -> MatMul.matMul(t(2, 3), t(3, 5), true, true)),
        wrong(
            "op matmul: a [2, 3, 3, 1], b [3, 5]: ranks 4 and 2, expected both 2 or both 3; hint:"
                + " reshape, or flatten images with reshape to [batch, features]",
            () -> MatMul.matMul(t(2, 3, 3, 1), t(3, 5))),
        wrong(
            "op matmul: a [2, 3, 4], b [1, 4, 5]: batches of 2 and 1; hint: repeat the single one"
                + " with broadcast_to",
            () -> MatMul.matMul(t(2, 3, 4), t(1, 4, 5))));
  }

  static List<Wrong> normalisation() {
    return List.of(
        wrong(
            "op batch_norm: input [2, 4, 4, 3], gamma [4], beta [3]: gamma has shape [4], expected"
                + " [3]; hint: build the layer with channels = 3",
            () -> BatchNorm.batchNorm(t(2, 4, 4, 3), t(4), t(3), 1e-5)),
        wrong(
            "op batch_norm: input [3], gamma [3], beta [3]: the input has rank 1, expected at least"
                + " 2; hint: the input is [batch, ..., channels]",
            () -> BatchNorm.batchNorm(t(3), t(3), t(3), 1e-5)),
        wrong(
            "op batch_norm_inference: input [2, 3], gamma [3], beta [3], mean [3], variance [2]:"
                + " variance has shape [2], expected [3]; hint: build the layer with channels = 3",
            () -> BatchNormInference.batchNormInference(t(2, 3), t(3), t(3), t(3), t(2), 1e-5)),
        wrong(
            "op layer_norm: input [2, 4, 3], gamma [4], beta [4]: gamma must have the sizes of the"
                + " input's last axes; hint: the input is [batch, ..., normalised axes]",
            () -> LayerNorm.layerNorm(t(2, 4, 3), t(4), t(4), 1e-5)),
        wrong(
            "op layer_norm: input [2, 3], gamma [3], beta [1]: beta must have gamma's shape; hint:"
                + " the input is [batch, ..., normalised axes]",
            () -> LayerNorm.layerNorm(t(2, 3), t(3), t(1), 1e-5)),
        wrong(
            "op layer_norm: input [3], gamma [3], beta [3]: gamma must have the sizes of the"
                + " input's last axes; hint: the input is [batch, ..., normalised axes]",
            () -> LayerNorm.layerNorm(t(3), t(3), t(3), 1e-5)),
        wrong(
            "op softmax: input []: a scalar has no last axis; hint: reshape it to [1]",
            () -> Softmax.softmax(t())),
        wrong(
            "op log_softmax: input []: a scalar has no last axis; hint: reshape it to [1]",
            () -> LogSoftmax.logSoftmax(t())));
  }

  static List<Wrong> poolingAndReduction() {
    return List.of(
        wrong(
            "op max_pool: input [2, 4, 3], kernel 2, stride 2, padding 0: the input has rank 3,"
                + " expected 4; hint: the input is [batch, height, width, channels]",
            () -> MaxPool.maxPool(t(2, 4, 3), PoolSpec.of(2))),
        wrong(
            "op average_pool: input [2, 2, 2, 3], kernel 3, stride 3, padding 0: no 3x3 window fits"
                + " into the padded image; hint: use larger images or a smaller kernel",
            () -> AveragePool.averagePool(t(2, 2, 2, 3), PoolSpec.of(3))),
        wrong(
            "pooling with kernel 2, stride 2, padding 2: kernel and stride are at least 1, the"
                + " padding is between 0 and half the kernel",
            () -> new PoolSpec(2, 2, 2)),
        wrong(
            "op average_pool_gradient: input [1, 2, 3, 1] to [1, 4, 4, 1], kernel 2, stride 2,"
                + " padding 0: expected an input [1, 2, 2, 1]; hint: it has the shape of the"
                + " pooling's output",
            () ->
                new AveragePoolGradient(PoolSpec.of(2), Shape.of(1, 4, 4, 1)).apply(t(1, 2, 3, 1))),
        wrong(
            "op sum: input [2, 3], axis 2: the input has 2 axes; hint: axes count from 0, or from"
                + " -1 at the end",
            () -> Sum.sum(t(2, 3), false, 2)),
        wrong(
            "op max: input [2, 3], axis -3: the input has 2 axes; hint: axes count from 0, or from"
                + " -1 at the end",
            () -> Max.max(t(2, 3), false, -3)));
  }

  static List<Wrong> layout() {
    return List.of(
        wrong(
            "op broadcast_to: input [2, 3] to [2, 4]: aligned at the last axis, each axis must be"
                + " equal or 1 in the input; hint: reshape the input first",
            () -> BroadcastTo.broadcastTo(t(2, 3), Shape.of(2, 4))),
        wrong(
            "op reshape: input [2, 3] to [4]: the input has 6 elements, the new shape 4; hint: give"
                + " one size as -1 to have it computed",
            () -> Reshape.reshape(t(2, 3), 4)),
        wrong(
            "op reshape: input [2, 3] to [4, -1]: 6 elements don't divide by the given sizes' 4;"
                + " hint: at most one size is -1, all others are positive",
            () -> Reshape.reshape(t(2, 3), 4, -1)),
        wrong(
            "op permute: input [2, 3], axes [0, 0]: expected each of the 2 axes once; hint: axes"
                + " count from 0",
            () -> Permute.permute(t(2, 3), 0, 0)),
        wrong(
            "op slice: input [2, 3], starts [0, 1], sizes [2, 3]: the box must lie inside the"
                + " input; hint: on each axis 0 <= start and start + size <= the input's size",
            () -> Slice.slice(t(2, 3), 1, 1, 4)),
        wrong(
            "op slice: input [2, 3], axis 1, from 2 to 2: nothing lies between; hint: the end is"
                + " one after the last position taken",
            () -> Slice.slice(t(2, 3), 1, 2, 2)),
        wrong(
            "op crop: input [2, 3], top 0, left 0, window 1x1: the input has rank 2, expected 4;"
                + " hint: the input is [batch, height, width, channels]",
            () -> Slice.crop(t(2, 3), 0, 0, 1, 1)),
        wrong(
            "op pad: input [2, 3], before [1], after [1, 1]: expected 2 numbers each; hint: give"
                + " one for each axis",
            () -> Pad.pad(t(2, 3), new int[] {1}, new int[] {1, 1})),
        wrong(
            "op pad: input [2], before [-1], after [1]: paddings must not be negative; hint: to"
                + " cut, use slice",
            () -> Pad.pad(t(2), new int[] {-1}, new int[] {1})),
        wrong(
            "op pad: input [2], starts [1], output [2]: the input must lie inside the output; hint:"
                + " make the output at least start + size on each axis",
            () -> new Pad(Dims.of(1), Shape.of(2)).apply(t(2))),
        wrong(
            "op concat: inputs [2, 3] and [2, 4], axis 0: [2, 4] differs from [2, 3] outside axis"
                + " 0; hint: all other axes must be equal",
            () -> Concat.concat(0, t(2, 3), t(2, 4))),
        wrong(
            "op concat: no inputs, axis 0: expected at least one; hint: give the parts to join",
            () -> Concat.concat(0)),
        wrong(
            "op upsample: input [2, 3], factor 2: the input has rank 2, expected 4; hint: the input"
                + " is [batch, height, width, channels]",
            () -> Upsample.nearest(t(2, 3), 2)),
        wrong(
            "op upsample: input [1, 2, 2, 1], factor 0: the factor must be at least 1; hint: to"
                + " shrink images use average_pool",
            () -> Upsample.nearest(t(1, 2, 2, 1), 0)),
        wrong(
            "op gather: input []: a scalar has no rows; hint: reshape it to [1, 1]",
            () -> Gather.rows(t(), Indices.of(0))),
        wrong(
            "op scatter_add: input [3, 2], 2 indices, rows 4: the input has not one row for each"
                + " index; hint: the input is [indices, ...]",
            () -> ScatterAdd.rows(t(3, 2), Indices.of(0, 1), 4)));
  }

  static List<Wrong> losses() {
    return List.of(
        wrong(
            "op bias_activation: input [2, 4, 4, 3], bias [4]: bias has shape [4], expected [3];"
                + " hint: build the layer with channels = 3",
            () -> BiasActivation.biasActivation(t(2, 4, 4, 3), t(4), Activation.RELU)),
        wrong(
            "op binary_cross_entropy: logits [4, 1], targets [4]: expected equal shapes; hint:"
                + " reshape one of them",
            () -> Losses.binaryCrossEntropy(t(4, 1), t(4))),
        wrong(
            "op cross_entropy: logits [4, 3], targets [4, 2]: expected two equal shapes [batch,"
                + " classes]; hint: for class numbers give the labels as indices",
            () -> Losses.crossEntropy(t(4, 3), t(4, 2))),
        wrong(
            "op cross_entropy: logits [4, 3], 2 labels: expected one label for each row of [batch,"
                + " classes]; hint: flatten the logits",
            () -> Losses.crossEntropy(t(4, 3), Indices.of(0, 1))),
        wrong(
            "op mean_squared_error: input [4, 1], target [4]: expected equal shapes; hint: reshape"
                + " one of them",
            () -> Losses.meanSquaredError(t(4, 1), t(4))),
        wrong(
            "op mean_absolute_error: input [4, 1], target [1]: expected equal shapes; hint: reshape"
                + " one of them",
            () -> Losses.meanAbsoluteError(t(4, 1), t(1))));
  }

  @ParameterizedTest
  @MethodSource({
    "convolutions",
    "products",
    "normalisation",
    "poolingAndReduction",
    "layout",
    "losses"
  })
  void isSaidInOneLine(Wrong wrong, Device device) {
    try (Scope scope = Scope.open(device)) {
      assertThatThrownBy(() -> wrong.use().run())
          .isInstanceOf(ShapeException.class)
          .hasMessage(wrong.message());
    }
    assertThat(wrong.message()).doesNotContain("\n");
  }
}
