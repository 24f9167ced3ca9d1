package ganengine.bench.peer;

import java.io.IOException;
import java.util.Locale;
import org.bytedeco.pytorch.Context;

/** libtorch's contestant in the comparison: {@code LibtorchTurns NETWORK BATCH fp32|bf16}. */
public final class LibtorchTurns {
  private LibtorchTurns() {}

  /** See the class. Its threads are OpenMP's, by environment variables. */
  public static void main(String[] arguments) throws IOException {
    // First of all: threads made later inherit it.
    Context.setFlushDenormal(true);
    PeerNetworks networks = PeerNetworks.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    LibtorchStep step =
        new LibtorchStep(
            networks,
            Integer.parseInt(arguments[1]),
            PeerStep.TIMING_RATE,
            arguments[2].equals("bf16"));
    TurnServer.serve(step::run, System.in, System.out);
  }
}
