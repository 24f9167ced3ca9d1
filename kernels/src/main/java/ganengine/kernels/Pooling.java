package ganengine.kernels;

/**
 * Sizes of a 2-D pooling of x [batch, inH, inW, channels] to y [batch, outH, outW, channels] by
 * windows of kernelH x kernelW, each starting at (oh * strideH - padTop, ow * strideW - padLeft).
 * Every window overlaps x in at least one position.
 */
public record Pooling(
    int batch,
    int inH,
    int inW,
    int channels,
    int outH,
    int outW,
    int kernelH,
    int kernelW,
    int strideH,
    int strideW,
    int padTop,
    int padLeft) {

  /** Elements of x. */
  public int inputSize() {
    return batch * inH * inW * channels;
  }

  /** Elements of y. */
  public int outputSize() {
    return batch * outH * outW * channels;
  }
}
