package ganengine.kernels.cuda;

import ganengine.kernels.Activation;
import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;

/** Batch norm by batch_norm.cu and batch_norm_gradient.cu. */
final class BatchNorm {
  private static final String FORWARD = "batch_norm";
  private static final String GRADIENT = "batch_norm_gradient";

  /** Floats of one partial result: count, mean, squares. */
  private static final int MOMENTS = 3;

  /** Floats of one partial result: both sums. */
  private static final int SUM_PAIR = 2;

  private final Cuda cuda;

  BatchNorm(Cuda cuda) {
    this.cuda = cuda;
  }

  void forward(
      int rows,
      int columns,
      double epsilon,
      Activation activation,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer y,
      Buffer mean,
      Buffer invStd) {
    ElementType type = x.type();
    long count = (long) rows * columns;
    if (ColumnTiles.isSmall(rows, columns, type)) {
      ColumnTiles.small(columns, type)
          .launch(cuda.kernel(FORWARD, "batch_norm_small", type))
          .count(count)
          .real(epsilon)
          .activation(activation)
          .buffer(x)
          .buffer(gamma)
          .buffer(beta)
          .buffer(y)
          .buffer(mean)
          .buffer(invStd)
          .launch();
      return;
    }
    ColumnTiles tiles = ColumnTiles.of(rows, columns, type, cuda.multiprocessors());
    statistics(tiles, count, epsilon, x, mean, invStd);
    tiles
        .launch(cuda.kernel(FORWARD, "batch_norm_normalise", type))
        .count(count)
        .activation(activation)
        .buffer(x)
        .buffer(gamma)
        .buffer(beta)
        .buffer(mean)
        .buffer(invStd)
        .buffer(y)
        .launch();
  }

  private void statistics(
      ColumnTiles tiles, long count, double epsilon, Buffer x, Buffer mean, Buffer invStd) {
    CudaBuffer partials =
        cuda.scratch(ElementType.REAL, (long) MOMENTS * tiles.parts() * tiles.columns());
    tiles
        .launch(cuda.kernel(FORWARD, "batch_norm_statistics", x.type()))
        .count(count)
        .buffer(x)
        .buffer(partials)
        .launch();
    cuda.kernel(FORWARD, "batch_norm_finish", x.type())
        .grid(tiles.finishBlocks(), ColumnTiles.THREADS)
        .integer(tiles.parts())
        .integer(tiles.columns())
        .real(epsilon)
        .buffer(partials)
        .buffer(mean)
        .buffer(invStd)
        .launch();
    cuda.release(partials);
  }

  void gradient(
      int rows,
      int columns,
      Activation activation,
      Buffer gradY,
      Buffer x,
      Buffer y,
      Buffer gamma,
      Buffer mean,
      Buffer invStd,
      Buffer gradX,
      Buffer gradGamma,
      Buffer gradBeta) {
    ElementType type = x.type();
    long count = (long) rows * columns;
    if (ColumnTiles.isSmall(rows, columns, type)) {
      ColumnTiles.small(columns, type)
          .launch(cuda.kernel(GRADIENT, "batch_norm_gradient_small", type))
          .count(count)
          .real(1.0 / rows)
          .activation(activation)
          .buffer(gradY)
          .buffer(x)
          .buffer(y)
          .buffer(gamma)
          .buffer(mean)
          .buffer(invStd)
          .buffer(gradX)
          .buffer(gradGamma)
          .buffer(gradBeta)
          .launch();
      return;
    }
    ColumnTiles tiles = ColumnTiles.of(rows, columns, type, cuda.multiprocessors());
    CudaBuffer partials = cuda.scratch(ElementType.REAL, (long) SUM_PAIR * tiles.parts() * columns);
    tiles
        .launch(cuda.kernel(GRADIENT, "batch_norm_gradient_sums", type))
        .count(count)
        .activation(activation)
        .buffer(gradY)
        .buffer(x)
        .buffer(y)
        .buffer(mean)
        .buffer(invStd)
        .buffer(partials)
        .launch();
    cuda.kernel(GRADIENT, "batch_norm_gradient_finish", type)
        .grid(tiles.finishBlocks(), ColumnTiles.THREADS)
        .integer(tiles.parts())
        .integer(columns)
        .buffer(partials)
        .buffer(gradGamma)
        .buffer(gradBeta)
        .launch();
    cuda.release(partials);
    tiles
        .launch(cuda.kernel(GRADIENT, "batch_norm_gradient_input", type))
        .count(count)
        .real(1.0 / rows)
        .activation(activation)
        .buffer(gradY)
        .buffer(x)
        .buffer(y)
        .buffer(gamma)
        .buffer(mean)
        .buffer(invStd)
        .buffer(gradGamma)
        .buffer(gradBeta)
        .buffer(gradX)
        .launch();
  }

  void inference(
      int rows,
      int columns,
      double epsilon,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer mean,
      Buffer variance,
      Buffer y) {
    ColumnTiles.of(rows, columns, x.type(), cuda.multiprocessors())
        .launch(cuda.kernel(FORWARD, "batch_norm_inference", x.type()))
        .count((long) rows * columns)
        .real(epsilon)
        .buffer(x)
        .buffer(gamma)
        .buffer(beta)
        .buffer(mean)
        .buffer(variance)
        .buffer(y)
        .launch();
  }

  void updateRunning(
      int rows,
      double momentum,
      double epsilon,
      Buffer mean,
      Buffer invStd,
      Buffer runningMean,
      Buffer runningVariance) {
    int columns = Math.toIntExact(runningMean.length());
    cuda.kernel(FORWARD, "batch_norm_update_running")
        .grid((columns + ColumnTiles.THREADS - 1) / ColumnTiles.THREADS, ColumnTiles.THREADS)
        .integer(columns)
        .real(rows > 1 ? rows / (rows - 1.0) : 1)
        .real(momentum)
        .real(epsilon)
        .buffer(mean)
        .buffer(invStd)
        .buffer(runningMean)
        .buffer(runningVariance)
        .launch();
  }
}
