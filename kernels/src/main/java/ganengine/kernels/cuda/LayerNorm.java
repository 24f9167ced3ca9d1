package ganengine.kernels.cuda;

import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;

/** Layer norm by layer_norm.cu. */
final class LayerNorm {
  private static final String FILE = "layer_norm";

  /** Floats of one partial result: both sums. */
  private static final int SUM_PAIR = 2;

  private final Cuda cuda;

  LayerNorm(Cuda cuda) {
    this.cuda = cuda;
  }

  void forward(
      int rows,
      int columns,
      double epsilon,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer y,
      Buffer mean,
      Buffer invStd) {
    RowGroups.of(rows, columns, cuda.multiprocessors())
        .launch(cuda.kernel(FILE, "layer_norm", x.type()))
        .real(epsilon)
        .buffer(x)
        .buffer(gamma)
        .buffer(beta)
        .buffer(y)
        .buffer(mean)
        .buffer(invStd)
        .launch();
  }

  void gradient(
      int rows,
      int columns,
      Buffer gradY,
      Buffer x,
      Buffer gamma,
      Buffer mean,
      Buffer invStd,
      Buffer gradX,
      Buffer gradGamma,
      Buffer gradBeta) {
    RowGroups.of(rows, columns, cuda.multiprocessors())
        .launch(cuda.kernel(FILE, "layer_norm_gradient_input", x.type()))
        .buffer(gradY)
        .buffer(x)
        .buffer(gamma)
        .buffer(mean)
        .buffer(invStd)
        .buffer(gradX)
        .launch();
    ColumnTiles tiles = ColumnTiles.of(rows, columns, x.type(), cuda.multiprocessors());
    CudaBuffer partials = cuda.scratch(ElementType.REAL, (long) SUM_PAIR * tiles.parts() * columns);
    tiles
        .launch(cuda.kernel(FILE, "layer_norm_gradient_sums", x.type()))
        .count((long) rows * columns)
        .buffer(gradY)
        .buffer(x)
        .buffer(mean)
        .buffer(invStd)
        .buffer(partials)
        .launch();
    cuda.kernel(FILE, "layer_norm_gradient_finish", x.type())
        .grid(tiles.finishBlocks(), ColumnTiles.THREADS)
        .integer(tiles.parts())
        .integer(columns)
        .buffer(partials)
        .buffer(gradGamma)
        .buffer(gradBeta)
        .launch();
    cuda.release(partials);
  }
}
