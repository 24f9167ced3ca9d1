package ganengine.engine.check;

import static ganengine.engine.check.Domain.between;
import static ganengine.engine.check.OpCase.curved;
import static ganengine.engine.check.OpCase.linear;

import ganengine.engine.check.OpCase.Input;
import ganengine.engine.op.Bilinear;
import ganengine.engine.op.Dropout;
import ganengine.engine.op.Losses;
import ganengine.engine.op.Upsample;
import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Tensor;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Losses, and what is composed of ops: resampling, dropout. */
final class LossCases {
  private LossCases() {}

  static List<OpCase> all() {
    Domain logits = between(-3, 3);
    Domain scores = logits.awayFrom(-1, 0.1).awayFrom(1, 0.1);
    return List.of(
        line(
            "binary_cross_entropy",
            "soft targets",
            curved(logits, 4, 1),
            linear(4, 1),
            Losses::binaryCrossEntropy),
        line(
            "binary_cross_entropy",
            "real",
            curved(logits, 4, 1),
            x -> Losses.binaryCrossEntropy(x, 1)),
        line(
            "binary_cross_entropy",
            "smoothed",
            curved(logits, 4, 1),
            x -> Losses.binaryCrossEntropy(x, 0.9)),
        line(
            "binary_cross_entropy",
            "fake",
            curved(logits, 4, 1),
            x -> Losses.binaryCrossEntropy(x, 0)),
        line(
            "cross_entropy",
            "soft targets",
            curved(logits, 3, 4),
            linear(3, 4),
            Losses::crossEntropy),
        line(
            "cross_entropy",
            "labels",
            curved(logits, 3, 4),
            x -> Losses.crossEntropy(x, Indices.of(3, 0, 1))),
        line(
            "mean_squared_error",
            "tensor",
            curved(logits, 3, 2),
            curved(logits, 3, 2),
            Losses::meanSquaredError),
        line(
            "mean_squared_error",
            "constant",
            curved(logits, 3, 2),
            x -> Losses.meanSquaredError(x, 1)),
        line(
            "mean_absolute_error",
            "tensor",
            curved(between(1, 2), 3, 2),
            curved(between(-1, 0.9), 3, 2),
            Losses::meanAbsoluteError),
        line("hinge_above", "scores", curved(scores, 4, 1), Losses::hingeAbove),
        line("hinge_below", "scores", curved(scores, 4, 1), Losses::hingeBelow),
        line("upsample", "nearest, 2", linear(2, 2, 3, 2), x -> Upsample.nearest(x, 2)),
        line("bilinear", "up", linear(2, 2, 3, 2), Bilinear::up),
        line("bilinear", "down", linear(2, 4, 6, 2), Bilinear::down),
        line(
            "dropout",
            "rate 0.4",
            linear(4, 5),
            x -> Dropout.dropout(x, 0.4, new RandomSource(3))));
  }

  private static OpCase line(String op, String name, Input x, UnaryOperator<Tensor> body) {
    return new OpCase(op, name, List.of(x), inputs -> new Tensor[] {body.apply(inputs[0])});
  }

  private static OpCase line(
      String op, String name, Input a, Input b, BinaryOperator<Tensor> body) {
    return new OpCase(
        op, name, List.of(a, b), inputs -> new Tensor[] {body.apply(inputs[0], inputs[1])});
  }
}
