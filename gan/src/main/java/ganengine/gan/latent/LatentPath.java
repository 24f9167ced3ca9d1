package ganengine.gan.latent;

import ganengine.gan.DidYouMean;
import ganengine.gan.UserError;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Ways from one latent vector to another. */
public enum LatentPath {
  /**
   * The straight line. A uniform z lies in a cube, which a line between two of its points never
   * leaves and an arc may.
   */
  LINEAR {
    @Override
    public float[] between(float[] from, float[] to, double share) {
      return Slerp.line(from, to, share);
    }
  },

  /**
   * An arc about the origin, its length going linearly. Normal z of n numbers have lengths close to
   * sqrt(n); the middle of a line between two of them is shorter by a factor of about sqrt(2), as
   * no z in training was. An arc keeps to the lengths of its ends (White 2016).
   */
  SPHERICAL {
    @Override
    public float[] between(float[] from, float[] to, double share) {
      return Slerp.between(from, to, share);
    }
  };

  /**
   * The z at a share of the way, 0 to 1; exactly an end at 0 and 1.
   *
   * @param from [latent]
   * @param to [latent]
   */
  public abstract float[] between(float[] from, float[] to, double share);

  /** What suits z of this distribution: linear for uniform, spherical for normal. */
  public static LatentPath suiting(String distribution) {
    return distribution.equals("uniform") ? LINEAR : SPHERICAL;
  }

  /**
   * The path of this name, in small letters.
   *
   * @throws UserError if there is none
   */
  public static LatentPath named(String name) {
    List<String> names = Stream.of(values()).map(LatentPath::word).toList();
    if (!names.contains(name)) {
      throw new UserError(
          "--path: expected one of %s, found '%s'%s"
              .formatted(String.join(", ", names), name, DidYouMean.among(name, names)));
    }
    return values()[names.indexOf(name)];
  }

  /** Its name in small letters. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
