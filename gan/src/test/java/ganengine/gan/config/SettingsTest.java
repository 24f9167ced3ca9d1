package ganengine.gan.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.UserError;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How settings resolve and what is said of wrong ones. Long, since it is a list: each key has its
 * own.
 */
class SettingsTest {
  @TempDir Path folder;

  @Test
  void everyComponentOfTheRecordIsASetting() {
    assertThat(Settings.all().stream().map(Setting::key))
        .containsExactly(
            Arrays.stream(TrainConfig.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toArray(String[]::new));
  }

  @Test
  void everyDefaultIsWhatItsSettingExpects() {
    for (Setting setting : Settings.all()) {
      if (setting.standard() != null) {
        assertThat(setting.parser().apply(setting.standard().toString()))
            .as(setting.key())
            .isEqualTo(setting.standard());
      }
    }
  }

  @Test
  void commandLineWinsOverFileWinsOverDefault() throws IOException {
    Path file = write("batch: 32\nlatent: 50\n");
    TrainConfig config = Settings.resolve(Optional.of(file), Map.of("batch", 16));
    assertThat(config.batch()).isEqualTo(16);
    assertThat(config.latent()).isEqualTo(50);
    assertThat(config.model()).isEqualTo("dcgan");
  }

  @Test
  void nullOptionIsNotGiven() throws IOException {
    Map<String, Object> options = new HashMap<>();
    options.put("batch", null);
    options.put("steps", null);
    TrainConfig config = Settings.resolve(Optional.of(write("batch: 32\nepochs: 2")), options);
    assertThat(config.batch()).isEqualTo(32);
    assertThat(config.epochs()).isEqualTo(2);
  }

  @Test
  void aDcganOnTheDigitsInTheJarHasDefaultsOfItsOwn() {
    TrainConfig digits = Settings.resolve(Optional.empty(), Map.of("rateG", "3e-4"));
    assertThat(digits.channels()).isEqualTo(32);
    assertThat(digits.rateG()).isEqualTo(3e-4);

    for (Map<String, String> others : List.of(Map.of("dataset", "mnist"), Map.of("model", "mlp"))) {
      TrainConfig config = Settings.resolve(Optional.empty(), others);
      assertThat(config.channels()).isEqualTo(64);
      assertThat(config.rateG()).isEqualTo(2e-4);
      assertThat(config.rateD()).isEqualTo(2e-4);
    }
  }

  @ParameterizedTest
  @CsvSource({"digits, , 3.6", "mnist, 25, ", "fashion-mnist, 25, "})
  void limitIfNoneIsGiven(String dataset, Double epochs, Double minutes) {
    TrainConfig config = Settings.resolve(Optional.empty(), Map.of("dataset", dataset));
    assertThat(config.epochs()).isEqualTo(epochs);
    assertThat(config.minutes()).isEqualTo(minutes);
    assertThat(config.steps()).isNull();
  }

  @Test
  void limitOfTheCommandLineReplacesThatOfTheFile() throws IOException {
    TrainConfig config =
        Settings.resolve(Optional.of(write("epochs: 3")), Map.of("steps", "5000000000"));
    assertThat(config.steps()).isEqualTo(5_000_000_000L);
    assertThat(config.epochs()).isNull();
    assertThat(config.minutes()).isNull();
  }

  @Test
  void twoLimitsInOnePlaceAreAMistake() throws IOException {
    assertUserError("epochs: 3\nminutes: 4", "line 1: epochs and ", "line 2: minutes both say");
    assertThatThrownBy(() -> Settings.resolve(Optional.empty(), Map.of("steps", 10, "minutes", 3)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--steps")
        .hasMessageContaining("--minutes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model|gan|one of dcgan, mlp, cnn",
        "model|dcgna|did you mean 'dcgan'?",
        "data|' '|a folder",
        "crop|middle|square, whole, or WIDTHxHEIGHT",
        "colour|pink|one of auto, grey, rgb",
        "imageSize|0|a whole number from 4 to 1024",
        "channels|0|a whole number from 1",
        "channels|1.5|a whole number from 1",
        "latent|99999999999999999999|a whole number from 1",
        "latentDistribution|cauchy|one of normal, uniform",
        "epochs|0|a number above 0",
        "steps|-1|a whole number from 1",
        "minutes|NaN|a number above 0",
        "minutes|1e999|a number above 0",
        "batch|many|a whole number from 1 to 65536",
        "batch|true|a whole number from 1 to 65536",
        "rateG|0|a number above 0 and at most 1",
        "rateD|-1e-4|a number above 0 and at most 1",
        "beta1|1|a number from 0 to below 1",
        "beta2|-0.1|a number from 0 to below 1",
        "burnIn|-1|a whole number from 0",
        "rateGStart|0|a number above 0 and at most 1",
        "rateDStart|2|a number above 0 and at most 1",
        "beta2Start|1|a number from 0 to below 1",
        "penaltyWeightStart|0|a number above 0",
        "averageDecayStart|1|a number from 0 to below 1",
        "labelReal|1.1|a number above 0 and at most 1",
        "labelFake|1|a number from 0 to below 1",
        "pixels|byte|one of symmetric, unit, half, centred",
        "flip|maybe|true or false",
        "kernel|1|a whole number from 2 to 15",
        "conditional|label|one of none, onehot, embedding",
        "normD|group|one of batch, layer, none",
        "pack|0|a whole number from 1 to 64",
        "loss|hing|did you mean 'hinge'?",
        "penalty|l2|one of none, gp, r1, r2, r1r2",
        "penaltyWeight|0|a number above 0",
        "clip|-1|a number from 0",
        "optimiser|sgd|one of adam, rmsprop",
        "stepsD|0|a whole number from 1 to 1000",
        "schedule|per-step|one of per-batch, per-epoch",
        "averageDecay|1|a number from 0 to below 1",
        "seed|0x10|a whole number",
        "device|gpu|one of auto",
        "threads|-1|a whole number from 0",
        "precision|half|one of auto, fp32, tf32, bf16",
        "deterministic|yes|true or false",
        "sampleEvery|0|a whole number from 1",
        "checkpointEvery|0|a whole number from 1",
        "logEvery|0|a whole number from 1",
        "evaluateEvery|-1|a whole number from 0",
      })
  void valuesThatAreNotExpected(String key, String value, String expected) throws IOException {
    assertUserError("\n" + key + ": '" + value + "'", "line 2: " + key + ": expected ", expected);
    assertThatThrownBy(() -> Settings.resolve(Optional.empty(), Map.of(key, value)))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("--")
        .hasMessageContaining(expected)
        .hasMessageContaining("found '" + value + "'");
  }

  @Test
  void misspeltKeys() throws IOException {
    assertUserError("bacth: 3", "line 1: bacth: there is no such setting; did you mean 'batch'?");
    assertUserError("temperature: 3", "there is no such setting; there are model, dataset,");
    assertThatThrownBy(() -> Settings.resolve(Optional.empty(), Map.of("imageSiz", 28)))
        .hasMessage("--image-siz: there is no such setting; did you mean 'imageSize'?");
  }

  @ParameterizedTest
  @CsvSource({
    "dcgan, 7, 8 or more",
    "tiny, 4, 8 or more",
    "cnn, 30, a multiple of 4",
    "resnet, 30, n * 2^k",
    "resnet, 9, n * 2^k"
  })
  void sizesThatAModelCannotMake(String model, int size, String expected) {
    Map<String, Object> options = Map.of("imageSize", size, "model", model);
    assertThatThrownBy(() -> Settings.resolve(Optional.empty(), options))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("imageSize: ")
        .hasMessageContaining(expected)
        .hasMessageEndingWith("found " + size);
    Map<String, Object> mlp = Map.of("imageSize", size, "model", "mlp");
    assertThat(Settings.resolve(Optional.empty(), mlp).imageSize()).isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "penalty|gp|penalty gp is of each sample's own gradient",
        "startSize|3|startSize: halving 28 gives 14, 7, 4, 2, not 3",
        "labelFake|0.95|labelFake 0.95: expected less than labelReal",
        "rateGStart|1e-3|rateGStart: burnIn says over how many images it moves",
        "averageDecayStart|0|averageDecayStart: burnIn says over how many",
      })
  void settingsThatDoNotGoTogether(String key, String value, String expected) {
    assertThatThrownBy(() -> Settings.resolve(Optional.empty(), Map.of(key, value)))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(expected)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource({"crop, whole, stacked-mnist", "colour, rgb, stacked-mnist-60k", "colour, grey, ring"})
  void whatIsMadeOfSingleImagesOnly(String key, String value, String dataset) {
    Map<String, String> options = Map.of(key, value, "dataset", dataset);
    assertThatThrownBy(() -> Settings.resolve(Optional.empty(), options))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(key + ": '" + dataset + "' holds no single images");
  }

  @Test
  void colourIsTheDataSetsOwnUnlessGiven() {
    Map<String, String> own = Map.of("dataset", "celeba");
    assertThat(Settings.resolve(Optional.empty(), own).recipe().channels()).isEqualTo(3);
    Map<String, String> grey = Map.of("dataset", "celeba", "colour", "grey");
    assertThat(Settings.resolve(Optional.empty(), grey).recipe().channels()).isEqualTo(1);
    Map<String, String> auto = Map.of("dataset", "celeba", "colour", "auto");
    assertThat(Settings.resolve(Optional.empty(), auto).recipe().channels()).isZero();
  }

  @Test
  void anEpochOfDAloneGoesWithOneUpdateAStepAndUnpairedLosses() {
    for (Map<String, String> other :
        List.of(Map.of("stepsD", "2"), Map.of("loss", "relativistic"))) {
      Map<String, String> options = new HashMap<>(other);
      options.put("schedule", "per-epoch");
      assertThatThrownBy(() -> Settings.resolve(Optional.empty(), options))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("per-epoch");
    }
  }

  @Test
  void aBurnInCountsOnAdamAndOnEqualSteps() {
    assertThatThrownBy(
            () ->
                Settings.resolve(
                    Optional.empty(),
                    Map.of("burnIn", "9", "beta2Start", "0.9", "optimiser", "rmsprop")))
        .isInstanceOf(UserError.class)
        .hasMessage("beta2Start: optimiser rmsprop has no beta2");
    assertThatThrownBy(
            () -> Settings.resolve(Optional.empty(), Map.of("burnIn", "9", "criticWarmUp", "true")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("leave criticWarmUp out");
  }

  @Test
  void batchNormIsTheDefaultOfSomeModelsOnly() {
    assertThat(Settings.resolve(Optional.empty(), Map.of()).normD()).isEqualTo("batch");
    assertThat(Settings.resolve(Optional.empty(), Map.of("model", "mlp")).normD())
        .isEqualTo("none");
    Map<String, String> asked = Map.of("model", "mlp", "normD", "layer");
    assertThat(Settings.resolve(Optional.empty(), asked).normD()).isEqualTo("layer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "batch: [1, 2]|line 1: batch: expected a single value",
        "'batch:\n  size: 3'|line 1: batch: expected a single value",
        "'batch: 1\nbatch: 2'|line 2: batch: is given a second time",
        "- batch|expected settings, one 'name: value' a line",
        "'batch: 1\n---\nbatch: 2'|goes on after the settings",
        "a: b: c|line 1: mapping values are not allowed here",
        "'batch: \"64'|while scanning a quoted scalar, found unexpected end of stream",
      })
  void textThatIsNotSettings(String yaml, String expected) throws IOException {
    assertUserError(yaml, expected);
  }

  @Test
  void emptyFileGivesNothing() throws IOException {
    assertThat(Settings.resolve(Optional.of(write("# nothing yet\n")), Map.of()))
        .isEqualTo(Settings.resolve(Optional.empty(), Map.of()));
  }

  @Test
  void missingAndBinaryFiles() throws IOException {
    Path gone = folder.resolve("gone.yaml");
    assertThatThrownBy(() -> Settings.resolve(Optional.of(gone), Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessage(gone + ": there is no such file of settings");
    Path binary =
        Files.write(folder.resolve("binary"), "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Settings.resolve(Optional.of(binary), Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not text in UTF-8");
    assertThatThrownBy(() -> Settings.resolve(Optional.of(folder), Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(folder + ": cannot be read: ");
  }

  private void assertUserError(String yaml, String... expected) throws IOException {
    Path file = write(yaml);
    assertThatThrownBy(() -> Settings.resolve(Optional.of(file), Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContainingAll(expected)
        .hasMessageNotContaining("\n");
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("settings.yaml"), yaml);
  }
}
