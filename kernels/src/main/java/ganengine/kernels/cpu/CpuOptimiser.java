package ganengine.kernels.cpu;

import ganengine.kernels.Buffer;
import ganengine.kernels.OptimiserKernels;
import ganengine.kernels.UnaryFunction;

/** Parameter updates, all parameters in one run over the threads. */
final class CpuOptimiser implements OptimiserKernels {
  private final CpuThreads threads;

  CpuOptimiser(CpuThreads threads) {
    this.threads = threads;
  }

  private static double number(Buffer scalar) {
    CpuBuffer buffer = CpuBuffer.of(scalar);
    return buffer.reals[buffer.offset];
  }

  @Override
  public void adam(
      Adam constants,
      Buffer learningRate,
      Buffer complement2,
      Buffer step,
      Buffer[] gradients,
      Buffer[] parameters,
      Buffer[] firstMoments,
      Buffer[] secondMoments) {
    double rate = number(learningRate);
    double gain2 = number(complement2);
    double beta2 = 1 - gain2;
    double t = (double) CpuBuffer.of(step).integers[0];
    UpdateLoops.AdamStep now =
        new UpdateLoops.AdamStep(
            (float) constants.beta1(),
            (float) beta2,
            (float) (1 - constants.beta1()),
            (float) Math.sqrt(gain2),
            (float) constants.epsilon(),
            (float) (1 - rate * constants.weightDecay()),
            (float) (rate / (1 - Math.pow(constants.beta1(), t))),
            (float) (1 / Math.sqrt(1 - Math.pow(beta2, t))));
    new BufferPieces(parameters)
        .run(
            threads,
            (buffer, from, to) -> {
              CpuBuffer g = CpuBuffer.of(gradients[buffer]);
              CpuBuffer p = CpuBuffer.of(parameters[buffer]);
              CpuBuffer m = CpuBuffer.of(firstMoments[buffer]);
              CpuBuffer v = CpuBuffer.of(secondMoments[buffer]);
              Loops.UPDATES.adam(
                  now,
                  g.reals,
                  g.offset + from,
                  p.reals,
                  p.offset + from,
                  m.reals,
                  m.offset + from,
                  v.reals,
                  v.offset + from,
                  to - from);
            });
  }

  @Override
  public void rmsProp(
      double decay,
      double epsilon,
      Buffer learningRate,
      Buffer[] gradients,
      Buffer[] parameters,
      Buffer[] squares) {
    double rate = number(learningRate);
    new BufferPieces(parameters)
        .run(
            threads,
            (buffer, from, to) -> {
              CpuBuffer g = CpuBuffer.of(gradients[buffer]);
              CpuBuffer p = CpuBuffer.of(parameters[buffer]);
              CpuBuffer square = CpuBuffer.of(squares[buffer]);
              Loops.UPDATES.rmsProp(
                  (float) decay,
                  (float) (1 - decay),
                  (float) epsilon,
                  (float) rate,
                  g.reals,
                  g.offset + from,
                  p.reals,
                  p.offset + from,
                  square.reals,
                  square.offset + from,
                  to - from);
            });
  }

  @Override
  public void sgd(
      double momentum,
      Buffer learningRate,
      Buffer[] gradients,
      Buffer[] parameters,
      Buffer[] velocities) {
    double rate = number(learningRate);
    new BufferPieces(parameters)
        .run(
            threads,
            (buffer, from, to) -> {
              CpuBuffer g = CpuBuffer.of(gradients[buffer]);
              CpuBuffer p = CpuBuffer.of(parameters[buffer]);
              CpuBuffer velocity = CpuBuffer.of(velocities[buffer]);
              Loops.UPDATES.sgd(
                  (float) momentum,
                  (float) rate,
                  g.reals,
                  g.offset + from,
                  p.reals,
                  p.offset + from,
                  velocity.reals,
                  velocity.offset + from,
                  to - from);
            });
  }

  @Override
  public void clipValues(double limit, Buffer[] values) {
    inPlace(UnaryFunction.CLAMP, -limit, limit, values);
  }

  @Override
  public void clipNorm(double limit, Buffer[] values, Buffer norm) {
    BufferPieces pieces = new BufferPieces(values);
    double[] squares = new double[pieces.count()];
    pieces.run(
        threads,
        (piece, buffer, from, to) -> {
          CpuBuffer x = CpuBuffer.of(values[buffer]);
          squares[piece] = Rows.squares(x.reals, x.offset + from, to - from, 0);
        });
    double sum = 0;
    for (double square : squares) {
      sum += square;
    }
    double length = Math.sqrt(sum);
    CpuBuffer result = CpuBuffer.of(norm);
    result.reals[result.offset] = (float) length;
    if (length > limit) {
      inPlace(UnaryFunction.AFFINE, limit / length, 0, values);
    }
  }

  private void inPlace(UnaryFunction function, double p, double q, Buffer[] values) {
    PointwiseLoops.UnaryLoop loop = Loops.POINTWISE.unary(function);
    new BufferPieces(values)
        .run(
            threads,
            (buffer, from, to) -> {
              CpuBuffer x = CpuBuffer.of(values[buffer]);
              int at = x.offset + from;
              loop.run((float) p, (float) q, x.reals, at, x.reals, at, to - from);
            });
  }

  @Override
  public void movingAverage(double decay, Buffer[] parameters, Buffer[] averages) {
    new BufferPieces(parameters)
        .run(
            threads,
            (buffer, from, to) -> {
              CpuBuffer x = CpuBuffer.of(parameters[buffer]);
              CpuBuffer average = CpuBuffer.of(averages[buffer]);
              Loops.UPDATES.average(
                  (float) decay,
                  (float) (1 - decay),
                  x.reals,
                  x.offset + from,
                  average.reals,
                  average.offset + from,
                  to - from);
            });
  }
}
