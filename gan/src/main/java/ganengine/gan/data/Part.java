package ganengine.gan.data;

/** The part of a data set that its makers set aside for a purpose. */
public enum Part {
  /** To learn from. */
  TRAIN,
  /** To measure with. */
  TEST
}
