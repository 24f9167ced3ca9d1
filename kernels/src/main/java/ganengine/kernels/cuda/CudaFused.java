package ganengine.kernels.cuda;

import ganengine.kernels.Activation;
import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;
import ganengine.kernels.FusedKernels;

/** Bias and activation by bias_activation.cu, losses with their gradients by losses.cu. */
final class CudaFused implements FusedKernels {
  private static final String BIAS = "bias_activation";
  private static final String LOSSES = "losses";
  private static final int THREADS = 256;

  /** Logits that a block should have before there is a second. */
  private static final int LOGITS_A_BLOCK = 8 * THREADS;

  private static final int BLOCKS_A_MULTIPROCESSOR = 8;

  private final Cuda cuda;

  CudaFused(Cuda cuda) {
    this.cuda = cuda;
  }

  @Override
  public void biasActivation(
      int rows, int columns, Activation activation, Buffer x, Buffer bias, Buffer y) {
    ColumnTiles.of(rows, columns, x.type(), cuda.multiprocessors())
        .launch(cuda.kernel(BIAS, "bias_activation", x.type()))
        .count((long) rows * columns)
        .activation(activation)
        .buffer(x)
        .buffer(bias)
        .buffer(y)
        .launch();
  }

  @Override
  public void biasActivationGradient(
      int rows,
      int columns,
      Activation activation,
      Buffer gradY,
      Buffer y,
      Buffer gradX,
      Buffer gradBias) {
    ColumnTiles tiles = ColumnTiles.of(rows, columns, gradY.type(), cuda.multiprocessors());
    if (tiles.parts() == 1) {
      gradientAndSums(tiles, rows, activation, gradY, y, gradX, gradBias);
      return;
    }
    CudaBuffer partials = cuda.scratch(ElementType.REAL, (long) tiles.parts() * columns);
    gradientAndSums(tiles, rows, activation, gradY, y, gradX, partials);
    cuda.kernel(BIAS, "bias_gradient_finish", gradY.type())
        .grid(tiles.finishBlocks(), ColumnTiles.THREADS)
        .integer(tiles.parts())
        .integer(columns)
        .buffer(partials)
        .buffer(gradBias)
        .launch();
    cuda.release(partials);
  }

  private void gradientAndSums(
      ColumnTiles tiles,
      int rows,
      Activation activation,
      Buffer gradY,
      Buffer y,
      Buffer gradX,
      Buffer partials) {
    tiles
        .launch(cuda.kernel(BIAS, "bias_activation_gradient", gradY.type()))
        .count((long) rows * tiles.columns())
        .activation(activation)
        .buffer(gradY)
        .buffer(y)
        .buffer(gradX)
        .buffer(partials)
        .launch();
  }

  @Override
  public void binaryCrossEntropy(
      int n, double target, Buffer logits, Buffer loss, Buffer gradLogits) {
    int useful = (n + LOGITS_A_BLOCK - 1) / LOGITS_A_BLOCK;
    int blocks = Math.min(useful, BLOCKS_A_MULTIPROCESSOR * cuda.multiprocessors());
    if (blocks == 1) {
      binaryCrossEntropy(blocks, n, target, logits, loss, gradLogits);
      return;
    }
    CudaBuffer sums = cuda.scratch(ElementType.REAL, blocks);
    binaryCrossEntropy(blocks, n, target, logits, sums, gradLogits);
    addLosses(sums, loss);
  }

  private void binaryCrossEntropy(
      int blocks, int n, double target, Buffer logits, Buffer sums, Buffer gradLogits) {
    cuda.kernel(LOSSES, "binary_cross_entropy", logits.type())
        .grid(blocks, THREADS)
        .count(n)
        .real(target)
        .real(1 - target)
        .buffer(logits)
        .buffer(sums)
        .buffer(gradLogits)
        .launch();
  }

  @Override
  public void crossEntropy(
      int rows, int columns, Buffer logits, Buffer targets, Buffer loss, Buffer gradLogits) {
    CudaBuffer losses = cuda.scratch(ElementType.REAL, rows);
    RowGroups.of(rows, columns, cuda.multiprocessors())
        .launch(cuda.kernel(LOSSES, "cross_entropy", logits.type()))
        .buffer(logits)
        .buffer(targets)
        .buffer(losses)
        .buffer(gradLogits)
        .launch();
    addLosses(losses, loss);
  }

  /** Writes the sum of the parts, which go back to the pool. */
  private void addLosses(CudaBuffer parts, Buffer loss) {
    cuda.kernel(LOSSES, "add_losses")
        .grid(1, THREADS)
        .integer(Math.toIntExact(parts.length()))
        .buffer(parts)
        .buffer(loss)
        .launch();
    cuda.release(parts);
  }
}
