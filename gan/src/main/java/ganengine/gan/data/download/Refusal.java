package ganengine.gan.data.download;

/** An address that won't give the right file, however often it is asked. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why, without the address. */
  Refusal(String message) {
    super(message);
  }
}
