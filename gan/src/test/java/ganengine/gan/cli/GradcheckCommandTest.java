package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GradcheckCommandTest {
  @Test
  void checksOneOpOnEveryDevice() {
    Cli check = Cli.run("gradcheck", "--op", "softmax", "--seed", "7");

    assertThat(check.err()).isEmpty();
    assertThat(check.code()).isZero();
    assertThat(check.out())
        .contains("seed 7")
        .contains("reference softmax")
        .contains("cpu       softmax")
        .contains("order 2")
        .contains(" 0 failed");
  }

  @Test
  void checksOneDevice() {
    Cli check = Cli.run("gradcheck", "--op", "softmax", "--device", "reference");

    assertThat(check.out()).contains("reference softmax").doesNotContain("cpu");
  }

  @Test
  void whatThereIsNot() {
    Cli op = Cli.run("gradcheck", "--op", "softmacs");
    Cli device = Cli.run("gradcheck", "--device", "cpy");

    assertThat(op.code()).isEqualTo(2);
    assertThat(op.err()).startsWith("gan-engine: there is no op 'softmacs', there are abs, ");
    assertThat(op.err().strip()).hasLineCount(1).endsWith("; did you mean 'softmax'?");
    assertThat(device.code()).isEqualTo(2);
    assertThat(device.err().strip())
        .isEqualTo(
            "gan-engine: there is no device 'cpy', there are auto, cuda, cpu, reference;"
                + " did you mean 'cpu'?");
  }
}
