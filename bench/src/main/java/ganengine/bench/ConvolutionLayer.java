package ganengine.bench;

import ganengine.kernels.Convolution;

/**
 * The convolutions that are timed, in pixels and channels of x and y: those of the networks that
 * are compared with libtorch, the default network's middle one, and one of stride 1. A generator's
 * transposed convolution is the mirror image of one of these: its forward pass is the input
 * gradient.
 */
public enum ConvolutionLayer {
  /** The default networks for 28 x 28 images. */
  DCGAN_28(1, 14, 64, 7, 128, 4, 2, 1),
  DCGAN_28_IMAGE(1, 28, 1, 14, 64, 4, 2, 1),

  /** DCGAN-64's first and the generator's last. */
  DCGAN_64_IMAGE(1, 64, 3, 32, 64, 4, 2, 1),
  /** DCGAN-64's middle layers, from here. */
  DCGAN_64_WIDE(1, 32, 64, 16, 128, 4, 2, 1),
  /** 16 x 16 to 8 x 8. */
  DCGAN_64(1, 16, 128, 8, 256, 4, 2, 1),
  /** 8 x 8 to 4 x 4. */
  DCGAN_64_DEEP(1, 8, 256, 4, 512, 4, 2, 1),
  /** The discriminator's last. */
  DCGAN_64_LOGIT(1, 4, 512, 1, 1, 4, 1, 0),
  /** The generator's first. */
  DCGAN_64_LATENT(1, 4, 512, 1, 100, 4, 1, 0),

  /** DCGAN-32's first and the generator's last. */
  DCGAN_32_IMAGE(1, 32, 3, 16, 64, 4, 2, 1),
  /** DCGAN-32's middle layers, from here. */
  DCGAN_32_WIDE(1, 16, 64, 8, 128, 4, 2, 1),
  /** 8 x 8 to 4 x 4. */
  DCGAN_32_DEEP(1, 8, 128, 4, 256, 4, 2, 1),
  /** The discriminator's last. */
  DCGAN_32_LOGIT(1, 4, 256, 1, 1, 4, 1, 0),
  /** The generator's first. */
  DCGAN_32_LATENT(1, 4, 256, 1, 100, 4, 1, 0),

  /** PacDCGAN2's discriminator on packs of two, from its first layer. */
  PAC_2_PACKS(1, 28, 6, 14, 64, 5, 2, 1),
  /** 14 x 14 to 7 x 7. */
  PAC_2_WIDE(1, 14, 64, 7, 128, 5, 2, 1),
  /** 7 x 7 to 4 x 4. */
  PAC_2(1, 7, 128, 4, 256, 5, 2, 2),
  /** 4 x 4 to 2 x 2. */
  PAC_2_DEEP(1, 4, 256, 2, 512, 5, 2, 1),
  /** PacDCGAN2's generator, which makes twice as many images as there are packs, from its last. */
  PAC_2_G_IMAGE(2, 28, 3, 14, 64, 5, 2, 1),
  /** 14 x 14 from 7 x 7. */
  PAC_2_G_WIDE(2, 14, 64, 7, 128, 5, 2, 1),
  /** 7 x 7 from 4 x 4. */
  PAC_2_G(2, 7, 128, 4, 256, 5, 2, 2),
  /** 4 x 4 from 2 x 2. */
  PAC_2_G_DEEP(2, 4, 256, 2, 512, 5, 2, 1),

  /** A kernel 3 of stride 1, as in residual networks. */
  STRIDE_1(1, 16, 128, 16, 128, 3, 1, 1);

  private final int copies;
  private final int inSide;
  private final int inC;
  private final int outSide;
  private final int outC;
  private final int kernel;
  private final int stride;
  private final int padding;

  ConvolutionLayer(
      int copies, int inSide, int inC, int outSide, int outC, int kernel, int stride, int padding) {
    this.copies = copies;
    this.inSide = inSide;
    this.inC = inC;
    this.outSide = outSide;
    this.outC = outC;
    this.kernel = kernel;
    this.stride = stride;
    this.padding = padding;
  }

  /** Its sizes for people. */
  public String words() {
    return "%dx%dx%d to %dx%dx%d, kernel %d, stride %d%s"
        .formatted(
            inSide,
            inSide,
            inC,
            outSide,
            outSide,
            outC,
            kernel,
            stride,
            copies == 1 ? "" : ", batch x " + copies);
  }

  Convolution convolution(int batch) {
    return new Convolution(
        copies * batch,
        inSide,
        inSide,
        inC,
        outSide,
        outSide,
        outC,
        kernel,
        kernel,
        stride,
        stride,
        padding,
        padding,
        1,
        1,
        1);
  }
}
