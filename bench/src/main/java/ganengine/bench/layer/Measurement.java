package ganengine.bench.layer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganengine.bench.AdamBenchmark;
import ganengine.bench.BatchNormBenchmark;
import ganengine.bench.ConvolutionLayer;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What JMH measured of one pass over one layer.
 *
 * @param benchmark as {@code Convolution}
 * @param pass as {@code filterGradient}
 * @param layer its name among the benchmark's cases, "" if there is one only
 * @param arithmetic whether the rate counts GFLOP/s; else GB/s
 * @param rate median of the measured iterations
 */
record Measurement(String benchmark, String pass, String layer, boolean arithmetic, double rate) {
  /** The file that JMH's {@code -rf json} writes. */
  static List<Measurement> parse(String json) throws IOException {
    JsonNode all = new ObjectMapper().readTree(json);
    return StreamSupport.stream(all.spliterator(), false).map(Measurement::of).toList();
  }

  private static Measurement of(JsonNode result) {
    // ganengine.bench.ConvolutionBenchmark.filterGradient
    String[] names = result.get("benchmark").asText().split("\\.", -1);
    JsonNode rates = result.get("secondaryMetrics");
    boolean arithmetic = rates.has("gflops");
    JsonNode rate = rates.get(arithmetic ? "gflops" : "gbytes");
    return new Measurement(
        names[names.length - 2].replace("Benchmark", ""),
        names[names.length - 1],
        result.at("/params/layer").asText() + result.at("/params/network").asText(),
        arithmetic,
        rate.at("/scorePercentiles/50.0").asDouble());
  }

  /** The layer's sizes for people. */
  String words() {
    return switch (benchmark) {
      case "Convolution" -> ConvolutionLayer.valueOf(layer).words();
      case "BatchNorm" -> BatchNormBenchmark.Layer.valueOf(layer).words();
      case "Adam" -> AdamBenchmark.Network.valueOf(layer).words();
      default -> "28x28x64";
    };
  }
}
