package io.outcrop.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

@AnalyzeClasses(packages = "io.outcrop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /// What each room may know, besides itself: the arrows that `ARCHITECTURE.md` draws.
  private static final Map<String, Set<String>> KNOWS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("json", Set.of()),
              Map.entry("aws", Set.of()),
              Map.entry("http", Set.of()),
              Map.entry("iam", Set.of("aws", "json")),
              Map.entry("models", Set.of("aws", "json")),
              Map.entry("grants", Set.of("aws", "json", "iam", "models")),
              Map.entry("lint", Set.of("aws", "json", "iam", "models", "grants")),
              Map.entry("causes", Set.of("aws", "json", "models")),
              Map.entry("cloud", Set.of("aws", "json")),
              Map.entry("sandbox", Set.of("aws", "json", "grants", "iam", "models", "http")),
              Map.entry(
                  "access", Set.of("aws", "json", "grants", "iam", "causes", "models", "cloud")),
              Map.entry(
                  "report",
                  Set.of(
                      "aws", "json", "access", "iam", "causes", "models", "cloud", "grants",
                      "lint")),
              Map.entry(
                  "cli",
                  Set.of(
                      "aws", "json", "http", "iam", "models", "grants", "causes", "cloud",
                      "sandbox", "access", "report", "lint"))));

  @ArchTest
  static void everyRoomIsSeen(JavaClasses seen) {
    assertThat(seen.size()).isGreaterThan(400);
    var least = new ArrayList<String>();
    for (var room : KNOWS.keySet()) {
      if (seen.stream().filter(type -> room.equals(room(type).orElse(""))).count() < 4) {
        least.add(room);
      }
    }
    assertThat(least).as("rooms with hardly a class").isEmpty();
    assertThat(seen).allSatisfy(type -> assertThat(KNOWS).containsKey(room(type).orElse("")));
  }

  @ArchTest
  static void arrowsPointDownwards(JavaClasses seen) {
    var wrong = new ArrayList<String>();
    for (var type : seen) {
      var from = room(type).orElseThrow();
      for (var dependency : type.getDirectDependenciesFromSelf()) {
        var to = room(dependency.getTargetClass());
        if (to.isPresent()
            && !to.get().equals(from)
            && !KNOWS.getOrDefault(from, Set.of()).contains(to.get())) {
          wrong.add(dependency.getDescription());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ArchTest
  static final ArchRule packagesAreAcyclic =
      slices().matching("io.outcrop.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheTerminalHasStandardStreams =
      NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule onlyTheTerminalOpensTheirDescriptors =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.outcrop.cli.terminal")
          .should()
          .accessField(java.io.FileDescriptor.class, "out")
          .orShould()
          .accessField(java.io.FileDescriptor.class, "err")
          .orShould()
          .accessField(java.io.FileDescriptor.class, "in");

  @ArchTest static final ArchRule exceptionsAreNamed = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  /// What the compiler adds to answer an interface's own declaration is nobody's to write.
  @ArchTest
  static final ArchRule exceptionsAreDeclaredByName =
      noMethods()
          .that()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should()
          .declareThrowableOfType(describe("Exception itself", ArchitectureTest::isGeneric));

  @ArchTest
  static final ArchRule clocksAreInjected =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule onlyOuterRoomsTakeTheMachinesClock =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.outcrop.cli..", "io.outcrop.sandbox", "io.outcrop.cloud..")
          .should()
          .callMethod(InstantSource.class, "system");

  @ArchTest
  static final ArchRule topLevelClassesAreFinal =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .should()
          .haveModifier(JavaModifier.FINAL);

  @ArchTest
  static final ArchRule onlyCloudAndHttpOpenSockets =
      noClasses()
          .that(resideInAPackage("io.outcrop..").and(DescribedPredicate.not(sockets())))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.netty..", "java.net.http..", "software.amazon..")
                  .or(DescribedPredicate.describe("sockets", ArchitectureTest::isSocket)));

  @ArchTest
  static final ArchRule onlyTheClientSideAndTheCommandLineReadTheEnvironment =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.outcrop.cloud.client..", "io.outcrop.cloud.credentials..", "io.outcrop.cli..")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule onlyMainEndsTheProcess =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.outcrop.cli", "io.outcrop.cli.warmup")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  private static DescribedPredicate<JavaClass> sockets() {
    return resideInAnyPackage("io.outcrop.cloud..", "io.outcrop.http..");
  }

  private static boolean isSocket(JavaClass type) {
    return List.of(Socket.class, ServerSocket.class, URLConnection.class, HttpClient.class).stream()
        .anyMatch(socket -> type.isEquivalentTo(socket) || type.isAssignableTo(socket));
  }

  private static boolean isGeneric(JavaClass type) {
    return type.isEquivalentTo(Exception.class)
        || type.isEquivalentTo(RuntimeException.class)
        || type.isEquivalentTo(Throwable.class);
  }

  private static Optional<String> room(JavaClass type) {
    var name = type.getPackageName();
    if (!name.startsWith("io.outcrop.")) {
      return Optional.empty();
    }
    var rest = name.substring("io.outcrop.".length());
    var dot = rest.indexOf('.');
    return Optional.of(dot < 0 ? rest : rest.substring(0, dot));
  }
}
