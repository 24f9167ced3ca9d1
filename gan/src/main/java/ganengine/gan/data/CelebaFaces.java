package ganengine.gan.data;

import ganengine.gan.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Single faces of CelebA, chosen by their attributes. */
public final class CelebaFaces {
  private CelebaFaces() {}

  /**
   * A face.
   *
   * @param file its name, such as {@code 000001.jpg}, perhaps in a folder
   * @param pixels [side, side, channels]
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
  public record Face(String file, byte[] pixels) {}

  /**
   * Faces to learn from that have some attributes and lack others.
   *
   * @param data the folder of CelebA, with {@code list_attr_celeba.txt}
   * @param wanted whether each of these attributes is to be there; names as in the list
   * @param count how many, chosen by seed
   * @param recipe what is made of each; its channels 1 or 3
   * @throws UserError if the files are not there or damaged, there is no such attribute, or there
   *     are fewer faces
   */
  public static List<Face> showing(
      String data, Map<String, Boolean> wanted, int count, long seed, ImageRecipe recipe) {
    try (ImageSource source = Celeba.showing(Path.of(data), wanted, count, seed)) {
      Preparation preparation = new Preparation(recipe, source.publishedSize());
      List<Face> faces = new ArrayList<>();
      source.visit(
          (name, label, image) -> {
            Preparation.Prepared face = preparation.prepare(name, label, image);
            if (face.fault() != null) {
              throw new UserError(source.place() + ": " + face.fault());
            }
            faces.add(new Face(name, face.pixels()));
          });
      return faces;
    }
  }
}
