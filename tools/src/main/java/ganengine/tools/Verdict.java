package ganengine.tools;

import java.util.List;

/**
 * What the classifier made of a set of images.
 *
 * @param images how many there were
 * @param gate from which probability of its best digit on an image counts as confident
 * @param confident share of the images that are
 * @param meanConfidence mean probability of the best digit
 * @param digits share of each digit among all images
 * @param confidentDigits share of each digit among the confident ones; 0 where there are none
 */
@SuppressWarnings("ArrayRecordComponent") // Printed, never compared.
record Verdict(
    int images,
    double gate,
    double confident,
    double meanConfidence,
    double[] digits,
    double[] confidentDigits) {

  private static final int DIGITS = 10;

  /** The verdict on images with these probabilities, at least one. */
  static Verdict of(List<double[]> probabilities, double gate) {
    int count = probabilities.size();
    double[] digits = new double[DIGITS];
    double[] confidentDigits = new double[DIGITS];
    int confident = 0;
    double sum = 0;
    for (double[] image : probabilities) {
      int best = best(image);
      sum += image[best];
      digits[best]++;
      if (image[best] >= gate) {
        confident++;
        confidentDigits[best]++;
      }
    }
    for (int digit = 0; digit < DIGITS; digit++) {
      digits[digit] /= count;
      confidentDigits[digit] /= Math.max(1, confident);
    }
    return new Verdict(
        count, gate, (double) confident / count, sum / count, digits, confidentDigits);
  }

  private static int best(double[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    return best;
  }

  /** For people. */
  String table() {
    StringBuilder text = new StringBuilder();
    text.append("images           %,8d%n".formatted(images));
    text.append(
        "confident        %8.1f %%  (best digit at %s or more)%n".formatted(100 * confident, gate));
    text.append("mean confidence  %8.1f %%%n%n".formatted(100 * meanConfidence));
    text.append("digit   of all   of the confident%n".formatted());
    for (int digit = 0; digit < DIGITS; digit++) {
      text.append(
          "%5d  %5.1f %%  %5.1f %%%n"
              .formatted(digit, 100 * digits[digit], 100 * confidentDigits[digit]));
    }
    return text.toString();
  }
}
