package ganengine.bench.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  /** As JMH writes it, less what is not read. */
  private static final String JSON =
      """
      [
        {
          "benchmark" : "ganengine.bench.ConvolutionBenchmark.filterGradient",
          "params" : { "device" : "cpu", "layer" : "DCGAN_64", "threads" : "2" },
          "primaryMetric" : { "score" : 85.6 },
          "secondaryMetrics" : {
            "gflops" : { "score" : 360, "scorePercentiles" : { "0.0" : 300, "50.0" : 368.5 } }
          }
        },
        {
          "benchmark" : "ganengine.bench.AdamBenchmark.adam",
          "params" : { "device" : "cpu", "network" : "DCGAN_64", "threads" : "2" },
          "primaryMetric" : { "score" : 8.5 },
          "secondaryMetrics" : {
            "gbytes" : { "score" : 30, "scorePercentiles" : { "0.0" : 20, "50.0" : 31.5 } }
          }
        },
        {
          "benchmark" : "ganengine.bench.ActivationBenchmark.tanh",
          "params" : { "device" : "cpu", "threads" : "2" },
          "primaryMetric" : { "score" : 8.5 },
          "secondaryMetrics" : {
            "gbytes" : { "score" : 30, "scorePercentiles" : { "50.0" : 40 } }
          }
        }
      ]
      """;

  @Test
  void readsRatesAndCasesFromJmhsFile() throws IOException {
    List<Measurement> measurements = Measurement.parse(JSON);
    assertThat(measurements)
        .containsExactly(
            new Measurement("Convolution", "filterGradient", "DCGAN_64", true, 368.5),
            new Measurement("Adam", "adam", "DCGAN_64", false, 31.5),
            new Measurement("Activation", "tanh", "", false, 40));
    assertThat(measurements)
        .extracting(Measurement::words)
        .containsExactly(
            "16x16x128 to 8x8x256, kernel 4, stride 2", "3,576,704 parameters", "28x28x64");
  }
}
