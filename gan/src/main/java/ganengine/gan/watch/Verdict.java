package ganengine.gan.watch;

/** What the watch can say of a run. */
public enum Verdict {
  /** Nothing below. */
  HEALTHY("healthy", "samples differ and the losses oscillate, as they should"),
  /** Whatever z is, the picture is nearly the same. */
  MODE_COLLAPSE("mode collapse", "samples are near-identical: mode collapse"),
  /** Samples differ, but many kinds of the data never come. */
  FEW_MODES("partial mode collapse", "many modes of the data never come: partial mode collapse"),
  /** The loss of D is nearly 0, G's is large and its gradient says nothing. */
  DISCRIMINATOR_WINS(
      "discriminator wins", "the discriminator wins: the generator gets no gradient"),
  /** D takes what is generated for real. */
  DISCRIMINATOR_BEATEN(
      "discriminator beaten",
      "the discriminator is beaten: it takes samples for real and teaches nothing"),
  /** Neither loss moves. */
  FROZEN("losses stand still", "both losses stand still: nothing is learned any more");

  private final String brief;
  private final String words;

  Verdict(String brief, String words) {
    this.brief = brief;
    this.words = words;
  }

  /** Two or three words, for legends. */
  public String brief() {
    return brief;
  }

  /** For people, without a full stop. */
  public String words() {
    return words;
  }
}
