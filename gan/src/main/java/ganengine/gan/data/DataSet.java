package ganengine.gan.data;

/** What a run trains on, as {@link DataSets#open} gives it. */
public sealed interface DataSet permits ImageSet, StackedDigits, PointSet {
  /** The data set's name. */
  String name();

  /** How many samples an epoch shows: images, stacks or points. */
  int count();
}
