package ganengine.engine.check;

import static ganengine.engine.check.OpCase.linear;

import ganengine.engine.check.OpCase.Input;
import ganengine.engine.op.Conv2d;
import ganengine.engine.op.Conv2dFilterGradient;
import ganengine.engine.op.ConvSpec;
import ganengine.engine.op.ConvTranspose2d;
import ganengine.engine.op.MatMul;
import ganengine.engine.op.Op;
import java.util.List;

/** The bilinear ops: matrix products and the three of convolution. */
final class ProductCases {
  private ProductCases() {}

  static List<OpCase> all() {
    ConvSpec dcgan = ConvSpec.of(2, 1);
    ConvSpec uneven = new ConvSpec(2, 1, 1, 0, 2, 1, 1, 2, 1);
    ConvSpec depthwise = ConvSpec.of(1, 1).grouped(3);
    ConvSpec grouped = ConvSpec.of(2, 1).grouped(2);
    ConvSpec dilated = ConvSpec.of(1, 2).dilated(2);
    ConvSpec same = ConvSpec.same(5, 6, 4, 3, 2);
    return List.of(
        line("plain", new MatMul(false, false), linear(2, 4), linear(4, 3)),
        line("a transposed", new MatMul(true, false), linear(4, 2), linear(4, 3)),
        line("b transposed", new MatMul(false, true), linear(2, 4), linear(3, 4)),
        line("both transposed", new MatMul(true, true), linear(4, 2), linear(3, 4)),
        line("batched", new MatMul(false, true), linear(2, 2, 4), linear(2, 3, 4)),
        line("tiny", new Conv2d(dcgan), linear(1, 3, 3, 1), linear(2, 4, 4, 1)),
        line("k4 s2 p1", new Conv2d(dcgan), linear(2, 6, 4, 3), linear(5, 4, 4, 3)),
        line("1x1", new Conv2d(ConvSpec.of(1, 0)), linear(2, 3, 3, 4), linear(3, 1, 1, 4)),
        line("uneven", new Conv2d(uneven), linear(2, 5, 6, 2), linear(3, 3, 2, 2)),
        line("dilated", new Conv2d(dilated), linear(2, 5, 4, 2), linear(3, 3, 3, 2)),
        line("grouped", new Conv2d(grouped), linear(2, 5, 5, 4), linear(6, 3, 3, 2)),
        line("depthwise", new Conv2d(depthwise), linear(2, 4, 4, 3), linear(3, 3, 3, 1)),
        line("same", new Conv2d(same), linear(2, 5, 6, 2), linear(3, 4, 3, 2)),
        line("k4 s2 p1", new ConvTranspose2d(dcgan, 6, 4), linear(2, 3, 2, 5), linear(5, 4, 4, 3)),
        line(
            "k5 s2 p2, output padding 1",
            new ConvTranspose2d(ConvSpec.of(2, 2), 6, 6),
            linear(2, 3, 3, 2),
            linear(2, 5, 5, 3)),
        line(
            "k4 s1 p0 from 1x1",
            new ConvTranspose2d(ConvSpec.of(1, 0), 4, 4),
            linear(2, 1, 1, 5),
            linear(5, 4, 4, 3)),
        line("grouped", new ConvTranspose2d(grouped, 5, 5), linear(2, 3, 3, 6), linear(6, 3, 3, 2)),
        line("same", new ConvTranspose2d(same, 5, 6), linear(2, 3, 3, 3), linear(3, 4, 3, 2)),
        line(
            "k4 s2 p1",
            new Conv2dFilterGradient(dcgan, 4, 4),
            linear(2, 6, 4, 3),
            linear(2, 3, 2, 5)),
        line(
            "uneven",
            new Conv2dFilterGradient(uneven, 3, 2),
            linear(2, 5, 6, 2),
            linear(2, 3, 5, 3)),
        line(
            "grouped",
            new Conv2dFilterGradient(grouped, 3, 3),
            linear(2, 5, 5, 4),
            linear(2, 3, 3, 6)));
  }

  private static OpCase line(String name, Op op, Input a, Input b) {
    return new OpCase(op.name(), name, List.of(a, b), op::applyAll);
  }
}
