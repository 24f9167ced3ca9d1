package ganengine.kernels;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The fences inside this module: the interface knows no device, and no device knows another. */
class LayersTest {
  private static final String API = "ganengine.kernels";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(API);

  @Test
  void needsNothingButTheJdkAndJCuda() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("ganengine.kernels..", "java..", "jdk.incubator.vector", "jcuda..")
        .check(classes);
  }

  @Test
  void onlyTheCudaDeviceUsesJCuda() {
    noClasses()
        .that()
        .resideOutsideOfPackage("ganengine.kernels.cuda..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jcuda..")
        .check(classes);
  }

  @Test
  void theInterfaceKnowsNoDevice() {
    noClasses()
        .that()
        .resideInAPackage(API)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ganengine.kernels.*..")
        .check(classes);
  }

  @Test
  void devicesKnowNothingOfEachOther() {
    slices().matching("ganengine.kernels.(*)..").should().notDependOnEachOther().check(classes);
  }

  @Test
  void onlyVectorClassesUseTheIncubator() {
    noClasses()
        .that(not(nameStartingWith("ganengine.kernels.cpu.Vector")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.incubator..")
        .because("the module is missing unless Java was started with --add-modules")
        .check(classes);
  }

  @Test
  void onlyPoolsMakeBuffers() {
    noClasses()
        .that(not(assignableTo(BufferPool.class).or(assignableTo(Buffer.class))))
        .should()
        .callConstructorWhere(target(owner(assignableTo(Buffer.class))))
        .because("memory that the pool did not hand out is neither counted nor reused")
        .check(classes);
  }

  @Test
  void onlyDevicesUseThePools() {
    noClasses()
        .that(
            not(
                assignableTo(Device.class)
                    .or(assignableTo(BufferPool.class))
                    .or(resideInAPackage(API))
                    // The core of the cuda device, which hands out workspaces too.
                    .or(name("ganengine.kernels.cuda.Cuda"))))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(BufferPool.class)
        .check(classes);
  }
}
