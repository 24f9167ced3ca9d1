package ganengine.engine.check;

import static ganengine.engine.check.Domain.between;
import static ganengine.engine.check.OpCase.curved;
import static ganengine.engine.check.OpCase.linear;

import ganengine.engine.check.OpCase.Input;
import ganengine.engine.op.BatchNorm;
import ganengine.engine.op.BatchNormInference;
import ganengine.engine.op.LayerNorm;
import ganengine.engine.op.LogSoftmax;
import ganengine.engine.op.Op;
import ganengine.engine.op.Softmax;
import ganengine.kernels.Activation;
import java.util.Arrays;
import java.util.List;

/** Normalisation over the batch, over examples and over classes. */
final class NormalisationCases {
  private NormalisationCases() {}

  static List<OpCase> all() {
    Domain wide = between(-2, 2);
    return List.of(
        line(
            "y, matrix",
            new BatchNorm(1e-3, Activation.NONE),
            1,
            curved(wide, 5, 2),
            linear(2),
            linear(2)),
        line(
            "y, images",
            new BatchNorm(1e-5, Activation.NONE),
            1,
            curved(wide, 2, 3, 3, 4),
            linear(4),
            linear(4)),
        line(
            "y and statistics",
            new BatchNorm(1e-3, Activation.NONE),
            3,
            curved(wide, 2, 2, 2, 3),
            curved(wide, 3),
            curved(wide, 3)),
        activated("relu", Activation.RELU, 1),
        activated("leaky relu 0.2", Activation.leakyRelu(0.2), 1),
        activated("tanh", Activation.TANH, 1),
        activated("sigmoid", Activation.SIGMOID, 1),
        activated("leaky relu 0.2 and statistics", Activation.leakyRelu(0.2), 3),
        activated("tanh and statistics", Activation.TANH, 3),
        new OpCase(
            "batch_norm_inference",
            "images",
            List.of(
                linear(2, 2, 2, 3), linear(3), linear(3), linear(3), curved(between(0.5, 2), 3)),
            new BatchNormInference(1e-3)::applyAll),
        line("y, rows", new LayerNorm(1e-3), 1, curved(wide, 3, 5), linear(5), linear(5)),
        line(
            "y, images",
            new LayerNorm(1e-5),
            1,
            curved(wide, 2, 3, 2, 2),
            linear(3, 2, 2),
            linear(3, 2, 2)),
        line(
            "y and statistics",
            new LayerNorm(1e-3),
            3,
            curved(wide, 2, 3, 4),
            curved(wide, 4),
            curved(wide, 4)),
        new OpCase("softmax", "rows", List.of(curved(wide, 3, 4)), new Softmax()::applyAll),
        new OpCase("log_softmax", "rows", List.of(curved(wide, 3, 4)), new LogSoftmax()::applyAll));
  }

  private static OpCase activated(String name, Activation activation, int outputs) {
    Domain wide = between(-2, 2);
    return line(
        name,
        new BatchNorm(1e-3, activation),
        outputs,
        curved(wide, 2, 2, 2, 3),
        curved(wide, 3),
        curved(wide, 3));
  }

  private static OpCase line(String name, Op op, int outputs, Input x, Input gamma, Input beta) {
    return new OpCase(
        op.name(),
        name,
        List.of(x, gamma, beta),
        inputs -> Arrays.copyOf(op.applyAll(inputs), outputs));
  }
}
