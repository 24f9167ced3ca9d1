package ganengine.kernels;

/** Convolution and its two gradients: three bilinear maps, each other's derivatives. */
public interface ConvolutionKernels {
  /** y = convolution of x with filter. */
  void forward(Convolution size, Buffer x, Buffer filter, Buffer y);

  /** gradX from gradY and filter; with gradY as its input this is the transposed convolution. */
  void inputGradient(Convolution size, Buffer gradY, Buffer filter, Buffer gradX);

  /** gradFilter from x and gradY. */
  void filterGradient(Convolution size, Buffer x, Buffer gradY, Buffer gradFilter);
}
