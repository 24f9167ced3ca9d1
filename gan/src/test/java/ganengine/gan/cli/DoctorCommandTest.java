package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DoctorCommandTest {
  @Test
  void saysWhatTrainingWouldRunOn() {
    Cli doctor = Cli.run("doctor");

    assertThat(doctor.code()).isZero();
    assertThat(doctor.err()).isEmpty();
    assertThat(doctor.out())
        .contains(System.getProperty("java.runtime.version"))
        .contains("the Vector API is there")
        .contains("reference: double, textbook loops")
        .contains("cuda (rank 20): ");
    assertThat(doctor.out().lines())
        .anyMatch(line -> line.matches("training +on (cpu; not )?cuda.*"));
  }
}
