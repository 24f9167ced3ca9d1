package ganengine.engine;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import ganengine.kernels.Device;
import ganengine.kernels.Devices;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fences inside this module: each package knows only those before it. */
class LayersTest {
  /** The order of dependence; a package may use those before it. */
  private static final List<String> FLOORS =
      List.of("tensor", "op", "autograd", "nn", "optim", "io", "check");

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          // Nor other modules' test jars.
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("ganengine.engine");

  static IntStream floors() {
    return IntStream.range(0, FLOORS.size() - 1);
  }

  @ParameterizedTest
  @MethodSource("floors")
  void knowsNoHigherPackage(int floor) {
    noClasses()
        .that()
        .resideInAPackage(packageOf(FLOORS.get(floor)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            FLOORS.stream().skip(floor + 1).map(LayersTest::packageOf).toArray(String[]::new))
        .check(classes);
  }

  @Test
  void everyPackageIsAFloor() {
    classes()
        .should()
        .resideInAnyPackage(FLOORS.stream().map(LayersTest::packageOf).toArray(String[]::new))
        .check(classes);
  }

  @Test
  void hasNoCycles() {
    slices().matching("ganengine.engine.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void seesTheKernelsInterfacesOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("ganengine.engine..", "ganengine.kernels", "java..")
        .because("nothing above the kernels knows which device it runs on")
        .check(classes);
  }

  @Test
  void onlyTheChecksOpenDevices() {
    noClasses()
        .that()
        .resideOutsideOfPackage(packageOf("check"))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Devices.class)
        .check(classes);
  }

  @Test
  void onlyStorageTakesAndReturnsDeviceMemory() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("ganengine.engine.tensor.Storage")
        .should()
        .callMethodWhere(
            target(owner(assignableTo(Device.class))).and(target(nameMatching("allocate|release"))))
        .because("memory follows scopes")
        .check(classes);
  }

  private static String packageOf(String floor) {
    return "ganengine.engine." + floor + "..";
  }
}
