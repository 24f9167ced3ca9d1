package ganengine.bench.compare;

import ganengine.bench.peer.PeerNetworks;
import ganengine.bench.peer.StepArithmetic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One network on one number of threads: ours, libtorch in fp32 and in bf16, in turns. */
final class Match {
  /** Packs of real images a step. */
  static final int BATCH = 64;

  private static final String OURS = "ganengine.bench.peer.OurTurns";
  private static final String LIBTORCH = "ganengine.bench.peer.LibtorchTurns";

  /** The Java compiler needs so long until a step is as fast as it gets. */
  private static final double OUR_WARM_UP = 5;

  private static final double LIBTORCH_WARM_UP = 1.5;
  private static final int LEAST_STEPS = 2;

  private final PeerNetworks networks;
  private final int threads;
  private final String network;

  Match(PeerNetworks networks, int threads) {
    this.networks = networks;
    this.threads = threads;
    network = networks.name().toLowerCase(Locale.ROOT);
  }

  /** Rows of ours, libtorch fp32, libtorch bf16. */
  List<Row> play(int rounds, double seconds) throws IOException {
    try (Contestant fp32 = fasterLibrary();
        Contestant bf16 = libtorch("libtorch bf16", true, "bf16");
        Contestant ours =
            new Contestant("gan-engine", Commands.ours(OURS, network, BATCH, threads), Map.of())) {
      bf16.turn(LIBTORCH_WARM_UP, LEAST_STEPS);
      ours.turn(OUR_WARM_UP, LEAST_STEPS);
      List<Contestant> players = List.of(ours, fp32, bf16);
      List<List<Turn>> played = Rounds.play(players, rounds, seconds, LEAST_STEPS);
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < players.size(); i++) {
        rows.add(row(players.get(i), i, players.indexOf(fp32), played));
      }
      return rows;
    }
  }

  /** Which BLAS serves libtorch better depends on the processor and the network: the faster one. */
  private Contestant fasterLibrary() throws IOException {
    Contestant mkl = libtorch("libtorch fp32 (MKL)", true, "fp32");
    Contestant openblas = libtorch("libtorch fp32 (OpenBLAS)", false, "fp32");
    boolean mklWins = probe(mkl) <= probe(openblas);
    (mklWins ? openblas : mkl).close();
    return mklWins ? mkl : openblas;
  }

  /** Seconds a step once warm. */
  private static double probe(Contestant contestant) throws IOException {
    contestant.turn(LIBTORCH_WARM_UP, LEAST_STEPS);
    return contestant.turn(LIBTORCH_WARM_UP / 2, LEAST_STEPS).secondsPerStep();
  }

  private Contestant libtorch(String name, boolean mkl, String precision) throws IOException {
    return new Contestant(
        name,
        Commands.libtorch(mkl, LIBTORCH, network, BATCH, precision),
        Commands.libtorchEnvironment(threads));
  }

  private Row row(Contestant player, int at, int peer, List<List<Turn>> rounds) throws IOException {
    List<Turn> turns = rounds.stream().map(round -> round.get(at)).toList();
    List<Double> ratios =
        rounds.stream()
            .map(round -> round.get(peer).secondsPerStep() / round.get(at).secondsPerStep())
            .toList();
    Spread step = Spread.ofTurns(turns);
    return new Row(
        network,
        threads,
        player.name(),
        step,
        BATCH * networks.packing() / step.median(),
        StepArithmetic.operations(networks, BATCH) / step.median() / 1e9,
        Spread.of(ratios).median(),
        player.peakBytes(),
        Rounds.otherCores(turns),
        turns);
  }
}
