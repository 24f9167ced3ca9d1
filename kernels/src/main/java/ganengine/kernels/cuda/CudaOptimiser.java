package ganengine.kernels.cuda;

import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;
import ganengine.kernels.OptimiserKernels;

/** Parameter updates by optimisers.cu, all parameters in one launch. */
final class CudaOptimiser implements OptimiserKernels {
  private static final String FILE = "optimisers";
  private static final int THREADS = 256;

  private final Cuda cuda;

  CudaOptimiser(Cuda cuda) {
    this.cuda = cuda;
  }

  private Launch launch(String function, int[] arrays, int blocks) {
    return cuda.kernel(FILE, function).grid(blocks, THREADS).numbers(arrays);
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
    new ParallelArrays(gradients, parameters, firstMoments, secondMoments)
        .each(
            (arrays, blocks, blocksBefore) ->
                launch("adam", arrays, blocks)
                    .buffer(learningRate)
                    .buffer(complement2)
                    .buffer(step)
                    .real(constants.beta1())
                    .real(1 - constants.beta1())
                    .real(Math.log(constants.beta1()))
                    .real(constants.epsilon())
                    .real(constants.weightDecay())
                    .launch());
  }

  @Override
  public void rmsProp(
      double decay,
      double epsilon,
      Buffer learningRate,
      Buffer[] gradients,
      Buffer[] parameters,
      Buffer[] squares) {
    new ParallelArrays(gradients, parameters, squares)
        .each(
            (arrays, blocks, blocksBefore) ->
                launch("rms_prop", arrays, blocks)
                    .buffer(learningRate)
                    .real(decay)
                    .real(1 - decay)
                    .real(epsilon)
                    .launch());
  }

  @Override
  public void sgd(
      double momentum,
      Buffer learningRate,
      Buffer[] gradients,
      Buffer[] parameters,
      Buffer[] velocities) {
    new ParallelArrays(gradients, parameters, velocities)
        .each(
            (arrays, blocks, blocksBefore) ->
                launch("sgd", arrays, blocks).buffer(learningRate).real(momentum).launch());
  }

  @Override
  public void clipValues(double limit, Buffer[] values) {
    new ParallelArrays(values)
        .each(
            (arrays, blocks, blocksBefore) ->
                launch("clip_values", arrays, blocks).real(limit).launch());
  }

  @Override
  public void clipNorm(double limit, Buffer[] values, Buffer norm) {
    ParallelArrays all = new ParallelArrays(values);
    CudaBuffer sums = cuda.scratch(ElementType.REAL, all.blocks());
    all.each(
        (arrays, blocks, blocksBefore) ->
            launch("chunk_squares", arrays, blocks).buffer(sums, blocksBefore).launch());
    cuda.kernel(FILE, "norm_of_squares")
        .grid(1, THREADS)
        .integer(all.blocks())
        .buffer(sums)
        .buffer(norm)
        .launch();
    cuda.release(sums);
    all.each(
        (arrays, blocks, blocksBefore) ->
            launch("clip_norm", arrays, blocks).real(limit).buffer(norm).launch());
  }

  @Override
  public void movingAverage(double decay, Buffer[] parameters, Buffer[] averages) {
    new ParallelArrays(parameters, averages)
        .each(
            (arrays, blocks, blocksBefore) ->
                launch("moving_average", arrays, blocks).real(decay).real(1 - decay).launch());
  }
}
