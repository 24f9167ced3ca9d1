package ganengine.bench.compare;

import java.io.IOException;

/** Who takes turns. */
interface Player {
  /** How the table calls it. */
  String name();

  /** Runs training steps for at least so long and so many. */
  Turn turn(double seconds, int steps) throws IOException;
}
