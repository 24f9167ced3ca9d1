package ganengine.bench.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import ganengine.engine.io.Npz;
import ganengine.engine.tensor.RepeatedStep;
import ganengine.engine.tensor.Scope;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Our side of the training-step comparison; the peers' scripts print the same lines.
 *
 * <pre>
 * StepTimes check DEVICE DIR       weights, images and z to DIR/NETWORK.npz, and the first losses
 * StepTimes time DEVICE [SECONDS]  seconds a step of every network, batch, precision and mode
 * StepTimes run DEVICE NETWORK BATCH PRECISION STEPS  so many eager steps, for a profiler
 * </pre>
 */
public final class StepTimes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int WARM_UP = 20;
  private static final int AT_ONCE = 10;

  private StepTimes() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 3 && arguments[0].equals("check")) {
      check(arguments[1], Path.of(arguments[2]));
    } else if (arguments.length >= 2 && arguments.length <= 3 && arguments[0].equals("time")) {
      double seconds = arguments.length == 3 ? Double.parseDouble(arguments[2]) : 2;
      timeAll(arguments[1], seconds);
    } else if (arguments.length == 6 && arguments[0].equals("run")) {
      run(
          arguments[1],
          PeerNetworks.valueOf(arguments[2].toUpperCase(Locale.ROOT)),
          Integer.parseInt(arguments[3]),
          Precision.valueOf(arguments[4].toUpperCase(Locale.ROOT)),
          Integer.parseInt(arguments[5]));
    } else {
      System.err.println(
          "usage: StepTimes check DEVICE DIR | time DEVICE [SECONDS]"
              + " | run DEVICE NETWORK BATCH PRECISION STEPS");
      System.exit(2);
    }
  }

  private static void check(String device, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (PeerNetworks networks : PeerNetworks.values()) {
      try (Device opened = Devices.open(device, new DeviceOptions(0, Precision.FP32, false));
          Scope scope = Scope.open(opened)) {
        PeerStep step = new PeerStep(networks, 16, 2e-4, true);
        Npz.write(folder.resolve(name(networks) + ".npz"), step.export());
        List<double[]> losses = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
          step.run();
          losses.add(step.losses());
        }
        print(Map.of("network", name(networks), "losses", losses));
      }
    }
  }

  private static void run(
      String device, PeerNetworks networks, int batch, Precision precision, int steps) {
    try (Device opened = Devices.open(device, new DeviceOptions(0, precision, false));
        Scope scope = Scope.open(opened)) {
      PeerStep step = new PeerStep(networks, batch, PeerStep.TIMING_RATE, false);
      for (int i = 0; i < steps; i++) {
        step.run();
      }
      opened.synchronize();
    }
  }

  private static void timeAll(String device, double seconds) throws IOException {
    Map<PeerNetworks, List<Integer>> batches = new LinkedHashMap<>();
    batches.put(PeerNetworks.DCGAN64, List.of(64, 128, 512));
    batches.put(PeerNetworks.PACDCGAN2, List.of(64));
    batches.put(PeerNetworks.MLP, List.of(64));
    for (Map.Entry<PeerNetworks, List<Integer>> entry : batches.entrySet()) {
      for (int batch : entry.getValue()) {
        for (Precision precision : List.of(Precision.FP32, Precision.TF32, Precision.BF16)) {
          for (boolean graph : new boolean[] {false, true}) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("peer", "gan-engine");
            row.put("network", name(entry.getKey()));
            row.put("batch", batch);
            row.put("precision", precision.name().toLowerCase(Locale.ROOT));
            row.put("mode", graph ? "graph" : "eager");
            time(device, entry.getKey(), batch, precision, graph, seconds, row);
            print(row);
          }
        }
      }
    }
  }

  private static void time(
      String device,
      PeerNetworks networks,
      int batch,
      Precision precision,
      boolean graph,
      double seconds,
      Map<String, Object> row) {
    try (Device opened = Devices.open(device, new DeviceOptions(0, precision, false));
        Scope scope = Scope.open(opened)) {
      PeerStep step = new PeerStep(networks, batch, PeerStep.TIMING_RATE, false);
      try (RepeatedStep repeated = new RepeatedStep(opened, step::run)) {
        Runnable run = graph ? repeated::run : step::run;
        List<Double> times = measure(opened, run, seconds);
        row.put("median_s", times.get(times.size() / 2));
        row.put("min_s", times.get(0));
        row.put("max_s", times.get(times.size() - 1));
        row.put("peak_bytes", opened.memory().peakBytes() + opened.memory().restingBytes());
        if (graph && !repeated.captured()) {
          row.put("note", "not captured: ran eagerly");
        }
      }
    } catch (RuntimeException e) {
      // A combination that fails is a row that says so; the others go on.
      row.put("error", String.valueOf(e.getMessage()));
    }
  }

  private static List<Double> measure(Device device, Runnable run, double seconds) {
    for (int i = 0; i < WARM_UP; i++) {
      run.run();
    }
    device.synchronize();
    List<Double> times = new ArrayList<>();
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (System.nanoTime() < end || times.size() < 5) {
      long start = System.nanoTime();
      for (int i = 0; i < AT_ONCE; i++) {
        run.run();
      }
      device.synchronize();
      times.add((System.nanoTime() - start) / 1e9 / AT_ONCE);
    }
    Collections.sort(times);
    return times;
  }

  private static String name(PeerNetworks networks) {
    return networks.name().toLowerCase(Locale.ROOT);
  }

  private static void print(Map<String, ?> row) throws IOException {
    System.out.println(JSON.writeValueAsString(row));
  }
}
