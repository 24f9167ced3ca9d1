package ganengine.kernels;

/**
 * Sizes of a 2-D convolution (cross-correlation) of x [batch, inH, inW, inC] with filter [outC,
 * kernelH, kernelW, inC / groups] to y [batch, outH, outW, outC]:
 *
 * <pre>y[n, oh, ow, oc] = sum over kh, kw, ic of
 *     x[n, oh * strideH - padTop + kh * dilationH, ow * strideW - padLeft + kw * dilationW, ic] * filter[oc, kh, kw, ic]
 * </pre>
 *
 * with zeros outside x. Padding below and to the right follows from outH and outW, so TensorFlow's
 * asymmetric "SAME" fits as well. Output channel oc belongs to group oc / (outC / groups) and sees
 * that group's inC / groups input channels.
 *
 * <p>A transposed convolution is the input gradient of the convolution that this record describes:
 * it maps y to x.
 */
public record Convolution(
    int batch,
    int inH,
    int inW,
    int inC,
    int outH,
    int outW,
    int outC,
    int kernelH,
    int kernelW,
    int strideH,
    int strideW,
    int padTop,
    int padLeft,
    int dilationH,
    int dilationW,
    int groups) {

  /** Elements of x. */
  public int inputSize() {
    return batch * inH * inW * inC;
  }

  /** Elements of y. */
  public int outputSize() {
    return batch * outH * outW * outC;
  }

  /** Elements of the filter. */
  public int filterSize() {
    return outC * kernelH * kernelW * (inC / groups);
  }

  /** Multiply-adds of any one of the three passes, padding taps counted. */
  public long multiplyAdds() {
    return (long) batch * outH * outW * outC * kernelH * kernelW * (inC / groups);
  }
}
