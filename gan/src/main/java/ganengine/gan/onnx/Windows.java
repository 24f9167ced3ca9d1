package ganengine.gan.onnx;

import ganengine.engine.op.ConvSpec;
import java.util.Arrays;

/**
 * How windows move over images, with the paddings that {@code auto_pad} and {@code ceil_mode} lead
 * to.
 *
 * @param kernelH rows of a window
 * @param kernelW columns of a window
 * @param strides rows, columns from one to the next
 * @param dilations rows, columns from one tap to the next
 * @param pads rows above, columns before, rows below, columns after the image
 * @param overhang rows below, columns after those pads that the last windows still reach over
 */
@SuppressWarnings("ArrayRecordComponent") // Read, never compared.
record Windows(
    int kernelH, int kernelW, int[] strides, int[] dilations, int[] pads, int[] overhang) {

  static Windows of(OnnxNode node, int height, int width, int kernelH, int kernelW) {
    int[] strides = node.sizes("strides", 1, 1);
    int[] dilations = node.sizes("dilations", 1, 1);
    int[] pads = node.sizes("pads", 0, 0, 0, 0);
    int[] images = {height, width};
    int[] reaches = {
      Math.addExact(Math.multiplyExact(dilations[0], kernelH - 1), 1),
      Math.addExact(Math.multiplyExact(dilations[1], kernelW - 1), 1)
    };
    String rule = node.text("auto_pad", "NOTSET");
    int[] overhang = new int[2];
    for (int i = 0; i < 2; i++) {
      if (strides[i] < 1) {
        throw new OnnxException("%s has stride %d".formatted(node, strides[i]));
      }
      if (rule.startsWith("SAME")) {
        int windows = (images[i] + strides[i] - 1) / strides[i];
        int missing = Math.max(0, (windows - 1) * strides[i] + reaches[i] - images[i]);
        int before = rule.equals("SAME_UPPER") ? missing / 2 : missing - missing / 2;
        pads[i] = before;
        pads[i + 2] = missing - before;
      } else if (rule.equals("VALID")) {
        pads[i] = 0;
        pads[i + 2] = 0;
      }
      if (node.integer("ceil_mode", 0) != 0) {
        overhang[i] = overhang(images[i], pads[i], pads[i + 2], reaches[i], strides[i]);
      }
    }
    return new Windows(kernelH, kernelW, strides, dilations, pads, overhang);
  }

  /** What a last window that is not whole reaches over, if it begins on image or first padding. */
  private static int overhang(int image, int before, int after, int reach, int stride) {
    int left = Math.floorMod(before + image + after - reach, stride);
    int lastStart = before + image + after - reach - left + stride;
    return left == 0 || lastStart >= before + image ? 0 : stride - left;
  }

  ConvSpec convolution(int groups) {
    return new ConvSpec(
        strides[0],
        strides[1],
        pads[0],
        pads[1],
        pads[2],
        pads[3],
        dilations[0],
        dilations[1],
        groups);
  }

  /** Whether they are as the engine's pooling wants them, paddings aside. */
  boolean square() {
    return kernelH == kernelW && strides[0] == strides[1] && dilations[0] * dilations[1] == 1;
  }

  /** Whether there is the same padding on all sides, and so little that the pooling takes it. */
  boolean evenlyPadded() {
    return pads[0] == pads[1]
        && pads[0] == pads[2]
        && pads[0] == pads[3]
        && pads[0] <= kernelH / 2
        && overhang[0] + overhang[1] == 0;
  }

  /** Whether no window reaches over the image's border. */
  boolean inside() {
    return Arrays.stream(pads).allMatch(pad -> pad == 0)
        && Arrays.stream(overhang).allMatch(more -> more == 0);
  }

  /** Whether there is one window, the whole image. */
  boolean whole(int height, int width) {
    return kernelH == height && kernelW == width && dilations[0] * dilations[1] == 1 && inside();
  }
}
