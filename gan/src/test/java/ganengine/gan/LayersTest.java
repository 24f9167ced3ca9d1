package ganengine.gan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import ganengine.gan.cli.Main;
import ganengine.gan.launch.Launcher;
import org.junit.jupiter.api.Test;

/** The fences inside this module; that lower modules do not know it is the build's order. */
class LayersTest {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          // Nor other modules' test jars.
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("ganengine.gan");

  /**
   * The launcher is the exception: where no second JVM is needed it goes on as the command line.
   */
  @Test
  void hasNoCycles() {
    slices()
        .matching("ganengine.gan.(*)..")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(Launcher.class, Main.class)
        .check(classes);
  }

  @Test
  void nothingKnowsADeviceByItsClass() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ganengine.kernels.*..")
        .because("devices are found by name, with Devices")
        .check(classes);
  }

  @Test
  void nothingKnowsTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackages("ganengine.gan.cli..", "ganengine.gan.launch..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ganengine.gan.cli..", "ganengine.gan.launch..", "picocli..")
        .check(classes);
  }
}
