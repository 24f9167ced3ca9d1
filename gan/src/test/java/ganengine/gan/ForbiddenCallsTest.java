package ganengine.gan;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What no class of kernels, engine and gan may call, and the few that may. */
class ForbiddenCallsTest {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          // Nor other modules' test jars.
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("ganengine.kernels", "ganengine.engine", "ganengine.gan");

  @Test
  void onlyTheCommandLinePrints() {
    outside("ganengine.gan.cli..", "ganengine.gan.launch..")
        .should(ACCESS_STANDARD_STREAMS)
        .because("results go to listeners and files")
        .check(classes);
  }

  @Test
  void onlyThePoolTheDecodersAndTheCommandLineStartThreads() {
    outside("ganengine.gan.cli..", "ganengine.gan.launch..")
        .and()
        .haveNameNotMatching("ganengine.kernels.cpu.CpuThreads(\\$.*)?")
        .and()
        .haveNameNotMatching("ganengine.gan.data.OrderedWorkers")
        .should()
        .callConstructorWhere(target(owner(assignableTo(Thread.class))))
        .because("the thread count is the user's choice (--threads)")
        .check(classes);
  }

  @Test
  void noBorrowedThreads() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Executor.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Executors.class)
        .orShould()
        .callMethodWhere(
            target(nameMatching("parallel|parallelStream|parallelPrefix|parallelSort")))
        .because("they compute on threads that --threads doesn't count")
        .check(classes);
  }

  @Test
  void allRandomNumbersHaveASeed() {
    noClasses()
        .should()
        .callMethod(Math.class, "random")
        .orShould()
        .callConstructor(Random.class)
        .orShould()
        .callMethod(Collections.class, "shuffle", List.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ThreadLocalRandom.class)
        .because("a run is a function of its seed")
        .check(classes);
  }

  @Test
  void nobodyCallsTheCollector() {
    noClasses()
        .should()
        .callMethod(System.class, "gc")
        .orShould()
        .callMethod(Runtime.class, "gc")
        .because("memory follows scopes")
        .check(classes);
  }

  @Test
  void onlyTheCommandLineExits() {
    outside("ganengine.gan.cli..", "ganengine.gan.launch..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(classes);
  }

  private static GivenClassesConjunction outside(String... packages) {
    return noClasses().that().resideOutsideOfPackages(packages);
  }
}
