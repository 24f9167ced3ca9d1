package ganengine.kernels.cuda;

import ganengine.kernels.BinaryFunction;
import ganengine.kernels.Broadcast;
import ganengine.kernels.Buffer;
import ganengine.kernels.Dims;
import ganengine.kernels.PointwiseKernels;
import ganengine.kernels.UnaryFunction;
import java.util.Locale;

/**
 * Elementwise functions: unary.cu and binary.cu, whose kernels are named after the functions. All
 * operands of a call are of the same type.
 */
final class CudaPointwise implements PointwiseKernels {
  private final Cuda cuda;

  CudaPointwise(Cuda cuda) {
    this.cuda = cuda;
  }

  @Override
  public void fill(double value, Buffer out) {
    cuda.kernel("unary", "fill", out.type())
        .grid(GridStride.vectorBlocks(cuda, out), GridStride.THREADS)
        .buffer(out)
        .real(value)
        .count(out.length())
        .launch();
  }

  @Override
  public void unary(UnaryFunction function, double p, double q, Buffer x, Buffer out) {
    cuda.kernel("unary", name("unary", function), x.type())
        .grid(GridStride.vectorBlocks(cuda, x), GridStride.THREADS)
        .buffer(x)
        .buffer(out)
        .real(p)
        .real(q)
        .count(x.length())
        .launch();
  }

  @Override
  public void binary(
      BinaryFunction function, double p, Broadcast broadcast, Buffer a, Buffer b, Buffer out) {
    int vector = GridStride.vector(out.type());
    int rank = broadcast.sizes().rank();
    boolean spread = spreads(broadcast.stridesA()) && spreads(broadcast.stridesB());
    if (rank == 1 && spread) {
      launch("flat", function, p, broadcast, a, b, out, vector)
          .integer(broadcast.stridesA().get(0) == 0 ? 1 : 0)
          .integer(broadcast.stridesB().get(0) == 0 ? 1 : 0)
          .launch();
    } else if (rank == 2 && spread && broadcast.sizes().get(1) % vector == 0) {
      launch("rows", function, p, broadcast, a, b, out, vector)
          .numbers(
              broadcast.sizes().get(1),
              broadcast.stridesA().get(0),
              broadcast.stridesA().get(1),
              broadcast.stridesB().get(0),
              broadcast.stridesB().get(1))
          .launch();
    } else {
      launch("strided", function, p, broadcast, a, b, out, 1)
          .numbers(
              TwoLayouts.numbers(
                  broadcast.sizes().toArray(),
                  broadcast.stridesA().toArray(),
                  broadcast.stridesB().toArray()))
          .launch();
    }
  }

  /** Whether neighbours along the last axis are neighbours in memory, or the same element. */
  private static boolean spreads(Dims strides) {
    int last = strides.get(strides.rank() - 1);
    return last == 0 || last == 1;
  }

  private Launch launch(
      String meeting,
      BinaryFunction function,
      double p,
      Broadcast broadcast,
      Buffer a,
      Buffer b,
      Buffer out,
      int elementsOfThread) {
    int count = broadcast.outputSize();
    return cuda.kernel("binary", name(meeting, function), out.type())
        .grid(GridStride.blocks(cuda, count / elementsOfThread), GridStride.THREADS)
        .buffer(a)
        .buffer(b)
        .buffer(out)
        .real(p)
        .count(count);
  }

  private static String name(String meeting, Enum<?> function) {
    return meeting + "_" + function.name().toLowerCase(Locale.ROOT);
  }
}
