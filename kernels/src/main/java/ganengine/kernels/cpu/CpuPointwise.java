package ganengine.kernels.cpu;

import ganengine.kernels.BinaryFunction;
import ganengine.kernels.Broadcast;
import ganengine.kernels.Buffer;
import ganengine.kernels.PointwiseKernels;
import ganengine.kernels.UnaryFunction;
import java.util.Arrays;

/** Elementwise functions, split over threads in pieces of a fixed size. */
final class CpuPointwise implements PointwiseKernels {
  /** Elements of a piece: fewer are done before a second thread has woken up. */
  static final int GRAIN = 1 << 15;

  private final CpuThreads threads;
  private final SlotScratch scratch;

  CpuPointwise(CpuThreads threads) {
    this.threads = threads;
    scratch = new SlotScratch(threads);
  }

  @Override
  public void fill(double value, Buffer out) {
    CpuBuffer o = CpuBuffer.of(out);
    threads.ranges(
        o.size(),
        GRAIN,
        (from, to) -> Arrays.fill(o.reals, o.offset + from, o.offset + to, (float) value));
  }

  @Override
  public void unary(UnaryFunction function, double p, double q, Buffer x, Buffer out) {
    CpuBuffer i = CpuBuffer.of(x);
    CpuBuffer o = CpuBuffer.of(out);
    PointwiseLoops.UnaryLoop loop = Loops.POINTWISE.unary(function);
    threads.ranges(
        i.size(),
        GRAIN,
        (from, to) ->
            loop.run(
                (float) p,
                (float) q,
                i.reals,
                i.offset + from,
                o.reals,
                o.offset + from,
                to - from));
  }

  @Override
  public void binary(
      BinaryFunction function, double p, Broadcast broadcast, Buffer a, Buffer b, Buffer out) {
    CpuBuffer o = CpuBuffer.of(out);
    BroadcastOperand left = new BroadcastOperand(broadcast.sizes(), broadcast.stridesA(), a);
    BroadcastOperand right = new BroadcastOperand(broadcast.sizes(), broadcast.stridesB(), b);
    PointwiseLoops.BinaryLoop loop = Loops.POINTWISE.binary(function);
    int block = Math.min(GRAIN, Math.min(left.block(), right.block()));
    threads.ranges(
        broadcast.outputSize(),
        GRAIN / block * block,
        (from, to) -> {
          float[] spread = scratch.of(2 * BroadcastOperand.LARGEST_BLOCK);
          for (int at = from; at < to; at += block) {
            int count = Math.min(block, to - at);
            boolean first = at == from;
            int atA = left.place(at, count, first, spread, 0);
            int atB = right.place(at, count, first, spread, BroadcastOperand.LARGEST_BLOCK);
            loop.run(
                (float) p,
                left.array(spread),
                atA,
                right.array(spread),
                atB,
                o.reals,
                o.offset + at,
                count);
          }
        });
  }
}
