package ganengine.engine.op;

import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;

/** Class labels as vectors; no gradient. */
public final class OneHot {
  private OneHot() {}

  /** [labels.count(), classes]: 1 at each row's label, else 0; labels are below {@code classes}. */
  public static Tensor oneHot(Indices labels, int classes) {
    Tensor out = Tensor.allocate(Shape.of(labels.count(), classes));
    out.device().layout().oneHot(classes, labels.buffer(), out.buffer());
    return out;
  }
}
